// The loop of the board: asleep until the store is written, a key comes or the picture changes by itself; then a look
// whether the store has changed, and one drawing.

internal import Canvas
internal import DeskCore
internal import DeskScreens
internal import Domain
internal import LocalStore
internal import SyncRuntime
internal import Terminal

struct BoardLoop {
  private let terminal: SideTerminal
  private let mailbox: Mailbox
  private let store: LocalStore
  private let sync: SyncThread
  private let theme: Theme
  private let offset: TimeZoneOffset
  private let actor: Employee.ID?
  /// Absent where nobody has to be signed in: the wall shows nothing of anybody.
  private var watch: PermissionWatch?
  private let hearing: DeskHearings?
  private let training: TrainingThread?
  private let trainer: TrainingWatch?
  private var state: BoardState
  private var shown: BoardState?
  /// The store may have changed since the last look.
  private var hasNews = true
  /// The next look does not come before: a first fill writes all the time.
  private var nextLook: Milliseconds = 0
  /// The day that was read last.
  private var date: CalendarDate?
  /// The store's mark at the last reading; absent where it has to be read again.
  private var mark: Int64?
  private var isRunning = true

  init(
    terminal: SideTerminal, mailbox: Mailbox, store: LocalStore, sync: SyncThread, theme: Theme,
    offset: TimeZoneOffset, actor: Employee.ID?, hearing: DeskHearings?,
    training: TrainingThread?, trainer: TrainingWatch?, state: BoardState
  ) {
    self.terminal = terminal
    self.mailbox = mailbox
    self.store = store
    self.sync = sync
    self.theme = theme
    self.offset = offset
    self.actor = actor
    self.hearing = hearing
    self.training = training
    self.trainer = trainer
    self.state = state
    watch = state.isWall ? nil : PermissionWatch(.runQueue, of: actor)
  }

  /// Between two looks, in milliseconds.
  private static let pause: Milliseconds = 500

  /// - Returns: why whoever is signed in may not look on; absent where somebody has left.
  mutating func run() -> StoreError? {
    while isRunning {
      if let loss = look() { return loss }
      draw()
      let pause = hasNews ? max(0, nextLook - MonotonicClock.now()) : nil
      let heard = terminal.wait(until: state.changesAt, pause: pause, mail: mail)
      // A tick looks too: a process that was killed may not have said that it had written.
      hasNews = hasNews || heard.hasNews || heard.events.contains(.tick)
      for event in heard.events { take(event) }
    }
    return nil
  }

  private mutating func look() -> StoreError? {
    let now = MonotonicClock.now()
    guard hasNews, now >= nextLook else { return nil }
    hasNews = false
    nextLook = now + Self.pause
    read()
    return watch?.loss(in: store)
  }

  private func mail() -> [BoardEvent] {
    let said = mailbox.takeAll().compactMap { event -> BoardEvent? in
      switch event {
      case .syncChanged(let status): .syncChanged(status)
      case .trainingChanged(let scene): .trainingChanged(scene)
      case .trainerLeads(let isLed): .trainerLeads(isLed)
      case .trainerKey(let key): .trainerKey(key)
      case .traineeDrew(let picture): .traineeDrew(picture)
      case .traineeGone: .traineeGone
      case .seatTaken: .seatTaken
      default: nil
      }
    }
    guard let desks = hearing?.news() else { return said }
    return said + [.heard(desks)]
  }

  /// Reads the day where something has changed since, or where another day has begun.
  private mutating func read() {
    do throws(StoreError) {
      let found = try store.changeMark()
      let stamp = stamp
      guard found != mark || stamp.today != date else { return }
      take(.loaded(try store.centreDay(stamp)))
      mark = found
      date = stamp.today
    } catch {
      mark = nil
      hasNews = true
      take(.unread(error))
    }
  }

  private var stamp: Stamp {
    Stamp(now: SystemClock.now(), author: Author(desk: store.desk, employee: actor), offset: offset)
  }

  private mutating func take(_ event: BoardEvent) {
    for effect in update(&state, event, Facts(now: SystemClock.now(), offset: offset)) {
      perform(effect)
    }
  }

  private mutating func perform(_ effect: BoardEffect) {
    switch effect {
    case .train(let order):
      training?.take(order)
      trainer?.take(order)
    case .seat(let request): trainer?.take(request)
    case .redraw: terminal.session.redraw()
    case .suspend: take(terminal.suspend())
    case .quit: isRunning = false
    case .step(let id, let event):
      change { (store, stamp) throws(StoreError) in _ = try store.step(id, event, stamp) }
    case .send(let desk, let text):
      change(then: .messageSent) { (store, stamp) throws(StoreError) in
        _ = try store.sendMessage(text, to: desk, stamp)
      }
    case .loadRatings(let from, let to): loadRatings(from: from, to: to)
    case .loadCallbacks: loadCallbacks()
    case .settleCallback(let id, let outcome):
      change(then: .callbackSettled(id, outcome)) { (store, stamp) throws(StoreError) in
        try store.settle(id, outcome, stamp)
      }
    case .setSituations(let desk, let situations):
      change { (store, stamp) throws(StoreError) in
        try store.setSituations(situations, of: desk, stamp)
      }
    }
  }

  private mutating func loadRatings(from: CalendarDate, to: CalendarDate) {
    do throws(StoreError) {
      take(
        .ratingsLoaded(
          try store.ratingPicture(from: from, to: to, today: stamp.today),
          words: try store.citizensWords(from: from, to: to)))
    } catch {
      take(.failed(error))
    }
  }

  private mutating func loadCallbacks() {
    do throws(StoreError) {
      take(.callbacksLoaded(try store.callbacks(stamp)))
    } catch {
      take(.failed(error))
    }
  }

  /// One change, told to the centre, and the day read again.
  private mutating func change(
    then news: BoardEvent = .stepped, _ body: (LocalStore, Stamp) throws(StoreError) -> Void
  ) {
    mark = nil
    hasNews = true
    nextLook = 0
    do throws(StoreError) {
      try store.check(.runQueue, of: actor)
      try body(store, stamp)
      sync.signal?.changed()
      take(news)
    } catch {
      take(.failed(error))
    }
  }

  private mutating func draw() {
    guard shown != state else { return }
    let frame = view(state, theme: theme)
    terminal.session.present(frame)
    training?.shown(frame)
    shown = state
  }
}
