// The terminal of a screen that is nobody's window: the board, the wall, the reception.

internal import Canvas
internal import DeskCore
internal import Domain
internal import LocalStore
internal import Terminal

/// What every screen meets, whatever else it hears of.
protocol ScreenEvent {
  static func key(_ key: Key) -> Self
  static func resized(_ size: Size) -> Self
  /// The moment has come that was waited for.
  static var tick: Self { get }
  static var interrupted: Self { get }
}

extension BoardEvent: ScreenEvent {}
extension ReceptionEvent: ScreenEvent {}
extension CitizenScreenEvent: ScreenEvent {}

struct SideTerminal {
  /// How often a store is looked at that cannot be watched, in milliseconds.
  private static let lookEvery: Milliseconds = 2000

  let session: TerminalSession
  private let poll: EventPoll

  /// - Parameter directory: the data folder of the store that is shown.
  init(session: TerminalSession, poll: EventPoll, storeIn directory: String) {
    self.init(
      session: session, poll: poll, watching: LocalStore.file(toWatchIn: directory))
  }

  /// - Parameter file: wakes the screen whenever somebody closes it who may have written.
  init(session: TerminalSession, poll: EventPoll, watching file: String) {
    self.session = session
    self.poll = poll.watching(FileWatch(file))
  }

  /// What has happened while the screen slept.
  struct Heard<Event: ScreenEvent> {
    var events: [Event] = []
    /// Something was written into the store, or nobody can say that nothing was.
    var hasNews = false
  }

  /// Waits until something happens.
  ///
  /// - Parameters:
  ///   - moment: when the picture changes by itself: a tick says so.
  ///   - pause: looks again after so many milliseconds at the latest; absent where nothing asks for it.
  ///   - mail: what other threads have said meanwhile.
  func wait<Event: ScreenEvent>(
    until moment: Instant, pause: Milliseconds? = nil, mail: () -> [Event]
  ) -> Heard<Event> {
    let now = MonotonicClock.now()
    let tick =
      now + SystemClock.real(max(0, moment.milliseconds - SystemClock.now().milliseconds))
    let look = [poll.isWatching ? nil : Self.lookEvery, pause].compactMap(\.self).min()
    let deadline = [tick, session.keyDeadline, look.map { now + $0 }].compactMap(\.self).min()
    let happened = poll.wait(until: deadline)
    var heard = Heard<Event>(hasNews: happened.written || !poll.isWatching)
    heard.events = events(of: happened, mail)
    if MonotonicClock.now() >= tick { heard.events.append(.tick) }
    return heard
  }

  private func events<Event: ScreenEvent>(
    of happened: EventPoll.Happened, _ mail: () -> [Event]
  ) -> [Event] {
    var events: [Event] = []
    let ends: SignalSet = [.terminate, .hangUp, .interrupt]
    if happened.hungUp || !happened.signals.isDisjoint(with: ends) { events.append(.interrupted) }
    if happened.signals.contains(.resize) { events.append(.resized(session.resize())) }
    if happened.signals.contains(.suspend) { events.append(suspend()) }
    if happened.signals.contains(.resume) { session.redraw() }
    events += mail()
    events += session.readKeys().map(Event.key)
    return events
  }

  /// Gives the terminal to the shell; afterwards it may have another size.
  func suspend<Event: ScreenEvent>() -> Event {
    session.suspend()
    return .resized(session.resize())
  }
}
