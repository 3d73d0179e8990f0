internal import CentralStore
internal import Domain
internal import Glibc
internal import Postgres
internal import PostgresServer
internal import Sync

/// What the central store takes and answers over one connection, against pgbench, which calls the same
/// function with the same operations over one connection, on the same server.
struct CentralBench: Bench {
  let name = "central"

  private static let batches = 24
  private static let singles = 400
  private static let rounds = 3

  func figures(_ context: BenchContext) throws -> [Figure] {
    let server = try PostgresServer(isDurable: true)
    defer { server.stop() }
    let database = try server.makeDatabase()
    let administrator = try Administrator(dsn: server.adminDSN(database))
    _ = try administrator.initialise()
    func desk(_ centre: String) throws -> CentralDesk {
      let dsn = "host=127.0.0.1 port=\(server.port) dbname=\(database) sslmode=disable"
      return try CentralDesk(try administrator.enrol(centre: centre, desk: "1", dsn: dsn))
    }
    let ours = try desk("A")
    let peer = PgbenchPeer(try desk("B").credentials, folder: server.folder)
    // Both fill caches with one round that is not counted.
    _ = try ours.push(batches: 4)
    _ = try peer.milliseconds(operations: 500, statements: 4)

    var pushed = Sample()
    var peerPushed = Sample()
    var acknowledged = Sample()
    var peerAcknowledged = Sample()
    for _ in 0..<Self.rounds {
      pushed.add(try ours.push(batches: Self.batches))
      peerPushed.add(try peer.milliseconds(operations: 500, statements: Self.batches))
      acknowledged.add(try ours.pushOneByOne(Self.singles))
      peerAcknowledged.add(try peer.milliseconds(operations: 1, statements: Self.singles))
    }
    func rate(_ sample: Sample) -> Double {
      Double(Self.batches * 500) / (sample.median / 1000)
    }
    let idle = try ours.idlePoll()
    let snapshot = try ours.snapshotRate()
    return [
      Figure(
        name: "central: push in batches of 500, one desk", ours: rate(pushed),
        peer: rate(peerPushed), peerName: "pgbench", unit: "operations/s", goal: .ratioAtLeast(0.6)),
      Figure(
        name: "central: acknowledgement of one operation",
        ours: acknowledged.median / Double(Self.singles),
        peer: peerAcknowledged.median / Double(Self.singles), peerName: "pgbench", unit: "ms",
        goal: .ratioAtMost(1.3)),
      Figure(
        name: "central: idle poll, both ways", ours: Double(idle.bytes), unit: "bytes",
        goal: .atMost(300)),
      Figure(name: "central: idle poll", ours: idle.milliseconds, unit: "ms", goal: .none),
      Figure(
        name: "central: parse of a snapshot", ours: try SnapshotBench.parseRate(), unit: "rows/s",
        goal: .atLeast(500_000)),
      Figure(
        name: "central: snapshot from the server", ours: snapshot, unit: "rows/s", goal: .none),
    ]
  }
}

/// Operations as a desk makes them.
enum BenchOperations {
  static func visit(_ ids: inout IDSource, sequence: Int64) -> SyncOperation {
    let moment = Instant(milliseconds: 1_795_503_600_000 + sequence)
    let visit = ids.makeID(Visit.self, at: moment)
    let body = """
      {"case":null,"channel":"counter","citizen":null,"ended":"2026-11-24T09:15:00.123Z",\
      "event_date":null,"id":"\(visit)","note":"","services":[{"id":"birth-certificate",\
      "outcome":"accepted"},{"id":"maternity-capital","outcome":"consulted"}],\
      "situation":"birth-of-child","started":"2026-11-24T09:05:00.123Z","ticket":null}
      """
    return SyncOperation(
      sequence: sequence, id: ids.makeID(at: moment), kind: "visit_logged", body: body,
      time: moment, hash: [])
  }
}

/// A desk's end of the link without a store.
final class CentralDesk {
  struct Broken: Error {}

  let credentials: Credentials
  private let remote: PostgresRemote
  private var news: [SyncInput] = []
  private var ids = IDSource(seed: (0..<32).map { _ in UInt8.random(in: 0...255) })
  private var sequence: Int64 = 0
  private let incarnation = [UInt8](repeating: 7, count: 16)

  init(_ credentials: Credentials) throws {
    self.credentials = credentials
    remote = try PostgresRemote(credentials)
    remote.connect()
    guard case .connected = try next() else { throw Broken() }
    remote.send(
      .hello(Hello(version: SyncProtocol.version, incarnation: incarnation, program: "okno-bench")))
    guard case .replied(.welcome) = try next() else { throw Broken() }
  }

  private func next() throws -> SyncInput {
    while true {
      if news.isEmpty { news = remote.advance() }
      if !news.isEmpty { return news.removeFirst() }
      guard let interest = remote.interest else { throw Broken() }
      let events = (interest.reads ? POLLIN : 0) | (interest.writes ? POLLOUT : 0)
      var poller = pollfd(fd: interest.descriptor, events: Int16(events), revents: 0)
      guard poll(&poller, 1, 30_000) > 0 else { throw Broken() }
    }
  }

  private func operations(_ count: Int) -> [SyncOperation] {
    (0..<count).map { _ in
      sequence += 1
      return BenchOperations.visit(&ids, sequence: sequence)
    }
  }

  /// The milliseconds for so many batches of 500, as many under way at once as the machine has.
  func push(batches count: Int) throws -> Double {
    let batches = (0..<count).map { _ in operations(500) }
    let start = milliseconds()
    var sent = 0
    for done in 0..<count {
      while sent < min(count, done + SyncLimit.pushesUnderWay) {
        remote.send(.push(batches[sent], incarnation: incarnation))
        sent += 1
      }
      try expectVerdicts()
    }
    return milliseconds() - start
  }

  /// The milliseconds for so many operations, each sent when the one before is acknowledged.
  func pushOneByOne(_ count: Int) throws -> Double {
    let all = operations(count)
    let start = milliseconds()
    for operation in all {
      remote.send(.push([operation], incarnation: incarnation))
      try expectVerdicts()
    }
    return milliseconds() - start
  }

  private func expectVerdicts() throws {
    guard case .replied(.verdicts(let verdicts)) = try next(),
      verdicts.verdicts.allSatisfy({ $0.kind == .accepted })
    else { throw Broken() }
  }

  func idlePoll() throws -> (bytes: UInt64, milliseconds: Double) {
    let cursor = try snapshot().cursor
    func poll() throws {
      remote.send(.pull(cursor, limit: SyncLimit.pullRows))
      guard case .replied(.page(let page)) = try next(), page.rows.isEmpty else { throw Broken() }
    }
    try poll()
    guard let descriptor = remote.interest?.descriptor else { throw Broken() }
    let before = SocketTraffic.bytes(descriptor)
    try poll()
    let bytes = SocketTraffic.bytes(descriptor) - before
    var times = Sample()
    for _ in 0..<500 { times.add(try timed { try poll() }.milliseconds) }
    return (bytes, times.median)
  }

  func snapshotRate() throws -> Double {
    let start = milliseconds()
    let rows = try snapshot().rows
    return Double(rows) / ((milliseconds() - start) / 1000)
  }

  private func snapshot() throws -> (cursor: SyncCursor, rows: Int) {
    remote.send(.snapshot)
    guard case .replied(.snapshotBegan(let cursor, let count)) = try next() else { throw Broken() }
    while case .replied(.snapshotRows) = try next() {}
    return (cursor, count)
  }
}

/// Bytes that went over a TCP socket, as the kernel counts them (linux/tcp.h, struct tcp_info; Glibc's is an
/// older one).
enum SocketTraffic {
  static func bytes(_ descriptor: Int32) -> UInt64 {
    var facts = [UInt8](repeating: 0, count: 256)
    var length = socklen_t(facts.count)
    let tcpInfo: Int32 = 11
    getsockopt(descriptor, Int32(IPPROTO_TCP), tcpInfo, &facts, &length)
    return facts.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: 120, as: UInt64.self)
        + $0.loadUnaligned(fromByteOffset: 128, as: UInt64.self)
    }
  }
}
