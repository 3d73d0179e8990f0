internal import CPostgres
internal import Glibc

/// One connection that waits for each answer, for an administrator's commands and for tests.
package final class PostgresSession {
  private let connection: OpaquePointer
  private var isOpen = true

  package init(_ settings: [(String, String)]) throws(PostgresError) {
    guard let connection = settings.withKeywords({ PQconnectStartParams($0, $1, 0) }) else {
      throw .unreachable("no memory for a connection")
    }
    self.connection = connection
    PostgresLink.prepare(connection)
    try Self.finishConnecting(connection)
  }

  /// libpq's own waiting would come to its end before it can be told to name the state.
  private static func finishConnecting(_ connection: OpaquePointer) throws(PostgresError) {
    var events = POLLOUT
    // What is initialised is closed by deinit.
    while PQstatus(connection) != CONNECTION_BAD {
      var poller = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
      guard poll(&poller, 1, 15_000) != 0 else {
        throw .unreachable("no answer within 15 seconds")
      }
      switch PQconnectPoll(connection) {
      case PGRES_POLLING_OK: return
      case PGRES_POLLING_READING: events = POLLIN
      case PGRES_POLLING_WRITING: events = POLLOUT
      default: throw PostgresLink.connectError(connection)
      }
    }
    throw PostgresLink.connectError(connection)
  }

  deinit { close() }

  package func close() {
    guard isOpen else { return }
    isOpen = false
    PQfinish(connection)
  }

  /// Runs any number of statements without parameters, in one transaction where there is none yet.
  package func execute(_ script: String) throws(PostgresError) {
    _ = try checked(PQexec(connection, script))
  }

  /// Runs one statement; answers come as text.
  @discardableResult
  package func query(
    _ sql: String, _ parameters: PostgresValue...
  ) throws(PostgresError) -> PostgresResult {
    let result = ParameterVector.lend(parameters) { pointers in
      PQexecParams(
        connection, sql, Int32(parameters.count), nil, pointers.values, pointers.lengths,
        pointers.formats, 0)
    }
    return try checked(result)
  }

  /// The first column of the first row.
  package func value(
    _ sql: String, _ parameters: PostgresValue...
  ) throws(PostgresError) -> String? {
    let result = ParameterVector.lend(parameters) { pointers in
      PQexecParams(
        connection, sql, Int32(parameters.count), nil, pointers.values, pointers.lengths,
        pointers.formats, 0)
    }
    return try checked(result).text(0, 0)
  }

  /// All or nothing of what `body` does.
  package func transaction<T>(_ body: () throws -> T) throws -> T {
    try execute("BEGIN")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // A connection that is gone has rolled back by itself.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// The verifier of a password, made here: neither the wire nor the server's log sees the password.
  package func verifier(ofPassword password: String, role: String) throws(PostgresError) -> String {
    guard let text = PQencryptPasswordConn(connection, password, role, "scram-sha-256") else {
      throw lost()
    }
    defer { PQfreemem(text) }
    return String(cString: text)
  }

  private func checked(_ pointer: OpaquePointer?) throws(PostgresError) -> PostgresResult {
    guard let pointer else { throw lost() }
    let result = PostgresResult(pointer)
    switch result.status {
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return result
    default:
      guard !result.fault.state.isEmpty else { throw lost() }
      throw .server(result.fault)
    }
  }

  private func lost() -> PostgresError {
    .unreachable(String(cString: PQerrorMessage(connection)))
  }
}
