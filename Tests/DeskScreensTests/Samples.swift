// Every phrase there is, with an argument where it takes one.

import Canvas
import DeskCore
import DeskTestSupport
import Domain

@testable import DeskScreens

enum Samples {
  static let failures: [StoreError] = [
    .missing(path: "/x"), .cannotCreate(path: "/x", reason: "y"), .notPermitted(path: "/x"),
    .readOnly(path: "/x"), .busy(holder: nil), .corrupt(path: "/x", detail: "y"),
    .notAStore(path: "/x"), .newerSchema(found: 2, known: 1),
    .training(path: "/x"), .notTraining(path: "/x"), .diskFull(path: "/x"),
    .inputOutput(path: "/x", detail: "y"), .conflict(current: Sample.maria),
    .notFound(kind: "citizen", id: "1"), .badInput("why"), .forbidden(.serve), .interrupted,
    .internal("x"),
  ]

  static let problems: [Problem] = [
    .date, .dateInFuture, .snils, .phone, .nameMissing, .digitInName, .changedMeanwhile("Иванова"),
    .changedMeanwhile(""),
  ]

  static let obstacles: [Obstacle] = [
    .noTicket, .noMessage, .citizenAtWindow, .visitBegun, .noDecisionSupport, .nothingToAsk,
    .nothingAnswered, .nothingToOffer, .nothingToUndo, .noSituation,
    .noVisitToRate, .noCitizen, .notPermitted, .noAccounts, .accountsAreThere,
    .noService,
  ]

  static let notices: [Notice] =
    [
      .visitSaved, .answerTaken, .askedOutside, .citizenScreenGone, .citizenSaved, .undone,
      .visitWithdrawn, .markFirst,
      .cardChangedMeanwhile, .citizenGone, .visitElsewhere, .chooseCard, .nothingFound, .entryGone,
      .draftKept,
      .catalogueChanged,
      .syncAsked, .syncedElsewhere, .taskGone, .reasonMissing, .chooseValue, .accountReady,
      .pinChanged, .nobodyWaits, .feedbackDone(.given), .feedbackDone(.answered), .textMissing,
      .calendarUnread("/etc/okno/calendar/2028.json5:3: `year` is missing"), .printing,
      .printed(.done), .printed(.failed), .printed(.noCommand),
      .remarkKept, .callbackSettled,
    ] + SyncSamples.done.map(Notice.taskDone) + obstacles.map(Notice.obstacle)
    + problems.map(Notice.badField)
    + failures.map(Notice.failed)

  static let questions: [DeskCore.Confirmation] = [
    .leave, .discardVisit, .resumeDraft(Draft(visit: VisitInProgress())),
    .switchSituation(SampleCatalogue.birth, "newborn-snils"),
    .withdrawVisit(LoggedVisit(id: Sample.id(1), situation: "marriage")),
    .dropCitizenForm(then: nil), .dropReason(then: nil), .dropFeedback(then: nil),
    .settleConflict,
    .mergeCitizens(kept: Sample.id(1), merged: Sample.id(2)),
    .keepApart(DuplicateOffer.ID(Sample.id(1), Sample.id(2))),
    .unmergeCitizen(Sample.ivan, from: Sample.id(1)),
    .callUnverified(CallRequest(id: Sample.id(1)), number: "А012"),
  ]

  static let reasons: [SearchHit.Reason] = [
    .title, .synonym("a"), .text, .keyboardLayout(readAs: "a"), .transliteration(readAs: "a"),
    .correctedSpelling(readAs: "a"), .name, .birthDate, .phone, .snils, .ticket("A1"),
  ]

  /// The phrases of one language, each under its name.
  static func texts(_ words: Phrases) -> [(name: String, value: String)] {
    plain(words) + ofCases(words) + sentences(words) + SyncSamples.texts(words.sync)
      + StaffSamples.texts(words.staff) + QueueSamples.texts(words.queue)
      + PageSamples.texts(words) + ChecklistSamples.texts(words.checklist)
  }

  /// What is text already, through reflection: a phrase that is added is tested.
  private static func plain(_ words: Phrases) -> [(name: String, value: String)] {
    Mirror(reflecting: words).children.flatMap { child -> [(name: String, value: String)] in
      let name = child.label ?? ""
      if let text = child.value as? String { return [(name, text)] }
      let list = child.value as? [String] ?? []
      return list.enumerated().map { ("\(name).\($0)", $1) }
    }
  }

  private static func ofCases(_ words: Phrases) -> [(name: String, value: String)] {
    var texts: [(name: String, value: String)] = []
    func add<Case>(_ name: String, _ cases: [Case], _ phrase: (Case) -> String) {
      texts += cases.map { ("\(name).\($0)", phrase($0)) }
    }
    add("kind", SearchHit.Kind.allCases, words.kind)
    add("origin", Document.Origin.allCases, words.origin)
    add("channel", Service.Channel.allCases, words.channel)
    add("level", Service.Level.allCases, words.level)
    add("progress", SituationCase.Progress.allCases, words.progress)
    add("field", CitizenForm.Field.allCases, words.field)
    add("audience", Audience.allCases, words.audience)
    add("outcome", Outcome.allCases, words.outcome)
    add("visitChannel", VisitChannel.allCases, words.visitChannel)
    add("criterion", Criterion.allCases, words.criterion)
    add("languageName", Language.allCases, words.languageName)
    add("hint", Hint.allCases, words.hint)
    add("urgency", [.unknown, .ahead, .soon, .passed], words.urgency)
    add("termLength", Term.Unit.allCases.map { Term(2, $0) }, words.termLength)
    add("themeName", ["day", "night", "contrast", "colour-blind", "mono", "console-16"]) {
      words.themeName($0)
    }
    return texts
  }

  private static func sentences(_ words: Phrases) -> [(name: String, value: String)] {
    var texts: [(name: String, value: String)] = []
    texts += notices.map { ("notice.\($0)", words.notice($0)) }
    texts += questions.enumerated().map { ("question.\($0)", words.question($1)) }
    texts += reasons.map { ("reason.\($0)", words.reason($0)) }
    for topic in HelpTopic.allCases {
      texts += words.helpLines(topic).map { ("help.\(topic)", $0.meaning) }
    }
    texts += [
      ("tooSmallSize", words.tooSmallSize(Sample.size, State.leastSize)),
      ("marked", words.marked(2)),
      ("until", words.until("1")), ("eventOn", words.eventOn("1")),
      ("ratingHandBack", words.ratingHandBack("F9")),
      ("ratingsToday", words.ratingsToday(.none)),
    ]
    return texts
  }
}
