// The board and the wall as a program. One thread: nobody types a case here, so that the store may be
// read between two keys.

internal import Canvas
internal import Catalogue
internal import DeskCore
internal import DeskScreens
internal import Domain
internal import LocalStore
internal import Terminal
internal import Themes
package import Training

package enum BoardProgram {
  /// Runs the board, or the wall of the hall, until somebody leaves it.
  ///
  /// Call it on the process's first thread, before any other thread has started.
  ///
  /// - Returns: the review of a training.
  @discardableResult
  package static func run(
    _ options: DeskOptions, isWall: Bool
  ) throws(DeskFailure) -> Review? {
    let (signals, mailbox, poll) = try DeskProgram.prepare()
    let training = try DeskProgram.trainingThread(options)
    let watch = try trainingWatch(options)
    try show(options, isWall: isWall, signals, mailbox, poll, training, watch)
    return try DeskProgram.review(training)
  }

  private static func trainingWatch(_ options: DeskOptions) throws(DeskFailure) -> TrainingWatch? {
    guard options.watchesTraining else { return nil }
    do throws(StoreError) {
      return try TrainingWatch(options)
    } catch {
      throw .store(error)
    }
  }

  private static func show(
    _ options: DeskOptions, isWall: Bool, _ signals: SignalInbox, _ mailbox: Mailbox,
    _ poll: EventPoll, _ training: TrainingThread?, _ watch: TrainingWatch?
  ) throws(DeskFailure) {
    let store = try open(options)
    defer { store.close() }
    let themes = ThemeLibrary(directories: options.themeDirectories)
    let opening = try StoreReading.opening(store)
    let settings = try DeskProgram.settings(options, opening, themes)
    let session = try DeskProgram.startSession(options)
    defer { session.end() }
    let sync = SyncThread(options.purpose == .work ? options.sync : .alone)
    if case .stopped(let stop) = options.sync {
      mailbox.put(.syncChanged(SyncStatus(link: .stopped(stop))))
    }
    let dayWatch = options.sync.session == nil ? nil : beginDayWatch(options)
    defer { withExtendedLifetime(dayWatch) {} }
    sync.start(mailbox)
    defer { sync.stop() }
    let hearing =
      isWall
      ? nil
      : options.sync.session.map {
        DeskHearings($0, own: store.desk, mailbox: mailbox)
      }
    let hearingWorker = hearing.map { hearing in Worker { hearing.run() } }
    defer {
      hearing?.stop()
      hearingWorker?.join(waitingMilliseconds: SyncThread.patience)
    }
    let trainingWorker = training.map { training in Worker { training.run(mailbox) } }
    defer {
      training?.stop()
      trainingWorker?.join()
    }
    let watchWorker = watch.map { watch in Worker { watch.run(mailbox) } }
    defer {
      watch?.stop()
      watchWorker?.join()
    }
    if options.purpose == .training {
      session.setTitle(Phrases.of(settings.language).training.title)
    }
    var state = BoardState(
      size: session.size, language: settings.language, centreName: options.centreName,
      clock: Clock(now: SystemClock.now(), offset: options.offset), isWall: isWall,
      situations: opening.situations.inOrderOfTitles(settings.language))
    if options.purpose == .training {
      state.training = TrainingScene(
        lesson: options.training?.lesson.title ?? LocalizedText(ru: ""), speed: SystemClock.speed,
        goal: options.training?.lesson.goal)
    }
    state.seat = watch == nil ? nil : TrainerSeat()
    var loop = BoardLoop(
      terminal: SideTerminal(session: session, poll: poll, storeIn: options.dataDirectory),
      mailbox: mailbox, store: store,
      sync: sync,
      theme: themes.usableTheme(named: settings.theme, depth: session.depth).theme,
      offset: options.offset, actor: options.actor, hearing: hearing,
      training: training, trainer: watch, state: state)
    if let loss = withExtendedLifetime(signals, { loop.run() }) { throw .store(loss) }
  }

  /// Without it the board shows what the desk hears at its usual pace.
  private static func beginDayWatch(_ options: DeskOptions) -> DayWatch? {
    guard let watch = try? DayWatch(directory: options.dataDirectory),
      (try? watch.begin(at: SystemClock.now())) != nil
    else { return nil }
    return watch
  }

  static func open(_ options: DeskOptions) throws(DeskFailure) -> LocalStore {
    do throws(StoreError) {
      let store = try LocalStore(
        directory: options.dataDirectory, access: .readWrite, purpose: options.purpose,
        ids: .fromSystem(),
        now: SystemClock.now())
      let catalogue = BundledCatalogue()
      _ = try store.installCatalogue(
        { try catalogue.load() }, fingerprint: catalogue.fingerprint())
      return store
    } catch {
      throw .store(error)
    }
  }
}

extension LocalStore {
  /// Whether whoever has signed in at the command line still may: the account may have been closed, or the
  /// first one opened, since.
  func check(_ permission: Permission, of actor: Employee.ID?) throws(StoreError) {
    let roster = try staff()
    guard roster.hasAccounts else { return }
    guard let employee = actor.flatMap({ roster[$0] }), employee.may(permission) else {
      throw .forbidden(permission)
    }
  }
}

enum StoreReading {
  /// What a screen without a draft needs of the store.
  static func opening(_ store: LocalStore) throws(DeskFailure) -> StoreOpening {
    do throws(StoreError) {
      return StoreOpening(
        situations: try store.situations(), staff: try store.staff(), draft: nil, day: .empty,
        queue: WindowQueue(desk: store.desk),
        theme: try store.setting("theme"),
        language: try store.setting("language").flatMap(Language.init(rawValue:)))
    } catch {
      throw .store(error)
    }
  }
}
