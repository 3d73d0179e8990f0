import CentralStore
import Domain
import Postgres
import PostgresServer
import Sync
import Testing

/// What a desk's role may do: call the functions, see its own centre, and nothing else.
@Suite struct RightsTests {
  private let store: CentralFixture

  init() throws {
    store = try CentralFixture()
    // A copy of a database has its own rights to connect and to make tables.
    let administrator = try store.administrator()
    defer { administrator.close() }
    _ = try administrator.initialise()
  }

  private func session(_ credentials: Credentials) throws -> PostgresSession {
    try PostgresSession(
      DSNPolicy.settings(
        dsn: credentials.dsn, role: credentials.role, password: credentials.password))
  }

  private func refusal(_ session: PostgresSession, _ sql: String) -> String? {
    do {
      try session.execute(sql)
      return nil
    } catch PostgresError.server(let fault) {
      return fault.state
    } catch {
      return "\(error)"
    }
  }

  @Test func noTableCanBeTouched() throws {
    let desk = try session(store.enrol())
    let admin = try store.session()
    let tables = try admin.query(
      "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c "
        + "JOIN pg_namespace n ON n.oid = c.relnamespace "
        + "WHERE n.nspname LIKE 'okno%' AND c.relkind IN ('r', 'v', 'p', 'S')")
    #expect(tables.rowCount > 10)
    for row in 0..<tables.rowCount {
      let table = tables.text(row, 0) ?? ""
      for sql in ["SELECT * FROM \(table)", "DELETE FROM \(table)", "TRUNCATE \(table)"] {
        #expect(refusal(desk, sql) == "42501", "\(sql)")
      }
    }
    for sql in [
      "CREATE TABLE t (a int)", "CREATE TEMP TABLE t (a int)", "CREATE SCHEMA s",
      "SELECT okno.erase(NULL, NULL)", "SELECT okno.prune('1 day', '1 day')",
      "SET ROLE okno_owner", "CREATE ROLE r", "SELECT * FROM pg_authid",
      "CREATE FUNCTION okno_api_v1.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
      "COPY (SELECT 1) TO PROGRAM 'true'",
    ] {
      #expect(refusal(desk, sql) == "42501", "\(sql)")
    }
  }

  /// Each function is a definer's, with a fixed search path, owned by who may not log in, and for
  /// nobody but desks.
  @Test func theFunctionsAreClosed() throws {
    let admin = try store.session()
    let rows = try admin.query(
      """
      SELECT p.proname, p.prosecdef, array_to_string(p.proconfig, ';'), r.rolname,
        r.rolcanlogin OR r.rolsuper OR r.rolbypassrls OR r.rolcreaterole, p.proacl::text
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_roles r ON r.oid = p.proowner WHERE n.nspname = 'okno_api_v1' ORDER BY 1
      """)
    let names = (0..<rows.rowCount).map { rows.text($0, 0) ?? "" }
    #expect(
      names == [
        "anchor", "anchors", "call_next", "catalogue", "desks", "hello", "lease", "pull", "push",
        "snapshot",
      ])
    for row in 0..<rows.rowCount {
      #expect(rows.text(row, 1) == "t")
      let settings = try #require(rows.text(row, 2)).split(separator: ";")
      #expect(settings.first == "search_path=pg_catalog, pg_temp")
      #expect(rows.text(row, 3) == "okno_owner")
      #expect(rows.text(row, 4) == "f")
      #expect(
        rows.text(row, 5) == "{okno_owner=X/okno_owner,okno_desk=X/okno_owner}")
    }
    let open = try admin.value(
      """
      SELECT string_agg(p.proname, ' ') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'okno' AND has_function_privilege('public', p.oid, 'EXECUTE')
      """)
    #expect(open == nil)
  }

  @Test func aSearchPathOfTheDesksOwnChangesNothing() throws {
    let desk = try session(store.enrol())
    try desk.execute("SET search_path = pg_temp, okno_api_v1")
    #expect(try desk.value("SELECT pull(NULL, NULL, NULL, 1)") == "snapshot")
  }

  @Test func anotherCentreIsNotSeen() throws {
    let ours = try store.desk()
    let theirs = try store.desk(centre: "Другой центр")
    let citizen = ours.id(Citizen.self)
    try ours.push("citizen_added", Sample.card(citizen))
    let cursor = try ours.snapshot().cursor
    #expect(try theirs.snapshot().rows.isEmpty)
    guard case .snapshotNeeded = try theirs.ask(.pull(cursor, limit: 100)) else {
      Issue.record("a cursor of another centre means nothing here")
      return
    }
    // Nor can it be changed, or its operations be guessed.
    let change = Sample.change(
      citizen, seen: #"{"phone":"79991234567"}"#, set: #"{"phone":null}"#)
    #expect(try theirs.push("citizen_changed", change) == .refused(.unknownCitizen))
    #expect(try theirs.push("citizen_erased", #"{"id":"\#(citizen)"}"#) == .accepted)
    #expect(try ours.snapshot().rows.map(\.version) == [1])
  }

  @Test func aRoleThatIsNoDeskGetsNothing() throws {
    let admin = try store.session()
    let role = "stranger_\(store.database)"
    try admin.execute("CREATE ROLE \(role) LOGIN PASSWORD 'x'")
    defer { try? admin.execute("DROP ROLE \(role)") }
    let stranger = try PostgresSession(
      DSNPolicy.settings(
        dsn: store.server.adminDSN(store.database), role: role, password: "x"))
    #expect(refusal(stranger, "SELECT okno_api_v1.snapshot()") == "42501")
    // Not even where it was given the desks' rights by mistake.
    try admin.execute("GRANT okno_desk TO \(role)")
    #expect(refusal(stranger, "SELECT okno_api_v1.snapshot()") == "OK001")
    try admin.execute("REVOKE okno_desk FROM \(role)")
  }

  @Test func aBatchThatIsNoneIsRefusedAsAWhole() throws {
    let desk = try session(store.enrol())
    for arrays in [
      "'{}', '{}', '{}', '{}', '{}'", "NULL, NULL, NULL, NULL, NULL",
      "'{1}', '{00000000-0000-0000-0000-000000000000}', '{a,b}', '{a}', '{1}'",
      "'{1}', '{NULL}', '{a}', '{a}', '{1}'",
    ] {
      #expect(
        refusal(desk, "SELECT okno_api_v1.push('', NULL, \(arrays), '')") == "OK004", "\(arrays)")
    }
  }
}
