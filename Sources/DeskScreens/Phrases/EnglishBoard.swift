// The English words of the board and of the wall.

internal import DeskCore
internal import Domain

extension BoardPhrases {
  static let en = BoardPhrases(
    title: "Okno · board",
    pane: {
      switch $0 {
      case .windows: "Windows"
      case .waiting: "Waiting"
      case .other: "Other tickets"
      }
    },
    state: {
      switch $0 {
      case .closed: "closed"
      case .free: "free"
      case .serving: "serving"
      case .away: "break"
      }
    },
    ticketState: {
      switch $0 {
      case .waiting: "waiting"
      case .called: "called"
      case .serving: "served"
      case .held: "held"
      case .noShow: "no-show"
      case .redirected: "redirected"
      case .left: "left"
      case .done: "done"
      }
    },
    waiting: { count, late in
      late > 0 ? "waiting: \(count), ! over 15 min: \(late)" : "waiting: \(count)"
    },
    windows: { open, free in
      let names = free.isEmpty ? "" : " (\(free.joined(separator: ", ")))"
      return "windows open: \(open), free: \(free.count)\(names)"
    },
    minutes: { $0 < 90 ? "\($0) min" : "\($0 / 60) h \($0 % 60) min" },
    underOneMinute: "<1 min",
    means: { "wait \($0), serving \($1)" },
    byHour: "issued by the hour",
    ratings: { englishRatings($0) },
    left: { "\($0) left" },
    late: { "! over by \($0)" },
    priority: { "priority \($0)" },
    doubled: "! called by two windows",
    leftOver: { "! open since \($0)" },
    everything: "everything",
    serves: { "situations: \($0)" },
    servesTitle: { "What \($0) serves" },
    servesAdvice: "Space marks · Enter saves · nothing marked is everything",
    action: {
      switch $0 {
      case .raise: "Raise in the line"
      case .lower: "Lower in the line"
      case .move: "Send to a window or a situation"
      case .putBack: "Return to the line"
      case .finish: "Close: served"
      case .leave: "Close: went away"
      case .reopen: "Open again"
      case .settle: "Two calls: seen to"
      }
    },
    targets: "Send to",
    notice: {
      switch $0 {
      case .done: "Done"
      case .noTicket: "Nothing to change here: no ticket, or it does not wait"
      case .chooseWindow: "Choose the window to write to"
      case .callbackSettled: CallbackPhrases.en.settled
      case .callbackGone: CallbackPhrases.en.gone
      case .messageSent: "Sent. The window's line says when it is read"
      case .commentShown: "The trainee sees it on the screen"
      case .lessonOver: "The lesson is over: the trainee's screen is gone"
      case .seatTaken: "Another trainer has the trainee's screen"
      case .failed(let error): Phrases.en.notice(.failed(error))
      }
    },
    old: { $0.map { "! No link to the centre: data of \($0)" } ?? "! No link to the centre" },
    unreadable: "! The data cannot be read: this is as it was",
    advice: {
      switch $0 {
      case .windows: "Enter ticket · Space serves · F2 message · Tab lists · F1 keys · F10 leave"
      case .waiting: "Enter ticket · + − priority · Tab lists · F1 keys · F10 leave"
      case .other: "Enter ticket · Tab lists · F1 keys · F10 leave"
      }
    },
    help: [
      ("Tab", "windows, waiting, other tickets"), ("↑ ↓ PgUp PgDn", "through the list"),
      ("Enter", "what to do with the ticket"), ("+ −", "raise or lower in the line"),
      ("Space", "what the window serves"), ("F2", "write to the window"),
      ("F7", "whom to call"), ("F9", "what the ratings say"),
      ("F10, Ctrl-Q", "leave"),
    ],
    silent: { "! silent for \($0)" },
    heard: { "heard \($0) ago" },
    neverHeard: "never heard of",
    behind: { "changes not taken: \($0)" },
    unread: { "message of \($0) not read" },
    read: { "message read at \($0)" },
    messageTitle: { "Message: \($0)" },
    messageHint: "no citizen's personal data",
    messageAdvice: "Enter sends · Esc does not",
    heatTitle: { "Done by the hour, the darkest is \($0)" },
    noWindows: "No window has opened yet",
    nobody: "Nobody",
    wallTitle: "The queue",
    window: "window",
    noLink: "NO LINK",
    noCalls: "Please wait to be called")
}

private func englishRatings(_ ratings: RatingSummary) -> String {
  let asked = ratings.count + ratings.declined + ratings.skipped + ratings.timedOut
  let share = asked == 0 ? "" : ", answered \(ratings.count * 100 / asked) %"
  let interval = ratings.bestInterval.map { " (\(RatingPicturePhrases.en.interval($0)))" } ?? ""
  return Phrases.en.ratingsToday(ratings) + interval + share
}
