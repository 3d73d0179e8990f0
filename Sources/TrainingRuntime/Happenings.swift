// What happens to the whole centre, and what a supervisor does about it.

internal import Domain
internal import LocalStore
internal import Sync
internal import Training

extension TrainingDay {
  func happen(_ happening: DayPlan.Happening) throws(StoreError) {
    news = happening.says ?? news
    switch happening.kind {
    case .linkDown: setLink(isDown: true)
    case .linkUp: setLink(isDown: false)
    case .doubled:
      guard let person = happening.role.flatMap(plan.place(of:)), let id = tickets[person] else {
        return
      }
      try callTwice(id)
    }
  }

  /// The link to the centre breaks, or comes back.
  package func setLink(isDown: Bool) {
    isLinkDown = isDown
    guard !isDown else { return }
    // A window that has waited for the link goes on.
    for window in windows.indices where windows[window].isTrainee && windows[window].isIdle {
      guard let way else { continue }
      windows[window].isIdle = false
      agenda.add(.isFree(window), at: now + way.pause)
    }
  }

  /// Two windows have called one ticket while there was no link: this desk's call comes beside the other's,
  /// which the centre has already, when the rows of the central store arrive.
  private func callTwice(_ id: Ticket.ID) throws(StoreError) {
    guard let ticket = try store.ticket(id), ticket.isWaiting,
      let other = windows.last(where: { !$0.isTrainee })?.desk
    else { return }
    try store.step(id, .call, assurance: .unverified, stamp(store.desk))
    serverRows += 1
    let row = SyncRow(
      entity: .ticket, id: id.uuid, version: serverRows, body: serverBody(of: ticket, at: other))
    let page = SyncPage(
      rows: [row], cursor: SyncCursor(epoch: "demo", number: serverRows, chain: ""),
      head: serverRows, durable: 0, release: 0, serverTime: now)
    _ = store.perform(.apply(page), now: now, offset: plan.offset)
    // Nobody comes to this window: the visitor sits at the other one.
    try store.step(id, .finish(visit: nil), stamp(store.desk))
  }

  /// The ticket as the central store has it: called, served and done at another window.
  private func serverBody(of ticket: Ticket, at desk: Identifier<Desk>) -> String {
    var steps: [String] = []
    var follows: TicketStep.ID?
    for event in [TicketEvent.Kind.call, .start, .finish] {
      let id: TicketStep.ID = ids.makeID(at: now)
      let before = follows.map { ",\"follows\":\"\($0)\"" } ?? ""
      steps.append(
        "{\"id\":\"\(id)\",\"event\":\"\(event.rawValue)\",\"time\":\"\(now.iso8601)\","
          + "\"desk\":\"\(desk)\"\(before)}")
      follows = id
    }
    let situation = ticket.issue.situation.map { "\"\($0)\"" } ?? "null"
    return "{\"number\":\"\(ticket.number)\",\"situation\":\(situation),"
      + "\"audience\":\"\(ticket.issue.audience.rawValue)\",\"priority\":\(ticket.issue.priority),"
      + "\"issued\":\"\(ticket.placed.iso8601)\",\"desk\":\"\(ticket.issue.author.desk)\","
      + "\"steps\":[\(steps.joined(separator: ","))]}"
  }

  /// What a good supervisor does for a step of the lesson.
  func act(_ place: Int) throws(StoreError) {
    guard let check = lesson?.steps[place].check,
      let id = check.who.flatMap(plan.place(of:)).flatMap({ tickets[$0] }),
      let ticket = try store.ticket(id), let event = check.supervision(of: ticket)
    else { return }
    try store.step(id, event, stamp(store.desk))
    wakeWindow()
  }
}

extension Check {
  /// The supervisor's step that brings it about; `nil` where there is nothing to do.
  fileprivate func supervision(of ticket: Ticket) -> TicketEvent? {
    switch kind {
    case .prioritised: ticket.isWaiting ? .prioritise(TicketRequest.priorities.upperBound) : nil
    case .moved: ticket.isWaiting ? situation.map { .move(.situation($0)) } : nil
    case .reopened: ticket.state.isEnd ? .reopen : nil
    case .settled: ticket.isDoubled ? .settle : nil
    default: nil
    }
  }
}
