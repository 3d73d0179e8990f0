/// What the entrance asks for: a ticket that has no number yet.
package struct TicketRequest: Hashable, Sendable {
  package var situation: LifeSituation.ID?
  package var audience: Audience
  package var appointment: String?
  /// The group by law, an id of the configuration's table.
  package var group: String?
  package var priority: Int

  package init(
    situation: LifeSituation.ID?, audience: Audience = .person, appointment: String? = nil,
    group: String? = nil, priority: Int = 0
  ) {
    self.situation = situation
    self.audience = audience
    self.appointment = appointment
    self.group = group
    self.priority = priority
  }

  /// The most and the least that a priority may be.
  package static let priorities = 0...9
}

/// A window that wants the next citizen.
package struct CallRequest: Hashable, Sendable {
  /// Becomes the id of the step: the same request again is answered with the same ticket.
  package var id: TicketStep.ID
  /// What the window serves; empty: everything.
  package var situations: [LifeSituation.ID]

  package init(id: TicketStep.ID, situations: [LifeSituation.ID] = []) {
    self.id = id
    self.situations = situations
  }
}

/// What became of a call.
package struct CallAnswer: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    /// The ticket is in this desk's store, called.
    case ticket(Ticket.ID)
    /// Nobody waits whom this window may call.
    case nobody
    /// No link, or no answer in time: what came of it is settled when the link is back.
    case noLink
    /// The central store does not let this employee call.
    case notPermitted
  }

  package var request: TicketStep.ID
  package var outcome: Outcome

  package init(request: TicketStep.ID, outcome: Outcome) {
    self.request = request
    self.outcome = outcome
  }
}

/// A ticket that the central store keeps for this desk, in case the link breaks.
package struct TicketLease: Hashable, Sendable {
  package var ticket: Ticket.ID
  package var until: Instant

  package init(ticket: Ticket.ID, until: Instant) {
    self.ticket = ticket
    self.until = until
  }
}
