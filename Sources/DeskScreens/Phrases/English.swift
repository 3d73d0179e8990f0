// The English of the screen, complete.

internal import Canvas
internal import DeskCore
internal import Domain

extension Phrases {
  package static let en = Phrases(
    language: .en,
    productName: "Okno",
    local: "Local",
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    tooSmall: "Not enough room",
    tooSmallSize: { "60×20 needed, this is \($0.columns)×\($0.rows)" },
    visitStrip: "Visit",
    anonymous: "anonymous",
    marked: { "marked: \($0)" },
    yes: "Yes",
    no: "No",
    later: "later",
    choose: "choose",
    close: "close",
    referenceData: "Reference data: confirm with your centre's procedure",
    searchPrompt: "Search",
    searchHint: "what happened, a service or a citizen",
    whatHappened: "What happened?",
    today: "Today",
    visits: { english($0, "visit", "visits") },
    noVisits: "No visits yet",
    nothingFound: "Nothing found",
    nothingFoundAdvice: "Say it differently or shorter. Esc clears",
    searching: "Searching…",
    kind: {
      switch $0 {
      case .situation: "situation"
      case .service: "service"
      case .citizen: "citizen"
      }
    },
    reason: { reason in
      switch reason {
      case .title: "by title"
      case .synonym(let word): "people say: \(word)"
      case .text: "by description"
      case .keyboardLayout(let text): "read as: \(text)"
      case .transliteration(let text): "read as: \(text)"
      case .correctedSpelling(let text): "close to: \(text)"
      case .name: "by name"
      case .birthDate: "by birth date"
      case .phone: "by phone"
      case .snils: "by SNILS"
      case .ticket(let number): "ticket \(number)"
      }
    },
    ratingsToday: { summary in
      guard summary.count > 0 else { return "No ratings yet" }
      let count = english(summary.count, "rating", "ratings")
      guard let best = summary.shareBest else {
        return "\(count), share of best shown from \(RatingSummary.smallestGroup)"
      }
      return "\(count), best \(percent(best))"
    },
    services: "Services",
    service: "Service",
    documents: "Documents",
    deadlines: "Deadlines",
    allServices: "for all services here",
    markedServices: "for the marked services",
    questions: "Ask",
    eventDateHint: "DD.MM.YYYY",
    origin: {
      switch $0 {
      case .bring: "Bring"
      case .copy: "A copy is enough"
      case .interagency: "The state fetches it, do not ask for it"
      }
    },
    channel: {
      switch $0 {
      case .centre: "at the centre"
      case .portal: "on the portal"
      case .proactive: "starts by itself"
      case .body: "at the body"
      }
    },
    level: {
      switch $0 {
      case .federal: "federal"
      case .regional: "regional: conditions depend on the region"
      }
    },
    colloquial: "People say",
    body: "Decided by",
    ways: "Where",
    fee: "Fee",
    free: "free",
    term: "Term",
    result: "Result",
    forWhom: "For",
    after: "First",
    basis: "Basis",
    source: "Source",
    reviewed: "reviewed",
    note: "Mind",
    startsItself: "itself",
    termLength: { term in
      switch term.unit {
      case .calendarDays: english(term.count, "day", "days")
      case .workingDays: english(term.count, "working day", "working days")
      case .months: english(term.count, "month", "months")
      case .years: english(term.count, "year", "years")
      }
    },
    until: { "by \($0)" },
    urgency: {
      switch $0 {
      case .unknown: ""
      case .ahead: "there is time"
      case .soon: "! soon"
      case .passed: "!! passed"
      }
    },
    within: { "within \($0)" },
    progress: {
      switch $0 {
      case .open: "not begun"
      case .consulted: "advised"
      case .accepted: "applied"
      case .issued: "✓ issued"
      case .refused: "refused"
      case .redirected: "redirected"
      }
    },
    findCitizen: "Citizen of the visit",
    findCitizenHint: "name, birth date, phone or SNILS",
    createCitizen: "＋ Create a card",
    newCitizen: "New citizen",
    changeCitizen: "Citizen's card",
    field: {
      switch $0 {
      case .audience: "Who"
      case .surname: "Surname"
      case .givenName: "Given name"
      case .patronymic: "Patronymic"
      case .birthDate: "Birth date"
      case .snils: "SNILS"
      case .phone: "Phone"
      }
    },
    audience: {
      switch $0 {
      case .person: "person"
      case .business: "business"
      case .staff: "employee"
      }
    },
    problem: {
      switch $0 {
      case .date: "A date is needed: DD.MM.YYYY"
      case .dateInFuture: "The date has not come yet"
      case .snils: "There is no such SNILS: check the digits"
      case .phone: "A phone has 10 to 15 digits"
      case .nameMissing: "Enter a surname or a business name"
      }
    },
    samePerson: "There may be a card already:",
    createAnyway: "Another person, create a new card",
    openCases: "Cases",
    closedCases: "closed",
    earlierVisits: "Visits",
    noCases: "No cases or visits yet",
    eventOn: { "event \($0)" },
    servicesDone: { "\($0) of \($1) done" },
    visitForm: "Log the visit",
    citizen: "Citizen",
    situation: "Situation",
    visitChannelTitle: "How they came",
    outcome: {
      switch $0 {
      case .accepted: "application accepted"
      case .consulted: "advised"
      case .issued: "result issued"
      case .refused: "refused"
      case .redirected: "redirected"
      }
    },
    visitChannel: {
      switch $0 {
      case .counter: "at the window"
      case .phone: "by phone"
      case .outreach: "outreach"
      case .online: "online"
      }
    },
    saveHint: "F4 saves and hands the screen to the citizen",
    chooseHint: "← → or a digit for another outcome",
    ratingQuestion: "How were you served?",
    ratingInvitation: "Press a digit from 1 to 5",
    ratingWords: ["bad", "poor", "fair", "good", "excellent"],
    ratingConfirm: "Enter sends it",
    ratingDecline: "0 for no rating",
    ratingDeclined: "You give no rating. Enter confirms",
    ratingCriteria: "What mattered? ↓ and Space, if you like",
    ratingPrivacy: "Kept without your name. The clerk will not see it",
    ratingHandBack: { "Staff: \($0)" },
    criterion: {
      switch $0 {
      case .empathy: "empathy"
      case .professionalism: "professionalism"
      case .honesty: "honesty"
      case .waitingTime: "waiting time"
      case .courtesyAndCompetence: "courtesy and competence"
      case .comfort: "comfort"
      case .clarity: "clarity"
      }
    },
    helpTitle: "Keys",
    everywhere: "Everywhere",
    onThisScreen: "On this screen",
    paletteTitle: "Commands",
    themesTitle: "Theme",
    languagesTitle: "Language",
    languageName: {
      switch $0 {
      case .ru: "Русский"
      case .en: "English"
      }
    },
    keyTestTitle: "Key test",
    keyTestHint: "Press keys. Esc twice leaves",
    keyName: { KeyNames.name(of: $0) },
    question: englishQuestion,
    notice: englishNotice,
    hint: {
      switch $0 {
      case .home: "Type what happened · ↑↓ choose · Enter opens"
      case .results: "↑↓ choose · Enter opens · Esc clears"
      case .situation: "Space marks · F4 logs the visit · Tab documents, deadlines"
      case .situationPane: "Tab next · ↑↓ scroll · Esc to the services"
      case .eventDate: "Type the event date · Tab next · Esc to the services"
      case .finder: "↑↓ choose · Enter takes into the visit · Esc back"
      case .card: "Enter serves the case · Ctrl-E edits · Esc back"
      case .citizenForm: "Tab next field · F4 saves · Esc back"
      case .visitForm: "F4 saves · F2 citizen · ← → outcome · Tab field · Esc back"
      case .duplicates: "↑↓ choose · Enter takes this card · Esc to the form"
      }
    },
    helpLines: { topic in
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
      }
    }
  )
}

private func englishQuestion(_ confirmation: Confirmation) -> String {
  switch confirmation {
  case .leave: "The visit is not logged. Leave? What you typed is offered again next time."
  case .discardVisit: "End with this citizen without logging a visit?"
  case .resumeDraft: "A visit was left unlogged. Go on with it?"
  case .switchSituation:
    "Services of another situation are marked. Begin the visit anew with this one?"
  case .withdrawVisit: "Withdraw the logged visit? The entry stays, marked as withdrawn."
  case .dropCitizenForm: "The card is not saved. Close without saving?"
  }
}

private func englishNotice(_ notice: Notice) -> String {
  switch notice {
  case .obstacle(let obstacle): englishObstacle(obstacle)
  case .visitSaved: "✓ Visit logged"
  case .answerTaken: "✓ Visit logged, the answer was taken"
  case .citizenSaved: "✓ Card saved"
  case .undone: "✓ Undone"
  case .visitWithdrawn: "✓ Visit withdrawn"
  case .markFirst: "Mark a service first: Esc, then Space"
  case .badField(let problem): Phrases.en.problem(problem)
  case .nothingFound: "Nothing found: say it differently or shorter"
  case .entryGone: "This entry is gone"
  case .failed(let error): englishFailure(error)
  case .draftKept: "The unlogged visit waits: it is offered at the next start"
  }
}

private func englishObstacle(_ obstacle: Obstacle) -> String {
  switch obstacle {
  case .noQueue: "No queue is connected to this window"
  case .noDecisionSupport: "This catalogue has no rules yet for advice and checklists"
  case .nothingToUndo: "Nothing to undo"
  case .noSituation: "Open a life situation first"
  case .noVisitToRate: "Nothing to rate yet: log a visit first"
  case .noCitizen: "Open a citizen's card first"
  }
}

private func englishFailure(_ error: StoreError) -> String {
  switch error {
  case .busy: "Not saved: another program holds the store. Try again in a minute"
  case .diskFull: "Not saved: the disk is full. Free some room and try again"
  case .readOnly, .notPermitted: "Not saved: no right to the store's file. Call the administrator"
  case .corrupt, .notAStore: "The store is damaged. Call the administrator: okno doctor"
  case .newerSchema: "The store was made by a newer version. Update the program"
  case .conflict: "The card was just changed. Open it again"
  case .notFound: "This entry is gone"
  case .badInput(let what): "Not saved: \(what)"
  default: "Not saved. What you typed is intact, try again; if it persists: okno doctor"
  }
}
