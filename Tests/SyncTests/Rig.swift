import Domain
import Sync

/// A machine with its clocks, and a store that answers what it is told to.
struct Rig {
  static let desk = Identifier<Desk>(
    UUIDv7(high: 0x0193_0000_0000_7000, low: 0x8000_0000_0000_0001))
  static let morning = Instant(milliseconds: 1_795_503_600_000)
  static let cursor = SyncCursor(epoch: "one", number: 7, chain: "c7")

  var machine = SyncMachine(program: "okno test")
  var at = Monotonic(milliseconds: 1_000)
  var random: IDSource
  var state: SyncStoreState
  /// Of the last step that said so.
  var alarm: Monotonic?
  var shown: SyncStatus?

  init(seed: UInt64 = 1, cursor: SyncCursor? = Rig.cursor, spread: Int = 0) {
    random = IDSource(seed: seed)
    state = SyncStoreState(
      desk: Self.desk, incarnation: [1, 2, 3], cursor: cursor, spread: spread, poll: 5)
  }

  var now: Instant { Instant(milliseconds: Self.morning.milliseconds + at.milliseconds) }

  /// What the machine says, without alarms and pictures: those are kept aside.
  mutating func step(_ input: SyncInput, after milliseconds: Int64 = 0) -> [SyncOutput] {
    at = at + milliseconds
    let outputs = machine.step(input, at: at, now: now, random: &random)
    return outputs.filter { output in
      switch output {
      case .alarm(let moment): alarm = moment
      case .show(let status): shown = status
      default: return true
      }
      return false
    }
  }

  /// Wakes the machine when it wants to be woken.
  mutating func wake() -> [SyncOutput] {
    if let alarm { at = max(at, alarm) }
    return step(.alarm)
  }

  /// How long the machine wants to sleep, in milliseconds.
  var pause: Int64? { alarm.map { $0.milliseconds - at.milliseconds } }

  // MARK: Ways to a state

  mutating func connect() {
    _ = step(.start)
    _ = step(.stored(.state(state)))
  }

  mutating func greet() {
    connect()
    _ = step(.connected)
  }

  /// Linked, with nothing pending; the pull is under way.
  mutating func link() {
    greet()
    welcome()
  }

  mutating func welcome() {
    _ = step(.replied(.welcome(welcomeReply())))
    _ = step(.stored(.state(state)))
    _ = step(.stored(.operations([])))
  }

  /// Linked, everything done.
  mutating func rest() {
    link()
    finishPull()
  }

  mutating func finishPull() {
    _ = step(.replied(.page(page())))
    _ = step(.stored(.applied(state)))
  }

  func welcomeReply(
    retryAfter: Int = 0, spread: Int? = nil, epoch: String = "one"
  ) -> Welcome {
    Welcome(
      serverTime: now, spread: spread ?? state.spread, poll: state.poll, retryAfter: retryAfter,
      epoch: epoch)
  }

  func page(
    _ rows: [SyncRow] = [], number: Int64? = nil, head: Int64? = nil, release: Int64 = 0
  ) -> SyncPage {
    let number = number ?? state.cursor?.number ?? 0
    return SyncPage(
      rows: rows, cursor: SyncCursor(epoch: "one", number: number, chain: "c\(number)"),
      head: head ?? number, durable: 0, release: release, serverTime: now)
  }

  // MARK: Values

  static func operations(_ sequences: ClosedRange<Int64>) -> [SyncOperation] {
    sequences.map {
      SyncOperation(
        sequence: $0, id: Operation.ID(id($0)), kind: "visit_logged", body: "{}", time: morning,
        hash: [])
    }
  }

  static func id(_ number: Int64) -> UUIDv7 {
    UUIDv7(high: 0x0193_0000_0000_7000, low: 0x8000_0000_0000_0000 | UInt64(number))
  }

  static func verdicts(
    _ operations: [SyncOperation], number: Int64 = 8, isForked: Bool = false
  ) -> Verdicts {
    Verdicts(
      epoch: "one",
      verdicts: operations.map { Verdict(operation: $0.id, kind: .accepted, number: number) },
      isForked: isForked)
  }

  static func rows(_ count: Int) -> [SyncRow] {
    (0..<count).map { SyncRow(entity: .visit, id: id(Int64($0)), version: 1, body: "{}") }
  }
}
