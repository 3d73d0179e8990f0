// The store's thread: takes what the desk asks, answers with events, in order.

internal import Catalogue
internal import DeskCore
internal import Domain
internal import FoundationEssentials
internal import LocalStore
internal import SyncRuntime

/// What the store's thread is asked to do.
enum StoreRequest: Sendable {
  case perform(Effect, Facts)
  case stop

  var isDraft: Bool { if case .perform(.saveDraft, _) = self { true } else { false } }
}

/// What the store knows when the desk starts.
struct StoreOpening: Sendable {
  var situations: [SituationSummary]
  var draft: Draft?
  var theme: String?
  var language: Language?
}

/// The store on its own thread, the only one that touches it.
struct StoreWorker {
  private let store: LocalStore
  private let mailbox: Mailbox
  private let offset: TimeZoneOffset
  private let sync: SyncSignal?
  /// The release whose situations the desk shows; 0 for the bundled catalogue.
  private var shownRelease: Int64

  /// Opens the store, brings the bundled catalogue into it when that has changed, and reads what the
  /// first screen shows.
  ///
  /// - Parameter sync: hears of each change; absent where nothing is synced.
  init(
    directory: String, offset: TimeZoneOffset, mailbox: Mailbox, sync: SyncSignal?
  ) throws(StoreError) {
    store = try LocalStore(
      directory: directory, access: .readWrite, ids: .fromSystem(), now: SystemClock.now())
    try store.takeDraftPlace()
    self.mailbox = mailbox
    self.offset = offset
    self.sync = sync
    let catalogue = BundledCatalogue()
    _ = try store.installCatalogue(
      { try catalogue.load() }, fingerprint: catalogue.fingerprint())
    let standing = try store.catalogueStanding()
    shownRelease = standing.active
    if standing.newest > standing.active { mailbox.put(.catalogueWaits) }
  }

  func opening() throws(StoreError) -> StoreOpening {
    StoreOpening(
      situations: try store.situations(),
      draft: try store.draft().flatMap(decodedDraft),
      theme: try store.setting("theme"),
      language: try store.setting("language").flatMap(Language.init(rawValue:)))
  }

  /// Serves requests until it is told to stop.
  mutating func run(_ inbox: Inbox<StoreRequest>) {
    try? tellQueue(Facts(now: SystemClock.now(), offset: offset))
    while case .perform(let effect, let facts) = inbox.take() {
      do throws(StoreError) {
        if let event = try perform(effect, facts) { mailbox.put(event) }
        if effect.changesQueue { try tellQueue(facts) }
        if effect.isNewsForTheCentre { sync?.changed() }
      } catch {
        mailbox.put(.failed(error))
        // What was refused may have been so because the queue is another one by now.
        if effect.changesQueue { try? tellQueue(facts) }
      }
      if inbox.isEmpty { store.tidy() }
    }
    store.close()
  }

  private func stamp(_ facts: Facts) -> Stamp {
    Stamp(now: facts.now, author: Author(desk: store.desk), offset: facts.offset)
  }

  private func tellQueue(_ facts: Facts) throws(StoreError) {
    mailbox.put(.queueLoaded(try store.windowQueue(stamp(facts))))
  }

  private mutating func perform(_ effect: Effect, _ facts: Facts) throws(StoreError) -> Event? {
    let stamp = stamp(facts)
    switch effect {
    case .loadSituation(let id, let select):
      return .situationLoaded(try store.sheet(of: id), select: select)
    case .loadService(let id, let preferred):
      return .situationLoaded(try sheet(with: id, preferring: preferred), select: id)
    case .loadCard(let id, let use):
      return .cardLoaded(try card(of: id, for: use, stamp), for: use)
    case .loadDay(let date):
      return .dayLoaded(try store.day(date, offset: facts.offset))
    case .findDuplicates(let details):
      return .duplicatesFound(try store.duplicates(of: details))
    case .addCitizen(let citizen):
      try store.addCitizen(citizen, stamp)
      return .citizenSaved(citizen)
    case .changeCitizen(let citizen, let seen):
      return .citizenSaved(try store.changeCitizen(citizen, basedOn: seen, stamp))
    case .logVisit(let visit, let eventDate, let draft):
      try store.logVisit(
        visit, eventDate: eventDate, draft: .replaced(by: draft.flatMap(encoded)), stamp)
      return .visitLogged(LoggedVisit(id: visit.id, situation: visit.situation))
    case .withdrawVisit(let id):
      try store.undoVisit(id, stamp)
      return .visitWithdrawn(id)
    case .recordRating(let entry):
      try store.recordRating(entry, stamp)
      return .ratingRecorded(entry.result)
    case .saveDraft(let draft):
      try save(draft)
      return nil
    case .remember(let preference):
      try remember(preference)
      return nil
    case .changeCatalogue:
      return try changeCatalogue()
    case .loadSyncTasks, .retryRefused, .dropRefused, .amendRefused, .settleConflict,
      .mergeCitizens, .keepApart, .unmergeCitizen:
      return try store.perform(task: effect, stamp)
    case .loadQueue, .callNext, .callUnverified, .stepTicket, .tellPresence:
      return try store.perform(queue: effect, isLinked: sync != nil, stamp)
    case .search, .wake, .redraw, .suspend, .quit, .syncNow:
      return nil
    }
  }

  /// Another process of this desk may have changed it before.
  private mutating func changeCatalogue() throws(StoreError) -> Event? {
    _ = try store.activateRelease()
    let active = try store.catalogueStanding().active
    guard active != shownRelease else { return nil }
    shownRelease = active
    return .catalogueChanged(try store.situations())
  }

  private func sheet(
    with service: Service.ID, preferring preferred: [LifeSituation.ID]
  ) throws(StoreError) -> SituationSheet? {
    let situations = try store.situations(with: service)
    guard let id = preferred.first(where: situations.contains) ?? situations.first else {
      return nil
    }
    return try store.sheet(of: id)
  }

  /// A look that finds the card gone is an answer, not a failure.
  private func card(
    of id: Citizen.ID, for use: CardUse, _ stamp: Stamp
  ) throws(StoreError) -> CitizenCard? {
    do throws(StoreError) {
      return try store.card(
        of: id, purpose: use == .visit || use == .draft ? "visit" : "look", stamp)
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  private func save(_ draft: Draft?) throws(StoreError) {
    if let json = draft.flatMap(encoded) {
      try store.saveDraft(json)
    } else {
      try store.clearDraft()
    }
  }

  private func remember(_ preference: Preference) throws(StoreError) {
    switch preference {
    case .theme(let name): try store.setSetting("theme", name)
    case .language(let language): try store.setSetting("language", language.rawValue)
    }
  }
}

private func encoded(_ draft: Draft) -> String? {
  (try? JSONEncoder().encode(draft)).map { String(decoding: $0, as: UTF8.self) }
}

/// A draft of an older or newer program may not be readable; then there is none to offer.
private func decodedDraft(_ json: String) -> Draft? {
  try? JSONDecoder().decode(Draft.self, from: Data(json.utf8))
}
