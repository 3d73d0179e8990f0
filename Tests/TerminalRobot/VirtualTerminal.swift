// A terminal in memory: what a person would see of the bytes that a program has written.

internal import CTerminalRobot
package import Canvas

/// One cell as the terminal shows it.
package struct ShownCell: Hashable, Sendable {
  /// A blank is a space; the second half of a wide glyph is empty.
  package var text: String
  package var width: Int
  package var style: Style
}

final class VirtualTerminal {
  private let machine: OpaquePointer
  private(set) var size: Size

  init(size: Size) {
    self.size = size
    machine = okno_vterm_new(Int32(size.columns), Int32(size.rows))
  }

  deinit { okno_vterm_free(machine) }

  /// Shows the bytes; answers what a terminal would say to them.
  func show(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBytes {
      okno_vterm_write(machine, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    var answer = [CChar](repeating: 0, count: 4096)
    let count = okno_vterm_answer(machine, &answer, answer.count)
    return answer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  func resize(_ size: Size) {
    self.size = size
    okno_vterm_resize(machine, Int32(size.columns), Int32(size.rows))
  }

  func cell(column: Int, row: Int) -> ShownCell {
    var cell = okno_vterm_cell_at(machine, Int32(column), Int32(row))
    // libvterm marks the second half of a wide glyph with a code point that does not exist.
    let isSecondHalf = okno_vterm_scalar(&cell, 0) == UInt32.max
    var text = String.UnicodeScalarView()
    if !isSecondHalf {
      for index in 0..<cell.count {
        if let scalar = Unicode.Scalar(okno_vterm_scalar(&cell, index)) { text.append(scalar) }
      }
    }
    var attributes: Attributes = []
    if cell.bold { attributes.insert(.bold) }
    if cell.underline { attributes.insert(.underline) }
    if cell.reverse { attributes.insert(.reverse) }
    return ShownCell(
      text: isSecondHalf ? "" : text.isEmpty ? " " : String(text), width: Int(cell.width),
      style: Style(
        foreground: colour(cell.foreground), background: colour(cell.background),
        attributes: attributes))
  }

  private func colour(_ number: Int32) -> Colour {
    switch number {
    case ..<0: .terminal
    case 0..<256: .indexed(UInt8(number))
    default:
      .rgb(
        red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
    }
  }

  /// A row as text, without the blanks at its end.
  func text(row: Int) -> String {
    let cells = (0..<size.columns).map { cell(column: $0, row: row).text }
    var line = cells.joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// `nil` when the program hides it.
  var cursor: Point? {
    guard okno_vterm_shows_cursor(machine) else { return nil }
    var (column, row) = (Int32(0), Int32(0))
    okno_vterm_cursor(machine, &column, &row)
    return Point(column: Int(column), row: Int(row))
  }

  var showsSecondScreen: Bool { okno_vterm_is_alternate(machine) }
  var reportsMouse: Bool { okno_vterm_reports_mouse(machine) }
  var title: String { okno_vterm_title(machine).map { String(cString: $0) } ?? "" }
}
