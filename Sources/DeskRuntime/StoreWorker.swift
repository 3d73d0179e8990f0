// The store's thread: takes what the desk asks, answers with events, in order.

internal import Catalogue
internal import DeskCore
internal import Domain
internal import LocalStore
internal import SyncRuntime

/// What the store's thread is asked to do.
enum StoreRequest: Sendable {
  /// In the name of whoever is signed in.
  case perform(Effect, Facts, by: Employee.ID?)
  /// The first frame is on the screen.
  case begin
  /// Looks whether others have changed the accounts or the queue.
  case look
  /// Something was written into the store, by this program or another one.
  case changed
  /// What the central store said to a call.
  case called(CallAnswer)
  /// Takes out some cards whose time is over, when nothing else is to be done.
  case retire
  case stop

  var isDraft: Bool { if case .perform(.saveDraft, _, _) = self { true } else { false } }
  var isChange: Bool { if case .changed = self { true } else { false } }
  var isLook: Bool { if case .look = self { true } else { false } }
  var isStop: Bool { if case .stop = self { true } else { false } }
}

/// What the store knows when the desk starts.
struct StoreOpening: Sendable {
  var situations: [SituationSummary]
  var staff: StaffRoster
  var draft: Draft?
  var day: DaySummary
  var queue: WindowQueue
  var theme: String?
  var language: Language?
}

/// The store on its own thread, the only one that touches it.
struct StoreWorker {
  private let store: LocalStore
  private let mailbox: Mailbox
  private let offset: TimeZoneOffset
  private let sync: SyncListener
  private let targets: TargetCount
  private var counting: Worker?
  /// Where the centre keeps its years of the production calendar.
  private let calendarFolders: [String]
  /// The release whose situations the desk shows; 0 for the bundled catalogue.
  private var shownRelease: Int64 = 0
  private var hasToldAdvice = false
  private var hasToldOffers = false
  /// The accounts as the desk knows them.
  private var shownStaff = StaffRoster()
  private var retention: RetentionWalk
  private var calls = QueueCalls()
  private var cardWatch = CardWatch()
  private var citizen: CitizenLink
  /// The store's mark at the last look at what others have changed.
  private var mark: Int64?
  /// The queue as the desk knows it.
  private var shownQueue: WindowQueue?

  /// Opens the store, and brings the bundled catalogue into one that has none.
  ///
  /// - Parameter sync: hears of each change.
  init(
    directory: String, purpose: StorePurpose, offset: TimeZoneOffset, retentionDays: Int,
    baseline: TargetFigures.Baseline?, calendarFolders: [String], citizenView: CitizenView,
    givesCodes: Bool, callbackDays: Int?, keyboard: CitizenKeyboard,
    mailbox: Mailbox, sync: SyncListener
  ) throws(StoreError) {
    store = try LocalStore(
      directory: directory, access: .readWrite, purpose: purpose, ids: .fromSystem(),
      now: SystemClock.now())
    try store.takeDraftPlace()
    self.mailbox = mailbox
    self.offset = offset
    self.sync = sync
    targets = TargetCount(
      directory: directory, purpose: purpose, baseline: baseline, mailbox: mailbox)
    self.calendarFolders = calendarFolders
    retention = RetentionWalk(days: retentionDays)
    citizen = CitizenLink(
      directory: directory, view: citizenView, givesCodes: givesCodes, callbackDays: callbackDays,
      takesWords: keyboard != .none, offset: offset)
    if try !store.hasCatalogue() { try installCatalogue() }
    if case .screen = sync { tellOfNews() }
  }

  private func tellOfNews() {
    switch sync {
    case .nobody, .training: break
    case .thread(let signal): signal.changed()
    case .screen(let stop):
      guard var status = try? store.syncStatus() else { return }
      status.link = .stopped(stop)
      mailbox.put(.syncChanged(status))
    }
  }

  /// What the first frame shows.
  mutating func opening(_ today: CalendarDate) throws(StoreError) -> StoreOpening {
    shownStaff = try store.staff()
    let queue = try store.windowQueue(stamp(SystemClock.now()))
    shownQueue = queue
    return StoreOpening(
      situations: try store.situations(), staff: shownStaff,
      draft: try store.draft().flatMap(decodedDraft),
      day: try store.day(today, offset: offset), queue: queue,
      theme: try store.setting("theme"),
      language: try store.setting("language").flatMap(Language.init(rawValue:)))
  }

  /// Brings the bundled catalogue into the store when that has changed. Not before the first frame,
  /// since telling it takes as long as all the rest of the opening, but before any request is served.
  private mutating func bringCatalogue(shown: [SituationSummary]) {
    do throws(StoreError) {
      try installCatalogue()
      let standing = try store.catalogueStanding()
      shownRelease = standing.active
      let situations = try store.situations()
      if situations != shown { mailbox.put(.catalogueChanged(situations)) }
      if standing.newest > standing.active { mailbox.put(.catalogueWaits) }
    } catch {
      mailbox.put(.failed(error))
    }
  }

  private func installCatalogue() throws(StoreError) {
    let catalogue = BundledCatalogue()
    _ = try store.installCatalogue(
      { try catalogue.load() }, fingerprint: catalogue.fingerprint())
  }

  /// Serves requests until it is told to stop.
  ///
  /// - Parameter shown: the situations on the first frame. Until that is there, or somebody asks for
  ///   something, the processor is the first frame's.
  mutating func run(_ inbox: Inbox<StoreRequest>, shown: [SituationSummary]) {
    var request = inbox.take()
    if !request.isStop {
      bringCatalogue(shown: shown)
      citizen.open(store)
      lookAtCitizen()
    }
    while serve(request) {
      if inbox.isEmpty {
        store.tidy()
        if retention.isDue(today) { inbox.put(.retire) }
      }
      request = inbox.take()
    }
    counting?.join(waitingMilliseconds: SyncThread.patience)
    citizen.close()
    store.close()
  }

  /// `false` when it is to stop.
  private mutating func serve(_ request: StoreRequest) -> Bool {
    do throws(StoreError) {
      switch request {
      case .perform(let effect, let facts, let employee):
        // What was refused may have been so because the queue is another one by now.
        defer { if effect.changesQueue { tellQueue(at: facts.now) } }
        if let event = try perform(effect, facts, employee) {
          mailbox.put(event)
          if case .situationLoaded = event { try tellAdvice() }
          if case .cardLoaded(let card?, _) = event {
            cardWatch.note(card)
            try tellAdvice()
            try tellOffers()
          }
        }
        if effect.isNewsForTheCentre { tellOfNews() }
      case .begin: break
      case .look:
        lookAtCitizen()
        try look()
      case .changed:
        lookAtCitizen()
        // The mark is moved by others alone.
        let found = try store.changeMark()
        guard found != mark else { break }
        mark = found
        try look()
        if let card = cardWatch.look(store) { mailbox.put(.cardLoaded(card, for: .refresh)) }
      case .called(let answer):
        defer { tellQueue(at: SystemClock.now()) }
        if let result = try calls.take(answer, store) { mailbox.put(.callAnswered(result)) }
      case .retire:
        retention.step(store, stamp(SystemClock.now()))
      case .stop: return false
      }
    } catch {
      mailbox.put(.failed(error))
    }
    return true
  }

  /// Whether the citizen's screen has come, gone or answered.
  private mutating func lookAtCitizen() { tell(citizen.look(store, at: SystemClock.now())) }

  private func tell(_ events: [Event]) {
    events.forEach(mailbox.put)
    let hasRating = events.contains { if case .answeredOutside = $0 { true } else { false } }
    if hasRating { tellOfNews() }
  }

  private var today: CalendarDate { SystemClock.now().date(offset: offset) }

  private mutating func look() throws(StoreError) {
    tellQueue(at: SystemClock.now())
    let roster = try store.staff()
    guard roster != shownStaff else { return }
    shownStaff = roster
    mailbox.put(.staffLoaded(roster))
  }

  /// In nobody's name.
  private func stamp(_ now: Instant) -> Stamp {
    Stamp(now: now, author: Author(desk: store.desk), offset: offset)
  }

  /// The rules and the working days are read once, with the first situation, which does not wait for
  /// them.
  private mutating func tellAdvice() throws(StoreError) {
    guard !hasToldAdvice else { return }
    hasToldAdvice = true
    mailbox.put(.adviceLoaded(try store.adviceBook()))
    let (calendar, problems) = try store.productionCalendar(with: calendarFolders)
    mailbox.put(.calendarLoaded(calendar, problem: problems.first))
  }

  /// As the rules, with the first card.
  private mutating func tellOffers() throws(StoreError) {
    guard !hasToldOffers else { return }
    hasToldOffers = true
    mailbox.put(.offersLoaded(try store.offerBook()))
  }

  /// A queue that cannot be read just now is told with the next look.
  private mutating func tellQueue(at now: Instant) {
    guard let queue = try? store.windowQueue(stamp(now)), queue != shownQueue else { return }
    shownQueue = queue
    mailbox.put(.queueLoaded(queue))
  }

  private mutating func perform(
    _ effect: Effect, _ facts: Facts, _ employee: Employee.ID?
  ) throws(StoreError) -> Event? {
    let stamp = Stamp(
      now: facts.now, author: Author(desk: store.desk, employee: employee), offset: facts.offset)
    switch effect {
    case .loadSituation(let id, let select):
      return .situationLoaded(try store.sheet(of: id), select: select)
    case .loadService(let id, let preferred):
      if let sheet = try store.sheet(with: id, preferring: preferred) {
        return .situationLoaded(sheet, select: id)
      }
      return .serviceLoaded(try store.serviceSheet(of: id))
    case .loadCard(let id, let use):
      return .cardLoaded(try store.card(of: id, for: use, stamp), for: use)
    case .loadDay(let date):
      return .dayLoaded(try store.day(date, offset: facts.offset))
    case .findDuplicates(let details):
      return .duplicatesFound(try store.duplicates(of: details))
    case .loadOfferList(let region):
      try tellAdvice()
      try tellOffers()
      return .offerListLoaded(
        try store.offerList(
          try store.adviceBook(), try store.offerBook(),
          in: try store.productionCalendar(with: calendarFolders).calendar, region: region, stamp))
    case .tell(let draft, let citizen):
      try store.tell(draft, of: citizen, stamp)
      return .remarkKept(of: citizen)
    case .addCitizen(let citizen):
      try store.addCitizen(citizen, stamp)
      return .citizenSaved(citizen)
    case .changeCitizen(let citizen, let seen):
      return .citizenSaved(try store.changeCitizen(citizen, basedOn: seen, stamp))
    case .logVisit(let visit, let eventDate, let remarks, let draft):
      try store.logVisit(
        visit, eventDate: eventDate, remarks: remarks,
        draft: .replaced(by: draft.flatMap(encoded)), stamp)
      return .visitLogged(LoggedVisit(id: visit.id, situation: visit.situation))
    case .withdrawVisit(let id):
      try store.undoVisit(id, stamp)
      return .visitWithdrawn(id)
    case .greet(let isServing):
      citizen.greet(isServing)
      return nil
    case .ask(let logged):
      tell(citizen.ask(about: logged, store, stamp))
      return nil
    case .withdrawQuestion:
      tell(citizen.withdraw(store, at: facts.now))
      return nil
    case .recordRating, .issueRatingToken, .loadCallbacks, .settleCallback:
      return try store.perform(rating: effect, stamp)
    case .signIn, .addFirstAccount, .changePIN:
      defer { try? look() }
      return try store.perform(staff: effect, stamp)
    case .saveDraft(let draft):
      try store.save(draft)
      return nil
    case .remember(let preference):
      try store.remember(preference)
      return nil
    case .changeCatalogue:
      return try changeCatalogue()
    case .loadSyncTasks, .retryRefused, .dropRefused, .amendRefused, .settleConflict,
      .mergeCitizens, .keepApart, .unmergeCitizen:
      return try store.perform(task: effect, stamp)
    case .callNext(let request):
      return try calls.call(request, store, sync, stamp).map(Event.callAnswered)
    case .loadQueue, .callUnverified, .stepTicket, .tellPresence, .readMessage:
      return try store.perform(queue: effect, stamp)
    case .loadTargets:
      if let worker = targets.begin(stamp) {
        // The one before has put its page into the mailbox.
        counting?.join()
        counting = worker
      }
      return nil
    case .loadOwnDay, .loadStrengths, .loadFeedback, .giveFeedback, .answerFeedback, .noteAnswers:
      return try store.perform(feedback: effect, stamp)
    case .search, .wake, .redraw, .suspend, .quit, .syncNow, .printChecklist, .makeCodes,
      .train:
      return nil
    }
  }

  /// Another process of this desk may have changed it before.
  private mutating func changeCatalogue() throws(StoreError) -> Event? {
    _ = try store.activateRelease()
    let active = try store.catalogueStanding().active
    guard active != shownRelease else { return nil }
    shownRelease = active
    hasToldAdvice = false
    hasToldOffers = false
    return .catalogueChanged(try store.situations())
  }
}
