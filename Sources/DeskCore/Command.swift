// The command table: everything a clerk can ask of the desk. The key bar, the palette, the help and
// the manual are made from it.

package import Canvas
package import Domain

/// One thing the desk can do, under one name everywhere.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case help, citizen, home
  case logVisit = "log-visit"
  case callNext = "call-next"
  case ticket, checklist, question, rate, leave, palette, undo, redraw
  case mark
  case editCitizen = "edit-citizen"
  case sync
  case pause
  case readMessage = "read-message"
  case theme, language
  case keyTest = "key-test"
  case suspend
  case discardVisit = "discard-visit"
  case lock
  case signOut = "sign-out"
  case accounts
  case changePIN = "change-pin"
  case ownDay = "own-day"
  case wrongEntry = "wrong-entry"
  case feedback, strengths, targets
  case answers, offers, overrule
  case offerList = "offer-list"
  case callbacks

  /// The keys that give the command, the one on the bar first.
  package var keys: [Key] {
    switch self {
    case .help: [.function(1), .control("g")]
    case .citizen: [.function(2)]
    case .home: [.function(3)]
    case .logVisit: [.function(4)]
    case .callNext: [.function(5)]
    case .ticket: [.function(6)]
    case .checklist: [.function(7)]
    case .question: [.function(8)]
    case .rate: [.function(9)]
    case .leave: [.function(10), .control("q")]
    case .palette: [.control("p")]
    case .undo: [.control("z")]
    case .redraw: [.control("l")]
    case .mark: [.character(" ")]
    case .editCitizen: [.control("e")]
    case .readMessage: [.control("r")]
    case .offers: [.control("o")]
    case .overrule: [.control("t")]
    case .sync, .pause, .theme, .language, .keyTest, .suspend, .discardVisit, .lock, .signOut,
      .accounts, .changePIN, .ownDay, .wrongEntry, .feedback, .strengths, .targets, .answers,
      .offerList, .callbacks:
      []
    }
  }

  /// Whether the key works on every screen; the others belong to a screen of their own.
  package var isGlobal: Bool { self != .mark && self != .editCitizen }

  /// The function keys of the bar, in their order.
  package static let bar: [Command] = [
    .help, .citizen, .home, .logVisit, .callNext, .ticket, .checklist, .question, .rate, .leave,
  ]

  private static let byKey: [Key: Command] = Dictionary(
    uniqueKeysWithValues: allCases.filter(\.isGlobal).flatMap { command in
      command.keys.map { ($0, command) }
    })

  /// The command that `key` gives on every screen.
  package static func global(for key: Key) -> Command? { byKey[key] }
}

extension Command {
  /// What it takes of whoever is signed in; nothing where it shows nothing personal and changes nothing.
  package var permission: Permission? {
    switch self {
    case .citizen, .logVisit, .checklist, .question, .rate, .undo, .mark, .editCitizen,
      .discardVisit, .ownDay, .wrongEntry, .answers, .offers,
      .overrule, .offerList:
      .serve
    case .callNext, .ticket, .pause: .callTickets
    case .feedback, .strengths: .readFeedback
    case .targets: .report
    case .callbacks: .runQueue
    case .help, .home, .leave, .palette, .redraw, .sync, .theme, .language, .keyTest, .suspend,
      .lock, .signOut, .accounts, .changePIN, .readMessage:
      nil
    }
  }
}

extension Command {
  /// Whether the screen in front is another one afterwards.
  var leadsElsewhere: Bool {
    switch self {
    case .help, .palette, .redraw, .theme, .language, .suspend, .mark, .readMessage, .answers,
      .offers, .overrule:
      false
    default: true
    }
  }
}

/// Why a command can do nothing just now. Its key says so instead of staying silent.
package enum Obstacle: Hashable, Sendable {
  /// No ticket is at this window.
  case noTicket
  /// Nobody has written to this window.
  case noMessage
  /// The citizen at the window is not done with.
  case citizenAtWindow
  /// A visit was begun, or a citizen chosen.
  case visitBegun
  /// The catalogue has no rules from which to ask.
  case noDecisionSupport
  /// Nothing that can be asked changes an answer any more.
  case nothingToAsk
  /// No question was answered.
  case nothingAnswered
  /// Nothing that is known of the citizen brings an offer.
  case nothingToOffer
  case nothingToUndo
  case noSituation
  case noVisitToRate
  case noCitizen
  /// The account has no role for it.
  case notPermitted
  case noAccounts, accountsAreThere
  /// No service is on the screen.
  case noService
}

extension Command {
  /// What stands in the way of the command in `state`; `nil` when it can be done.
  package func obstacle(in state: State) -> Obstacle? {
    if let permission, !state.may(permission) { return .notPermitted }
    return switch self {
    case .callNext: state.callObstacle
    case .ticket: state.window?.tickets.isEmpty == false ? nil : .noTicket
    case .readMessage: state.window?.messages.isEmpty == false ? nil : .noMessage
    case .checklist: state.checklistObstacle
    case .question: state.questionObstacle
    case .answers: state.answersObstacle
    case .offers: state.offersObstacle
    case .overrule: state.overruleObstacle
    case .undo: state.canUndo ? nil : .nothingToUndo
    case .logVisit: state.savesForm || state.visit.situation != nil ? nil : .noSituation
    case .discardVisit: state.visit.situation == nil && state.card == nil ? .noSituation : nil
    case .rate: state.lastLogged == nil ? .noVisitToRate : nil
    case .editCitizen: if case .card = state.screen { nil } else { .noCitizen }
    case .lock, .signOut, .changePIN: state.employee == nil ? .noAccounts : nil
    case .wrongEntry: state.serviceAtHand == nil ? .noService : nil
    case .accounts: state.hasAccounts ? .accountsAreThere : nil
    default: nil
    }
  }
}

extension State {
  /// One who was called and has not come may be called again at any time.
  fileprivate var callObstacle: Obstacle? {
    switch ticketAtHand?.state {
    case .called: nil
    case .serving: .citizenAtWindow
    default: visit.isEmpty && visit.citizen == nil ? nil : .visitBegun
    }
  }

  /// A list that is open can become a code.
  fileprivate var checklistObstacle: Obstacle? {
    if case .checklist = screen { return nil }
    return checklistAtHand == nil ? .noSituation : nil
  }

  /// F4 saves the form that is open, whichever it is.
  fileprivate var savesForm: Bool {
    switch screen {
    case .citizenForm, .visitForm, .conflict: true
    default: false
    }
  }

  /// A citizen's form and the screens of sync have no steps of their own, and those of the visit
  /// behind them are out of sight.
  fileprivate var canUndo: Bool {
    if case .citizenForm = screen { return false }
    return !screen.isOfSync && !undo.isEmpty
  }
}
