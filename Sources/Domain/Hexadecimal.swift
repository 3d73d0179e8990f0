/// Numbers and bytes as hexadecimal digits: written in lower case, read in both.
package enum Hexadecimal {
  /// Of a value below 16.
  package static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// What an ASCII digit stands for; `nil` for another letter.
  @inlinable package static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// Sixteen digits.
  package static func digits(_ number: UInt64) -> [UInt8] {
    (0..<16).map { digit(UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * $0)) & 15) }
  }

  /// Sixteen digits.
  package static func text(_ number: UInt64) -> String {
    String(decoding: digits(number), as: UTF8.self)
  }

  /// Two digits a byte.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes.flatMap { [digit($0 >> 4), digit($0 & 15)] }, as: UTF8.self)
  }

  /// `nil` where `text` is no bytes.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let values = text.utf8.map(value)
    guard values.count.isMultiple(of: 2), !values.contains(nil) else { return nil }
    let digits = values.compactMap(\.self)
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
