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
    let isWhole = shown?.size != frame.size
    if !put(frame.grid, after: isWhole ? nil : shown) {
      // The colour pairs of frames gone by fill ncurses' table: begin anew with this frame's alone.
      pairs.forgetAll()
      _ = put(frame.grid, after: nil)
    }
    shown = frame.grid
    okno_curses_place_cursor(Int32(frame.cursor?.column ?? -1), Int32(frame.cursor?.row ?? 0))
    okno_curses_flush()
  }

  /// False when the colour pairs did not suffice.
  private mutating func put(_ grid: Grid, after old: Grid?) -> Bool {
    var sufficed = true
    for row in 0..<grid.size.rows {
      let cells = grid.row(row)
      if let old {
        let before = old.row(row)
        guard cells != before else { continue }
        sufficed = put(cells, row: row, where: { cells[$0] != before[$0] }) && sufficed
      } else {
        sufficed = put(cells, row: row, where: { _ in true }) && sufficed
      }
    }
    return sufficed
  }

  /// Sends the runs of one style among the cells that `differs` names.
  private mutating func put(
    _ cells: ArraySlice<Cell>, row: Int, where differs: (Int) -> Bool
  ) -> Bool {
    var sufficed = true
    var next = cells.startIndex
    while next < cells.endIndex {
      guard differs(next) else {
        next += 1
        continue
      }
      // The second half of a wide character goes with the first.
      var start = next
      while start > cells.startIndex, cells[start].width == 0 { start -= 1 }
      var end = start + 1
      while end < cells.endIndex,
        cells[end].width == 0 || (differs(end) && cells[end].style == cells[start].style)
      { end += 1 }
      sufficed = put(cells[start..<end], column: start - cells.startIndex, row: row) && sufficed
      next = end
    }
    return sufficed
  }

  private mutating func put(_ run: ArraySlice<Cell>, column: Int, row: Int) -> Bool {
    guard let first = run.first else { return true }
    let look = pairs.look(of: first.style)
    fillBuffers(with: run)
    okno_curses_put(
      Int32(column), Int32(row), scalars, widths, Int32(run.count), look?.attributes ?? 0,
      look?.pair ?? 0)
    return look != nil
  }

  private mutating func fillBuffers(with run: ArraySlice<Cell>) {
    let stride = Int(OKNO_CELL_STRIDE)
    scalars.removeAll(keepingCapacity: true)
    widths.removeAll(keepingCapacity: true)
    for cell in run {
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
