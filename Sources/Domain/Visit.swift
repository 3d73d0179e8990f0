// The visit and the case: what happened at the window, and what outlives one visit.

/// How a service ended at the window.
package enum Outcome: String, Codable, CaseIterable, Sendable {
  /// The application was taken in.
  case accepted
  /// The citizen was advised.
  case consulted
  /// A result was handed over.
  case issued
  case refused
  /// Sent to another window or body.
  case redirected
}

/// The way in which a citizen came.
package enum VisitChannel: String, Codable, CaseIterable, Sendable {
  case counter, phone, outreach, online
}

/// What happened at the window: when, with whom, which services, which outcome.
package struct Visit: Hashable, Identifiable, Sendable, Codable {
  package typealias ID = Identifier<Visit>

  package struct Line: Hashable, Sendable, Codable {
    package var id: Service.ID
    package var outcome: Outcome
    package init(id: Service.ID, outcome: Outcome) {
      self.id = id
      self.outcome = outcome
    }
  }

  package var id: ID
  package var situation: LifeSituation.ID
  package var services: [Line]
  /// Absent in an anonymous consultation.
  package var citizen: Citizen.ID?
  package var ticket: Identifier<Ticket>?
  package var channel: VisitChannel
  package var started: Instant
  package var ended: Instant
  package var note: String

  package init(
    id: ID, situation: LifeSituation.ID, services: [Line], citizen: Citizen.ID?,
    ticket: Identifier<Ticket>? = nil, channel: VisitChannel, started: Instant, ended: Instant,
    note: String = ""
  ) {
    self.id = id
    self.situation = situation
    self.services = services
    self.citizen = citizen
    self.ticket = ticket
    self.channel = channel
    self.started = started
    self.ended = ended
    self.note = note
  }
}

/// One citizen in one life situation, with the state of each linked service.
package struct SituationCase: Hashable, Identifiable, Sendable, Codable {
  package typealias ID = Identifier<SituationCase>

  /// How far one service has come.
  package enum Progress: String, Codable, CaseIterable, Sendable {
    case open, consulted, accepted, issued, refused, redirected

    /// A result in hand, or a refusal, ends a service.
    package var isSettled: Bool { self == .issued || self == .refused }

    /// How far the service has come after one more visit with `outcome`.
    ///
    /// What happened last counts, but for advice: advice about an application does not take the
    /// application back.
    package func after(_ outcome: Outcome) -> Progress {
      outcome == .consulted && self != .open ? self : Progress(outcome)
    }

    package init(_ outcome: Outcome) {
      switch outcome {
      case .accepted: self = .accepted
      case .consulted: self = .consulted
      case .issued: self = .issued
      case .refused: self = .refused
      case .redirected: self = .redirected
      }
    }
  }

  package var id: ID
  package var citizen: Citizen.ID
  package var situation: LifeSituation.ID
  package var eventDate: CalendarDate?
  package var opened: Instant
  package var closed: Instant?
  package var services: [Service.ID: Progress]

  package init(
    id: ID, citizen: Citizen.ID, situation: LifeSituation.ID, eventDate: CalendarDate? = nil,
    opened: Instant, closed: Instant? = nil, services: [Service.ID: Progress] = [:]
  ) {
    self.id = id
    self.citizen = citizen
    self.situation = situation
    self.eventDate = eventDate
    self.opened = opened
    self.closed = closed
    self.services = services
  }
}
