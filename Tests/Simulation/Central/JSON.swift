/// A JSON value as the model of the central store keeps it. Written with keys in order, so that equal
/// values are equal texts.
enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Int64)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// `nil` for what is no JSON; numbers are whole ones, which is all that the protocol has.
  init?(_ text: String) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.document() else { return nil }
    self = value
  }

  var object: [String: JSON]? {
    guard case .object(let fields) = self else { return nil }
    return fields
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  subscript(_ name: String) -> JSON { object?[name] ?? .null }

  var written: String {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(into bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): bytes += String(value).utf8
    case .string(let value): Self.write(value, into: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let fields):
      bytes.append(UInt8(ascii: "{"))
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(field.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        field.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        bytes += ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Reads what desks write: RFC 8259 without fractions and without surrogate pairs.
private struct JSONReader {
  let bytes: [UInt8]
  var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() -> JSON? {
    guard let value = value() else { return nil }
    skipBlanks()
    return place == bytes.count ? value : nil
  }

  private mutating func value() -> JSON? {
    skipBlanks()
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return text().map(JSON.string)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func object() -> JSON? {
    place += 1
    var fields: [String: JSON] = [:]
    if take(UInt8(ascii: "}")) { return .object(fields) }
    while true {
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\""), let name = text(),
        take(UInt8(ascii: ":")), let value = value()
      else { return nil }
      fields[name] = value
      if take(UInt8(ascii: "}")) { return .object(fields) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func array() -> JSON? {
    place += 1
    var values: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array(values) }
    while let value = value() {
      values.append(value)
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private mutating func text() -> String? {
    place += 1
    var found: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: found, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard place < bytes.count else { return nil }
        let escaped = bytes[place]
        place += 1
        guard escaped == UInt8(ascii: "u") else {
          found.append(escaped)
          continue
        }
        let digits = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
        guard digits.count == 4, let code = UInt16(digits, radix: 16),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        place += 4
        found += Character(scalar).utf8
      default: found.append(byte)
      }
    }
    return nil
  }

  private mutating func number() -> JSON? {
    let start = place
    while place < bytes.count, bytes[place] == UInt8(ascii: "-") || (48...57).contains(bytes[place])
    { place += 1 }
    return Int64(String(decoding: bytes[start..<place], as: UTF8.self)).map(JSON.number)
  }

  private mutating func word(_ text: String, _ value: JSON) -> JSON? {
    guard bytes[place...].starts(with: text.utf8) else { return nil }
    place += text.utf8.count
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [9, 10, 13, 32].contains(bytes[place]) { place += 1 }
  }
}
