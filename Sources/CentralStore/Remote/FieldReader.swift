internal import Domain

/// Reads an answer's fields, which stand between blanks, from its bytes; `nil` for what makes no sense.
struct FieldReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place >= bytes.count }

  /// The bytes up to the next blank, which is passed over.
  private mutating func field() -> Range<Int>? {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: " ") { place += 1 }
    guard place > start else { return nil }
    defer { place += 1 }
    return start..<place
  }

  mutating func text() -> String? {
    field().map { String(decoding: UnsafeRawBufferPointer(rebasing: bytes[$0]), as: UTF8.self) }
  }

  /// A whole number that is not negative.
  mutating func number() -> Int64? {
    guard let field = field(), field.count <= 18 else { return nil }
    var value: Int64 = 0
    for index in field {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int64(digit)
    }
    return value
  }

  mutating func letter() -> UInt8? {
    guard let field = field(), field.count == 1 else { return nil }
    return bytes[field.lowerBound]
  }

  /// 36 characters with hyphens where they belong.
  mutating func uuid() -> UUIDv7? {
    guard let field = field(), field.count == 36 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for offset in 0..<36 {
      let byte = bytes[field.lowerBound + offset]
      if offset == 8 || offset == 13 || offset == 18 || offset == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let value = Hexadecimal.value(of: byte) else { return nil }
      if digits < 16 {
        halves.0 = halves.0 << 4 | UInt64(value)
      } else {
        halves.1 = halves.1 << 4 | UInt64(value)
      }
      digits += 1
    }
    return UUIDv7(high: halves.0, low: halves.1)
  }

  /// All that is left.
  mutating func rest() -> UnsafeRawBufferPointer {
    defer { place = bytes.count }
    return UnsafeRawBufferPointer(rebasing: bytes[min(place, bytes.count)...])
  }
}
