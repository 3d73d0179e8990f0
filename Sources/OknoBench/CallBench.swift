internal import CentralStore
internal import Postgres
internal import PostgresServer

/// Ten desks of a centre call the next ticket as fast as they are answered, against pgbench with as many
/// connections on the same server: with the same function; with the statement in it, which has `SKIP LOCKED`, sent by
/// itself; with a part of that, without what it looks up (who asks, whether it may, whether it has asked before), on
/// tables of its own; and with nothing but `SKIP LOCKED` and the ticket's state, which keeps no steps and tells no
/// other desk.
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
    let statement = try Self.statement(session)
    let peer = CallPeer(other, folder: server.folder, connections: Self.desks)

    var (called, same, sent, alike, bare) = (Sample(), Sample(), Sample(), Sample(), Sample())
    for round in 0...Self.rounds {
      try session.execute(Self.fill)
      // Each by itself: what is sent together is one transaction, in which there is no VACUUM.
      for table in ["okno.ticket", "okno.row", "bare_ticket", "bare_row"] {
        try session.execute("VACUUM ANALYZE \(table)")
      }
      try session.execute("CHECKPOINT")
      let desks = try CallingDesks(ours)
      let rate = try desks.callsASecond(Self.calls)
      let sameRate = try peer.rate(
        "SELECT okno_api_v1.call_next(gen_random_uuid(), '{}', NULL, 0, 1795503600000);",
        each: Self.calls / Self.desks)
      let sentRate = try peer.rate(statement, each: Self.calls / Self.desks)
      let alikeRate = try peer.rate(Self.alikeCall, each: Self.calls / Self.desks)
      let bareRate = try peer.rate(Self.bareCall, each: Self.calls / Self.desks)
      // The first one fills caches.
      guard round > 0 else { continue }
      called.add(rate)
      same.add(sameRate)
      sent.add(sentRate)
      alike.add(alikeRate)
      bare.add(bareRate)
    }
    return [
      Figure(
        name: "call: ten desks, the same function", ours: called.median, peer: same.median,
        peerName: "pgbench", unit: "calls/s", goal: .ratioAtLeast(0.8)),
      Figure(
        name: "call: ten desks, the same SKIP LOCKED statement", ours: called.median,
        peer: sent.median, peerName: "pgbench", unit: "calls/s", goal: .ratioAtLeast(0.8)),
      Figure(
        name: "call: ten desks, SKIP LOCKED without who asks", ours: called.median,
        peer: alike.median, peerName: "pgbench", unit: "calls/s", goal: .none),
      Figure(
        name: "call: ten desks, SKIP LOCKED and nothing but the state", ours: called.median,
        peer: bare.median, peerName: "pgbench", unit: "calls/s", goal: .none),
    ]
  }

  /// What `call_next` does when somebody waits, with values in the places of its parameters.
  private static func statement(_ session: PostgresSession) throws -> String {
    let source =
      try session.value(
        "SELECT prosrc FROM pg_proc WHERE oid = 'okno_api_v1.call_next'::regproc") ?? ""
    guard let start = source.firstRange(of: "WITH me AS"),
      let end = source.firstRange(of: "IF answer IS NOT")
    else { throw Peer.Failure(description: "call_next is written in another way") }
    let lines = source[start.lowerBound..<end.lowerBound].split(separator: "\n")
      .filter { !$0.drop(while: { $0 == " " }).hasPrefix("--") }
    let request = "(SELECT asked.request FROM asked)"
    return lines.joined(separator: "\n")
      .replacing(
        "WITH me AS",
        with: "WITH asked AS MATERIALIZED (SELECT gen_random_uuid() AS request), me AS"
      )
      .replacing("INTO answer", with: "")
      .replacing("= call_next.request", with: "= " + request)
      .replacing("|| request ||", with: "|| \(request) ||")
      .replacing("= request,", with: "= \(request),")
      .replacing("SELECT m.centre, request,", with: "SELECT m.centre, \(request),")
      .replacing("call_step(request,", with: "call_step(\(request),")
      .replacing("employee, ", with: "NULL::uuid, ")
      .replacing(
        "(centre, request, ticket, desk, NULL::uuid, ",
        with: "(centre, request, ticket, desk, employee, "
      )
      .replacing(">= since", with: ">= 0")
      .replacing("situations", with: "'{}'::text[]")
      .replacing(", at, ", with: ", 1795503600000, ")
      .replacing(", at FROM", with: ", 1795503600000 FROM")
  }

  private static let fill = """
    TRUNCATE okno.ticket, okno.call, bare_ticket, bare_row, bare_call; DELETE FROM okno.row WHERE entity = 't';
    INSERT INTO okno.ticket (centre, id, state, priority, placed, situation)
    SELECT c, gen_random_uuid(), 'waiting', 0, n, 'birth-of-child'
    FROM generate_series(1, 2) c, generate_series(1, 8000) n;
    INSERT INTO okno.row (centre, entity, id, version, written, body)
    SELECT centre, 't', id, 1, now(), '{"number": "А001", "audience": "person", "priority": 0, '
      || '"issued": "2026-11-24T09:05:00.123Z", "desk": "' || gen_random_uuid() || '", "steps": []}'
    FROM okno.ticket;
    -- Two halves: each of the two statements has tickets that the other leaves alone.
    INSERT INTO bare_ticket SELECT * FROM okno.ticket WHERE centre = 2;
    INSERT INTO bare_ticket (centre, id, state, priority, placed, situation)
    SELECT 3, id, state, priority, placed, situation FROM okno.ticket WHERE centre = 2;
    INSERT INTO bare_row SELECT * FROM okno.row WHERE centre = 2 AND entity = 't'
    """

  private static func bareTable(for role: String) -> String {
    """
    CREATE TABLE bare_ticket (LIKE okno.ticket INCLUDING ALL) WITH (fillfactor = 70);
    CREATE TABLE bare_row (LIKE okno.row INCLUDING ALL) WITH (fillfactor = 80);
    CREATE TABLE bare_call (LIKE okno.call INCLUDING ALL) WITH (fillfactor = 70);
    GRANT SELECT, INSERT, UPDATE ON bare_ticket, bare_row, bare_call TO \(role);
    GRANT USAGE ON SCHEMA okno TO \(role);
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA okno TO \(role);
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA okno TO \(role)
    """
  }

  private static let bareCall = """
    UPDATE bare_ticket SET state = 'called' WHERE (centre, id) = (
      SELECT centre, id FROM bare_ticket
      WHERE centre = 3 AND state IN ('waiting', 'redirected') AND placed >= 0
      ORDER BY priority DESC, placed, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id;
    """

  private static let alikeCall = """
    WITH first AS (
      SELECT t.id FROM bare_ticket t
      WHERE t.centre = 2 AND t.state IN ('waiting', 'redirected') AND t.placed >= 0
      ORDER BY t.priority DESC, t.placed, t.id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), moved AS (
      UPDATE bare_ticket t SET state = 'called', desk = f.id, last_step = f.id, leased_to = NULL, leased_until = NULL
      FROM first f WHERE t.centre = 2 AND t.id = f.id
      RETURNING t.id, t.desk, t.last_step
    ), kept AS (
      INSERT INTO bare_call (centre, request, ticket, desk, employee, follows, time)
      SELECT 2, gen_random_uuid(), m.id, m.desk, NULL, NULL, 1795503600000 FROM moved m
    )
    SELECT r.id, r.version + 1, left(r.body, -2) || jsonb_build_object('id', m.last_step, 'event', 'call',
      'time', '2026-11-24T09:00:00.000Z', 'employee', NULL, 'follows', NULL, 'assurance', 'confirmed',
      'desk', m.desk) || ']}'
    FROM moved m JOIN bare_row r ON r.centre = 2 AND r.entity = 't' AND r.id = m.id;
    """
}
