// Keys in the menu of the ticket.

internal import Canvas
internal import Domain

extension State {
  mutating func openTicketMenu() -> [Effect] {
    overlay = .ticket(TicketMenu())
    return []
  }

  mutating func updateTicketMenu(_ current: TicketMenu, _ key: Key) -> [Effect] {
    // F6 again closes what F6 opened.
    if Command.ticket.keys.contains(key) {
      overlay = nil
      return []
    }
    if Command.callNext.keys.contains(key) {
      overlay = nil
      return perform(.callNext)
    }
    var menu = current
    let effects: [Effect]
    switch menu.level {
    case .actions: effects = updateActions(&menu, key)
    case .targets: effects = updateTargets(&menu, key)
    case .holdComment:
      effects = updateComment(&menu, key) { .hold(comment: $0.comment.trimmed) }
    case .redirectComment(let target):
      if key == .tab || key == .backTab { menu.comesBack.toggle() }
      effects = updateComment(&menu, key) {
        .redirect(target, comment: $0.comment.trimmed, comesBack: $0.comesBack)
      }
    }
    if case .ticket = overlay { overlay = .ticket(menu) }
    return effects
  }

  private mutating func updateActions(_ menu: inout TicketMenu, _ key: Key) -> [Effect] {
    let actions = ticketActions
    if move(&menu.selection, by: key, count: actions.count, page: page) { return [] }
    switch key {
    case .escape: overlay = nil
    case .enter:
      guard actions.indices.contains(menu.selection) else { return [] }
      return choose(actions[menu.selection], &menu)
    case .character(let character):
      guard let index = index(of: character, in: actions) else { return [] }
      menu.selection = index
      return choose(actions[index], &menu)
    default: break
    }
    return []
  }

  private func index(of character: Character, in actions: [TicketAction]) -> Int? {
    if let digit = character.wholeNumberValue {
      return actions.indices.contains(digit - 1) ? digit - 1 : nil
    }
    let letter = character.lowercased()
    return actions.firstIndex { $0.letters.contains(letter) }
  }

  private mutating func choose(_ action: TicketAction, _ menu: inout TicketMenu) -> [Effect] {
    switch action {
    case .hold: menu.level = .holdComment
    case .redirect:
      (menu.level, menu.selection) = (.targets, 0)
    case .noShow:
      // The menu says what is missing.
      return noShowWait == nil ? stepAndClose(.noShow) : []
    case .start:
      overlay = nil
      return startServing()
    case .putBack: return stepAndClose(.putBack)
    case .leave: return stepAndClose(.leave)
    case .finish: return stepAndClose(.finish(visit: nil))
    case .callHeld(let held):
      overlay = nil
      if let obstacle = Command.callNext.obstacle(in: self) {
        notice = .obstacle(obstacle)
        return []
      }
      return [.stepTicket(held.id, .call)]
    }
    return []
  }

  private mutating func updateTargets(_ menu: inout TicketMenu, _ key: Key) -> [Effect] {
    let targets = ticketTargets
    if move(&menu.selection, by: key, count: targets.count, page: page) { return [] }
    switch key {
    case .escape: (menu.level, menu.selection) = (.actions, 0)
    case .enter:
      guard targets.indices.contains(menu.selection) else { return [] }
      menu.level = .redirectComment(targets[menu.selection])
    default: break
    }
    return []
  }

  private mutating func updateComment(
    _ menu: inout TicketMenu, _ key: Key, _ event: (TicketMenu) -> TicketEvent
  ) -> [Effect] {
    switch key {
    case .escape: (menu.level, menu.selection) = (.actions, 0)
    case .enter: return stepAndClose(event(menu))
    default: _ = menu.comment.take(key)
    }
    return []
  }

  private mutating func stepAndClose(_ event: TicketEvent) -> [Effect] {
    overlay = nil
    guard let ticket = ticketAtHand else { return [] }
    return [.stepTicket(ticket.id, event)]
  }
}

extension TextField {
  fileprivate var trimmed: String {
    let text = text.drop { $0 == " " }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
