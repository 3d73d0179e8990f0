// What changed between two screens.

/// Cells of one row that must be sent to the terminal.
package struct CellRun: Hashable, Sendable {
  package let row: Int
  /// The columns, without a wide glyph cut at either end.
  package let columns: Range<Int>
}

package enum GridDiff {
  /// The runs of cells that differ, from the top left. All of the rows where there is no old grid
  /// or one of another size.
  ///
  /// Runs with at most `gap` equal cells between them are one: moving the cursor costs bytes too.
  package static func runs(from old: Grid?, to new: Grid, gap: Int = 3) -> [CellRun] {
    guard new.size.columns > 0 else { return [] }
    guard let old, old.size == new.size else {
      return (0..<max(0, new.size.rows)).map { CellRun(row: $0, columns: 0..<new.size.columns) }
    }
    var found: [CellRun] = []
    for row in 0..<new.size.rows where differs(row, old, new) {
      append(row, old, new, gap, to: &found)
    }
    return found
  }

  /// Whether the row has a cell to send. Most rows have none, and this looks at all cells without a
  /// branch.
  private static func differs(_ row: Int, _ old: Grid, _ new: Grid) -> Bool {
    let columns = row * new.size.columns..<(row + 1) * new.size.columns
    return old.cells.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { new in
        columns.reduce(0 as UInt64) { $0 | old[$1].difference(from: new[$1]) } != 0
      }
    }
  }

  private static func append(
    _ row: Int, _ old: Grid, _ new: Grid, _ gap: Int, to found: inout [CellRun]
  ) {
    var run: Range<Int>?
    let start = row * new.size.columns
    for column in 0..<new.size.columns
    where old.cells[start + column] != new.cells[start + column] {
      let glyph = whole(column, in: new.row(row))
      guard let current = run else {
        run = glyph
        continue
      }
      if glyph.lowerBound - current.upperBound <= gap {
        run = current.lowerBound..<max(current.upperBound, glyph.upperBound)
      } else {
        found.append(CellRun(row: row, columns: current))
        run = glyph
      }
    }
    if let run { found.append(CellRun(row: row, columns: run)) }
  }

  /// The columns of the glyph that covers a column.
  private static func whole(_ column: Int, in row: ArraySlice<Cell>) -> Range<Int> {
    let index = row.startIndex + column
    let first = row[index].width == 0 && column > 0 ? column - 1 : column
    let next = column + 1
    let hasTail = next < row.count && row[index + 1].width == 0
    return first..<(hasTail ? next + 1 : next)
  }
}
