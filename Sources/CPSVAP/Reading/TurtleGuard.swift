/// Looks over a Turtle text before it is parsed: the parser keeps its place in nested brackets on a
/// stack, which a hostile text would fill.
enum TurtleGuard {
  /// Brackets inside one another; catalogues need four.
  static let deepest = 100

  /// The line in which the brackets are too deep, from 1.
  static func tooDeepLine(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var scan = Scan(bytes: bytes)
      while scan.offset < bytes.count {
        scan.step()
        if scan.depth > deepest { return scan.line }
      }
      return nil
    }
  }

  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
    var depth = 0

    var line: Int { 1 + bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } }

    mutating func step() {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "#"): skip { $0 == 0x0A }
      case UInt8(ascii: "<"): skip { $0 == UInt8(ascii: ">") || $0 == 0x0A }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipText(byte)
      default: break
      }
    }

    private mutating func skip(to isEnd: (UInt8) -> Bool) {
      while offset < bytes.count, !isEnd(bytes[offset]) { offset += 1 }
    }

    private mutating func skipText(_ quote: UInt8) {
      let isLong =
        offset + 1 < bytes.count && bytes[offset] == quote && bytes[offset + 1] == quote
      if isLong { offset += 2 }
      var quotes = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        if byte == UInt8(ascii: "\\") {
          offset += 1
          quotes = 0
          continue
        }
        if !isLong, byte == 0x0A { return }
        quotes = byte == quote ? quotes + 1 : 0
        if quotes == (isLong ? 3 : 1) { return }
      }
    }
  }
}
