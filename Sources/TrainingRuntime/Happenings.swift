// What happens to the whole centre, and what a supervisor does about it.

package import Domain
internal import LocalStore
internal import Sync
internal import Training

extension TrainingDay {
  private static let keptTickets = 2
  /// Seconds, as the central store has it.
  private static let keptFor: Int64 = 120

  func happen(_ happening: DayPlan.Happening) throws(StoreError) {
    news = happening.says ?? news
    switch happening.kind {
    case .linkDown: try setLink(isDown: true)
    case .linkUp: try setLink(isDown: false)
    case .doubled:
      guard let person = happening.role.flatMap(plan.place(of:)), let id = tickets[person] else {
        return
      }
      try callTwice(id)
    }
  }

  /// The link to the centre breaks, or comes back.
  package func setLink(isDown: Bool) throws(StoreError) {
    isLinkDown = isDown
    if way == nil { try keepTickets(isDown) }
    guard !isDown else { return }
    // A window that has waited for the link goes on.
    for window in windows.indices where windows[window].isTrainee && windows[window].isIdle {
      guard let way else { continue }
      windows[window].isIdle = false
      agenda.add(.isFree(window), at: now + way.pause)
    }
  }

  /// A person's window has some tickets kept for it while there is no link, as the central store keeps them for every
  /// desk: from beyond those whom the open windows call next, and not for long.
  private func keepTickets(_ isDown: Bool) throws(StoreError) {
    let date = now.date(offset: plan.offset)
    let line = try store.tickets(from: date, to: date, offset: plan.offset)
      .filter { $0.isWaiting && $0.destination == nil }
      .sorted { ($1.priority, $0.placed, $0.id) < ($0.priority, $1.placed, $1.id) }
    let kept = isDown ? line.dropFirst(windows.count).prefix(Self.keptTickets) : []
    let until = now + Self.keptFor
    try store.setLeases(kept.map { TicketLease(ticket: $0.id, until: until) })
    agenda.add(.othersGoOn, at: isDown ? until : now)
  }

  /// Nothing is kept from the other windows any more.
  func wakeOthers() {
    for window in windows.indices where !windows[window].isTrainee && windows[window].isIdle {
      isFreeSoon(window)
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
  package func supervision(of ticket: Ticket) -> TicketEvent? {
    switch kind {
    case .prioritised: ticket.isWaiting ? .prioritise(TicketRequest.priorities.upperBound) : nil
    case .moved: ticket.isWaiting ? situation.map { .move(.situation($0)) } : nil
    case .reopened: ticket.state.isEnd ? .reopen : nil
    case .settled: ticket.isDoubled ? .settle : nil
    default: nil
    }
  }
}
