// Whom to call: the number, until when, and what came of it.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  /// The list at a desk.
  mutating func drawCallbacks(
    _ list: CallbackList, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = CallbackPhrases.of(context.words.language)
    let inside = rect.inset(columns: 1)
    draw(words.title, in: inside.line(0), style: context[.heading])
    drawCallbackRows(list, today: state.clock.date, in: inside.splitTop(1).rest, context)
    drawCallbackOutcomes(list, in: rect, context)
  }

  /// The list over the board.
  mutating func drawCallbacks(
    _ list: CallbackList, _ state: BoardState, in rect: Rect, _ context: Context
  ) {
    let words = CallbackPhrases.of(state.language)
    let inside = dialog(
      words.title, columns: min(100, rect.columns), rows: rect.rows, in: rect, context)
    let (body, foot) = inside.splitBottom(1)
    draw(words.keys, in: foot, style: context[.dialogBorder])
    drawCallbackRows(list, today: state.clock.date, in: body, context)
    drawCallbackOutcomes(list, in: rect, context)
  }

  private mutating func drawCallbackRows(
    _ list: CallbackList, today: CalendarDate, in rect: Rect, _ context: Context
  ) {
    let words = CallbackPhrases.of(context.words.language)
    guard let calls = list.calls, !calls.isEmpty else {
      let text = list.calls == nil ? words.loading : words.nobody
      draw(text, in: rect.line(0), style: context[.textMuted])
      return
    }
    let figures = list.figures(today: today)
    draw(
      words.figures(figures), in: rect.line(0),
      style: context[figures.overdue > 0 ? .statusWarning : .textMuted])
    drawList(
      count: calls.count, selection: list.selection, in: rect.splitTop(2).rest,
      isFocused: list.outcome == nil, context
    ) { frame, index, line, style in
      frame.draw(
        calls[index], today: today, isSelected: index == list.selection, in: line, style, context)
    }
  }

  /// The state first, in words: it is to be seen without colour.
  private mutating func draw(
    _ call: Callback, today: CalendarDate, isSelected: Bool, in line: Rect, _ style: Style,
    _ context: Context
  ) {
    let words = CallbackPhrases.of(context.words.language)
    let isOverdue = call.isOverdue(on: today)
    let status =
      call.outcome.map(words.outcome) ?? (isOverdue ? words.overdue : words.waits)
    let role: Role = call.outcome != nil ? .textMuted : isOverdue ? .statusWarning : .text
    let (left, afterStatus) = line.splitLeft(16)
    let (phone, rest) = afterStatus.splitLeft(20)
    draw(status, in: left, style: isSelected ? style : context[role])
    draw(call.phone?.description ?? "—", in: phone, style: style)
    let asked = words.asked(typed(call.asked))
    let until = words.until(typed(call.due))
    let both = call.outcome == nil ? "\(until) · \(asked)" : asked
    let hasRoom = DisplayWidth.columns(of: both) <= rest.columns
    draw(hasRoom ? both : until, in: rest, style: style)
  }

  private mutating func drawCallbackOutcomes(
    _ list: CallbackList, in rect: Rect, _ context: Context
  ) {
    guard let chosen = list.outcome, let call = list.selected else { return }
    let words = CallbackPhrases.of(context.words.language)
    let outcomes = CallbackList.outcomes
    let inside = dialog(
      words.choiceTitle(call.phone?.description ?? ""), columns: min(58, rect.columns),
      rows: outcomes.count + 4, in: rect, context)
    let (rows, foot) = inside.splitBottom(1)
    draw(words.choiceAdvice, in: foot, style: context[.dialogBorder])
    drawList(
      count: outcomes.count, selection: chosen, in: rows.splitBottom(1).rest, isFocused: true,
      context
    ) { frame, index, line, style in
      frame.draw("\(index + 1)  \(words.choice(outcomes[index]))", in: line, style: style)
    }
  }
}
