import Glibc
package import Postgres
import Synchronization

/// A PostgreSQL in a temporary folder, on a socket in it and on a random port of the loopback. It ends,
/// and its folder with it, when this process does.
///
/// Its superuser is `postgres`, without a password; all other roles need theirs.
package final class PostgresServer: Sendable {
  package let folder: String
  package let port: Int
  private let child: Mutex<ShellChild?>

  /// The one that all tests of a process share; a database of its own for each of them is cheap.
  package static func shared() throws -> PostgresServer { try sharedServer.get() }
  private static let sharedServer = Result { try PostgresServer() }

  /// - Parameter isDurable: with `fsync`, for tests of crashes.
  package init(isDurable: Bool = false) throws {
    folder = try Shell.run(ServerScript.makeFolder, isDurable ? "on" : "off")
    port = try Self.freePort()
    try Shell.run(ServerScript.initialise, folder, String(port), isDurable ? "on" : "off")
    child = Mutex(nil)
    try start()
  }

  /// A standby of `primary`, made from a copy; it runs.
  package init(standbyOf primary: PostgresServer) throws {
    folder = try Shell.run(ServerScript.makeFolder, "off")
    port = try Self.freePort()
    try Shell.run(ServerScript.copy, folder, String(port), primary.folder, String(primary.port))
    child = Mutex(nil)
    try start()
  }

  deinit {
    stop()
    _ = try? Shell.run("rm -rf \"$1\"", folder)
  }

  /// Starts it again after `stop` or `kill`.
  package func start() throws {
    try child.withLock { child in
      let new = try ShellChild(ServerScript.run, [folder])
      guard new.line() == "ready" else {
        throw ScriptFailure(
          description: (try? Shell.run("tail -20 \"$1\"/log", folder)) ?? "no log")
      }
      child = new
    }
  }

  package func stop() {
    child.withLock { child in
      _ = child?.finish("stop")
      child = nil
    }
  }

  /// As a power cut does it: no process has time for anything.
  package func kill() throws {
    try Shell.run(ServerScript.kill, folder)
    stop()
  }

  /// Makes a standby the first one.
  package func promote() throws { try Shell.run(ServerScript.promote, folder) }

  /// A port that nobody listens on just now, below those that the system gives to connections
  /// (`ip_local_port_range`): one of these may be taken before the server is there.
  package static func freePort() throws -> Int {
    for _ in 0..<100 {
      let port = UInt16.random(in: 15_000..<32_000)
      if isFree(port) { return Int(port) }
    }
    throw ScriptFailure(description: "no free port")
  }

  private static func isFree(_ port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}

extension PostgresServer {
  /// Over the socket, as the superuser.
  package func adminDSN(_ database: String = "postgres") -> String {
    "host=\(folder) port=\(port) dbname=\(database) user=postgres"
  }

  /// Over the loopback, without role; encrypted, with the throw-away certificate checked.
  package func tlsDSN(_ database: String, host: String = "localhost") -> String {
    "host=\(host) port=\(port) dbname=\(database) sslmode=verify-full sslrootcert=\(folder)/ca.crt"
  }

  /// A client's certificate for a role, as a part of a connection string.
  ///
  /// - Parameter isOurs: signed by whom the server trusts.
  package func certificate(for role: String, isOurs: Bool = true) throws -> String {
    try Shell.run(ServerScript.certificate, folder, role, isOurs ? "ca" : "other")
    return "sslcert=\(folder)/\(role).crt sslkey=\(folder)/\(role).key"
  }

  /// From now on the server asks this role for its certificate, and for no password.
  package func certify(_ role: String) throws {
    let session = try session()
    defer { session.close() }
    let group = ServerScript.certified
    try session.execute(
      """
      DO $$ BEGIN CREATE ROLE \(group); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      GRANT \(group) TO \(role)
      """)
  }

  package func session(_ database: String = "postgres") throws -> PostgresSession {
    try PostgresSession(ConnectionString(adminDSN(database)).settings.map { ($0.key, $0.value) })
  }

  /// A new database, empty or a copy.
  package func makeDatabase(
    from template: String = "template0", tablespace: String? = nil
  ) throws -> String {
    let name = "d" + String(UInt64.random(in: 0 ... .max), radix: 36)
    let session = try session()
    defer { session.close() }
    let place = tablespace.map { " TABLESPACE \($0)" } ?? ""
    try session.execute("CREATE DATABASE \(name) TEMPLATE \(template) ENCODING 'UTF8'\(place)")
    return name
  }
}
