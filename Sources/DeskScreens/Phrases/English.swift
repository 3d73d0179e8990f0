// The English of the screen, complete.

internal import Canvas
internal import DeskCore
internal import Domain

extension Phrases {
  package static let en = Phrases(
    language: .en,
    productName: "Okno",
    preview: "CATALOGUE PREVIEW",
    shortPreview: "PREVIEW",
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    tooSmall: "Not enough room",
    tooSmallSize: { "\($1.columns)×\($1.rows) needed, this is \($0.columns)×\($0.rows)" },
    visitStrip: "Visit",
    anonymous: "anonymous",
    marked: { "marked: \($0)" },
    yes: "Yes",
    no: "No",
    later: "later",
    dropIt: "do not offer it again",
    referenceData: "Reference data: confirm with your centre's procedure",
    searchPrompt: "Search",
    searchHint: "what happened, a service or a citizen",
    whatHappened: "What happened?",
    today: "Today",
    visits: { english($0, "visit", "visits") },
    noVisits: "no visits yet",
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
      let of = summary.shareCount == summary.count ? "" : " of \(summary.shareCount)"
      return "\(count), best \(percent(best))\(of)"
    },
    services: "Services",
    service: "Service",
    documents: "Documents",
    deadlines: "Deadlines",
    allServices: "for all services here",
    markedServices: "for the marked services",
    seeServices: "each service says when",
    questions: "Ask",
    care: "How to begin",
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
      case .federal: "federal service"
      case .regional: "regional service: conditions depend on the region"
      }
    },
    colloquial: "People say",
    body: "Decided by",
    ways: "Where",
    fee: "Fee",
    toBeAsked: "to be checked",
    term: "Term",
    result: "Result",
    when: "When",
    after: "If not done yet, first",
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
    until: { "by\u{00A0}\($0)" },
    urgency: {
      switch $0 {
      case .unknown: ""
      case .ahead: "there is time"
      case .soon: "! soon"
      case .passed: "!! passed"
      }
    },
    progress: {
      switch $0 {
      case .open: "not begun"
      case .consulted: "advised"
      case .accepted: "applied"
      case .issued: "issued"
      case .refused: "refused"
      case .redirected: "redirected"
      }
    },
    findCitizen: "Citizen of the visit",
    findCitizenHint: "name, birth date, phone or SNILS",
    createCitizen: "+ Create a card",
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
      case .snils: "Check the SNILS digits"
      case .phone: "10 to 15 digits, please"
      case .nameMissing: "Enter a surname or a business name"
      case .digitInName: "A name has no digits"
      case .changedMeanwhile(let theirs): "Now in the card: \(theirs.isEmpty ? "empty" : theirs)"
      }
    },
    samePerson: "There may be a card already:",
    createAnyway: "Another person, create a new card",
    businessName: "Name",
    openCases: "Cases",
    earlierVisits: "Visits",
    caseKind: "case",
    visitKind: "visit",
    closedCase: "all begun is done",
    noCases: "No cases or visits yet",
    eventOn: { "event \($0)" },
    visitForm: "Log the visit",
    citizen: "Citizen",
    citizenHint: "F2 or a name's first letters find, Delete makes it anonymous",
    visitNote: "Remark",
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
    sync: .en,
    queue: .en,
    advice: .en,
    checklist: .en,
    offers: .en,
    training: .en,
    staff: .en,
    pages: .en,
    targets: .en,
    feedback: .en,
    helpTitle: "Keys",
    everywhere: "Everywhere",
    onThisScreen: "On this screen",
    paletteTitle: "Commands",
    paletteHint: "what to do",
    themesTitle: "Theme",
    themeName: {
      switch $0 {
      case "day": "Day"
      case "night": "Night"
      case "contrast": "High contrast"
      case "colour-blind": "Colour-blind"
      case "mono": "No colour"
      case "console-16": "Console, 16 colours"
      case "training": "Training"
      default: $0
      }
    },
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
    hint: englishHint,
    helpLines: englishHelp
  )
}
