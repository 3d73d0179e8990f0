// A bracketed paste: data, whatever is in it.

struct PasteCollector: Sendable {
  private static let endMarker: [UInt8] = Array("\u{1B}[201~".utf8)

  let limit: Int
  private var bytes: [UInt8] = []
  /// How much of the end marker has come. Esc is only its first byte, so a mismatch starts afresh.
  private var matched = 0

  init(limit: Int) { self.limit = limit }

  /// The text, when this byte ends the paste.
  mutating func accept(_ byte: UInt8) -> String? {
    if byte == Self.endMarker[matched] {
      matched += 1
      return matched == Self.endMarker.count ? finish() : nil
    }
    Self.endMarker.prefix(matched).forEach { keep($0) }
    matched = byte == Self.endMarker[0] ? 1 : 0
    if matched == 0 { keep(byte) }
    return nil
  }

  /// What has come so far; the next byte begins another paste.
  mutating func finish() -> String {
    defer {
      bytes = []
      matched = 0
    }
    return Self.cleaned(bytes.count < limit ? bytes : Self.withoutTornEnd(bytes))
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < limit { bytes.append(byte) }
  }

  /// Without the letter that the limit has cut through.
  private static func withoutTornEnd(_ bytes: [UInt8]) -> [UInt8] {
    guard let lead = bytes.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[lead] >= 0xC0
    else { return bytes }
    let isWhole = UTF8Shape.scalar(bytes[lead...]) != nil
    return isWhole ? bytes : Array(bytes[..<lead])
  }

  /// Line ends and tabs as spaces; no controls, and no marks that turn the direction of a line.
  static func cleaned(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0A where wasReturn: break
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: text.append(" ")
      case 0x00...0x1F, 0x7F..<0xA0: break
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
      default: text.append(scalar)
      }
      wasReturn = scalar.value == 0x0D
    }
    return String(text)
  }
}
