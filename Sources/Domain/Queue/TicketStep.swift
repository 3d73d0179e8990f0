/// Where a ticket is sent.
package enum TicketTarget: Hashable, Sendable {
  case desk(Identifier<Desk>)
  case situation(LifeSituation.ID)
}

/// What somebody does with a ticket.
package enum TicketEvent: Hashable, Sendable {
  case call
  /// Called once more: nobody has come yet.
  case recall
  /// The citizen sits down.
  case start
  case hold(comment: String)
  /// Back into the line, at the same place.
  case putBack
  case noShow
  /// To another window or situation, with raised priority; `comesBack` where the citizen returns to this window.
  case redirect(TicketTarget, comment: String, comesBack: Bool)
  case leave
  case finish(visit: Visit.ID?)
  /// A supervisor takes an end back.
  case reopen
  case prioritise(Int)
  case move(TicketTarget)
  /// A supervisor has seen what two desks did with it.
  case settle

  package enum Kind: String, Codable, CaseIterable, Sendable {
    case call, recall, start, hold
    case putBack = "put_back"
    case noShow = "no_show"
    case redirect, leave, finish, reopen, prioritise, move, settle

    /// What a clerk does at the window; the others are a supervisor's.
    package var isOfWindow: Bool {
      switch self {
      case .call, .recall, .start, .hold, .putBack, .noShow, .redirect, .leave, .finish: true
      case .reopen, .prioritise, .move, .settle: false
      }
    }

    /// The state to which it leads from wherever it is allowed; `nil` where that depends.
    package var leadsTo: Ticket.State? {
      switch self {
      case .call, .recall: .called
      case .start: .serving
      case .hold: .held
      case .putBack, .reopen: .waiting
      case .noShow: .noShow
      case .redirect: .redirected
      case .leave: .left
      case .finish: .done
      case .prioritise, .move, .settle: nil
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .call: .call
    case .recall: .recall
    case .start: .start
    case .hold: .hold
    case .putBack: .putBack
    case .noShow: .noShow
    case .redirect: .redirect
    case .leave: .leave
    case .finish: .finish
    case .reopen: .reopen
    case .prioritise: .prioritise
    case .move: .move
    case .settle: .settle
    }
  }
}

/// One step of a ticket: it begins a period that lasts until the next one.
package struct TicketStep: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<TicketStep>

  /// How sure it was, when the step was made, that nobody else had the ticket.
  package enum Assurance: String, Codable, CaseIterable, Sendable {
    /// The central store said so, or the desk works alone.
    case confirmed
    /// Leased to this desk ahead of time.
    case leased
    /// The link was down and the clerk called all the same.
    case unverified
  }

  package var id: ID
  package var event: TicketEvent
  package var time: Instant
  package var author: Author
  /// The step that the author knew as the ticket's `lastStep`; none where it had just been issued. Means
  /// nothing in a supervisor's step.
  package var follows: ID?
  package var assurance: Assurance
  /// Kept, and not counted: another desk was first.
  package var isBeside: Bool

  package init(
    id: ID, event: TicketEvent, time: Instant, author: Author, follows: ID?,
    assurance: Assurance = .confirmed, isBeside: Bool = false
  ) {
    self.id = id
    self.event = event
    self.time = time
    self.author = author
    self.follows = follows
    self.assurance = assurance
    self.isBeside = isBeside
  }
}
