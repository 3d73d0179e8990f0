/// What is not JSON, or not the JSON that was expected.
struct JSONFault: Error {}

/// Reads JSON (RFC 8259) from front to back, as the reader of a row asks for it: no tree is built.
///
/// Why it is not the JSON5 module: a first fill reads a million bodies, and that reader is made for a
/// person's files, with the place of every value.
struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0

  /// Reads one whole value: whatever follows it is a fault.
  static func read<T>(
    _ text: String, _ body: (inout JSONReader) throws(JSONFault) -> T
  ) throws(JSONFault) -> T {
    var reader = JSONReader(bytes: Array(text.utf8))
    let result = try body(&reader)
    guard reader.peek() == nil else { throw JSONFault() }
    return result
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Calls `field` with each name; it has to read the value.
  mutating func object(
    _ field: (String, inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let name = try string()
      try expect(UInt8(ascii: ":"))
      try field(name, &self)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Calls `element` at each element; it has to read it.
  mutating func array(
    _ element: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect(UInt8(ascii: "["))
    if take(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  mutating func string() throws(JSONFault) -> String {
    try expect(UInt8(ascii: "\""))
    let start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        place += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw JSONFault()
      default: place += 1
      }
    }
    throw JSONFault()
  }

  /// `nil` for null.
  mutating func optionalString() throws(JSONFault) -> String? {
    try null() ? nil : try string()
  }

  mutating func integer() throws(JSONFault) -> Int {
    guard let first = peek(), first == UInt8(ascii: "-") || Self.isDigit(first) else {
      throw JSONFault()
    }
    let start = place
    place += 1
    while place < bytes.count, Self.isDigit(bytes[place]) { place += 1 }
    guard let number = Int(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw JSONFault()
    }
    return number
  }

  mutating func bool() throws(JSONFault) -> Bool {
    if word("true") { return true }
    if word("false") { return false }
    throw JSONFault()
  }

  /// Whether null stands here; then it is read.
  mutating func null() throws(JSONFault) -> Bool {
    guard peek() == UInt8(ascii: "n") else { return false }
    guard word("null") else { throw JSONFault() }
    return true
  }

  /// Whether a text stands here.
  mutating func isAtString() -> Bool { peek() == UInt8(ascii: "\"") }

  /// Reads any value away: what a newer program has added.
  mutating func skip(depth: Int = 0) throws(JSONFault) {
    guard depth < 32, let first = peek() else { throw JSONFault() }
    switch first {
    case UInt8(ascii: "{"):
      try object { _, reader throws(JSONFault) in try reader.skip(depth: depth + 1) }
    case UInt8(ascii: "["):
      try array { reader throws(JSONFault) in try reader.skip(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
    case UInt8(ascii: "n"): _ = try null()
    default: try number()
    }
  }

  private mutating func number() throws(JSONFault) {
    let start = place
    while place < bytes.count,
      Self.isDigit(bytes[place]) || "+-.eE".utf8.contains(bytes[place])
    { place += 1 }
    guard Double(String(decoding: bytes[start..<place], as: UTF8.self)) != nil else {
      throw JSONFault()
    }
  }

  /// The rare string with an escape in it, from its beginning.
  private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
    var text = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape().utf8
      case 0..<0x20: throw JSONFault()
      default: text.append(byte)
      }
    }
    throw JSONFault()
  }

  private mutating func escape() throws(JSONFault) -> String {
    guard place < bytes.count else { throw JSONFault() }
    defer { place += 1 }
    switch bytes[place] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return String(try scalar())
    default: throw JSONFault()
    }
  }

  /// After `u`: four digits, or two times four where the first are half of a pair. Leaves the place at
  /// the last digit.
  private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), place + 2 < bytes.count,
      bytes[place + 1] == UInt8(ascii: "\\"), bytes[place + 2] == UInt8(ascii: "u")
    else { throw JSONFault() }
    place += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONFault() }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    guard place + 4 < bytes.count else { throw JSONFault() }
    let digits = bytes[place + 1...place + 4]
    guard digits.allSatisfy({ Self.isDigit($0) || (65...70).contains($0 & 0xDF) }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw JSONFault() }
    place += 4
    return value
  }

  private mutating func peek() -> UInt8? {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case let byte: return byte
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard take(byte) else { throw JSONFault() }
  }

  private mutating func word(_ word: StaticString) -> Bool {
    guard peek() != nil else { return false }
    let end = place + word.utf8CodeUnitCount
    guard end <= bytes.count,
      word.withUTF8Buffer({ $0.elementsEqual(bytes[place..<end]) })
    else { return false }
    place = end
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
