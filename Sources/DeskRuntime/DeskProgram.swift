// The desk as a program: opens the store, takes the terminal, runs, gives everything back.

package import Canvas
internal import DeskCore
package import Domain
internal import Glibc
internal import SyncRuntime
package import Terminal
internal import Themes

/// What the command line and the configuration decide for the desk.
package struct DeskOptions: Sendable {
  package var dataDirectory: String
  /// The theme of the option; the clerk's last choice and the configuration come after it.
  package var theme: String?
  package var configuredTheme: String?
  package var language: Language?
  package var configuredLanguage: Language
  /// Set by `--no-colour`.
  package var depth: ColourDepth?
  package var configuredDepth: ColourDepth?
  package var mouse: Bool
  package var themeDirectories: [String]
  package var offset: TimeZoneOffset
  package var centreName: String
  package var deskName: String
  package var handBack: Key
  package var ratingTimeout: Int
  /// Milliseconds in which a digit after Esc makes it an F-key.
  package var escapeDelay: Int
  package var sync: DeskSync

  package init(
    dataDirectory: String, theme: String? = nil, configuredTheme: String? = nil,
    language: Language? = nil, configuredLanguage: Language = .ru, depth: ColourDepth? = nil,
    configuredDepth: ColourDepth? = nil, mouse: Bool = false, themeDirectories: [String] = [],
    offset: TimeZoneOffset = .moscow, centreName: String = "", deskName: String = "",
    handBack: Key = .function(9), ratingTimeout: Int = 60,
    escapeDelay: Int = 25, sync: DeskSync = .alone
  ) {
    self.dataDirectory = dataDirectory
    self.theme = theme
    self.configuredTheme = configuredTheme
    self.language = language
    self.configuredLanguage = configuredLanguage
    self.depth = depth
    self.configuredDepth = configuredDepth
    self.mouse = mouse
    self.themeDirectories = themeDirectories
    self.offset = offset
    self.centreName = centreName
    self.deskName = deskName
    self.handBack = handBack
    self.ratingTimeout = ratingTimeout
    self.escapeDelay = escapeDelay
    self.sync = sync
  }
}

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
  package static func run(_ options: DeskOptions) throws(DeskFailure) {
    let (signals, mailbox, poll) = try prepare()
    let store = Inbox<StoreRequest>()
    let sync = SyncThread(options.sync)
    let (storeWorker, opened) = openStore(options, store, mailbox, sync.signal)
    defer {
      store.put(.stop)
      storeWorker.join()
    }
    // Read while the store opens: the theme is most likely this one.
    let themes = ThemeLibrary(directories: options.themeDirectories)
    let likelyTheme = try? themes.read(options.theme ?? options.configuredTheme ?? "day")
    let opening = try opening(opened)
    let settings = try settings(options, opening, themes)
    let session = try startSession(options)
    defer { session.end() }
    let search = SearchThread()
    let searchWorker = Worker {
      search.run(directory: options.dataDirectory, mailbox: mailbox)
    }
    defer {
      search.stop()
      searchWorker.join()
    }
    sync.start(mailbox)
    defer { sync.stop() }
    var loop = RunLoop(
      session: session, poll: poll, mailbox: mailbox, store: store, search: search,
      sync: sync.signal, themes: themes,
      theme: theme(settings.theme, likelyTheme, themes, session.depth), offset: options.offset,
      state: State(
        size: session.size, settings: settings,
        clock: Clock(now: SystemClock.now(), offset: options.offset), ids: .fromSystem()))
    withExtendedLifetime(signals) {
      loop.run(.started(situations: opening.situations, draft: opening.draft))
    }
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
    _ options: DeskOptions, _ inbox: Inbox<StoreRequest>, _ mailbox: Mailbox,
    _ sync: SyncSignal?
  ) -> (Worker, Inbox<Result<StoreOpening, StoreError>>) {
    let opened = Inbox<Result<StoreOpening, StoreError>>()
    let worker = Worker {
      do throws(StoreError) {
        var store = try StoreWorker(
          directory: options.dataDirectory, offset: options.offset, mailbox: mailbox, sync: sync)
        opened.put(.success(try store.opening()))
        store.run(inbox)
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
    _ name: String, _ likely: ReadTheme?, _ themes: ThemeLibrary, _ depth: ColourDepth
  ) -> Theme {
    if likely?.name == name, let theme = try? likely?.theme(depth: depth) { return theme }
    return themes.usableTheme(named: name, depth: depth).theme
  }

  static func startSession(
    _ options: DeskOptions
  ) throws(DeskFailure) -> TerminalSession {
    var terminal = TerminalSession.Options()
    terminal.depth = options.depth
    terminal.configuredDepth = options.configuredDepth
    terminal.mouse = options.mouse
    terminal.escapeDelay = Milliseconds(options.escapeDelay)
    terminal.errorLog = options.dataDirectory + "/okno.log"
    do throws(TerminalError) {
      return try TerminalSession(terminal)
    } catch {
      throw .terminal(error)
    }
  }

  /// The option wins, then what the clerk chose last, then the configuration.
  static func settings(
    _ options: DeskOptions, _ opening: StoreOpening, _ themes: ThemeLibrary
  ) throws(DeskFailure) -> Settings {
    let known = themes.names
    if let wanted = options.theme, !known.contains(wanted) {
      throw .unknownTheme(wanted, known: known)
    }
    let wishes = [options.theme, opening.theme, options.configuredTheme].compactMap { $0 }
    return Settings(
      language: options.language ?? opening.language ?? options.configuredLanguage,
      theme: wishes.first(where: known.contains) ?? "day", themes: known,
      handBack: options.handBack, ratingTimeout: Int64(options.ratingTimeout),
      deskName: options.deskName, centreName: options.centreName)
  }
}
