// F6: what to do with the ticket at the window.

internal import Canvas
package import Domain

/// What a clerk can do with the ticket at the window.
package enum TicketAction: Hashable, Sendable {
  case start, hold, putBack, noShow, redirect, leave, finish
  /// Calls one that was held.
  case callHeld(TicketAtWindow)

  /// The letters that choose it: the Russian word's and the English word's, each also as its key types
  /// in the other layout.
  var letters: String {
    switch self {
    case .start: "нysы"
    case .hold: "оjhр"
    case .putBack: "вdbи"
    case .noShow: "яznт"
    case .redirect: "пgrк"
    case .leave: "уelд"
    case .finish: "зpfа"
    case .callHeld: ""
    }
  }
}

/// Why a ticket cannot count as not come yet.
package struct NoShowWait: Hashable, Sendable {
  package var calls: Int
  /// Begun minutes.
  package var minutes: Int64
}

/// Where the menu is.
package struct TicketMenu: Hashable, Sendable {
  package enum Level: Hashable, Sendable {
    case actions
    /// A word about why it is held.
    case holdComment
    case targets
    case redirectComment(TicketTarget)
  }

  package var level = Level.actions
  package var selection = 0
  package var comment = TextField()
  /// Whether the citizen comes back to this window after the other one.
  package var comesBack = false

  package init() {}
}

extension State {
  /// The ticket whose citizen is called or sits at this window.
  package var ticketAtHand: TicketAtWindow? { window?.current }

  /// What the menu offers, from the top.
  package var ticketActions: [TicketAction] {
    switch ticketAtHand?.state {
    case .called: [.start, .hold, .putBack, .noShow, .redirect, .leave]
    case .serving: [.finish, .hold, .putBack, .redirect, .leave]
    default: (window?.held ?? []).map(TicketAction.callHeld)
    }
  }

  /// The windows and situations to which the ticket can go.
  package var ticketTargets: [TicketTarget] {
    (window?.others ?? []).map { .desk($0.id) }
      + situations.map(\.id).filter { $0 != ticketAtHand?.ticket.situation }.map { .situation($0) }
  }

  /// What is missing before the ticket counts as not come; `nil` where nothing is.
  package var noShowWait: NoShowWait? {
    guard let ticket = ticketAtHand?.ticket, let first = ticket.firstCalled else { return nil }
    let rule = settings.noShow
    let passed = clock.now.milliseconds - first.milliseconds
    let left = max(0, Int64(rule.minutes) * 60_000 - passed)
    let wait = NoShowWait(
      calls: max(0, rule.calls - ticket.calls), minutes: (left + 59_999) / 60_000)
    return wait.calls == 0 && wait.minutes == 0 ? nil : wait
  }
}
