// Writing into the grid so that no half of a wide glyph is left behind and nothing falls outside.

package enum Alignment: Hashable, Sendable { case left, centre, right }

extension Rect {
  /// What both rectangles cover; empty where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(right, other.right) - left,
      rows: min(bottom, other.bottom) - top)
  }

  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < right && point.row >= row && point.row < bottom
  }

  /// One row of the rectangle, counted from its top; empty where there is none.
  package func line(_ offset: Int) -> Rect {
    let inside = offset >= 0 && offset < rows
    return Rect(column: column, row: row + offset, columns: columns, rows: inside ? 1 : 0)
  }
}

extension Grid {
  package var bounds: Rect { Rect(size) }

  /// Puts one glyph of one or two columns; nothing is written unless all of it is inside.
  package mutating func put(
    _ glyph: Character, width: Int, column: Int, row: Int, style: Style
  ) {
    guard row >= 0, row < size.rows, column >= 0, width > 0, column + width <= size.columns
    else { return }
    blankHalves(row: row, from: column, to: column + width)
    self[row, column] = Cell(glyph, width: UInt8(clamping: width), style: style)
    if width == 2 { self[row, column + 1] = Cell(" ", width: 0, style: style) }
  }

  /// Puts the first `count` letters of a plain text (`WidthClass.isPlain`) on a row from the point on,
  /// leaving out those left of `first`. The caller has seen to it that they end inside.
  mutating func putPlain(
    _ text: String, count: Int, at point: Point, from first: Int, style: Style
  ) {
    let left = max(first, point.column)
    let end = point.column + count
    guard left < end else { return }
    // Wide glyphs between the two ends are overwritten whole.
    blankHalves(row: point.row, from: left, to: end)
    let start = point.row * size.columns
    var cell = Cell(" ", style: style)
    cells.withUnsafeMutableBufferPointer { cells in
      var column = point.column
      for letter in text.unicodeScalars {
        if column == end { break }
        if column >= left {
          cell.glyph = Glyph(letter)
          cells[start + column] = cell
        }
        column += 1
      }
    }
  }

  /// Blanks the wide glyphs that the columns cut in two.
  mutating func blankHalves(row: Int, from first: Int, to end: Int) {
    if first > 0, self[row, first].width == 0 { blank(row: row, column: first - 1) }
    if end < size.columns, self[row, end].width == 0 { blank(row: row, column: end) }
  }

  private mutating func blank(row: Int, column: Int) {
    self[row, column] = Cell(" ", style: self[row, column].style)
  }
}

extension Frame {
  /// Fills the part of the rectangle that is on the screen with one narrow glyph.
  package mutating func fill(_ rect: Rect, style: Style, with glyph: Character = " ") {
    let inside = rect.intersection(grid.bounds)
    guard inside.columns > 0 else { return }
    let visible = VisibleCluster(glyph)
    let cell = Cell(visible.columns == 1 ? visible.glyph : " ", style: style)
    let columns = size.columns
    for row in inside.row..<inside.bottom {
      grid.blankHalves(row: row, from: inside.column, to: inside.right)
      grid.cells.withUnsafeMutableBufferPointer { cells in
        let start = row * columns
        cells[start + inside.column..<start + inside.right].update(repeating: cell)
      }
    }
  }

  /// Gives another style to what is already drawn, as for the chosen row of a list.
  package mutating func restyle(_ rect: Rect, style: Style) {
    let inside = rect.intersection(grid.bounds)
    guard inside.columns > 0 else { return }
    for row in inside.row..<inside.bottom {
      for column in inside.column..<inside.right { grid[row, column].style = style }
    }
  }

  /// Gives the cells of the rectangle what the function makes of their style, as to dim a screen
  /// behind a dialog.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let inside = rect.intersection(grid.bounds)
    guard inside.columns > 0 else { return }
    for row in inside.row..<inside.bottom {
      for column in inside.column..<inside.right {
        grid[row, column].style = change(grid[row, column].style)
      }
    }
  }
}
