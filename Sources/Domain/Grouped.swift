/// Thousands apart by a no-break space: 4 000.
package func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append("\u{00A0}") }
    text.append(digit)
  }
  return text
}
