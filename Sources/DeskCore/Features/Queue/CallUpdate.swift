// F5: the next citizen, and what follows from a call.

internal import Canvas
package import Domain

/// What came of a call.
package enum CallResult: Hashable, Sendable {
  case ticket(Ticket)
  case nobody
  /// Nobody can say whether another window has called this ticket: the clerk has to decide.
  case unsure(Ticket)
  /// The central store does not let whoever is signed in call.
  case notPermitted
}

extension State {
  /// F5: the next one; while one is called and has not come, the same one again.
  mutating func callNext() -> [Effect] {
    if let current = ticketAtHand, current.state == .called {
      return [.stepTicket(current.id, .recall)]
    }
    let request =
      pendingCall
      ?? CallRequest(
        id: ids.makeID(at: clock.now), situations: window?.presence?.situations ?? [])
    pendingCall = request
    let open: [Effect] = window?.presence?.isOpen == true ? [] : [tellPresence(.free)]
    return open + [.callNext(request)]
  }

  /// The clerk goes away for a while, or is back.
  mutating func togglePause() -> [Effect] {
    [tellPresence(window?.presence?.state == .away ? .free : .away)]
  }

  func tellPresence(_ state: DeskPresence.State) -> Effect {
    .tellPresence(state, name: settings.deskName)
  }

  /// A window that is open has another clerk now: the board names who is there.
  func takeOverWindow(_ employee: Employee) -> [Effect] {
    guard let presence = window?.presence, presence.isOpen, presence.employee != employee.id,
      employee.may(.callTickets)
    else { return [] }
    return [tellPresence(.free)]
  }

  /// The window closes with the program, where it was open.
  var closingWindow: [Effect] {
    guard let presence = window?.presence, presence.state != .closed else { return [] }
    return [tellPresence(.closed)]
  }

  mutating func take(queue: WindowQueue) -> [Effect] {
    // A notice stays until a key comes, and a new message stands where it is.
    let known = Set((window?.messages ?? []).map(\.id))
    let isNew = queue.messages.contains { !known.contains($0.id) }
    if isNew, notice?.isProblem == false { notice = nil }
    window = queue
    if case .ticket(let menu) = overlay, menu.level != .actions || ticketActions.isEmpty,
      ticketAtHand == nil
    {
      overlay = nil
    }
    return []
  }

  mutating func take(call result: CallResult) -> [Effect] {
    switch result {
    case .ticket(let ticket):
      pendingCall = nil
      countKeysFromCall()
      return openSituation(of: ticket)
    case .nobody:
      pendingCall = nil
      notice = .nobodyWaits
    case .unsure(let ticket):
      guard let request = pendingCall else { return [] }
      overlay = .confirm(.callUnverified(request, number: ticket.number))
    case .notPermitted:
      pendingCall = nil
      return refuse()
    }
    return []
  }

  mutating func answerUnverified(_ request: CallRequest, agreed: Bool) -> [Effect] {
    guard agreed else {
      pendingCall = nil
      return []
    }
    return [.callUnverified(request)]
  }

  /// The situation of the ticket that was called opens by itself, where nothing else is being done.
  private mutating func openSituation(of ticket: Ticket) -> [Effect] {
    guard overlay == nil, waiting == nil, isBetweenCitizens, let situation = ticket.situation
    else { return [] }
    visit = VisitInProgress()
    screens = [.home]
    return openSituation(situation)
  }

  /// Nobody's work is open: no visit was begun, no citizen chosen, no form is open.
  var isBetweenCitizens: Bool {
    guard visit.isEmpty, visit.citizen == nil else { return false }
    return screens.allSatisfy {
      switch $0 {
      case .home, .situation: true
      default: false
      }
    }
  }

  /// The citizen sits down. Shown at once; the store's word follows.
  mutating func startServing() -> [Effect] {
    guard var queue = window, let place = queue.tickets.firstIndex(where: { $0.state == .called })
    else { return [] }
    queue.tickets[place].state = .serving
    queue.tickets[place].since = clock.now
    window = queue
    return [.stepTicket(queue.tickets[place].id, .start)]
  }

  /// Serving begins by itself with the first key that works for the citizen who was called: on a
  /// situation, on a card or a form, or by opening one.
  mutating func startServing(after before: (screens: [Screen], visit: VisitInProgress)) -> [Effect]
  {
    // Who may not call has come to look, while the window's ticket waits for its clerk.
    guard may(.callTickets), ticketAtHand?.state == .called else { return [] }
    let works = screens.count > 1 || waiting == .situation || waiting == .card
    let isChanged = screens != before.screens || visit != before.visit || waiting != nil
    return works && isChanged && screens.count >= before.screens.count ? startServing() : []
  }
}
