// The English sentences: questions, notices, failures, advice and help.

internal import Canvas
internal import DeskCore
internal import Domain

func englishQuestion(_ confirmation: Confirmation) -> String {
  switch confirmation {
  case .leave: "Not everything is saved. Leave? It will be offered again."
  case .discardVisit: "End with this citizen without logging a visit?"
  case .resumeDraft(let draft) where draft.isFormAlone:
    "A card was left unsaved. Go on with it?"
  case .resumeDraft: "A visit was left unlogged. Go on with it?"
  case .switchSituation:
    "Services of another situation are marked. Begin the visit anew with this one?"
  case .withdrawVisit: "Withdraw the logged visit? The log keeps it as withdrawn."
  case .dropCitizenForm: "The card is not saved. Close without saving?"
  case .dropFeedback: "What you wrote is not sent. Close and lose it?"
  case .dropReason: "The entry is not dropped. Close and lose the reason?"
  case .settleConflict: "Save what was chosen on the card? Every window of the centre gets it."
  case .mergeCitizens:
    "Merge the cards? Visits and cases come together, the fields are those of the chosen one. It can be taken back from the card."
  case .keepApart: "Are these different people? This window will not offer it again."
  case .unmergeCitizen(let merged, _):
    "Bring back a card of its own: \(merged.details.fullName)? Its visits and cases go back to it."
  case .callUnverified(_, let number):
    "There is no link to the centre. Another window may have called ticket \(number) too. Call it all the same?"
  }
}

func englishNotice(_ notice: Notice) -> String {
  switch notice {
  case .obstacle(let obstacle): englishObstacle(obstacle)
  case .visitSaved: "Visit logged"
  case .answerTaken: "Visit logged, the answer was taken"
  case .askedOutside: "Visit logged, the citizen's screen asks for the rating. F9 asks here"
  case .citizenScreenGone: "The citizen's screen has gone without an answer. F9 asks here"
  case .citizenSaved: "Card saved"
  case .undone: "Undone"
  case .visitWithdrawn: "Visit withdrawn"
  case .markFirst: "Mark a service first: Esc, then Space"
  case .badField(let problem): Phrases.en.problem(problem)
  case .cardChangedMeanwhile: "The card was changed at another window: check and save"
  case .citizenGone: "The card was erased at another window. F4 saves the visit without a name"
  case .visitElsewhere: "This visit is about another situation, named above"
  case .chooseCard: "Choose a card and press Enter"
  case .nothingFound: "Nothing found: say it differently or shorter"
  case .entryGone: "This entry is gone"
  case .failed(let error): englishFailure(error)
  case .draftKept: "It is offered again at the next start"
  case .catalogueChanged: "The catalogue is up to date"
  case .syncAsked: "Looking at the link"
  case .syncedElsewhere: "Another program of this window keeps the link and goes on by itself"
  case .taskDone(let done): Phrases.en.sync.done(done)
  case .taskGone: "This was settled at another window"
  case .reasonMissing: "Type the reason: it stays in the audit"
  case .accountReady: "Accounts are in use, you are signed in"
  case .pinChanged: "The PIN is changed"
  case .chooseValue: "Choose a value: ← or →"
  case .feedbackDone(let done): Phrases.en.feedback.done(done)
  case .callbackSettled: CallbackPhrases.en.settled
  case .remarkKept: "What the citizen said is kept"
  case .textMissing: "Write at least a word"
  case .calendarUnread(let problem):
    "The centre's calendar was not read. For the administrator: \(problem)"
  case .printing: Phrases.en.checklist.printing
  case .printed(let result): Phrases.en.checklist.printed(result)
  case .nobodyWaits: "Nobody is waiting"
  }
}

private func englishObstacle(_ obstacle: Obstacle) -> String {
  switch obstacle {
  case .noTicket: "No ticket is at this window. F5 calls one"
  case .noMessage: "There is no message to this window"
  case .citizenAtWindow: "First finish with the citizen at the window: F4 or F6"
  case .visitBegun: "First log the visit or drop it: F4, Esc"
  case .nothingToOffer: "There is nothing to offer now"
  case .nothingAnswered: "There are no answers yet: F8 asks"
  case .nothingToAsk: "There is nothing left to ask: no answer would change anything"
  case .noDecisionSupport: "This catalogue has no rules for advice"
  case .nothingToUndo: "Nothing to undo"
  case .noSituation: "Open a life situation first"
  case .noVisitToRate: "Nothing to rate yet: log a visit first"
  case .notPermitted: "This takes another role"
  case .noAccounts: "The desk works without accounts"
  case .accountsAreThere: "There are accounts already; okno staff add makes another"
  case .noService: "Open a situation first and stand on a service"
  case .noCitizen: "Open a citizen's card first"
  }
}

private func englishFailure(_ error: StoreError) -> String {
  switch error {
  case .busy: "Not saved: the store is busy. Try again in a minute"
  case .diskFull: "Not saved: the disk is full"
  case .readOnly, .notPermitted: "Not saved: no right to the store's file"
  case .corrupt, .notAStore: "The store is damaged. Administrator: okno doctor"
  case .forbidden: "Not permitted: another account is needed"
  case .newerSchema: "The store is newer than the program: update it"
  case .training: "This is a training store: open it with okno demo"
  case .notTraining: "This is a centre's own store and not for training"
  case .conflict: "The card was just changed. Open it again"
  case .notFound: "This entry is gone"
  case .ticketState(let number, _): "Ticket \(number) is in another state by now: see the queue"
  case .badInput(let what): "Not saved: \(what)"
  default: "Not saved, what you typed is intact. Try again"
  }
}

func englishHint(_ hint: Hint) -> String {
  switch hint {
  case .home: "Type what happened · ↑↓ choose · Enter opens"
  case .results: "↑↓ choose · Enter opens · Esc clears"
  case .situation: "Space marks · F4 logs the visit · Tab documents, deadlines"
  case .situationPane: "Tab next · ↑↓ scroll · Esc to the services"
  case .eventDate: "Type the event date · Tab next · Esc to the services"
  case .finder: "↑↓ choose · Enter takes into the visit · Esc back"
  case .card: "Enter takes into the visit · Ctrl-E edits · Esc back"
  case .citizenForm: "Tab next field · F4 saves · Esc back"
  case .visitForm: "F4 saves · F2 citizen · ← → outcome · Tab field · Esc back"
  case .cardTask: "Enter opens · Ctrl-E edits · Esc back"
  case .sync: "↑↓ choose · Enter opens · Esc back"
  case .refused: "↑↓ choose · Enter does it · Esc back"
  case .refusedReason: "Type the reason · Enter drops · Esc back"
  case .conflict: "↑↓ field · ← → value · F4 saves · Esc later"
  case .double: "↑↓ choose · Enter answers · Esc later"
  case .account: "Tab next field · Enter goes on, at the end saves · Esc"
  case .page: "↑↓ PgUp PgDn scroll · Esc back"
  case .answers: "Enter: the answers are read · ↑↓ scroll · Esc back"
  case .feedbackForm: "Write what is wrong · Enter sends · Esc back"
  case .feedback: "↑↓ choose · Enter reads and answers · Esc back"
  case .callbacks: "↑↓ choose · Enter notes what came of the call · Esc back"
  case .offerList: "↑↓ choose · Enter opens the card, Ctrl-O offers · Esc"
  case .feedbackAnswer: "Write the answer · Enter sends · ↑↓ scroll · Esc"
  case .checklist: "Enter prints · F7 QR code · ↑↓ scroll · Esc back"
  case .duplicates: "↑↓ choose · Enter takes this card · Esc to the form"
  }
}

func englishHelp(_ topic: HelpTopic) -> [(key: String, meaning: String)] {
  switch topic {
  case .home:
    [
      ("letters", "search: situations, services, citizens"),
      ("↑ ↓ PgUp PgDn", "through the list"), ("Enter", "open"),
      ("Esc", "clear the search; again to end with the citizen"),
    ]
  case .situation:
    [
      ("Space", "mark a service for this visit"), ("Tab", "service, documents, deadlines"),
      ("digits in Deadlines", "the event date"), ("Enter", "more about the service"),
      ("letters", "a new search"), ("Esc", "back"),
    ]
  case .finder:
    [
      ("letters, digits", "name, birth date, phone, SNILS"),
      ("Enter", "take into the visit, or create a card"), ("Esc", "back"),
    ]
  case .card:
    [
      ("Enter", "take into the visit and open the case"), ("Ctrl-E", "edit the card"),
      ("Esc", "back"),
    ]
  case .citizenForm:
    [
      ("Tab, ↑ ↓", "between fields"), ("← →", "who: person, business, employee"),
      ("F4", "save"), ("Esc", "back; asks about what is unsaved"),
    ]
  case .visitForm:
    [
      ("Tab, ↑ ↓", "between fields"), ("← →, 1–5", "a service's outcome, how they came"),
      ("Delete", "remove a service or the citizen"), ("F2", "choose the citizen"),
      ("F4", "save the visit"), ("Esc", "back, what was typed stays"),
    ]
  case .sync:
    [
      ("↑ ↓ PgUp PgDn", "through the list"), ("Enter", "link now, or open an entry"),
      ("letters", "a new search"), ("Esc", "back"),
    ]
  case .refused:
    [
      ("↑ ↓, Tab", "what to do with the entry"),
      ("Enter", "send again, correct, drop with a reason"), ("Esc", "back, the entry waits"),
    ]
  case .conflict:
    [
      ("↑ ↓, Tab", "between fields"), ("← →, Space", "choose one of two values"),
      ("Enter", "the next field, at the end save"), ("F4", "save"),
      ("Esc", "back, the dispute waits"),
    ]
  case .double:
    [
      ("↑ ↓", "the answers"), ("Enter", "answer; asks before it is done"),
      ("Esc", "back, it is offered later"),
    ]
  case .checklist:
    [
      ("↑ ↓ PgUp PgDn", "scroll"), ("Enter", "print"),
      ("F7", "QR code: the list as text on a telephone; again: the list"),
      ("← →", "the next and the previous code"), ("Tab", "exchange black and white in the code"),
      ("Esc", "back"),
    ]
  }
}
