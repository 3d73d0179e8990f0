// A desk that syncs with a script: its folder, its clock, and each process of it as a thread.

import CPlatform
import Catalogue
import DeskRuntime
import Domain
import FoundationEssentials
import LocalStore
import Sync
import Synchronization
import Testing

@testable import SyncRuntime

/// The machine's clock, which a test may put forward.
final class JumpingClock: Sendable {
  private let ahead = Mutex<Int64>(0)

  func jump(seconds: Int64) { ahead.withLock { $0 += seconds * 1000 } }

  var now: Monotonic {
    Monotonic(milliseconds: okno_boot_clock() + ahead.withLock { $0 })
  }
}

struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

final class SyncDesk {
  static let morning = Instant(milliseconds: 1_795_503_600_000)

  let folder: String
  let store: LocalStore
  let clock = JumpingClock()
  private var ids = IDSource(seed: 3)

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "okno-sync-\(UUID().uuidString)").path
    store = try LocalStore(
      directory: folder, access: .readWrite, ids: IDSource(seed: 1), now: Self.morning)
    let bundled = BundledCatalogue()
    try store.installCatalogue({ try bundled.load() }, fingerprint: bundled.fingerprint())
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Another process of the desk.
  func process(
    takesTurns: Bool = true, key: ReleasePublicKey? = nil, asks: Bool = false
  ) throws -> SyncProcess {
    let process = try SyncProcess(clock: clock)
    if asks { process.signal.ask() }
    process.start(directory: folder, takesTurns: takesTurns, key: key)
    return process
  }

  func addCitizen(_ surname: String) throws -> Citizen.ID {
    let citizen = Citizen(
      id: ids.makeID(at: Self.morning), details: CitizenDetails(surname: surname))
    let stamp = Stamp(now: Self.morning, author: Author(desk: store.desk), offset: .moscow)
    try store.addCitizen(citizen, stamp)
    return citizen.id
  }

  func id<Entity>(_ entity: Entity.Type = Entity.self) -> Identifier<Entity> {
    ids.makeID(at: Self.morning)
  }

  var state: SyncStoreState {
    get throws {
      guard case .state(let state) = store.perform(.read, now: Self.morning) else {
        throw StoreError.interrupted
      }
      return state
    }
  }
}

/// A process of a desk: its thread, and what it has reported.
final class SyncProcess {
  let script: RemoteScript
  let signal = SyncSignal()
  private let clock: JumpingClock
  private let reports = Letters<SyncReport>()
  private let ending = Ending()
  private var worker: Worker?

  init(clock: JumpingClock) throws {
    self.clock = clock
    script = try RemoteScript()
  }

  deinit { stop() }

  /// - Parameter staysOn: tries again where the store cannot be written.
  func start(
    directory: String, takesTurns: Bool, key: ReleasePublicKey?, staysOn: Bool = false
  ) {
    let surroundings = SyncSurroundings(
      monotonic: { [clock] in clock.now }, now: { SyncDesk.morning }, random: Dice(seed: 7))
    let session = SyncSession(
      directory: directory, program: "okno test",
      desk: Identifier(UUIDv7(high: 0x1111, low: 0x2222)), releaseKey: key,
      surroundings: surroundings
    ) { [script] in ScriptedRemote(script) }
    worker = Worker { [signal, reports, ending] in
      ending.set(
        staysOn
          ? session.runOn(signal) { reports.put($0) }
          : session.run(signal, takesTurns: takesTurns) { reports.put($0) })
    }
  }

  /// Lets the time pass in which it would do nothing.
  func pass(seconds: Int64) {
    clock.jump(seconds: seconds)
    signal.wake()
  }

  @discardableResult
  func stop() -> SyncEnd? {
    signal.stop()
    worker?.join()
    worker = nil
    return ending.end
  }

  /// Waits until it has ended by itself.
  func end() -> SyncEnd? {
    worker?.join()
    worker = nil
    return ending.end
  }

  /// The next report of which `pick` makes something.
  func report<Found>(
    at location: SourceLocation = #_sourceLocation, _ pick: (SyncReport) -> Found?
  ) throws -> Found {
    while true {
      if let found = pick(try reports.take(at: location)) { return found }
    }
  }

  func cycleDone(at location: SourceLocation = #_sourceLocation) throws -> SyncTally {
    try report(at: location) { if case .cycleDone(let tally) = $0 { tally } else { nil } }
  }

  func status(
    at location: SourceLocation = #_sourceLocation, _ isWanted: (SyncStatus) -> Bool
  ) throws -> SyncStatus {
    try report(at: location) { report in
      guard case .status(let status) = report, isWanted(status) else { return nil }
      return status
    }
  }

  private final class Ending: Sendable {
    private let value = Mutex<SyncEnd?>(nil)
    func set(_ end: SyncEnd) { value.withLock { $0 = end } }
    var end: SyncEnd? { value.withLock { $0 } }
  }
}
