// The check number of a СНИЛС, for a text that is still only digits.

package enum SNILSCheck {
  /// Whether eleven digits end with the right check number; `nil` for any other count.
  ///
  /// The check number is the sum of each of the nine digits times its place from the end, modulo 101,
  /// with 100 written as 00; numbers up to 001-001-998 carry no check.
  package static func isRight(_ digits: String) -> Bool? {
    let numbers = digits.utf8.map { Int($0) - 0x30 }
    guard numbers.count == 11, numbers.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let serial = numbers.prefix(9).reduce(0) { $0 * 10 + $1 }
    guard serial > 1_001_998 else { return serial > 0 }
    let sum = numbers.prefix(9).enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) }
    return sum % 101 % 100 == numbers[9] * 10 + numbers[10]
  }

  /// Whether a search text is a whole СНИЛС with a wrong check number, and so finds nobody: worth
  /// saying on screen. A telephone number is none.
  package static func isMistyped(_ text: String) -> Bool {
    let parts = QueryParts(text)
    guard parts.chunks.isEmpty, parts.numbers.count == 1, let number = parts.numbers.first,
      !number.isWrittenAsPhone, number.digits.first != "7", number.digits.first != "8"
    else { return false }
    return isRight(number.digits) == false
  }
}
