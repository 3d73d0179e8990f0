// Small tables of the key decoder: single control bytes, UTF-8, and bytes made visible.

internal import Canvas

enum ControlKeys {
  static func key(_ byte: UInt8) -> Key {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x1B: .escape
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x00: .unknown("Ctrl+Space")
    default: .unknown("Ctrl+\(Unicode.Scalar(byte + 0x40))")
    }
  }
}

/// Well-formed sequences of bytes: table 3-7 of the Unicode Standard.
enum UTF8Shape {
  static func mayFollow(_ bytes: ArraySlice<UInt8>, _ next: UInt8) -> Bool {
    guard bytes.count == 1, let lead = bytes.first else { return (0x80...0xBF).contains(next) }
    return switch lead {
    case 0xE0: (0xA0...0xBF).contains(next)
    case 0xED: (0x80...0x9F).contains(next)
    case 0xF0: (0x90...0xBF).contains(next)
    case 0xF4: (0x80...0x8F).contains(next)
    default: (0x80...0xBF).contains(next)
    }
  }

  /// The code point, when the bytes are complete; they are well-formed.
  static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let lead = bytes.first else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard bytes.count == length else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in bytes.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value)
  }
}

enum VisibleBytes {
  private static let longest = 24

  /// As a person can read it out: `Esc [ 9 9 z`.
  static func text(_ bytes: [UInt8]) -> String {
    let shown = bytes.prefix(longest).map { byte in
      switch byte {
      case 0x1B: "Esc"
      case 0x21...0x7E: String(Unicode.Scalar(byte))
      default: "‹" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) + "›"
      }
    }
    return shown.joined(separator: " ") + (bytes.count > longest ? " …" : "")
  }
}
