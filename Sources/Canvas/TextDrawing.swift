// Text on the frame: clipped, cut with an ellipsis, aligned. Data may hold anything: what is drawn
// is its visible form, so that columns stay straight.

extension Frame {
  /// Draws one line of text from the point on and answers the columns it takes, so that the next
  /// text can be placed behind it.
  ///
  /// A text that is longer than `maxColumns`, or than the room up to the right edge of `clip` and of
  /// the screen, ends in `ellipsis`. What lies left of the edge is left out; where a wide glyph
  /// would be cut, a blank stands. A point outside draws nothing.
  @discardableResult
  package mutating func draw(
    _ text: String, at point: Point, style: Style, maxColumns: Int = .max, clip: Rect? = nil,
    ellipsis: Character = "…"
  ) -> Int {
    let inside = clip.map { $0.intersection(grid.bounds) } ?? grid.bounds
    guard point.column < inside.right, point.column > Int.min / 2 else { return 0 }
    let room = min(maxColumns, inside.right - point.column)
    guard room > 0 else { return 0 }
    let plain = DisplayWidth.plainCount(text)
    let wanted = plain ?? DisplayWidth.columns(of: text)
    let isVisible = point.row >= inside.row && point.row < inside.bottom
    guard isVisible else { return min(wanted, room) }
    let end = point.column + room
    guard wanted > room else {
      drawCells(of: text, plain, at: point, end: end, style: style, inside: inside)
      return wanted
    }
    let reached = drawCells(
      of: text, plain, at: point, end: end - 1, style: style, inside: inside)
    drawEnding(ellipsis, from: reached, to: end - 1, row: point.row, style, inside)
    return room
  }

  /// Draws one line of text in the first row of the rectangle; answers the columns it takes.
  @discardableResult
  package mutating func draw(
    _ text: String, in rect: Rect, style: Style, alignment: Alignment = .left
  ) -> Int {
    guard rect.rows > 0, rect.columns > 0 else { return 0 }
    let shift =
      switch alignment {
      case .left: 0
      case .centre: max(0, rect.columns - DisplayWidth.columns(of: text)) / 2
      case .right: max(0, rect.columns - DisplayWidth.columns(of: text))
      }
    return draw(
      text, at: Point(column: rect.column + shift, row: rect.row), style: style,
      maxColumns: rect.columns - shift, clip: rect)
  }

  /// Draws a text in the rectangle, wrapped by words; answers the rows it takes. Where it does not
  /// fit, the last row ends in an ellipsis.
  @discardableResult
  package mutating func drawWrapped(
    _ text: String, in rect: Rect, style: Style, alignment: Alignment = .left
  ) -> Int {
    let lines = TextWrap.lines(text, width: rect.columns)
    let shown = min(lines.count, rect.rows)
    for offset in 0..<shown {
      let isCut = offset == shown - 1 && lines.count > shown
      let line = isCut ? lines[offset] + "…" : lines[offset]
      draw(line, in: rect.line(offset), style: style, alignment: alignment)
    }
    return shown
  }

  /// Draws the clusters that end before column `end`; answers the column behind the last of them.
  /// `plain` is how many there are where each is one plain letter.
  @discardableResult
  private mutating func drawCells(
    of text: String, _ plain: Int?, at point: Point, end: Int, style: Style, inside: Rect
  ) -> Int {
    if let plain {
      let count = min(plain, end - point.column)
      grid.putPlain(text, count: count, at: point, from: inside.column, style: style)
      return point.column + count
    }
    var column = point.column
    for character in text {
      let visible = VisibleCluster(character)
      guard column + visible.columns <= end else { break }
      put(visible, column: column, row: point.row, style: style, inside: inside)
      column += visible.columns
    }
    return column
  }

  private mutating func put(
    _ visible: VisibleCluster, column: Int, row: Int, style: Style, inside: Rect
  ) {
    guard column + visible.columns > inside.column else { return }
    if column >= inside.column {
      grid.put(visible.glyph, width: visible.width, column: column, row: row, style: style)
    }
    if let companion = visible.companion {
      grid.put(companion, width: 1, column: column + 1, row: row, style: style)
    } else if column < inside.column {
      grid.put(" ", width: 1, column: inside.column, row: row, style: style)
    }
  }

  /// The ellipsis, and blanks up to `stop` where a wide glyph did not fit.
  private mutating func drawEnding(
    _ ellipsis: Character, from reached: Int, to stop: Int, row: Int, _ style: Style, _ inside: Rect
  ) {
    for column in reached..<(stop + 1) where column >= inside.column {
      let glyph = column == reached ? ellipsis : " "
      grid.put(glyph, width: 1, column: column, row: row, style: style)
    }
  }
}
