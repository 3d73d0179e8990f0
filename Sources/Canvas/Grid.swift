// The screen as a value: a grid of cells and a place for the cursor.

/// One character cell. A wide character is followed by a cell of width zero.
package struct Cell: Hashable, Sendable {
  package var glyph: Glyph
  /// 1, 2, or 0 for the second half of a wide character.
  package var width: UInt8
  package var style: Style

  package init(_ character: Character, width: UInt8 = 1, style: Style) {
    self.init(Glyph(character), width: width, style: style)
  }

  init(_ glyph: Glyph, width: UInt8 = 1, style: Style) {
    self.glyph = glyph
    self.width = width
    self.style = style
  }

  package var character: Character { glyph.character }
}

package struct Grid: Hashable, Sendable {
  package let size: Size
  package private(set) var cells: [Cell]

  package init(size: Size, style: Style) {
    self.size = size
    cells = Array(repeating: Cell(" ", style: style), count: max(0, size.columns * size.rows))
  }

  package subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// The row's cells, from the left.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }
}

/// What is on the screen: drawn from state alone.
package struct Frame: Hashable, Sendable {
  package var grid: Grid
  /// Where the terminal's cursor stands: on the focused element, for people and for screen readers.
  package var cursor: Point?

  package init(size: Size, style: Style) {
    grid = Grid(size: size, style: style)
  }

  package var size: Size { grid.size }
}
