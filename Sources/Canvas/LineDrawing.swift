// Boxes and rules.

/// The glyphs that a set of lines consists of.
package struct LineGlyphs: Hashable, Sendable {
  package let horizontal, vertical: Character
  package let topLeft, topRight, bottomLeft, bottomRight: Character
  package let teeLeft, teeRight, teeTop, teeBottom, cross: Character
}

extension LineSet {
  package var glyphs: LineGlyphs { self == .unicode ? Self.single : Self.plain }

  private static let single = LineGlyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼")
  private static let plain = LineGlyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+")
}

extension Frame {
  /// A frame along the inner edge of the rectangle, with a title in its upper line where it fits.
  /// The inside is left as it is. A rectangle of less than two rows or columns gets nothing.
  package mutating func box(
    _ rect: Rect, lines: LineSet, style: Style, title: String = "", titleStyle: Style? = nil
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let glyphs = lines.glyphs
    let right = rect.right - 1
    let bottom = rect.bottom - 1
    rule(row: rect.row, from: rect.column, to: rect.right, lines: lines, style: style)
    rule(row: bottom, from: rect.column, to: rect.right, lines: lines, style: style)
    rule(column: rect.column, from: rect.row, to: rect.bottom, lines: lines, style: style)
    rule(column: right, from: rect.row, to: rect.bottom, lines: lines, style: style)
    put(glyphs.topLeft, rect.column, rect.row, style)
    put(glyphs.topRight, right, rect.row, style)
    put(glyphs.bottomLeft, rect.column, bottom, style)
    put(glyphs.bottomRight, right, bottom, style)
    guard !title.isEmpty, rect.columns >= 6 else { return }
    draw(
      " \(title) ", at: Point(column: rect.column + 1, row: rect.row), style: titleStyle ?? style,
      maxColumns: rect.columns - 2)
  }

  /// A horizontal line in the columns `first` up to and without `end`.
  package mutating func rule(
    row: Int, from first: Int, to end: Int, lines: LineSet, style: Style
  ) {
    let rect = Rect(column: first, row: row, columns: end - first, rows: 1)
    fill(rect, style: style, with: lines.glyphs.horizontal)
  }

  /// A vertical line in the rows `first` up to and without `end`.
  package mutating func rule(
    column: Int, from first: Int, to end: Int, lines: LineSet, style: Style
  ) {
    let rect = Rect(column: column, row: first, columns: 1, rows: end - first)
    fill(rect, style: style, with: lines.glyphs.vertical)
  }

  /// A line across a box, joined to its two sides.
  package mutating func divider(in rect: Rect, row: Int, lines: LineSet, style: Style) {
    guard rect.columns >= 2 else { return }
    rule(row: row, from: rect.column, to: rect.right, lines: lines, style: style)
    put(lines.glyphs.teeLeft, rect.column, row, style)
    put(lines.glyphs.teeRight, rect.right - 1, row, style)
  }

  private mutating func put(_ glyph: Character, _ column: Int, _ row: Int, _ style: Style) {
    grid.put(glyph, width: 1, column: column, row: row, style: style)
  }
}
