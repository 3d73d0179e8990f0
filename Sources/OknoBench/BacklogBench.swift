internal import CentralStore
internal import DelayProxy
internal import Domain
internal import Glibc
internal import LocalStore
internal import PostgresServer
internal import Sync
internal import SyncRuntime
internal import Synchronization

/// A desk comes back to a far-away server with a thousand operations that wait.
struct BacklogBench: Bench {
  let name = "backlog"

  private static let operations = 1_000
  /// Milliseconds.
  private static let roundTrip = 100
  private static let rounds = 3

  func figures(_ context: BenchContext) throws -> [Figure] {
    let server = try PostgresServer(isDurable: true)
    defer { server.stop() }
    let database = try server.makeDatabase()
    let administrator = try Administrator(dsn: server.adminDSN(database))
    _ = try administrator.initialise()
    let proxy = try DelayProxy(to: UInt16(server.port), roundTrip: Self.roundTrip)
    let dsn = "host=127.0.0.1 port=\(proxy.port) dbname=\(database) sslmode=disable"
    let credentials = try administrator.enrol(centre: "A", desk: "1", dsn: dsn)
    let desk = try BacklogDesk(folder: "\(server.folder)/desk", credentials)
    _ = try desk.cycle()

    var elapsed = Sample()
    var local = Sample()
    for _ in 0..<Self.rounds {
      try desk.save(Self.operations)
      let cycle = try desk.cycle()
      guard cycle.pushed >= Self.operations else { throw BacklogDesk.NotDone() }
      elapsed.add(cycle.elapsed)
      local.add(cycle.local)
    }
    return [
      Figure(
        name: "sync: a backlog of 1,000 operations over a round trip of 100 ms",
        ours: elapsed.median, unit: "ms",
        goal: .atMost(4 * Double(Self.roundTrip) + 2 * local.median)),
      Figure(
        name: "sync: of that the desk's own work", ours: local.median, unit: "ms", goal: .none),
    ]
  }
}

/// A desk whose cycles are measured from the moment in which the connection stands.
private final class BacklogDesk {
  struct NotDone: Error {}

  struct Cycle {
    var pushed = 0
    /// Milliseconds until everything was sent, acknowledged and fetched.
    var elapsed = 0.0
    /// Of those, what this machine's processor was at work for the desk.
    var local = 0.0
  }

  private let folder: String
  private let credentials: Credentials
  private let now = Instant(milliseconds: 1_795_503_600_000)
  private var ids = IDSource(seed: 11)

  init(folder: String, _ credentials: Credentials) throws {
    self.folder = folder
    self.credentials = credentials
    try store().close()
  }

  private func store() throws -> LocalStore {
    try LocalStore(
      directory: folder, access: .readWrite, ids: IDSource(seed: UInt64.random(in: 0 ... .max)),
      now: now)
  }

  func save(_ count: Int) throws {
    let store = try store()
    defer { store.close() }
    let stamp = Stamp(now: now, author: Author(desk: store.desk), offset: .moscow)
    for _ in 0..<count {
      let details = CitizenDetails(surname: "Смирнова", givenName: "Анна")
      try store.addCitizen(Citizen(id: ids.makeID(at: now), details: details), stamp)
    }
  }

  /// One whole cycle on this thread.
  func cycle() throws -> Cycle {
    let signal = SyncSignal()
    signal.ask()
    let start = Start()
    let session = SyncSession(
      directory: folder, program: "okno-bench", desk: credentials.deskID, releaseKey: nil
    ) { [credentials] in TimedRemote(credentials, start) }
    var cycle: Cycle?
    let end = session.run(signal, takesTurns: false) { report in
      guard cycle == nil, case .cycleDone(let tally) = report else { return }
      cycle = Cycle(
        pushed: tally.pushed, elapsed: milliseconds() - start.wall,
        local: Start.threadTime() - start.thread)
      signal.stop()
    }
    guard end == .stopped, let cycle else { throw NotDone() }
    return cycle
  }
}

/// The moment in which the connection stands.
private final class Start: Sendable {
  private let moment = Mutex((wall: 0.0, thread: 0.0))

  var wall: Double { moment.withLock { $0.wall } }
  var thread: Double { moment.withLock { $0.thread } }

  func note() { moment.withLock { $0 = (milliseconds(), Self.threadTime()) } }

  /// Milliseconds that the processor was at work for this thread.
  static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}

/// Notes when the connection stands, and is PostgreSQL otherwise.
private final class TimedRemote: SyncRemote {
  private let remote: PostgresRemote?
  private let start: Start

  init(_ credentials: Credentials, _ start: Start) {
    remote = try? PostgresRemote(credentials)
    self.start = start
  }

  func connect() { remote?.connect() }
  func send(_ request: SyncRequest) { remote?.send(request) }
  var interest: RemoteInterest? { remote?.interest }
  func close() { remote?.close() }

  func advance() -> [SyncInput] {
    let inputs = remote?.advance() ?? [.broken(.unreachable)]
    if inputs.contains(.connected) { start.note() }
    return inputs
  }
}
