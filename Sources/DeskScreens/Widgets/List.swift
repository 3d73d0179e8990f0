// Lists: rows with a cursor, always in view.

internal import Canvas
internal import DeskCore

extension Rect {
  /// The first row shown of a list of `count`, so that `selection` is in view.
  func firstShown(selection: Int, count: Int) -> Int {
    guard count > rows else { return 0 }
    return min(max(0, selection - rows / 2), count - rows)
  }
}

extension Frame {
  /// Draws the rows that fit, the selected one as a bar with a pointer, and puts the cursor on it.
  mutating func drawList(
    count: Int, selection: Int, in rect: Rect, isFocused: Bool, _ context: Context,
    row draw: (inout Frame, _ index: Int, _ rect: Rect, _ style: Style) -> Void
  ) {
    guard rect.rows > 0, count > 0 else { return }
    let first = rect.firstShown(selection: selection, count: count)
    // The scroll marks have a column of their own.
    let marks = count > rect.rows ? 1 : 0
    for index in first..<min(count, first + rect.rows) {
      let line = rect.line(index - first).splitLeft(rect.columns - marks).left
      let isSelected = index == selection
      let style =
        isSelected ? context[isFocused ? .selection : .selectionInactive] : context[.text]
      if isSelected {
        fill(line, style: style)
        self.draw(">", at: Point(column: line.column, row: line.row), style: style)
        if isFocused { cursor = Point(column: line.column, row: line.row) }
      }
      draw(&self, index, line.splitLeft(2).rest, style)
    }
    drawScrollMarks(first: first, count: count, in: rect, context)
  }

  mutating func drawScrollMarks(
    first: Int, count: Int, in rect: Rect, _ context: Context
  ) {
    let right = rect.right - 1
    if first > 0 {
      draw("↑", at: Point(column: right, row: rect.row), style: context[.textMuted])
    }
    if first + rect.rows < count {
      draw("↓", at: Point(column: right, row: rect.bottom - 1), style: context[.textMuted])
    }
  }

  /// A field with its text and, in focus, the cursor; a text that is too long shows its end.
  mutating func drawField(
    _ field: TextField, placeholder: String = "", in rect: Rect, isFocused: Bool,
    isInvalid: Bool = false, _ context: Context
  ) {
    guard rect.columns > 1, rect.rows > 0 else { return }
    let style = context[isInvalid ? .inputInvalid : isFocused ? .inputFocus : .input]
    fill(rect.line(0), style: style)
    let room = rect.columns - 1
    let before = VisibleText.sanitised(String(field.characters[..<field.cursor]))
    var hidden = max(0, DisplayWidth.columns(of: before) - room + 1)
    var shown = Substring(before)
    while hidden > 0, let first = shown.first {
      hidden -= max(1, DisplayWidth.columns(of: first))
      shown = shown.dropFirst()
    }
    if field.isEmpty, !placeholder.isEmpty {
      draw(placeholder, in: rect.line(0), style: style)
    }
    var column = rect.column
    column += draw(
      String(shown), at: Point(column: column, row: rect.row), style: style, clip: rect)
    if isFocused { cursor = Point(column: min(column, rect.right - 1), row: rect.row) }
    let after = String(field.characters[field.cursor...].prefix(rect.columns))
    draw(after, at: Point(column: column, row: rect.row), style: style, clip: rect)
  }
}
