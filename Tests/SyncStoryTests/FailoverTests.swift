import Domain
import Postgres
import PostgresServer
import Testing

/// A standby that lacks the last transactions goes on, and nobody says so to anybody.
@Suite struct FailoverTests {
  private let primary: PostgresServer
  private let standby: PostgresServer
  private let centre: Centre

  init() throws {
    primary = try PostgresServer()
    centre = try Centre(on: primary)
    standby = try PostgresServer(standbyOf: primary)
    try setStandbys("= '*'")
  }

  /// Whether the primary waits for the standby.
  private func setStandbys(_ setting: String?) throws {
    let session = try primary.session()
    defer { session.close() }
    let set = setting.map { "SET synchronous_standby_names \($0)" }
    try session.execute("ALTER SYSTEM \(set ?? "RESET synchronous_standby_names")")
    try session.query("SELECT pg_reload_conf()")
  }

  private func desk(_ name: String) throws -> Desk {
    try centre.desk(
      name,
      dsn: "host=\(primary.folder),\(standby.folder) port=\(primary.port),\(standby.port) "
        + "dbname=\(centre.database)")
  }

  /// The case that no chain shows: the desk's cursor lies before the loss, its verdict behind it, and
  /// another desk has filled the gap.
  @Test func whatWasAcknowledgedBehindTheCursorIsSentAgain() throws {
    let first = try desk("Окно 1")
    let second = try desk("Окно 2")
    var visits: Set<String> = [try first.logVisit()]
    try first.sync()
    try second.sync()
    try setStandbys(nil)
    standby.stop()
    // The desk gets its verdict and no page.
    let session = try primary.session(centre.database)
    try session.execute("REVOKE EXECUTE ON FUNCTION okno_api_v1.pull FROM okno_desk")
    session.close()
    visits.insert(try first.logVisit())
    #expect(try first.run("sync --once --json").code != 0)
    #expect(try centre.count("operation") == 2)

    try primary.kill()
    try standby.start()
    try standby.promote()
    visits.insert(try second.logVisit())
    #expect(try second.sync().pending == 0)
    let last = try first.sync()
    // Nothing is a week old: all of it is sent again, and the ledger knows the first one.
    #expect(last.pushed == 2)
    // Two rows are new to it; a snapshot would have brought three.
    #expect(last.pulled == 2)
    try second.sync()
    #expect(try first.visits() == visits)
    #expect(try second.visits() == visits)
    standby.stop()
  }
}
