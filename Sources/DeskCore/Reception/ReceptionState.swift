// The reception: what happened, a ticket, the next visitor.

package import Canvas
package import Domain

package struct ReceptionState: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case situation
    case details
    /// The ticket is being made.
    case issuing
    case issued(IssuedTicket)
  }

  /// The fields of a ticket beside its situation.
  package enum Field: Int, Hashable, Sendable, CaseIterable { case audience, group, appointment }

  package var size: Size
  package var language: Language
  package var centreName: String
  package var clock: Clock
  package var situations: [SituationSummary]
  package var groups: [PriorityGroup]
  package var step = Step.situation
  package var search = SearchState()
  /// The number of the latest search; an answer to an earlier one is dropped.
  package var searches = 0
  package var situation: LifeSituation.ID?
  package var audience = Audience.person
  /// An index of `groups`; none for an ordinary place.
  package var group: Int?
  package var appointment = TextField(room: 40)
  package var field = Field.audience
  package var failure: StoreError?
  package var showsHelp = false

  package init(
    size: Size, language: Language, centreName: String = "", clock: Clock,
    situations: [SituationSummary] = [], groups: [PriorityGroup] = PriorityGroup.usual
  ) {
    self.size = size
    self.language = language
    self.centreName = centreName
    self.clock = clock
    self.situations = situations
    self.groups = groups
  }

  package var isTooSmall: Bool {
    size.columns < State.leastSize.columns || size.rows < State.leastSize.rows
  }

  /// When the picture changes although nobody does anything.
  package var changesAt: Instant {
    let minute = clock.minute + 60
    guard case .issued(let issued) = step else { return minute }
    let end = issued.since + IssuedTicket.shown
    let patience = issued.since + IssuedTicket.printerPatience
    return min(minute, issued.printing == .underWay ? min(patience, end) : end)
  }

  /// The situations to choose from: what was found, or all of them; behind them the ticket about
  /// something else.
  package var choices: [SituationSummary] {
    guard !search.isBlank else { return situations }
    return search.hits.compactMap { hit in
      guard case .situation(let id) = hit.target else { return nil }
      return situations.first { $0.id == id }
    }
  }
}

/// A ticket that was just made.
package struct IssuedTicket: Hashable, Sendable {
  package enum Printing: Hashable, Sendable {
    /// No command prints here.
    case none
    case underWay, done
    case failed
  }

  package var ticket: Ticket
  /// Absent where no window is open that serves it.
  package var wait: WaitEstimate?
  package var printing = Printing.underWay
  package var since: Instant

  package init(ticket: Ticket, wait: WaitEstimate?, since: Instant) {
    self.ticket = ticket
    self.wait = wait
    self.since = since
  }

  /// How long the number stays on the screen, in seconds.
  package static let shown: Int64 = 20
  /// How long a printer may take before somebody has to look, in seconds.
  package static let printerPatience: Int64 = 10
}

package enum ReceptionEvent: Hashable, Sendable {
  case key(Key)
  case resized(Size)
  case tick
  case searchAnswered(generation: Int, hits: [SearchHit])
  case issued(Ticket, WaitEstimate?)
  /// Of the ticket with this id: printed or not; `nil` where no command prints.
  case printed(Ticket.ID, Bool?)
  case failed(StoreError)
  case interrupted
}

package enum ReceptionEffect: Hashable, Sendable {
  case search(SearchRequest)
  case issue(TicketRequest)
  case print(Ticket, WaitEstimate?)
  case redraw
  case suspend
  case quit
}
