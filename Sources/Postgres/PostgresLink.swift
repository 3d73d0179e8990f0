internal import CPostgres

/// One connection that never waits: whoever owns it polls `watch` and calls on when there is something
/// to do. Not `Sendable`: it belongs to the thread that made it.
package final class PostgresLink {
  /// What the server's next answer is.
  package enum Answer {
    /// Nothing yet.
    case later
    case rows(PostgresResult)
    /// The statement failed.
    case fault(ServerFault)
    /// An earlier statement of the same pipeline failed, this one was not run.
    case skipped
    /// All answers to one statement are read.
    case end
    /// A pipeline's synchronisation point.
    case synced
    /// Rows of COPY come, for `copyRow`.
    case copying
  }

  package enum Copied {
    case row
    case later
    case ended
  }

  private let connection: OpaquePointer
  private var isOpen = true
  private var wanted: Readiness = .writable
  private(set) package var isConnected = false

  /// Begins to connect. Only the look-up of a host's name may take time here.
  package init(_ settings: [(String, String)]) throws(PostgresError) {
    guard let connection = settings.withKeywords({ PQconnectStartParams($0, $1, 0) }) else {
      throw .unreachable("no memory for a connection")
    }
    self.connection = connection
    Self.prepare(connection)
    guard PQstatus(connection) != CONNECTION_BAD else {
      // What is initialised is closed by deinit.
      throw Self.connectError(connection)
    }
  }

  deinit { close() }

  /// Ends the connection; calling it again does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    isConnected = false
    PQfinish(connection)
  }

  static func prepare(_ connection: OpaquePointer) {
    // The SQLSTATE of a failed connection is told in no other way.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    // A notice may hold a value, and standard error may be a screen.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
  }

  static func connectError(_ connection: OpaquePointer) -> PostgresError {
    let message = String(cString: PQerrorMessage(connection))
    if PQconnectionNeedsPassword(connection) == 1 { return .authentication(message) }
    return ConnectFailure.error(
      message, passwordWasAsked: PQconnectionUsedPassword(connection) == 1)
  }

  /// What to poll for; `nil` once it is closed.
  package var watch: Watch? {
    guard isOpen else { return nil }
    let descriptor = PQsocket(connection)
    return descriptor < 0 ? nil : Watch(descriptor: descriptor, events: wanted)
  }

  package var isEncrypted: Bool { isOpen && PQsslInUse(connection) == 1 }

  // MARK: - Connecting

  /// Goes on connecting; `true` once it is done.
  package func advanceConnecting() throws(PostgresError) -> Bool {
    switch PQconnectPoll(connection) {
    case PGRES_POLLING_OK:
      isConnected = true
      wanted = .readable
      PQsetnonblocking(connection, 1)
      return true
    case PGRES_POLLING_READING: wanted = .readable
    case PGRES_POLLING_WRITING: wanted = .writable
    default: throw Self.connectError(connection)
    }
    return false
  }

  // MARK: - Asking

  package func enterPipeline() throws(PostgresError) {
    guard PQenterPipelineMode(connection) == 1 else { throw lost() }
  }

  /// Only when nothing is under way.
  package func leavePipeline() throws(PostgresError) {
    guard PQexitPipelineMode(connection) == 1 else { throw lost() }
  }

  /// Puts a statement and a synchronisation point into the pipeline; `flush` sends them. Answers come
  /// in the binary form.
  package func send(_ sql: String, _ parameters: [PostgresValue]) throws(PostgresError) {
    let isSent = ParameterVector.lend(parameters) { pointers in
      PQsendQueryParams(
        connection, sql, Int32(parameters.count), nil, pointers.values, pointers.lengths,
        pointers.formats, 1)
    }
    guard isSent == 1, PQpipelineSync(connection) == 1 else { throw lost() }
  }

  /// A statement outside a pipeline, such as COPY.
  package func sendAlone(_ sql: String) throws(PostgresError) {
    guard PQsendQuery(connection, sql) == 1 else { throw lost() }
  }

  /// Writes what the socket takes and keeps in mind whether more is waiting.
  package func flush() throws(PostgresError) {
    switch PQflush(connection) {
    case 0: wanted = .readable
    case 1: wanted = [.readable, .writable]
    default: throw lost()
    }
  }

  /// Asks the server to break off what it is at. Waits for one short exchange on a connection of its own:
  /// not for a thread that must not wait.
  package func cancel() {
    guard let cancel = PQgetCancel(connection) else { return }
    var reason = [CChar](repeating: 0, count: 256)
    PQcancel(cancel, &reason, Int32(reason.count))
    PQfreeCancel(cancel)
  }

  // MARK: - Answers

  /// Reads what the socket has.
  package func receive() throws(PostgresError) {
    guard PQconsumeInput(connection) == 1 else { throw lost() }
  }

  package func next() throws(PostgresError) -> Answer {
    guard PQisBusy(connection) == 0 else { return .later }
    guard let pointer = PQgetResult(connection) else {
      guard PQstatus(connection) == CONNECTION_OK else { throw lost() }
      return .end
    }
    let result = PostgresResult(pointer)
    switch result.status {
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY:
      return .rows(result)
    case PGRES_PIPELINE_SYNC: return .synced
    case PGRES_PIPELINE_ABORTED: return .skipped
    case PGRES_COPY_OUT: return .copying
    case PGRES_FATAL_ERROR:
      // A connection that broke off gives an error without a state.
      guard !result.fault.state.isEmpty else { throw lost() }
      return .fault(result.fault)
    default: throw .misuse("an answer that was not asked for")
    }
  }

  /// Lends the next line of a COPY.
  package func copyRow(
    _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(PostgresError) -> Copied {
    var line: UnsafeMutablePointer<CChar>?
    let count = PQgetCopyData(connection, &line, 1)
    switch count {
    case 0: return .later
    case -1: return .ended
    case ..<0: throw lost()
    default:
      body(UnsafeRawBufferPointer(start: line, count: Int(count)))
      PQfreemem(line)
      return .row
    }
  }

  private func lost() -> PostgresError {
    .unreachable(String(cString: PQerrorMessage(connection)))
  }
}

extension [(String, String)] {
  /// Keywords and values as libpq takes them: two lists that end with null.
  func withKeywords<T>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?) -> T
  ) -> T {
    var block: [CChar] = []
    var places: [(Int, Int)] = []
    for (keyword, value) in self {
      let start = block.count
      block += keyword.utf8CString
      places.append((start, block.count))
      block += value.utf8CString
    }
    return block.withUnsafeBufferPointer { bytes in
      let start = bytes.baseAddress
      let keywords = places.map { place in start?.advanced(by: place.0) } + [nil]
      let values = places.map { place in start?.advanced(by: place.1) } + [nil]
      return keywords.withUnsafeBufferPointer { keywords in
        values.withUnsafeBufferPointer { values in
          body(keywords.baseAddress, values.baseAddress)
        }
      }
    }
  }
}
