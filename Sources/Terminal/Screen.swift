// Frames to ncurses: the cells that differ from the frame before, and nothing else.

internal import CNcurses
internal import Canvas

struct Screen {
  private var pairs: ColourPairs
  /// What the terminal shows; `nil` when nobody knows.
  private var shown: Grid?
  /// One row's cells on their way, reused.
  private var scalars: [UInt32] = []
  private var widths: [UInt8] = []
  private static let stride = Int(OKNO_CELL_STRIDE)

  init(numbers: ColourNumbers) {
    pairs = ColourPairs(numbers: numbers, limit: Int(okno_curses_pairs()))
  }

  /// The next frame is sent whole.
  mutating func forget() { shown = nil }

  mutating func present(_ frame: Frame) {
    if !put(frame.grid, GridDiff.runs(from: shown, to: frame.grid)) {
      // The colour pairs of frames gone by fill ncurses' table: begin anew with this frame's alone.
      pairs.forgetAll()
      _ = put(frame.grid, GridDiff.runs(from: nil, to: frame.grid))
    }
    shown = frame.grid
    okno_curses_place_cursor(Int32(frame.cursor?.column ?? -1), Int32(frame.cursor?.row ?? 0))
    okno_curses_flush()
  }

  /// False when the colour pairs did not suffice.
  private mutating func put(_ grid: Grid, _ runs: [CellRun]) -> Bool {
    var sufficed = true
    for run in runs {
      let cells = grid.row(run.row)
      var column = run.columns.lowerBound
      while column < run.columns.upperBound {
        let end = endOfStyle(in: cells, from: column, to: run.columns.upperBound)
        sufficed = put(cells, columns: column..<end, row: run.row) && sufficed
        column = end
      }
    }
    return sufficed
  }

  /// The second half of a wide glyph goes with the first, whatever its own style.
  private func endOfStyle(in cells: ArraySlice<Cell>, from column: Int, to end: Int) -> Int {
    let start = cells.startIndex
    let style = cells[start + column].style
    var next = column + 1
    while next < end, cells[start + next].style == style || cells[start + next].width == 0 {
      next += 1
    }
    return next
  }

  private mutating func put(_ cells: ArraySlice<Cell>, columns: Range<Int>, row: Int) -> Bool {
    let look = pairs.look(of: cells[cells.startIndex + columns.lowerBound].style)
    fillBuffers(with: cells, columns)
    okno_curses_put(
      Int32(columns.lowerBound), Int32(row), scalars, widths, Int32(columns.count),
      look?.attributes ?? 0, look?.pair ?? 0)
    return look != nil
  }

  private mutating func fillBuffers(with cells: ArraySlice<Cell>, _ columns: Range<Int>) {
    if widths.count < columns.count {
      widths = [UInt8](repeating: 0, count: columns.count)
      scalars = [UInt32](repeating: 0, count: columns.count * Self.stride)
    }
    let first = columns.lowerBound
    cells.withUnsafeBufferPointer { cells in
      widths.withUnsafeMutableBufferPointer { widths in
        scalars.withUnsafeMutableBufferPointer { scalars in
          for place in 0..<columns.count {
            let cell = cells[first + place]
            widths[place] = cell.width
            let start = place * Self.stride
            scalars[start] = cell.glyph[0]
            // Behind the last scalar there is a zero.
            scalars[start + 1] = 0
            guard !cell.glyph.isSingle else { continue }
            for index in 1..<Glyph.mostScalars { scalars[start + index] = cell.glyph[index] }
          }
        }
      }
    }
  }
}
