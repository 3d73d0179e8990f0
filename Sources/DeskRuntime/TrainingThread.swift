// The day of training: a thread beside the desk that lets people come, other windows work and time pass,
// looks at what the trainee makes of it, and at last writes the review.

internal import Catalogue
internal import DeskCore
internal import Domain
internal import LocalStore
internal import Synchronization
package import Training
internal import TrainingRuntime

/// What a training is made of.
package struct TrainingSetup: Sendable {
  package var lesson: Lesson
  package var seed: UInt64
  package var speed: Int

  package init(lesson: Lesson, seed: UInt64, speed: Int) {
    self.lesson = lesson
    self.seed = seed
    self.speed = speed
  }
}

/// Whether the day has its link to the centre, for the desk's own calls.
final class TrainingLink: Sendable {
  private let isCut = Mutex(false)

  var isDown: Bool { isCut.withLock { $0 } }

  func set(isDown: Bool) { isCut.withLock { $0 = isDown } }
}

final class TrainingThread: Sendable {
  private enum Letter: Sendable {
    case order(TrainingOrder)
    case stop
  }

  /// How often the day is looked at, in milliseconds.
  static let lookEvery = 250

  private let setup: TrainingSetup
  private let directory: String
  private let language: Language
  private let plan: DayPlan
  private let inbox = Inbox<Letter>()
  let link = TrainingLink()
  private let result = Mutex<Result<Review, StoreError>?>(nil)

  /// Begins the day anew in the folder: its store, with the catalogue and the people whom the centre knows,
  /// and its clock.
  init(_ setup: TrainingSetup, _ options: DeskOptions) throws(StoreError) {
    self.setup = setup
    directory = options.dataDirectory
    language = options.language ?? options.configuredLanguage
    try LocalStore.removeTraining(in: directory)
    let catalogue: CatalogueContent
    do throws(CatalogueError) {
      catalogue = try BundledCatalogue().load()
    } catch {
      throw .internal("\(error)")
    }
    plan = DayPlan(
      setup.lesson, seed: setup.seed, services: catalogue.servicesOfSituations,
      offset: options.offset)
    SystemClock.simulate(from: plan.opens, speed: setup.speed)
    let store = try LocalStore(
      directory: directory, access: .readWrite, purpose: .training,
      ids: IDSource(seed: setup.seed), now: plan.opens)
    defer { store.close() }
    try store.installCatalogue({ catalogue }, fingerprint: BundledCatalogue().fingerprint())
    // Whoever looks on may come with the first frame.
    try store.setSetting(TrainingWords.lesson, setup.lesson.name)
    try store.setSetting(TrainingWords.clock, SystemClock.told)
    try TrainingDay.populate(store, plan)
  }

  func take(_ order: TrainingOrder) {
    if case .speed(let speed) = order { SystemClock.setSpeed(speed) }
    inbox.put(.order(order))
  }

  func stop() { inbox.put(.stop) }

  /// The review, once the thread has ended.
  func review() throws(StoreError) -> Review? {
    switch result.withLock({ $0 }) {
    case .success(let review): return review
    case .failure(let error): throw error
    case nil: return nil
    }
  }

  /// Takes what a trainer has said from another terminal.
  private func heed(_ store: LocalStore) throws(StoreError) {
    guard let word = try store.setting(TrainingWords.order) else { return }
    try store.setSetting(TrainingWords.order, nil)
    if let order = TrainingOrder(word: word) { take(order) }
  }

  /// The thread's body.
  func run(_ mailbox: Mailbox) {
    do throws(StoreError) {
      let store = try LocalStore(
        directory: directory, access: .readWrite, purpose: .training, ids: .fromSystem(),
        now: plan.opens)
      defer { store.close() }
      let day = try TrainingDay(plan, lesson: setup.lesson, store, way: nil)
      try day.openWindows(language)
      var trainer = Trainer(day: day, lesson: setup.lesson, link: link, mailbox: mailbox)
      var told: String?
      while true {
        try trainer.look(at: SystemClock.now())
        try heed(store)
        if told != SystemClock.told {
          told = SystemClock.told
          try store.setSetting(TrainingWords.clock, told)
        }
        switch inbox.take(waitingMilliseconds: Self.lookEvery) {
        case .order(let order): try trainer.take(order)
        case .stop:
          let review = try trainer.review()
          result.withLock { $0 = .success(review) }
          return
        case nil: break
        }
      }
    } catch {
      result.withLock { $0 = .failure(error) }
      mailbox.put(.failed(error))
    }
  }
}

/// What the thread keeps of the day.
private struct Trainer {
  /// Seconds from a visit's end to the visitor's answer.
  private static let readsFor: Int64 = 2
  /// Seconds for which an incident stands before hints are shown again.
  private static let incidentLasts: Int64 = 120

  let day: TrainingDay
  let lesson: Lesson
  let link: TrainingLink
  let mailbox: Mailbox
  private var keys: [Visit.ID: Int] = [:]
  private var answered: Set<Visit.ID> = []
  private var shown: TrainingScene?
  private var news: LocalizedText?
  private var happening: (words: LocalizedText, until: Instant)?
  private var isLinkDown = false
  private var seen: Observed?
  /// By which it is known whether anything has changed: by others, and by the day itself.
  private var mark: (others: Int64, own: Int)?

  init(day: TrainingDay, lesson: Lesson, link: TrainingLink, mailbox: Mailbox) {
    self.day = day
    self.lesson = lesson
    self.link = link
    self.mailbox = mailbox
  }

  mutating func take(_ order: TrainingOrder) throws(StoreError) {
    switch order {
    case .speed: break
    case .nextArrival: day.nextArrival.map(SystemClock.jump)
    case .link(let isDown): try day.setLink(isDown: isDown)
    case .incident(let incident):
      happening = (incident.words, until: SystemClock.now() + Self.incidentLasts)
    case .logged(let visit, let count): keys[visit] = count
    }
  }

  mutating func look(at now: Instant) throws(StoreError) {
    try day.advance(to: now)
    let found = (others: try day.mark(), own: day.happened)
    if mark.map({ $0 != found }) ?? true {
      mark = found
      seen = try day.observe()
    }
    guard var seen else { return }
    seen.now = now
    try answer(seen)
    tellLink(now)
    news = day.news ?? news
    if happening.map({ $0.until < now }) ?? false { happening = nil }
    let scene = TrainingScene(
      lesson: lesson.title, speed: SystemClock.speed, visitor: visitor(seen),
      word: happening?.words ?? lesson.hints(seen).last?.text ?? news)
    guard scene != shown else { return }
    shown = scene
    mailbox.put(.trainingChanged(scene))
  }

  /// The header says that there is no link, and later that there is one again; calls are made accordingly.
  private mutating func tellLink(_ now: Instant) {
    guard day.isLinkDown != isLinkDown else { return }
    isLinkDown = day.isLinkDown
    link.set(isDown: isLinkDown)
    mailbox.put(
      .syncChanged(
        isLinkDown ? SyncStatus(link: .waiting(until: now + 60), synced: now) : SyncStatus()))
  }

  /// Who sits at the trainee's window, or is on the way there.
  private func visitor(_ seen: Observed) -> TrainingScene.Visitor? {
    guard lesson.plays == .clerk else { return whoNeedsHelp(seen) }
    let here = seen.day.last { ticket in
      ticket.desk == seen.desk && (ticket.state == .called || ticket.state == .serving)
    }
    guard let here, let arrival = day.arrival(of: here.id) else { return nil }
    return TrainingScene.Visitor(
      ticket: here.id, name: arrival.citizen.details.fullName, looks: arrival.mood.looks,
      says: arrival.story, leavesOut: arrival.leavesOut ?? arrival.wrongPaper)
  }

  /// The first who is here and for whom the supervisor has something to do, with the ticket's number.
  private func whoNeedsHelp(_ seen: Observed) -> TrainingScene.Visitor? {
    let open = lesson.steps.filter { !$0.check.holds(in: seen) }
    for role in open.compactMap(\.check.who) {
      guard let ticket = seen.tickets[role], let arrival = day.arrival(of: ticket.id) else {
        continue
      }
      return TrainingScene.Visitor(
        ticket: ticket.id, name: "\(ticket.number) \(arrival.citizen.details.fullName)",
        looks: arrival.mood.looks, says: arrival.story, leavesOut: arrival.leavesOut)
    }
    return nil
  }

  /// Visitors rate what they went through, once they have had the time to read the question.
  private mutating func answer(_ seen: Observed) throws(StoreError) {
    for visit in seen.visits
    where !answered.contains(visit.id) && seen.now >= visit.ended + Self.readsFor {
      guard let rating = try day.rating(of: visit) else { continue }
      answered.insert(visit.id)
      mailbox.put(
        .simulatedAnswer(
          SimulatedAnswer(
            visit: visit.id, score: rating.score,
            criteria: Criterion.allCases.filter(rating.criteria.contains))))
    }
  }

  func review() throws(StoreError) -> Review {
    try day.review(of: lesson, keys: keys)
  }
}

/// Under which names a day of training keeps in its own store what another terminal has to know.
enum TrainingWords {
  static let lesson = "training.lesson"
  static let clock = "training.clock"
  /// What a trainer has asked for.
  static let order = "training.order"
}
