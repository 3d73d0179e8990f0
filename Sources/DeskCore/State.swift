// Everything the desk knows at a moment. The screen is drawn from it and from nothing else.

package import Canvas
package import Domain

package struct State: Hashable, Sendable {
  package var size: Size
  package var settings: Settings
  /// The centre's date and the minute on the clock, moved by ticks.
  package var clock: Clock
  /// From the desk's beginning to the screen in front; never empty.
  package var screens: [Screen] = [.home]
  package var overlay: Overlay?
  package var search = SearchState()
  /// All situations of the catalogue, for browsing.
  package var situations: [SituationSummary] = []
  /// Another catalogue is there for when nobody is at the window.
  package var catalogueWaits = false
  package var day: DaySummary?
  package var visit = VisitInProgress()
  /// The visit's situation with its services.
  package var sheet: SituationSheet?
  /// The catalogue's rules; absent until a situation was opened.
  package var advice: AdviceBook?
  /// Knows no year until a situation was opened.
  package var calendar = ProductionCalendar()
  /// What it takes to make offers; absent until a card was seen.
  package var offerBook: OfferBook?
  /// The card of the visit's citizen, once one is chosen.
  package var card: CitizenCard?
  package var notice: Notice?
  /// Absent until the store has said who works here.
  package var staff: StaffState?
  /// What covers every screen but the citizen's until somebody signs in.
  package var lock: LockScreen?
  /// How the desk stands with the centre.
  package var sync = SyncStatus()
  package var undo: [UndoStep] = []
  /// Drafts of an earlier run that the clerk has neither resumed nor dropped, the oldest first.
  package var putOff: [Draft] = []
  /// The visit that was logged last and has not been rated.
  package var lastLogged: LoggedVisit?
  /// The citizen has a screen of their own beside this one.
  package var hasCitizenScreen = false
  /// The visit that is asked about there.
  package var askedOutside: LoggedVisit?
  package var waiting: Waiting?
  /// The queue as this window sees it; absent until the store has told.
  package var window: WindowQueue?
  /// A call that has no answer yet: asked again it is the same one.
  package var pendingCall: CallRequest?
  /// Keys pressed while an answer was waited for that decides where they go.
  package var typedAhead: [Key] = []
  /// A list at the printer.
  package var printing: Printing?
  /// How many lists were given to the printer.
  package var prints = 0
  /// The number of the latest search; an answer to an earlier one is dropped.
  package var searches = 0
  /// Absent on a desk that works.
  package var training: TrainingState?
  package var ids: IDSource

  package init(size: Size, settings: Settings, clock: Clock, ids: IDSource) {
    self.size = size
    self.settings = settings
    self.clock = clock
    self.ids = ids
  }

  /// The least room in which every screen can be drawn whole.
  package static let leastSize = Size(columns: 60, rows: 20)

  /// Nothing can be seen: keys would work blindly.
  package var isTooSmall: Bool {
    size.columns < Self.leastSize.columns || size.rows < Self.leastSize.rows
  }

  /// The screen in front.
  package var screen: Screen {
    get { screens.last ?? .home }
    set {
      if screens.isEmpty { screens = [newValue] } else { screens[screens.count - 1] = newValue }
    }
  }
}

package struct Settings: Hashable, Sendable {
  package var language: Language
  package var theme: String
  /// The themes to choose from.
  package var themes: [String]
  /// The key that gives the screen back to the clerk while a citizen rates.
  package var handBack: Key
  /// Seconds until an unanswered rating screen gives up.
  package var ratingTimeout: Int64
  /// Where a citizen may rate later.
  package var ratingForm: RatingAddress?
  /// Whether a citizen may write a line where the desk itself asks.
  package var takesWords: Bool
  /// Seconds without a key until the screen locks; 0 for never.
  package var lockAfter: Int64
  /// What the header says of this window.
  package var deskName: String
  package var centreName: String
  /// When a citizen who was called counts as not come.
  package var noShow: NoShowRule
  /// The region whose figures rules take.
  package var region: String?
  /// The folder of a catalogue that is looked at before it is published; the header says so.
  package var preview: String?

  package init(
    language: Language = .ru, theme: String = "day", themes: [String] = [],
    handBack: Key = .function(9), ratingTimeout: Int64 = 60, ratingForm: RatingAddress? = nil,
    takesWords: Bool = false, lockAfter: Int64 = 600,
    deskName: String = "", centreName: String = "", noShow: NoShowRule = NoShowRule(),
    region: String? = nil, preview: String? = nil
  ) {
    self.language = language
    self.theme = theme
    self.themes = themes
    self.handBack = handBack
    self.ratingTimeout = ratingTimeout
    self.ratingForm = ratingForm
    self.takesWords = takesWords
    self.lockAfter = lockAfter
    self.deskName = deskName
    self.centreName = centreName
    self.noShow = noShow
    self.region = region
    self.preview = preview
  }
}

package struct Clock: Hashable, Sendable {
  package var now: Instant
  package var offset: TimeZoneOffset

  package init(now: Instant, offset: TimeZoneOffset) {
    self.now = now
    self.offset = offset
  }

  package var date: CalendarDate { now.date(offset: offset) }
  package var time: TimeOfDay { now.civil(offset: offset).time }
  /// The beginning of the minute: time zones differ by whole ones.
  package var minute: Instant { Instant(milliseconds: now.milliseconds / 60_000 * 60_000) }
}

package enum Screen: Hashable, Sendable {
  case home
  case situation(SituationScreen)
  case finder(FinderScreen)
  case card(CardScreen)
  case citizenForm(CitizenForm)
  case visitForm(VisitForm)
  case rating(RatingScreen)
  case keyTest(KeyTestScreen)
  case sync(SyncScreen)
  case refused(RefusedScreen)
  case conflict(ConflictScreen)
  case double(DoubleScreen)
  case account(AccountForm)
  case page(PageScreen)
  case feedbackForm(FeedbackForm)
  case feedback(FeedbackScreen)
  case feedbackAnswer(FeedbackAnswerScreen)
  case checklist(ChecklistScreen)
  case offerList(OfferListScreen)
  case callbacks(CallbackList)
}

/// Something in front of the screen that takes the keys first.
package enum Overlay: Hashable, Sendable {
  case help(firstLine: Int)
  case palette(Palette)
  case confirm(Confirmation)
  case ticket(TicketMenu)
  /// What the supervisor has written to this window.
  case message(DeskMessage)
  case question(QuestionForm)
  case answers(AnswerList)
  case offers(OfferMenu)
  case offer(OfferForm)
  case overrule(OverruleForm)
}

/// A short message, gone at the next key.
package enum Notice: Hashable, Sendable {
  case obstacle(Obstacle)
  case visitSaved
  case answerTaken
  /// The citizen's own screen asks for the rating.
  case askedOutside
  /// That screen has gone before there was an answer.
  case citizenScreenGone
  case citizenSaved
  case callbackSettled
  case undone
  case visitWithdrawn
  case markFirst
  case badField(Problem)
  case cardChangedMeanwhile
  /// The visit's citizen was erased at another window.
  case citizenGone
  case visitElsewhere
  case chooseCard
  case nothingFound
  case entryGone
  case failed(StoreError)
  case draftKept
  case catalogueChanged
  /// The link is looked at now.
  case syncAsked
  /// Another program of this desk keeps the link.
  case syncedElsewhere
  case taskDone(SyncDone)
  /// What was open was seen to elsewhere.
  case taskGone
  case reasonMissing
  /// A conflict has a field for which nothing is chosen.
  case chooseValue
  /// Accounts are in use from now on.
  case accountReady
  case pinChanged
  /// The line is empty for this window.
  case nobodyWaits
  case feedbackDone(FeedbackDone)
  /// What the citizen said is in the store.
  case remarkKept
  /// A line that may not be empty is.
  case textMissing
  /// A year of the production calendar that the centre has written cannot be used.
  case calendarUnread(String)
  /// A list is on its way to the printer.
  case printing
  case printed(PrintResult)

  /// Whether it tells of something that went wrong.
  package var isProblem: Bool {
    switch self {
    case .visitSaved, .answerTaken, .askedOutside, .citizenSaved, .undone, .visitWithdrawn,
      .draftKept,
      .catalogueChanged, .syncAsked, .syncedElsewhere, .taskDone, .taskGone, .accountReady,
      .pinChanged, .nobodyWaits, .feedbackDone, .remarkKept, .printing, .printed(.done):
      false
    default: true
    }
  }
}

/// What is wrong with a field, so that the field can say what it wants.
package enum Problem: Hashable, Sendable {
  case date, dateInFuture, snils, phone, nameMissing, digitInName
  /// Somebody else has put this into the field since the card was opened.
  case changedMeanwhile(String)
}

/// An answer that must come before further keys mean anything.
package enum Waiting: Hashable, Sendable {
  /// Enter was pressed before the search had answered.
  case searchToOpen
  case situation
  case card
  case logging
  case savingCitizen
  case withdrawing
  /// What a person decided about a task of sync.
  case syncTask
  /// A PIN is looked at.
  case signIn
  /// What is said about the catalogue, on its way into the store.
  case feedback
  /// What came of a call, on its way into the store.
  case callback
  /// The situation of a list.
  case checklist(ChecklistRequest)
}

/// A visit that is in the store.
package struct LoggedVisit: Hashable, Sendable {
  package var id: Visit.ID
  package var situation: LifeSituation.ID
  package init(id: Visit.ID, situation: LifeSituation.ID) {
    self.id = id
    self.situation = situation
  }
}

/// What Ctrl-Z takes back, the latest last.
package enum UndoStep: Hashable, Sendable {
  /// The visit as it was before a mark, an outcome, a channel, a date, a citizen or another
  /// situation.
  case change(VisitInProgress, CitizenCard?, SituationSheet?)
  /// A search text that Esc cleared.
  case cleared(TextField)
  /// A visit that was logged.
  case logged(LoggedVisit)
}
