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

final class TrainingThread: Sendable {
  private enum Letter: Sendable {
    case order(TrainingOrder)
    case stop
  }

  /// How often the day is looked at, in milliseconds.
  private static let lookEvery = 250

  private let setup: TrainingSetup
  private let directory: String
  private let plan: DayPlan
  private let inbox = Inbox<Letter>()
  private let result = Mutex<Result<Review, StoreError>?>(nil)

  /// Begins the day anew in the folder: its store, with the catalogue and the people whom the centre knows,
  /// and its clock.
  init(_ setup: TrainingSetup, _ options: DeskOptions) throws(StoreError) {
    self.setup = setup
    directory = options.dataDirectory
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

  /// The thread's body.
  func run(_ mailbox: Mailbox) {
    do throws(StoreError) {
      let store = try LocalStore(
        directory: directory, access: .readWrite, purpose: .training, ids: .fromSystem(),
        now: plan.opens)
      defer { store.close() }
      let day = try TrainingDay(plan, lesson: setup.lesson, store, way: nil)
      var trainer = Trainer(day: day, lesson: setup.lesson, mailbox: mailbox)
      while true {
        try trainer.look(at: SystemClock.now())
        switch inbox.take(waitingMilliseconds: Self.lookEvery) {
        case .order(let order): trainer.take(order)
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

  let day: TrainingDay
  let lesson: Lesson
  let mailbox: Mailbox
  private var keys: [Visit.ID: Int] = [:]
  private var answered: Set<Visit.ID> = []
  private var shown: TrainingScene?
  private var news: LocalizedText?
  private var seen: Observed?
  /// By which it is known whether anything has changed: by others, and by the day itself.
  private var mark: (others: Int64, own: Int)?

  init(day: TrainingDay, lesson: Lesson, mailbox: Mailbox) {
    self.day = day
    self.lesson = lesson
    self.mailbox = mailbox
  }

  mutating func take(_ order: TrainingOrder) {
    switch order {
    case .speed: break
    case .nextArrival: day.nextArrival.map(SystemClock.jump)
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
    news = day.news ?? news
    let scene = TrainingScene(
      lesson: lesson.title, speed: SystemClock.speed, visitor: visitor(seen),
      word: lesson.hints(seen).last?.text ?? news)
    guard scene != shown else { return }
    shown = scene
    mailbox.put(.trainingChanged(scene))
  }

  /// Who sits at the trainee's window, or is on the way there.
  private func visitor(_ seen: Observed) -> TrainingScene.Visitor? {
    let here = seen.day.last { ticket in
      ticket.desk == seen.desk && (ticket.state == .called || ticket.state == .serving)
    }
    guard let here, let arrival = day.arrival(of: here.id) else { return nil }
    return TrainingScene.Visitor(
      ticket: here.id, name: arrival.citizen.details.fullName, looks: arrival.mood.looks,
      says: arrival.story, leavesOut: arrival.leavesOut ?? arrival.wrongPaper)
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
