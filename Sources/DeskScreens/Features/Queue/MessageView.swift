// A message from the supervisor's board: a line in place of the advice, and the whole of it on a key.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawMessageLine(
    _ message: DeskMessage, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words.queue
    let style = context[.statusWarning]
    let key = words.messageKey(state.window?.messages.count ?? 1)
    let line = rect.inset(columns: 1)
    let (text, right) = line.splitLeft(line.columns - DisplayWidth.columns(of: key) - 1)
    fill(rect, style: style)
    draw(
      words.message(message.sent.civil(offset: state.clock.offset).time.short, message.text),
      in: text.splitLeft(text.columns - 1).left, style: style)
    draw(key, in: right, style: style)
  }

  mutating func drawMessage(
    _ message: DeskMessage, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words.queue
    let columns = min(60, rect.columns)
    let lines = TextWrap.lines(message.text, width: columns - 4)
    let inside = dialog(
      words.messageTitle(message.sent.civil(offset: state.clock.offset).time.short),
      columns: columns, rows: min(lines.count + 4, rect.rows), in: rect, context)
    let (text, foot) = inside.splitBottom(1)
    drawWrapped(message.text, in: text, style: context[.dialog])
    draw(words.messageAdvice, in: foot, style: context[.dialogBorder])
    cursor = Point(column: inside.column, row: inside.row)
  }
}
