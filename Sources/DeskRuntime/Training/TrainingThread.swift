// The day of training: a thread beside the desk that lets people come, other windows work and time pass,
// looks at what the trainee makes of it, and at last writes the review.

internal import Canvas
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
    case led(Bool)
    /// Another picture is on the trainee's screen.
    case drawn
    case stop

    var isDrawn: Bool { if case .drawn = self { true } else { false } }
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
  private let screen = Mutex(TraineesPicture())
  /// Absent where the folder's file system knows no pipes: nobody can look on then.
  private let words: TrainersWords?

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
    words = try? TrainersWords(directory: directory)
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

  /// Another picture is on the trainee's screen.
  func shown(_ frame: Frame) {
    let isWatched = screen.withLock { screen in
      screen.frame = frame
      return screen.isWatched
    }
    if isWatched { inbox.put(.drawn) { $0.isDrawn } }
  }

  /// Hears what a trainer says from another terminal, until that is stopped: the body of a thread.
  private func listen(_ mailbox: Mailbox) {
    words?.run { line in
      switch TrainerLine(line) {
      case .order(let order): take(order)
      case .lead(let isLed): lead(isLed, mailbox)
      case .key(let key): if screen.withLock({ $0.isLed }) { mailbox.put(.trainerKey(key)) }
      case nil: break
      }
    }
  }

  private func lead(_ isLed: Bool, _ mailbox: Mailbox) {
    let isNews = screen.withLock { screen in
      defer { screen.isLed = isLed }
      return screen.isLed != isLed
    }
    guard isNews else { return }
    inbox.put(.led(isLed))
    mailbox.put(.trainerLeads(isLed))
  }

  /// A trainer's terminal that has come sees the screen as it is; with one that is gone the keys are the trainee's.
  private func lookForTrainer(_ shared: TraineesScreen?, _ mailbox: Mailbox) {
    guard let shared else { return }
    let isWatched = shared.isWatched
    let wasWatched = screen.withLock { screen in
      defer { screen.isWatched = isWatched }
      return screen.isWatched
    }
    if isWatched, !wasWatched { show(shared) }
    if !isWatched { lead(false, mailbox) }
  }

  private func show(_ shared: TraineesScreen?) {
    if let frame = screen.withLock({ $0.frame }) { shared?.show(frame.bytes) }
  }

  /// The thread's body.
  func run(_ mailbox: Mailbox) {
    let listener = Worker { self.listen(mailbox) }
    defer {
      words?.stop()
      listener.join()
    }
    do throws(StoreError) {
      let store = try LocalStore(
        directory: directory, access: .readWrite, purpose: .training, ids: .fromSystem(),
        now: plan.opens)
      defer { store.close() }
      let day = try TrainingDay(plan, lesson: setup.lesson, store, way: nil)
      try day.openWindows(language)
      var trainer = Trainer(day: day, lesson: setup.lesson, link: link, mailbox: mailbox)
      let shared = words == nil ? nil : try? TraineesScreen(directory: directory)
      var told: String?
      while true {
        try trainer.look(at: SystemClock.now())
        lookForTrainer(shared, mailbox)
        if told != SystemClock.told {
          told = SystemClock.told
          try store.setSetting(TrainingWords.clock, told)
        }
        switch inbox.take(waitingMilliseconds: Self.lookEvery) {
        case .order(let order): try trainer.take(order)
        case .led(let isLed): try trainer.take(isLed: isLed)
        case .drawn: show(shared)
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

/// Under which names a day of training keeps in its own store what another terminal has to know.
enum TrainingWords {
  static let lesson = "training.lesson"
  static let clock = "training.clock"
}

/// What is on the trainee's screen, and who sees it.
private struct TraineesPicture {
  var frame: Frame?
  var isWatched = false
  /// A trainer's keys go to the desk.
  var isLed = false
}
