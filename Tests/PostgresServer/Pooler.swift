import Postgres
import Synchronization

/// PgBouncer in transaction mode before a server, with the roles that the server has now.
package final class Pooler: Sendable {
  package let port: Int
  private let child: Mutex<ShellChild?>

  package init(before server: PostgresServer) throws {
    port = try PostgresServer.freePort()
    let session = try server.session()
    defer { session.close() }
    let rows = try session.query(
      "SELECT rolname, rolpassword FROM pg_authid WHERE rolcanlogin AND rolpassword IS NOT NULL")
    let users = (0..<rows.rowCount).map { row in
      "\"\(rows.text(row, 0) ?? "")\" \"\(rows.text(row, 1) ?? "")\"\n"
    }.joined()
    let child = try ShellChild(
      ServerScript.pooler,
      [
        server.folder, String(server.port), String(port), "\(server.folder)/pooler\(port)", users,
      ])
    guard child.line() == "ready" else { throw ScriptFailure(description: "no PgBouncer") }
    self.child = Mutex(child)
  }

  package func stop() {
    child.withLock { child in
      _ = child?.finish("stop")
      child = nil
    }
  }

  package func dsn(_ database: String) -> String {
    "host=127.0.0.1 port=\(port) dbname=\(database)"
  }
}
