// The terminal of a screen that is nobody's window: the board, the wall, the reception.

internal import Canvas
internal import DeskCore
internal import Domain
internal import Terminal

/// What every screen meets, whatever else it hears of.
protocol ScreenEvent {
  static func key(_ key: Key) -> Self
  static func resized(_ size: Size) -> Self
  /// Each second.
  static var tick: Self { get }
  static var interrupted: Self { get }
}

extension BoardEvent: ScreenEvent {}
extension ReceptionEvent: ScreenEvent {}

struct SideTerminal {
  let session: TerminalSession
  let poll: EventPoll

  /// Waits until something happens or a second begins.
  ///
  /// - Parameter mail: what other threads have said meanwhile.
  func events<Event: ScreenEvent>(mail: () -> [Event]) -> [Event] {
    let now = MonotonicClock.now()
    let second = now + 1000 - SystemClock.now().milliseconds % 1000
    let happened = poll.wait(until: min(second, session.keyDeadline ?? second))
    var events: [Event] = []
    let ends: SignalSet = [.terminate, .hangUp, .interrupt]
    if happened.hungUp || !happened.signals.isDisjoint(with: ends) { events.append(.interrupted) }
    if happened.signals.contains(.resize) { events.append(.resized(session.resize())) }
    if happened.signals.contains(.suspend) { events.append(suspend()) }
    if happened.signals.contains(.resume) { session.redraw() }
    events += mail()
    events += session.readKeys().map(Event.key)
    if MonotonicClock.now() >= second { events.append(.tick) }
    return events
  }

  /// Gives the terminal to the shell; afterwards it may have another size.
  func suspend<Event: ScreenEvent>() -> Event {
    session.suspend()
    return .resized(session.resize())
  }
}
