// A JSON5 file: its values, and for each of them the line.

/// A JSON5 text that was read without a mistake of syntax.
package struct JSON5Document: Sendable {
  /// The largest file that is read, in bytes.
  package static let largest = 16 << 20

  /// The file as messages call it.
  package let name: String
  package let root: JSON5Node
  private let lines: LineIndex

  /// Throws the first mistake of syntax with its line and column.
  package init(name: String, bytes: [UInt8]) throws(JSON5Error) {
    self.name = name
    guard bytes.count <= Self.largest else {
      throw JSON5Error(file: name, problem: "larger than \(Self.largest >> 20) MiB")
    }
    lines = LineIndex(bytes)
    if let mistake = Self.foreignByte(in: bytes) {
      throw Self.error(name, mistake, [], lines, bytes)
    }
    var scanner = Scanner(bytes)
    do {
      root = try scanner.document()
    } catch {
      throw Self.error(name, error, scanner.path, lines, bytes)
    }
  }

  package init(name: String, text: String) throws(JSON5Error) {
    try self.init(name: name, bytes: Array(text.utf8))
  }

  /// The line of the value at the path (of its key, where it has one), or of the nearest value
  /// around it where there is none; from 1.
  package func line(of path: [JSON5Key]) -> Int {
    var node = root
    var offset = root.offset
    for step in path {
      guard let next = node.children.first(where: { $0.step == step }) else { break }
      node = next.node
      offset = next.offset
    }
    return line(at: offset)
  }

  package func line(at offset: Int) -> Int { lines.line(of: offset).number }

  /// The value at the path.
  package func node(at path: [JSON5Key]) -> JSON5Node? {
    path.reduce(root as JSON5Node?) { $0?.child($1) }
  }

  /// A mistake of meaning at the path, with the file and the line.
  package func error(at path: [JSON5Key], _ problem: String) -> JSON5Error {
    JSON5Error(file: name, line: line(of: path), path: path, problem: problem)
  }

  // MARK: Bytes that no text file should hold

  private static func foreignByte(in bytes: [UInt8]) -> Scanner.Mistake? {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      return Scanner.Mistake(
        offset: error.byteOffsets.lowerBound, problem: "not UTF-8: save the file as UTF-8")
    }
    let control = bytes.firstIndex { ($0 < 0x20 && !(0x09...0x0D).contains($0)) || $0 == 0x7F }
    return control.map { Scanner.Mistake(offset: $0, problem: "a control character") }
  }

  private static func error(
    _ name: String, _ mistake: Scanner.Mistake, _ path: [JSON5Key], _ lines: LineIndex,
    _ bytes: [UInt8]
  ) -> JSON5Error {
    JSON5Error(
      file: name, line: lines.line(of: mistake.offset).number,
      column: lines.column(of: mistake.offset, in: bytes), path: path, problem: mistake.problem)
  }
}
