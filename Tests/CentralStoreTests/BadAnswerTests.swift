import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// A server that answers nonsense ends in a clear state, and never in a crash.
@Suite struct BadAnswerTests {
  private let store: CentralFixture
  private let desk: RemoteDesk
  private static let cursor = SyncCursor(epoch: "e", number: 1, chain: "c")
  private static let fault = RemoteDesk.Broken(fault: .stopped(.protocolFault))

  init() throws {
    store = try CentralFixture()
    desk = try store.desk()
  }

  private func replace(_ function: String, _ signature: String, _ body: String) throws {
    let session = try store.session()
    try session.execute("DROP FUNCTION okno_api_v1.\(function)")
    try session.execute("CREATE FUNCTION okno_api_v1.\(function) \(signature) AS $f$ \(body) $f$")
    try session.execute("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA okno_api_v1 TO okno_desk")
  }

  @Test func aPageWithoutAHead() throws {
    let all = [
      "", " ", "x", "= 1 2", "= 1 2 3", "5", "5 abc", "5 abc 4 0 0 0", "5 abc x 0 0 0",
      "-5 abc 9 0 0 0", "99999999999999999999 abc 9 0 0 0", "= 0 0 0 0",
    ]
    for head in all {
      try desk.greet()
      try replace(
        "pull(text, bigint, text, int)", "RETURNS SETOF text LANGUAGE sql", "SELECT '\(head)'::text"
      )
      #expect(throws: Self.fault, "\(head)") { try desk.ask(.pull(Self.cursor, limit: 5)) }
    }
  }

  @Test func aRowThatIsNone() throws {
    let all = [
      "", "q 01900000-0000-7000-8000-000000000001 1 {}", "c 01900000 1 {}",
      "c 01900000-0000-7000-8000-000000000001 0 {}", "c 01900000-0000-7000-8000-000000000001 x {}",
      "c 01900000x0000-7000-8000-000000000001 1 {}", "c 01900000-0000-7000-8000-00000000000g 1 {}",
      "c 01900000-0000-7000-8000-000000000001 9999999999999999999 {}",
      "c 01900000-0000-7000-8000-000000000001", "citizen", "cc",
    ]
    for row in all {
      try desk.greet()
      try replace(
        "pull(text, bigint, text, int)", "RETURNS SETOF text LANGUAGE sql",
        "VALUES ('= 9 0 0 1795503600000'::text), ('\(row)')")
      #expect(throws: Self.fault, "\(row)") { try desk.ask(.pull(Self.cursor, limit: 5)) }
      try replace("snapshot()", "RETURNS SETOF text LANGUAGE sql", "VALUES ('e 1 c 1'), ('\(row)')")
      try desk.greet()
      #expect(throws: Self.fault) { try desk.snapshot() }
    }
  }

  @Test func aSnapshotThatIsNotWhole() throws {
    let all = [
      "NULL", "'e 1 c'", "'e x c 1'", "''",
      "'e 1 c 2'), ('c 01900000-0000-7000-8000-000000000001 1 {}'",
      "'e 1 c 0'), ('c 01900000-0000-7000-8000-000000000001 1 {}'",
    ]
    for rows in all {
      try desk.greet()
      try replace("snapshot()", "RETURNS SETOF text LANGUAGE sql", "VALUES (\(rows))")
      #expect(throws: Self.fault, "\(rows)") { try desk.snapshot() }
      #expect(desk.remote.interest == nil)
    }
  }

  @Test func aSnapshotThatBreaksOffIsNotEnded() throws {
    try replace(
      "snapshot()", "RETURNS SETOF text LANGUAGE sql",
      """
      SELECT CASE n WHEN 0 THEN 'e 1 c 100000' WHEN 90000 THEN (1 / (n - 90000))::text
        ELSE 'c ' || gen_random_uuid() || ' 1 {}' END FROM generate_series(0, 100000) n
      """)
    guard case .snapshotBegan(_, 100_000) = try desk.ask(.snapshot) else {
      Issue.record("no beginning")
      return
    }
    var last: SyncReply?
    while true {
      let reply = try desk.answer()
      last = reply
      guard case .snapshotRows = reply else { break }
    }
    guard case .stopped(.protocolFault) = last else {
      Issue.record("\(String(describing: last))")
      return
    }
    // The link stays, and answers what is asked next.
    guard case .snapshotNeeded = try desk.ask(.pull(nil, limit: 1)) else {
      Issue.record("no answer after a snapshot that broke off")
      return
    }
  }

  @Test func verdictsThatAreNone() throws {
    let all = [
      "NULL", "''", "'x'", "'e'", "'e 0'", "'e 0' || chr(10) || 'accepted'",
      "'e 0' || chr(10) || 'perhaps 1'", "'e 0' || repeat(chr(10) || 'accepted 1', 2)",
    ]
    for text in all {
      try desk.greet()
      try replace(
        "push(bytea, bigint, bigint[], uuid[], text[], text[], bigint[], bytea)",
        "RETURNS text LANGUAGE sql", "SELECT \(text)")
      #expect(throws: Self.fault, "\(text)") {
        try desk.push([desk.operation("visit_logged", Sample.visit(desk.id()))])
      }
    }
  }

  @Test func aWelcomeThatIsNone() throws {
    let all = ["NULL", "''", "'x 1 1 1'", "'1 1 0 0'", "'1 1 1'", "'1 1 1 0'", "'1 1 1 0 1'"]
    for text in all {
      try replace("hello(int, bytea, text)", "RETURNS text LANGUAGE sql", "SELECT \(text)")
      #expect(throws: Self.fault, "\(text)") { try desk.greet() }
    }
  }

  @Test func failuresOfStatements() throws {
    func reply(to body: String) throws -> SyncReply {
      try replace("pull(text, bigint, text, int)", "RETURNS SETOF text LANGUAGE plpgsql", body)
      return try desk.ask(.pull(nil, limit: 1))
    }
    func raise(_ state: String) -> String {
      "BEGIN RAISE EXCEPTION USING ERRCODE = '\(state)'; END"
    }
    for state in ["40P01", "40001", "55P03", "57014", "53100", "23505"] {
      #expect(try reply(to: raise(state)) == .busy(retryAfter: 1), "\(state)")
    }
    #expect(try reply(to: raise("22012")) == .stopped(.protocolFault))
    #expect(try reply(to: raise("XX000")) == .stopped(.protocolFault))
    // A server that has become a standby: another one has to be looked for.
    #expect(throws: RemoteDesk.Broken(fault: .unreachable)) { try reply(to: raise("25006")) }
    try desk.greet()
    let session = try store.session()
    try session.execute("REVOKE ALL ON FUNCTION okno_api_v1.pull FROM okno_desk, PUBLIC")
    #expect(try desk.ask(.pull(nil, limit: 1)) == .stopped(.revoked))
    try session.execute("DROP FUNCTION okno_api_v1.pull")
    #expect(try desk.ask(.pull(nil, limit: 1)) == .stopped(.version))
  }

  @Test func aCatalogueThatIsNotThere() throws {
    #expect(throws: Self.fault) { try desk.ask(.catalogue(release: 7)) }
  }
}
