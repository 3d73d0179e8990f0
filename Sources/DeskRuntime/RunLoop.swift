// The loop of the first thread, the only one that calls ncurses: wait, take events, draw once.

internal import Canvas
internal import DeskCore
internal import DeskScreens
internal import Domain
internal import QRCode
internal import SyncRuntime
internal import Terminal
internal import Themes

struct RunLoop {
  /// How often a store is looked at that cannot be watched, in milliseconds.
  private static let lookEvery: Milliseconds = 2000
  /// What the terminal gets to draw the first frame undisturbed, in milliseconds; a key ends it.
  private static let firstRest: Milliseconds = 20

  private let session: TerminalSession
  private var poll: EventPoll
  private let mailbox: Mailbox
  private let store: Inbox<StoreRequest>
  private let search: SearchThread
  private let sync: SyncSignal?
  private let printer: Printer<Int>?
  private let training: TrainingThread?
  private let themes: ThemeLibrary
  private let offset: TimeZoneOffset
  private var state: State
  private var shown: State?
  private var theme: Theme
  /// Moments of the monotonic clock at which a tick was asked for.
  private var alarms: [Milliseconds] = []
  private var isRunning = true
  private var firstEffects: [Effect] = []

  init(
    session: TerminalSession, poll: EventPoll, mailbox: Mailbox, store: Inbox<StoreRequest>,
    search: SearchThread, sync: SyncSignal?, printer: Printer<Int>?,
    training: TrainingThread? = nil, themes: ThemeLibrary,
    theme: Theme,
    offset: TimeZoneOffset, state: State
  ) {
    self.session = session
    self.poll = poll
    self.mailbox = mailbox
    self.store = store
    self.search = search
    self.sync = sync
    self.printer = printer
    self.training = training
    self.themes = themes
    self.theme = theme
    self.offset = offset
    self.state = state
  }

  /// Takes what is known at the start and draws the first frame. What has to be done about it waits for `run`.
  mutating func show(_ known: [Event]) {
    let facts = facts()
    for event in known { firstEffects += update(&state, event, facts) }
    holdScroll(in: &state)
    draw()
  }

  /// From now on a change of the store by another program of this desk is heard at once.
  mutating func watch(_ file: FileWatch?) { poll = poll.watching(file) }

  /// Runs until the clerk leaves, the terminal goes away or the system asks to stop.
  ///
  /// - Parameter begin: Starts what works beside this loop, once the first frame has had time to arrive: at once
  ///   it would take the processor from the terminal that has to draw it.
  mutating func run(begin: () -> Void) {
    let rested = MonotonicClock.now() + Self.firstRest
    var hasBegun = false
    while isRunning {
      let happened = poll.wait(until: hasBegun ? nextDeadline() : rested)
      if !hasBegun, happened.input || MonotonicClock.now() >= rested {
        begin()
        let facts = facts()
        for effect in firstEffects { perform(effect, facts) }
        hasBegun = true
      }
      handle(happened)
    }
  }

  private mutating func handle(_ happened: EventPoll.Happened) {
    take(happened.signals)
    if happened.hungUp { take(.interrupted) }
    if happened.written || !poll.isWatching { store.put(.changed) { $0.isChange } }
    for event in mailbox.takeAll() { take(event) }
    for key in session.readKeys() { take(.key(key)) }
    ringAlarms()
    draw()
  }

  private mutating func take(_ signals: SignalSet) {
    if !signals.isDisjoint(with: [.terminate, .hangUp, .interrupt]) { take(.interrupted) }
    if signals.contains(.resize) { take(.resized(session.resize())) }
    if signals.contains(.suspend) { suspend() }
    if signals.contains(.resume) { session.redraw() }
  }

  private mutating func take(_ event: Event) {
    let facts = facts()
    let effects = update(&state, event, facts)
    holdScroll(in: &state)
    for effect in effects { perform(effect, facts) }
  }

  private func facts() -> Facts { Facts(now: SystemClock.now(), offset: offset) }

  private mutating func perform(_ effect: Effect, _ facts: Facts) {
    switch effect {
    case .search(let request): search.ask(request, today: facts.now.date(offset: facts.offset))
    case .wake(let seconds):
      alarms.append(MonotonicClock.now() + SystemClock.real(seconds * 1000))
    case .syncNow: sync?.ask()
    case .printChecklist(let list, let number): print(list, number)
    case .makeCodes(let list): makeCodes(list)
    case .train(let order): training?.take(order)
    case .redraw: session.redraw()
    case .suspend: suspend()
    case .quit: isRunning = false
    case .saveDraft:
      // Only the latest draft matters; an older one that still waits is not written.
      store.put(.perform(effect, facts, by: state.employee?.id)) { $0.isDraft }
    default: store.put(.perform(effect, facts, by: state.employee?.id))
    }
  }

  private mutating func print(_ list: Checklist, _ number: Int) {
    guard let printer else {
      take(.printed(number: number, .noCommand))
      return
    }
    let settings = state.settings
    printer.print(
      number,
      checklistPaper(
        list, centre: settings.centreName, language: settings.language,
        isTraining: state.training != nil))
  }

  private mutating func makeCodes(_ list: Checklist) {
    let texts = checklistCodes(list, size: state.size, language: state.settings.language)
    take(.codesMade(QRCode.symbols(of: texts ?? [])))
  }

  private mutating func suspend() {
    session.suspend()
    take(.resized(session.resize()))
  }

  /// The next minute of the clock, or an alarm before it; so that an idle desk sleeps.
  private func nextDeadline() -> Milliseconds {
    let now = MonotonicClock.now()
    let untilMinute = SystemClock.real(60_000 - SystemClock.now().milliseconds % 60_000)
    // Without a watch the store has to be looked at.
    let look = poll.isWatching ? nil : now + Self.lookEvery
    let candidates = [now + untilMinute, session.keyDeadline, alarms.min(), look].compactMap { $0 }
    return candidates.min() ?? now + untilMinute
  }

  private mutating func ringAlarms() {
    let now = MonotonicClock.now()
    let isDue = alarms.contains { $0 <= now }
    alarms.removeAll { $0 <= now }
    let minute = SystemClock.now().milliseconds / 60_000
    let isNewMinute = minute != state.clock.now.milliseconds / 60_000
    // Another program of this desk may have changed the accounts.
    if isNewMinute { store.put(.look) { $0.isLook } }
    if isDue || isNewMinute { take(.tick) }
  }

  private mutating func draw() {
    guard shown != state else { return }
    if theme.name != state.settings.theme {
      theme = themes.usableTheme(named: state.settings.theme, depth: session.depth).theme
    }
    let frame = view(state, theme: theme)
    session.present(frame)
    training?.shown(frame)
    shown = state
  }
}
