// Dates as a clerk types them.

package import Domain

/// Reads `24.11.2026`, `24112026`, `24.11.26`, `24.11` (the latest such day that is not ahead) and
/// `2026-11-24`. The key of the dot types `ю` in the Russian layout and counts as a dot.
package func dateFromTyping(_ text: String, today: CalendarDate) -> CalendarDate? {
  if let date = CalendarDate(text) { return date }
  guard text.first?.isNumber == true else { return nil }
  let separated = text.split { "./,-юЮ ".contains($0) }
  guard separated.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
  if separated.count == 1, text.count == 8, let digits = Int(text) {
    return CalendarDate(
      year: digits % 10_000, month: digits / 10_000 % 100, day: digits / 1_000_000)
  }
  guard (2...3).contains(separated.count), let day = Int(separated[0]),
    let month = Int(separated[1])
  else { return nil }
  if separated.count == 2 {
    guard separated[1].count == 2,
      let thisYear = CalendarDate(year: today.year, month: month, day: day)
    else { return nil }
    return thisYear <= today ? thisYear : CalendarDate(year: today.year - 1, month: month, day: day)
  }
  guard let year = Int(separated[2]) else { return nil }
  switch separated[2].count {
  case 4: return CalendarDate(year: year, month: month, day: day)
  case 2:
    let century = 2000 + year > today.year + 1 ? 1900 : 2000
    return CalendarDate(year: century + year, month: month, day: day)
  default: return nil
  }
}

/// `24.11.2026`, as Russians write a date.
package func typed(_ date: CalendarDate) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(two(date.day)).\(two(date.month)).\(date.year)"
}
