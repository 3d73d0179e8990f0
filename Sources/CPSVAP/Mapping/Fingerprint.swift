internal import Domain

/// FNV-1a of 64 bits, of a text that comes in pieces.
struct Fingerprint: TextOutputStream {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ text: String) { write(text) }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
  }

  var hexadecimal: String { Hexadecimal.text(value) }
}
