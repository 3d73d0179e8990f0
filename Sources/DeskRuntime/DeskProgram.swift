// The desk as a program: opens the store, takes the terminal, runs, gives everything back.

internal import CPlatform
internal import Canvas
internal import DeskCore
internal import DeskScreens
package import Domain
internal import Glibc
internal import LocalStore
internal import SyncRuntime
package import Terminal
internal import Themes
package import Training

/// What kept the desk from starting. The message is made by the command line, in the person's language.
package enum DeskFailure: Error, Hashable, Sendable {
  case store(StoreError)
  case terminal(TerminalError)
  /// No theme of that name; the names there are.
  case unknownTheme(String, known: [String])
}

package enum DeskProgram {
  /// Runs the desk on the terminal of standard input and output until the clerk leaves.
  ///
  /// Call it on the process's first thread, before any other thread has started.
  ///
  /// - Returns: the review of a training.
  @discardableResult
  package static func run(_ options: DeskOptions) throws(DeskFailure) -> Review? {
    okno_prepare_memory()
    let (signals, mailbox, poll) = try prepare()
    let training = try trainingThread(options)
    try showDesk(options, signals, mailbox, poll, training)
    return try review(training)
  }

  static func review(_ training: TrainingThread?) throws(DeskFailure) -> Review? {
    do throws(StoreError) {
      return try training?.review()
    } catch {
      throw .store(error)
    }
  }

  /// The day is there before the desk opens its store.
  static func trainingThread(
    _ options: DeskOptions
  ) throws(DeskFailure) -> TrainingThread? {
    guard let setup = options.training else { return nil }
    do throws(StoreError) {
      return try TrainingThread(setup, options)
    } catch {
      throw .store(error)
    }
  }

  private static func showDesk(
    _ options: DeskOptions, _ signals: SignalInbox, _ mailbox: Mailbox, _ poll: EventPoll,
    _ training: TrainingThread?
  ) throws(DeskFailure) {
    let store = Inbox<StoreRequest>()
    // The one door to a central store: a training does not go through it.
    let sync = SyncThread(options.training == nil ? options.sync : .alone)
    let today = SystemClock.now().date(offset: options.offset)
    let (storeWorker, opened) = openStore(
      options, today, store, mailbox,
      training.map { SyncListener.training($0.link) } ?? sync.listener)
    defer {
      store.put(.stop)
      storeWorker.join()
    }
    // While the store opens: the terminal, and the theme that is most likely the clerk's.
    let terminal = Result { () throws(TerminalError) in try prepareSession(options) }
    let themes = ThemeLibrary(directories: options.themeDirectories)
    let likelyTheme = likelyTheme(options, themes, try? terminal.get().depth)
    // A failure of the store comes first, and is told before the screen is taken.
    let opening = try opening(opened)
    let settings = try settings(options, opening, themes)
    let session = try startedSession(terminal)
    defer { session.end() }
    let search = SearchThread()
    let printer = options.printCommand.map { command in
      Printer<Int>(command: command) { number, isPrinted in
        mailbox.put(.printed(number: number, isPrinted ? .done : .failed))
      }
    }
    var loop = RunLoop(
      session: session, poll: poll, mailbox: mailbox, store: store, search: search,
      sync: sync.signal, printer: printer, training: training, themes: themes,
      theme: theme(settings.theme, likelyTheme, themes, session.depth),
      offset: options.offset,
      state: firstState(options, settings, session.size))
    loop.show([
      .staffLoaded(opening.staff),
      .started(
        situations: opening.situations.inOrderOfTitles(settings.language), draft: opening.draft),
      .dayLoaded(opening.day), .queueLoaded(opening.queue),
    ])
    if training != nil {
      session.setTitle(Phrases.of(settings.language).training.title)
    }
    loop.watch(FileWatch(LocalStore.file(toWatchIn: options.dataDirectory)))
    var searchWorker: Worker?
    defer {
      search.stop()
      searchWorker?.join()
    }
    let printWorker = printer.map { printer in Worker { printer.run() } }
    defer {
      printer?.stop()
      printWorker?.join()
    }
    defer { sync.stop() }
    var trainingWorker: Worker?
    defer {
      training?.stop()
      trainingWorker?.join()
    }
    withExtendedLifetime(signals) {
      loop.run(begin: {
        store.put(.begin)
        searchWorker = Worker { search.run(directory: options.dataDirectory, mailbox: mailbox) }
        sync.start(mailbox, store)
        trainingWorker = training.map { training in Worker { training.run(mailbox) } }
      })
    }
  }

  /// A training says so on its first frame.
  private static func firstState(
    _ options: DeskOptions, _ settings: Settings, _ size: Size
  ) -> State {
    var state = State(
      size: size, settings: settings,
      clock: Clock(now: SystemClock.now(), offset: options.offset), ids: .fromSystem())
    state.training = options.training.map { setup in
      TrainingState(
        scene: TrainingScene(
          lesson: setup.lesson.title, speed: setup.speed, goal: setup.lesson.goal))
    }
    return state
  }

  /// The locale, the signals and the waker, in the order that needs no thread to exist yet.
  static func prepare() throws(DeskFailure) -> (SignalInbox, Mailbox, EventPoll) {
    do throws(TerminalError) {
      _ = try ProcessLocale.set()
      let signals = try SignalInbox()
      let waker = try Waker()
      return (signals, Mailbox(waker: waker), EventPoll(signals: signals, waker: waker))
    } catch {
      throw .terminal(error)
    }
  }

  /// Opens the store on its own thread.
  private static func openStore(
    _ options: DeskOptions, _ today: CalendarDate, _ inbox: Inbox<StoreRequest>,
    _ mailbox: Mailbox, _ sync: SyncListener
  ) -> (Worker, Inbox<Result<StoreOpening, StoreError>>) {
    let opened = Inbox<Result<StoreOpening, StoreError>>()
    let worker = Worker {
      do throws(StoreError) {
        var store = try StoreWorker(
          directory: options.dataDirectory, purpose: options.purpose, offset: options.offset,
          retentionDays: options.retentionDays, baseline: options.baseline,
          calendarFolders: options.calendarFolders,
          citizenView: CitizenView(centre: options.centreName, window: options.deskName),
          givesCodes: options.ratingForm != nil, callbackDays: options.callbackDays,
          keyboard: options.keyboard, mailbox: mailbox, sync: sync)
        let opening = try store.opening(today)
        opened.put(.success(opening))
        store.run(inbox, shown: opening.situations)
      } catch {
        opened.put(.failure(error))
      }
    }
    return (worker, opened)
  }

  /// Waits for the store, so that a failure is told before the screen is taken.
  private static func opening(
    _ opened: Inbox<Result<StoreOpening, StoreError>>
  ) throws(DeskFailure) -> StoreOpening {
    switch opened.take() {
    case .success(let opening): return opening
    case .failure(let error): throw .store(error)
    }
  }

  private static func theme(
    _ name: String, _ likely: Theme?, _ themes: ThemeLibrary, _ depth: ColourDepth
  ) -> Theme {
    if let likely, likely.name == name { return likely }
    return themes.usableTheme(named: name, depth: depth).theme
  }

  /// `nil` where it cannot be read, or there is no terminal to show it.
  private static func likelyTheme(
    _ options: DeskOptions, _ themes: ThemeLibrary, _ depth: ColourDepth?
  ) -> Theme? {
    let choice = try? ThemeChoice(
      options, themes, remembered: nil, isTraining: options.purpose == .training)
    guard let choice, let depth else { return nil }
    return try? themes.theme(named: choice.name, depth: depth)
  }

  private static func prepareSession(
    _ options: DeskOptions
  ) throws(TerminalError) -> TerminalSession {
    var terminal = TerminalSession.Options()
    terminal.depth = options.depth
    terminal.configuredDepth = options.configuredDepth
    terminal.mouse = options.mouse
    terminal.escapeDelay = Milliseconds(options.escapeDelay)
    terminal.errorLog = options.dataDirectory + "/okno.log"
    return try TerminalSession(terminal)
  }

  /// Takes the terminal at once, for the screens that have opened their store before.
  static func startSession(_ options: DeskOptions) throws(DeskFailure) -> TerminalSession {
    try startedSession(Result { () throws(TerminalError) in try prepareSession(options) })
  }

  private static func startedSession(
    _ prepared: Result<TerminalSession, TerminalError>
  ) throws(DeskFailure) -> TerminalSession {
    do throws(TerminalError) {
      let session = try prepared.get()
      try session.start()
      return session
    } catch {
      throw .terminal(error)
    }
  }

  /// The option wins, then what the clerk chose last, then the configuration.
  static func settings(
    _ options: DeskOptions, _ opening: StoreOpening, _ themes: ThemeLibrary
  ) throws(DeskFailure) -> Settings {
    let choice = try ThemeChoice(
      options, themes, remembered: opening.theme, isTraining: options.purpose == .training)
    return Settings(
      language: options.language ?? opening.language ?? options.configuredLanguage,
      theme: choice.name, themes: choice.offered,
      handBack: options.handBack, ratingTimeout: Int64(options.ratingTimeout),
      ratingForm: options.ratingForm, takesWords: options.keyboard == .everywhere,
      lockAfter: Int64(options.lockAfter), deskName: options.deskName,
      centreName: options.centreName, noShow: options.noShow,
      region: options.region, preview: options.preview)
  }
}
