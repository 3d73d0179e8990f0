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
      var rest = grid.row(run.row)
      let start = rest.startIndex
      rest = rest[(start + run.columns.lowerBound)..<(start + run.columns.upperBound)]
      while let first = rest.first {
        // The second half of a wide glyph goes with the first, whatever its own style.
        let alike = rest.prefix { $0.style == first.style || $0.width == 0 }
        sufficed = put(alike, column: alike.startIndex - start, row: run.row) && sufficed
        rest = rest[alike.endIndex...]
      }
    }
    return sufficed
  }

  private mutating func put(_ alike: ArraySlice<Cell>, column: Int, row: Int) -> Bool {
    guard let first = alike.first else { return true }
    let look = pairs.look(of: first.style)
    fillBuffers(with: alike)
    okno_curses_put(
      Int32(column), Int32(row), scalars, widths, Int32(alike.count), look?.attributes ?? 0,
      look?.pair ?? 0)
    return look != nil
  }

  private mutating func fillBuffers(with cells: ArraySlice<Cell>) {
    let stride = Int(OKNO_CELL_STRIDE)
    scalars.removeAll(keepingCapacity: true)
    widths.removeAll(keepingCapacity: true)
    for cell in cells {
      widths.append(cell.width)
      var room = stride
      for scalar in cell.character.unicodeScalars.prefix(stride - 1) {
        scalars.append(scalar.value)
        room -= 1
      }
      for _ in 0..<room { scalars.append(0) }
    }
  }
}
