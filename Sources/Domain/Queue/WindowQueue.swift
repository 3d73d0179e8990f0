/// A ticket that is at a window, as that window has it.
package struct TicketAtWindow: Hashable, Identifiable, Sendable {
  package var ticket: Ticket
  /// The window's own state of it: called, serving or held.
  package var state: Ticket.State
  package var since: Instant

  package var id: Ticket.ID { ticket.id }

  package init(ticket: Ticket, state: Ticket.State, since: Instant) {
    self.ticket = ticket
    self.state = state
    self.since = since
  }
}

/// The queue as one window sees it.
package struct WindowQueue: Hashable, Sendable {
  package var desk: Identifier<Desk>
  /// What the window told last; absent where it never told.
  package var presence: DeskPresence?
  /// What the window has, one in hand before those that are held.
  package var tickets: [TicketAtWindow]
  /// How many wait whom this window may call.
  package var waiting: Int
  /// The open windows beside this one.
  package var others: [DeskPresence]
  /// What nobody here has read yet, the oldest first.
  package var messages: [DeskMessage]

  package init(
    desk: Identifier<Desk>, presence: DeskPresence? = nil, tickets: [TicketAtWindow] = [],
    waiting: Int = 0, others: [DeskPresence] = [], messages: [DeskMessage] = []
  ) {
    self.desk = desk
    self.presence = presence
    self.tickets = tickets
    self.waiting = waiting
    self.others = others
    self.messages = messages
  }

  package init(
    _ day: QueueDay, windows: [DeskPresence], messages: [DeskMessage] = [], desk: Identifier<Desk>
  ) {
    let presence = windows.first { $0.id == desk }
    self.init(
      desk: desk, presence: presence,
      tickets: day.tickets(at: desk).map {
        TicketAtWindow(ticket: $0.ticket, state: $0.standing.state, since: $0.standing.since)
      },
      waiting: day.waiting.count { ticket in
        presence?.mayCall(ticket) ?? (ticket.destination == nil || ticket.destination == desk)
      },
      others: windows.filter { $0.id != desk && $0.state != .closed }, messages: messages)
  }

  /// The ticket whose citizen is called or sits here.
  package var current: TicketAtWindow? { tickets.first { $0.state != .held } }
  package var held: [TicketAtWindow] { tickets.filter { $0.state == .held } }
}
