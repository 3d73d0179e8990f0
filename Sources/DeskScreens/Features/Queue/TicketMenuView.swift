// F6: the menu of the ticket at the window.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawTicketMenu(
    _ menu: TicketMenu, _ state: State, in rect: Rect, _ context: Context
  ) {
    switch menu.level {
    case .actions: drawActions(menu, state, in: rect, context)
    case .targets: drawTargets(menu, state, in: rect, context)
    case .holdComment:
      drawComment(menu, title: context.words.queue.holdTitle, in: rect, context)
    case .redirectComment(let target):
      drawComment(
        menu, title: context.words.queue.redirectTitle(state.name(of: target, context)),
        comesBack: context.words.queue.comesBack(menu.comesBack), in: rect, context)
    }
  }

  private mutating func drawActions(
    _ menu: TicketMenu, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words.queue
    let title = state.ticketAtHand.map { words.menuTitle($0.ticket.number) } ?? words.heldTitle
    let rows = state.ticketActions.map { state.menuRow($0, context) }
    drawMenu(
      rows, title: title, selection: menu.selection, isNumbered: true, in: rect, context)
  }

  private mutating func drawTargets(
    _ menu: TicketMenu, _ state: State, in rect: Rect, _ context: Context
  ) {
    let rows = state.ticketTargets.map { (text: state.name(of: $0, context), isOff: false) }
    drawMenu(
      rows, title: context.words.queue.targetTitle, selection: menu.selection, isNumbered: false,
      in: rect, context)
  }

  private mutating func drawMenu(
    _ rows: [(text: String, isOff: Bool)], title: String, selection: Int, isNumbered: Bool,
    in rect: Rect, _ context: Context
  ) {
    let inside = dialog(
      title, columns: min(60, rect.columns), rows: min(rows.count + 4, rect.rows), in: rect,
      context)
    let (list, foot) = inside.splitBottom(1)
    draw(context.words.queue.menuAdvice, in: foot, style: context[.dialogBorder])
    drawList(
      count: rows.count, selection: selection, in: list.splitBottom(1).rest, isFocused: true,
      context
    ) { frame, index, line, style in
      let row = rows[index]
      let muted = row.isOff && index != selection ? context[.textMuted] : style
      frame.draw(
        (isNumbered && index < 9 ? "\(index + 1)  " : "") + row.text, in: line, style: muted)
    }
  }

  private mutating func drawComment(
    _ menu: TicketMenu, title: String, comesBack: String? = nil, in rect: Rect, _ context: Context
  ) {
    let inside = dialog(
      title, columns: min(60, rect.columns), rows: comesBack == nil ? 5 : 6, in: rect, context)
    if let comesBack {
      draw("Tab  \(comesBack)", in: inside.line(1), style: context[.dialog])
    }
    draw(
      context.words.queue.menuAdvice, in: inside.splitBottom(1).bottom,
      style: context[.dialogBorder])
    drawField(
      menu.comment, placeholder: context.words.queue.commentHint, in: inside, isFocused: true,
      context)
  }
}

extension State {
  fileprivate func menuRow(
    _ action: TicketAction, _ context: Context
  ) -> (text: String, isOff: Bool) {
    let words = context.words.queue
    let name = words.action(action)
    if case .callHeld(let held) = action {
      let since = held.since.civil(offset: clock.offset).time.short
      let parts = [name, since, held.ticket.comment].filter { !$0.isEmpty }
      return (parts.joined(separator: " · "), false)
    }
    guard action == .noShow, let wait = noShowWait else { return (name, false) }
    return ("\(name) — \(words.noShowWait(wait))", true)
  }

  func name(of target: TicketTarget, _ context: Context) -> String {
    switch target {
    case .desk(let id):
      let name = window?.others.first { $0.id == id }?.name ?? ""
      return name.isEmpty ? "\(context.words.queue.window) \(id.short)" : name
    case .situation(let id):
      return situations.first { $0.id == id }?.title(context.words.language) ?? id.rawValue
    }
  }
}

extension Identifier {
  /// The end of the id, which tells two of one day apart.
  fileprivate var short: String { String("\(self)".suffix(4)) }
}
