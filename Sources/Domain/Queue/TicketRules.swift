/// The table of a ticket's states. The central store holds the same one (`okno.ticket_rule`), and a test
/// compares them.
package enum TicketRules {
  /// The state after `event`; `nil` where the event is none for that state.
  package static func state(after event: TicketEvent.Kind, in state: Ticket.State) -> Ticket.State?
  {
    switch (event, state) {
    case (.call, .waiting), (.call, .redirected), (.call, .held): .called
    case (.recall, .called): .called
    case (.start, .called): .serving
    case (.hold, .called), (.hold, .serving): .held
    case (.putBack, .called), (.putBack, .serving), (.putBack, .held), (.putBack, .noShow),
      (.putBack, .redirected):
      .waiting
    case (.noShow, .called), (.noShow, .held): .noShow
    case (.redirect, .called), (.redirect, .serving), (.redirect, .held): .redirected
    case (.leave, .done), (.leave, .left): nil
    case (.leave, _): .left
    case (.finish, .serving), (.finish, .called): .done
    case (.reopen, .done), (.reopen, .left), (.reopen, .noShow): .waiting
    case (.prioritise, .waiting), (.move, .waiting): .waiting
    case (.prioritise, .redirected), (.move, .redirected): .redirected
    case (.move, .held): .waiting
    case (.settle, _): state
    default: nil
    }
  }
}

/// When a citizen who was called and does not come counts as gone.
package struct NoShowRule: Hashable, Sendable {
  package var calls: Int
  /// Minutes from the first call.
  package var minutes: Int

  package init(calls: Int = 3, minutes: Int = 3) {
    self.calls = calls
    self.minutes = minutes
  }

  package func holds(for ticket: Ticket, at now: Instant) -> Bool {
    guard ticket.state == .called, let first = ticket.firstCalled else { return false }
    return ticket.calls >= calls && now.milliseconds - first.milliseconds >= Int64(minutes) * 60_000
  }
}
