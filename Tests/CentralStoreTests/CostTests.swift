import CentralStore
import Domain
import Postgres
import PostgresServer
import Testing

/// What a statement reads, counted and not timed. The store is new and PostgreSQL knows nothing of how full its tables
/// are: then it takes the plan that reads all of a centre's rows for each one that is looked for, unless it is kept from it.
@Suite struct CostTests {
  private static let batch = 300
  private static let incarnation = #"'\x07070707070707070707070707070707'"#

  /// A connection of a desk, in which it keeps the plans of its first batches.
  private func session(_ fixture: CentralFixture, _ role: String) throws -> PostgresSession {
    let session = try fixture.session()
    try session.execute(
      """
      SET track_functions = 'all'; SET SESSION AUTHORIZATION \(role);
      SELECT okno_api_v1.hello(3, \(Self.incarnation), 'okno test');
      """)
    return session
  }

  private func push(_ kind: String, _ body: String, batch: Int) -> String {
    let first = batch * Self.batch + 1
    return """
      SELECT okno_api_v1.push(\(Self.incarnation), NULL, array_agg(n::bigint),
        array_agg(md5('operation' || n)::uuid), array_agg('\(kind)'::text), array_agg(\(body)),
        array_agg(1795503600000), '') FROM generate_series(\(first), \(first + Self.batch - 1)) n;
      """
  }

  private func cards(_ batch: Int) -> String {
    push(
      "citizen_added",
      #"format('{"id":"%s","audience":"person","surname":"Орлова"}', md5('card' || n)::uuid)"#,
      batch: batch)
  }

  private func visits(_ batch: Int) -> String {
    push(
      "visit_logged",
      """
      format('{"id":"%s","citizen":"%s","situation":"birth-of-child","channel":"counter","note":"",\
      "started":"2026-11-24T09:05:00.123Z","ended":"2026-11-24T09:15:00.123Z","services":[]}',
        md5('visit' || n)::uuid, md5('card' || (n % \(Self.batch) + 1))::uuid)
      """, batch: batch)
  }

  @Test func aBatchReadsNoMoreThanItsOwnRows() throws {
    let fixture = try CentralFixture()
    let role = try fixture.enrol().role
    let first = try session(fixture, role)
    for batch in 0..<5 { try first.execute(cards(batch)) }
    first.close()
    let session = try session(fixture, role)
    defer { session.close() }
    for batch in 5..<8 { try session.execute(visits(batch)) }
    try session.execute("BEGIN")
    let before = try rowsRead(session)
    try session.execute(visits(8))
    let read = try rowsRead(session) - before
    try session.execute("COMMIT")
    #expect(read >= Self.batch, "the cards are looked at")
    #expect(read <= 4 * Self.batch, "\(read) rows were read for \(Self.batch) visits")
  }

  /// In this connection, as far as it has not told the others yet: in a transaction it tells nothing.
  private func rowsRead(_ session: PostgresSession) throws -> Int {
    let read = try session.value(
      """
      SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables
      WHERE schemaname = 'okno' AND relname = 'row'
      """)
    return try #require(read.flatMap { Int($0) })
  }

  @Test func aPageAsksOnceWhatTheDeskKnows() throws {
    let fixture = try CentralFixture()
    let session = try session(fixture, try fixture.enrol().role)
    defer { session.close() }
    try session.execute(cards(0))
    let admin = try fixture.session()
    defer { admin.close() }
    let cursor = try #require(
      try admin.value(
        """
        SELECT format('%L, 0, %L', okno.told_epoch(s.epoch), okno.short(c.chain))
        FROM okno.stream s JOIN okno.change c ON c.centre = s.centre AND c.number = 0
        """))
    try session.execute("BEGIN")
    let lines = try session.query("SELECT okno_api_v1.pull(\(cursor), 2000)")
    let asked = try session.value(
      "SELECT sum(calls) FROM pg_stat_xact_user_functions WHERE funcname = 'knows'")
    try session.execute("COMMIT")
    #expect(lines.rowCount == Self.batch + 1)
    #expect(asked == "1")
  }
}
