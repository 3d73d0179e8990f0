// The centre's queue in memory, as one window meets it.

package import DeskCore
package import Domain

package struct MemoryQueue: Sendable {
  package static let desk: Identifier<Desk> = Sample.id(900)
  package static let other: Identifier<Desk> = Sample.id(901)

  package var tickets: [Ticket]
  package var presence: DeskPresence?
  package var others = [
    DeskPresence(id: MemoryQueue.other, name: "Окно 5", state: .free, since: Sample.now + -600)
  ]
  /// What nobody has read.
  package var messages: [DeskMessage] = []
  /// The link is down: a call has to be asked about.
  package var isUnsure = false
  private var steps: UInt64 = 0

  /// One ticket a situation, issued a minute apart, the first a quarter of an hour ago.
  package init(situations: [LifeSituation.ID?] = ["birth-of-child", "foreign-travel"]) {
    tickets = situations.enumerated().map { place, situation in
      Ticket(
        Ticket.Issue(
          id: Sample.id(UInt64(910 + place)), number: "А00\(place + 1)", situation: situation,
          time: Sample.now + Int64(place * 60 - 900), author: Author(desk: Self.other)))
    }
  }

  package var window: WindowQueue {
    WindowQueue(
      QueueDay(tickets, from: Sample.now + -43_200),
      windows: (presence.map { [$0] } ?? []) + others, messages: messages, desk: Self.desk)
  }

  mutating func call(_ request: CallRequest, isAgreed: Bool, at now: Instant) -> Event {
    guard let next = line.first else { return .callAnswered(.nobody) }
    if isUnsure, !isAgreed { return .callAnswered(.unsure(next)) }
    step(next.id, .call, at: now)
    return .callAnswered(.ticket(tickets.first { $0.id == next.id } ?? next))
  }

  private var line: [Ticket] {
    QueueDay(tickets, from: Sample.now + -43_200).waiting
  }

  @discardableResult
  mutating func step(_ id: Ticket.ID, _ event: TicketEvent, at now: Instant) -> Event? {
    guard let place = tickets.firstIndex(where: { $0.id == id }) else {
      return .failed(.notFound(kind: "ticket", id: "\(id)"))
    }
    let ticket = tickets[place]
    guard TicketRules.state(after: event.kind, in: ticket.state) != nil else {
      return .failed(.ticketState(number: ticket.number, state: ticket.state))
    }
    steps += 1
    tickets[place].add(
      TicketStep(
        id: Sample.id(10_000 + steps), event: event, time: now, author: Author(desk: Self.desk),
        follows: ticket.lastStep))
    return nil
  }

  mutating func tell(_ state: DeskPresence.State, name: String, at now: Instant) {
    presence = DeskPresence(id: Self.desk, name: name, state: state, since: now)
  }
}

extension MemoryStore {
  /// What the queue answers; a desk whose store has none has nobody to call.
  mutating func answer(queue effect: Effect, at now: Instant) -> Event? {
    switch effect {
    case .callNext(let request):
      queue?.call(request, isAgreed: false, at: now) ?? .callAnswered(.nobody)
    case .callUnverified(let request):
      queue?.call(request, isAgreed: true, at: now) ?? .callAnswered(.nobody)
    case .stepTicket(let id, let event):
      queue?.step(id, event, at: now)
    case .tellPresence(let state, let name):
      tell(state, name: name, at: now)
    case .readMessage(let id):
      forget(id)
    case .logVisit(let visit, _, _, _):
      visit.ticket.flatMap { queue?.step($0, .finish(visit: visit.id), at: now) }
    default: nil
    }
  }

  private mutating func tell(
    _ state: DeskPresence.State, name: String, at now: Instant
  ) -> Event? {
    queue?.tell(state, name: name, at: now)
    return nil
  }

  private mutating func forget(_ message: DeskMessage.ID) -> Event? {
    queue?.messages.removeAll { $0.id == message }
    return nil
  }

  /// What the window hears once the effect is done; nothing where it is no business of the queue.
  package func news(after effect: Effect) -> Event? {
    switch effect {
    case .loadQueue, .callNext, .callUnverified, .stepTicket, .tellPresence, .readMessage,
      .logVisit:
      queue.map { .queueLoaded($0.window) }
    default: nil
    }
  }
}
