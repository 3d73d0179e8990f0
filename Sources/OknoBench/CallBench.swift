internal import CentralStore
internal import Domain
internal import FoundationEssentials
internal import Glibc
internal import Postgres
internal import PostgresServer
internal import Sync

/// Ten desks of a centre call the next ticket as fast as they are answered, against pgbench with as many
/// connections on the same server: once with the same function, and once with nothing but the `SKIP LOCKED`
/// statement on a table of its own, which keeps no steps, tells no other desk and does not know a call that comes
/// again.
struct CallBench: Bench {
  let name = "call"

  private static let desks = 10
  private static let calls = 3_000
  private static let rounds = 3

  func figures(_ context: BenchContext) throws -> [Figure] {
    let server = try PostgresServer(isDurable: true)
    defer { server.stop() }
    let database = try server.makeDatabase()
    let administrator = try Administrator(dsn: server.adminDSN(database))
    _ = try administrator.initialise()
    let dsn = "host=127.0.0.1 port=\(server.port) dbname=\(database) sslmode=disable"
    let ours = try (1...Self.desks).map {
      try administrator.enrol(centre: "A", desk: "\($0)", dsn: dsn)
    }
    let other = try administrator.enrol(centre: "B", desk: "1", dsn: dsn)
    let session = try server.session(database)
    defer { session.close() }
    try session.execute(
      "ALTER ROLE \(other.role) CONNECTION LIMIT -1; \(Self.bareTable(for: other.role))")
    let peer = CallPeer(other, folder: server.folder, connections: Self.desks)

    var (called, same, bare) = (Sample(), Sample(), Sample())
    for round in 0...Self.rounds {
      try session.execute(Self.fill)
      let desks = try CallingDesks(ours)
      let rate = try desks.callsASecond(Self.calls)
      let sameRate = try peer.rate(
        "SELECT okno_api_v1.call_next(gen_random_uuid(), '{}', NULL, 0, 1795503600000);",
        each: Self.calls / Self.desks)
      let bareRate = try peer.rate(Self.bareCall, each: Self.calls / Self.desks)
      // The first one fills caches.
      guard round > 0 else { continue }
      called.add(rate)
      same.add(sameRate)
      bare.add(bareRate)
    }
    return [
      Figure(
        name: "call: ten desks, the same function", ours: called.median, peer: same.median,
        peerName: "pgbench", unit: "calls/s", goal: .ratioAtLeast(0.8)),
      Figure(
        name: "call: ten desks, the bare SKIP LOCKED statement", ours: called.median,
        peer: bare.median, peerName: "pgbench", unit: "calls/s", goal: .ratioAtLeast(0.8)),
    ]
  }

  private static let fill = """
    TRUNCATE okno.ticket, okno.call, bare_ticket; DELETE FROM okno.row WHERE entity = 't';
    INSERT INTO okno.ticket (centre, id, state, priority, placed, situation)
    SELECT c, gen_random_uuid(), 'waiting', 0, n, 'birth-of-child'
    FROM generate_series(1, 2) c, generate_series(1, 5000) n;
    INSERT INTO okno.row (centre, entity, id, version, written, body)
    SELECT centre, 't', id, 1, now(), '{"number": "А001", "audience": "person", "priority": 0, '
      || '"issued": "2026-11-24T09:05:00.123Z", "desk": "' || gen_random_uuid() || '", "steps": []}'
    FROM okno.ticket;
    INSERT INTO bare_ticket SELECT * FROM okno.ticket WHERE centre = 2;
    VACUUM ANALYZE okno.ticket; VACUUM ANALYZE okno.row; VACUUM ANALYZE bare_ticket;
    CHECKPOINT
    """

  private static func bareTable(for role: String) -> String {
    """
    CREATE TABLE bare_ticket (LIKE okno.ticket INCLUDING ALL);
    GRANT SELECT, UPDATE ON bare_ticket TO \(role)
    """
  }

  private static let bareCall = """
    UPDATE bare_ticket SET state = 'called' WHERE (centre, id) = (
      SELECT centre, id FROM bare_ticket
      WHERE centre = 2 AND state IN ('waiting', 'redirected') AND placed >= 0
      ORDER BY priority DESC, placed, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id;
    """
}

/// Ten links in one thread: each asks as soon as it is answered.
private final class CallingDesks {
  private var remotes: [PostgresRemote] = []
  private var ids = IDSource(seed: (0..<32).map { _ in UInt8.random(in: 0...255) })

  init(_ credentials: [Credentials]) throws {
    for one in credentials {
      let remote = try PostgresRemote(one)
      remote.connect()
      remotes.append(remote)
    }
    var connected = 0
    while connected < remotes.count {
      try wait()
      for remote in remotes {
        for news in remote.advance() {
          guard case .connected = news else { throw CentralDesk.Broken() }
          connected += 1
        }
      }
    }
  }

  deinit { for remote in remotes { remote.close() } }

  func callsASecond(_ count: Int) throws -> Double {
    let start = milliseconds()
    var asked = 0
    var answered = 0
    func call(_ remote: PostgresRemote) {
      guard asked < count else { return }
      asked += 1
      remote.send(
        .call(
          SyncCall(
            request: CallRequest(id: ids.makeID(at: Instant(milliseconds: 0))),
            since: Instant(milliseconds: 0), time: Instant(milliseconds: 1_795_503_600_000))))
    }
    for remote in remotes { call(remote) }
    while answered < count {
      try wait()
      for remote in remotes {
        for news in remote.advance() {
          guard case .replied(.called(_?)) = news else { throw CentralDesk.Broken() }
          answered += 1
          call(remote)
        }
      }
    }
    return Double(count) / ((milliseconds() - start) / 1000)
  }

  private func wait() throws {
    var watched = remotes.compactMap { remote in
      remote.interest.map { interest in
        let events = (interest.reads ? POLLIN : 0) | (interest.writes ? POLLOUT : 0)
        return pollfd(fd: interest.descriptor, events: Int16(events), revents: 0)
      }
    }
    guard poll(&watched, nfds_t(watched.count), 30_000) > 0 else { throw CentralDesk.Broken() }
  }
}

/// pgbench with one script over several connections.
private struct CallPeer {
  private let credentials: Credentials
  private let folder: String
  private let connections: Int

  init(_ credentials: Credentials, folder: String, connections: Int) {
    self.credentials = credentials
    self.folder = folder
    self.connections = connections
  }

  /// Statements a second, without the time to connect.
  func rate(_ statement: String, each count: Int) throws -> Double {
    let path = "\(folder)/call.sql"
    try Data(statement.replacing("\n", with: " ").utf8).write(to: URL(filePath: path))
    let output = try Shell.run(
      """
      PATH="$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH"
      pgbench -n -M prepared -c "$5" -j 1 -t "$6" -f "$1" "$2 user=$3 password=$4"
      """, path, credentials.dsn, credentials.role, credentials.password ?? "", "\(connections)",
      "\(count)")
    for line in output.split(separator: "\n") where line.hasPrefix("tps = ") {
      if let value = Double(line.dropFirst(6).prefix { $0 != " " }) { return value }
    }
    throw ScriptFailure(description: output)
  }
}
