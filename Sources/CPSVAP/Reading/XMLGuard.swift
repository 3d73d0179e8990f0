/// Looks over an XML text before it is parsed: the time that the parser takes grows with the elements around
/// an element and with the square of its attributes, and a hostile text would have them without end.
enum XMLGuard {
  /// Elements inside one another; catalogues need ten.
  static let deepest = 100
  /// Attributes of one element; catalogues need twenty.
  static let mostAttributes = 1000

  enum Excess: Hashable {
    /// In a line, from 1.
    case depth(line: Int)
    case attributes(line: Int)
  }

  static func excess(in bytes: [UInt8]) -> Excess? {
    bytes.withUnsafeBufferPointer { bytes in
      var scan = Scan(bytes: bytes)
      while scan.findTag() {
        scan.takeTag()
        if scan.depth > deepest { return .depth(line: scan.line) }
        if scan.attributes > mostAttributes { return .attributes(line: scan.line) }
      }
      return nil
    }
  }

  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
    var depth = 0
    /// Of the last start tag.
    var attributes = 0

    var line: Int { 1 + bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } }

    /// Goes behind the next `<`.
    mutating func findTag() -> Bool {
      while offset < bytes.count {
        offset += 1
        if bytes[offset - 1] == UInt8(ascii: "<") { return true }
      }
      return false
    }

    mutating func takeTag() {
      guard offset < bytes.count else { return }
      if begins("!--") {
        skip(behind: "-->")
      } else if begins("![CDATA[") {
        skip(behind: "]]>")
      } else if begins("?") {
        skip(behind: "?>")
      } else if begins("!") {
        skip(behind: ">")
      } else if begins("/") {
        depth = max(0, depth - 1)
      } else if !isEmptyElement() {
        depth += 1
      }
    }

    /// Goes to the end of a start tag; in quotes `>` is a letter.
    private mutating func isEmptyElement() -> Bool {
      var quote: UInt8?
      attributes = 0
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
          attributes += 1
        } else if byte == UInt8(ascii: ">") {
          return bytes[offset - 2] == UInt8(ascii: "/")
        }
      }
      return false
    }

    private func begins(_ word: StaticString) -> Bool {
      let count = word.utf8CodeUnitCount
      guard offset + count <= bytes.count else { return false }
      return (0..<count).allSatisfy { bytes[offset + $0] == word.utf8Start[$0] }
    }

    private mutating func skip(behind word: StaticString) {
      while offset < bytes.count, !begins(word) { offset += 1 }
      offset = min(offset + word.utf8CodeUnitCount, bytes.count)
    }
  }
}
