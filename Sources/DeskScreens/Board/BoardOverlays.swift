// What lies over the board: the keys, what to do with a ticket, what a window serves.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawBoardOverlay(
    _ state: BoardState, _ words: BoardPhrases, in rect: Rect, _ context: Context
  ) {
    switch state.overlay {
    case nil: break
    case .help:
      let inside = dialog(
        context.words.helpTitle, columns: min(60, rect.columns), rows: words.help.count + 2,
        in: rect, context)
      for (offset, line) in words.help.enumerated() {
        let (key, meaning) = inside.line(offset).splitLeft(16)
        draw(line.key, in: key, style: context[.dialogBorder])
        draw(line.meaning, in: meaning, style: context[.dialog])
      }
    case .actions(let id, let selection):
      guard let ticket = state.ticket(id) else { break }
      let rows = state.actions(for: ticket).enumerated().map { "\($0 + 1)  \(words.action($1))" }
      drawChoice(
        rows, title: context.words.queue.menuTitle(ticket.number), selection: selection,
        advice: context.words.queue.menuAdvice, in: rect, context)
    case .targets(_, let selection):
      drawChoice(
        state.targets.map { state.name(of: $0) }, title: words.targets, selection: selection,
        advice: context.words.queue.menuAdvice, in: rect, context)
    case .serves(let desk, let served, let selection):
      let rows = state.situations.map { situation in
        "[\(served.contains(situation.id) ? "x" : " ")] \(situation.title(state.language))"
      }
      drawChoice(
        rows, title: words.servesTitle(state.name(of: desk)), selection: selection,
        advice: words.servesAdvice, in: rect, context)
    case .message(let desk, let field):
      drawMessage(
        field, title: words.messageTitle(state.name(of: desk)), hint: words.messageHint, words,
        in: rect, context)
    case .comment(let field):
      drawMessage(
        field, title: context.words.training.comment, hint: "", words, in: rect, context)
    case .ratings(let page): drawRatings(page, state, in: rect, context)
    case .callbacks(let list): drawCallbacks(list, state, in: rect, context)
    }
  }

  private mutating func drawMessage(
    _ field: TextField, title: String, hint: String, _ words: BoardPhrases, in rect: Rect,
    _ context: Context
  ) {
    let inside = dialog(title, columns: min(70, rect.columns), rows: 5, in: rect, context)
    drawField(field, placeholder: hint, in: inside.line(0), isFocused: true, context)
    draw(words.messageAdvice, in: inside.line(2), style: context[.dialogBorder])
  }

  private mutating func drawChoice(
    _ rows: [String], title: String, selection: Int, advice: String, in rect: Rect,
    _ context: Context
  ) {
    let inside = dialog(
      title, columns: min(70, rect.columns), rows: min(rows.count + 4, rect.rows), in: rect,
      context)
    let (list, foot) = inside.splitBottom(1)
    draw(advice, in: foot, style: context[.dialogBorder])
    drawList(
      count: rows.count, selection: selection, in: list.splitBottom(1).rest, isFocused: true,
      context
    ) { frame, index, line, style in
      frame.draw(rows[index], in: line, style: style)
    }
  }
}

extension BoardState {
  fileprivate func name(of target: TicketTarget) -> String {
    switch target {
    case .desk(let id): name(of: id)
    case .situation(let id):
      situations.first { $0.id == id }?.title(language) ?? id.rawValue
    }
  }
}
