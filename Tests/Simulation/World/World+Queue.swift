import DiscreteEvents
import Domain
import Sync

@testable import LocalStore

// Tickets: issued, called with and without a link, and what windows and a supervisor do with them.

extension World {
  func issue(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let situation = SmallCatalogue.content.situations.randomElement(using: &random)?.id
      _ = try store.issueTicket(
        TicketRequest(
          situation: chance(0.1) ? nil : situation, priority: Int.random(in: 0...1, using: &random)),
        stamp)
    }
  }

  func open(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    let state: DeskPresence.State = chance(0.8) ? .free : .away
    try store.tellPresence(
      DeskPresence(id: store.desk, name: "Окно", state: state, since: stamp.now), stamp)
  }

  /// A call over the machine: what it answers, and when, is what the clerk goes on with.
  func call(_ desk: SimulatedDesk) {
    let stamp = stamp(of: desk)
    let call =
      desk.callAgain
      ?? SyncCall(
        request: CallRequest(id: newID()), since: stamp.startOfDay, time: stamp.now)
    desk.callAgain = nil
    trace.note(now, "\(desk.index) clerk call")
    feed(desk, .call(call))
  }

  func answered(_ answer: CallAnswer, at desk: SimulatedDesk) {
    trace.note(now, "\(desk.index) answered \(answer.outcome)")
    guard answer.outcome == .noLink else { return }
    let request = CallRequest(id: answer.request)
    if chance(0.3) {
      let stamp = stamp(of: desk)
      desk.callAgain = SyncCall(request: request, since: stamp.startOfDay, time: stamp.now)
      return
    }
    let store = desk.store.local
    do {
      let stamp = stamp(of: desk)
      if try store.callNext(request, among: .leased, stamp) == nil, chance(0.5) {
        _ = try store.callNext(request, among: .unverified, stamp)
      }
    } catch {
      if case .diskFull = error, desk.store.isFull { return }
      return report(.store, "desk \(desk.index) cannot call: \(error)")
    }
    if book.note(desk) > 0 {
      desk.isAtRest = false
      queue.add(.saved(desk: desk.index, life: desk.life), at: now)
    }
  }

  /// What a window does with a ticket of its own, or a supervisor with any.
  func step(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    let day = try store.queue(stamp)
    let own = day.tickets(at: store.desk).map(\.ticket)
    if chance(0.8), let ticket = own.randomElement(using: &random) {
      guard let event = windowEvents.randomElement(using: &random) else { return }
      try store.step(ticket.id, event, stamp)
      return
    }
    if let doubled = day.doubled.randomElement(using: &random), chance(0.5) {
      try store.step(doubled.id, .settle, stamp)
      return
    }
    guard let ticket = (day.waiting + day.ended).randomElement(using: &random) else { return }
    let event: TicketEvent =
      ticket.isWaiting
      ? [.prioritise(2), .move(.situation("change-of-residence")), .leave]
        .randomElement(using: &random) ?? .leave : .reopen
    try store.step(ticket.id, event, stamp)
  }

  private var windowEvents: [TicketEvent] {
    [
      .recall, .start, .start, .hold(comment: "ждём"), .call, .putBack, .noShow, .leave,
      .finish(visit: nil),
      .redirect(.situation("birth-of-child"), comment: "туда", comesBack: chance(0.5)),
    ]
  }

  func inHand(_ store: LocalStore, _ stamp: Stamp) -> Ticket.ID? {
    (try? store.queue(stamp))?.tickets(at: store.desk).first?.ticket.id
  }

  private func stamp(of desk: SimulatedDesk) -> Stamp {
    Stamp(
      now: wallClock(of: desk), author: Author(desk: desk.store.local.desk), offset: .moscow)
  }
}
