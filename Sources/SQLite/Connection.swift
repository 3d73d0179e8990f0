internal import CSQLite

/// One connection to one database file. Not `Sendable`: it belongs to the thread that made it.
package final class Connection {
  package enum Access: Sendable {
    case readOnly
    case readWrite
    case create
  }

  /// The C handle, for what this wrapper has no name for (tokenizers, hooks). Never keep it.
  package let handle: OpaquePointer
  package let interruptHandle: InterruptHandle
  /// How many prepared statements are kept; SQL texts are constants, so that this is seldom reached.
  private static let cacheCapacity = 256
  private var cache: [StatementText: Statement] = [:]
  private var isOpen = true
  /// SQLite's settings for the whole process, made once.
  private static let library: Void = okno_sqlite_prepare()

  /// Opens `path`, or a private database in memory for `:memory:`.
  package init(path: String, access: Access) throws(SQLiteError) {
    Self.library
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(path, &pointer, access.flags, nil)
    guard code == SQLITE_OK, let pointer else {
      let error = SQLiteError.last(of: pointer, code: code, sql: nil)
      sqlite3_close_v2(pointer)
      throw error
    }
    sqlite3_extended_result_codes(pointer, 1)
    handle = pointer
    interruptHandle = InterruptHandle(pointer)
  }

  deinit { close() }

  /// Ends the connection; calling it again does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    interruptHandle.disarm()
    for statement in cache.values { sqlite3_finalize(statement.pointer) }
    cache.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Refuses writes to the file by damaged or hostile means: no direct writes to the schema, shadow
  /// tables or the journal mode (sqlite.org/security.html), and no functions run by the schema.
  package func harden() throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_DEFENSIVE, true)
    try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
    try configure(SQLITE_DBCONFIG_DQS_DML, false)
    try configure(SQLITE_DBCONFIG_DQS_DDL, false)
  }

  /// Whether closing the last connection folds the write-ahead log into the file. Off where folding
  /// is only done under a lock of the program's own.
  package func checkpointsOnClose(_ value: Bool) throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !value)
  }

  private func configure(_ option: Int32, _ value: Bool) throws(SQLiteError) {
    let code = okno_db_config(handle, option, value ? 1 : 0)
    guard code == SQLITE_OK else { throw SQLiteError.last(of: handle, code: code, sql: nil) }
  }

  /// The rows changed by the last statement that changed any.
  package var changes: Int { Int(sqlite3_changes64(handle)) }
  package var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }
  /// Whether the file could only be opened for reading.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// The SQL of the statements that are kept prepared: for a test that looks at their plans.
  package var preparedStatements: [String] { cache.keys.map(\.sql).sorted() }

  /// How long a statement waits for another connection's lock. Milliseconds.
  package func setBusyTimeout(milliseconds: Int) {
    sqlite3_busy_timeout(handle, Int32(milliseconds))
  }

  /// Runs a script of any number of statements without parameters.
  package func execute(_ script: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw SQLiteError.last(of: handle, code: code, sql: script)
    }
  }

  /// Lends the prepared statement of `sql`, which is reset and cleared when `body` ends.
  package func withStatement<T>(_ sql: String, _ body: (Statement) throws -> T) throws -> T {
    let statement = try lend(sql)
    defer { takeBack(statement) }
    return try body(statement)
  }

  private func lend(_ sql: String) throws(SQLiteError) -> Statement {
    let text = StatementText(sql: sql)
    let cached = cache[text]
    if let cached, !cached.isLent {
      cached.isLent = true
      return cached
    }
    let statement = try prepare(sql)
    statement.isLent = true
    if cached == nil {
      if cache.count >= Self.cacheCapacity { dropIdleStatements() }
      cache[text] = statement
      statement.isKept = true
    }
    return statement
  }

  private func takeBack(_ statement: Statement) {
    statement.finishLoan()
    if !statement.isKept { sqlite3_finalize(statement.pointer) }
  }

  /// Forgets the prepared statements that nobody is at: those of a migration are not run again.
  package func dropIdleStatements() {
    for (text, statement) in cache where !statement.isLent {
      sqlite3_finalize(statement.pointer)
      cache[text] = nil
    }
  }

  private func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var pointer: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let code = sqlite3_prepare_v3(handle, sql, -1, flags, &pointer, nil)
    guard code == SQLITE_OK else { throw SQLiteError.last(of: handle, code: code, sql: sql) }
    guard let pointer else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "no statement", sql: sql)
    }
    return Statement(pointer: pointer, sql: sql, connection: self)
  }
}

extension Connection.Access {
  // NOMUTEX: a connection is used by one thread, so that SQLite's own lock would only cost time.
  // EXRESCODE: errors of opening, too, are told apart finely.
  var flags: Int32 {
    let common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    return switch self {
    case .readOnly: common | SQLITE_OPEN_READONLY
    case .readWrite: common | SQLITE_OPEN_READWRITE
    case .create: common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
  }
}

/// The text of a statement, to find it by. A few hundred texts differ nearly always in their length: to hash
/// all the bytes of each would cost more than many a statement does.
private struct StatementText: Hashable {
  let sql: String

  func hash(into hasher: inout Hasher) { hasher.combine(sql.utf8.count) }
}
