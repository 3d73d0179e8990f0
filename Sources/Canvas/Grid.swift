// The screen as a value: a grid of cells and a place for the cursor.

package struct Grid: Hashable, Sendable {
  package let size: Size
  package internal(set) var cells: [Cell]

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
