// The English words about the queue.

internal import DeskCore
internal import Domain

extension QueuePhrases {
  static let en = QueuePhrases(
    ticket: { "ticket \($0)" },
    called: { since, times in
      times > 1 ? "called since \(since), \(times) times" : "called at \(since)"
    },
    serving: { "served since \($0)" },
    held: { "held: \($0)" },
    waited: { "waited \($0) min" },
    waiting: { $0 == 0 ? "nobody waits" : "waiting: \($0)" },
    onBreak: "on a break",
    doubled: "another window called it too",
    menuTitle: { "Ticket \($0)" },
    heldTitle: "Held tickets",
    action: {
      switch $0 {
      case .start: "Begin to serve"
      case .hold: "Hold"
      case .putBack: "Return to the line, same place"
      case .noShow: "Did not come"
      case .redirect: "Redirect: to a window or a situation"
      case .leave: "Went away"
      case .finish: "End without a visit"
      case .callHeld(let held): "Call \(held.ticket.number)"
      }
    },
    noShowWait: { wait in
      let parts = [
        wait.calls > 0 ? "calls left: \(wait.calls)" : nil,
        wait.minutes > 0 ? "in \(wait.minutes) min" : nil,
      ].compactMap { $0 }
      return parts.joined(separator: ", ")
    },
    targetTitle: "Redirect to",
    holdTitle: "Why it is held",
    redirectTitle: { "Redirect: \($0)" },
    commentHint: "a note, may be empty",
    comesBack: { $0 ? "[x] comes back to this window" : "[ ] comes back to this window" },
    menuAdvice: "Enter does it · Esc back",
    window: "window",
    message: { "Supervisor, \($0): \($1)" },
    messageKey: { $0 > 1 ? "Ctrl-R reads, \($0) in all" : "Ctrl-R reads" },
    messageTitle: { "The supervisor's message, \($0)" },
    messageAdvice: "Enter read · Esc later")
}
