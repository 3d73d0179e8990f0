internal import CSQLite

/// A prepared statement, lent by `Connection.withStatement` and reset when the loan ends.
///
/// Parameters are numbered from 1, as in SQL.
package final class Statement {
  let pointer: OpaquePointer
  let sql: String
  /// Set while the statement is lent, so that a nested use of the same SQL gets another one.
  var isLent = false
  /// Whether the connection keeps it prepared between two loans.
  var isKept = false
  private unowned let connection: Connection

  init(pointer: OpaquePointer, sql: String, connection: Connection) {
    self.pointer = pointer
    self.sql = sql
    self.connection = connection
  }

  package func bind(_ index: Int, _ number: Int64) throws(SQLiteError) {
    try check(sqlite3_bind_int64(pointer, Int32(index), number))
  }

  package func bind(_ index: Int, _ text: String) throws(SQLiteError) {
    var text = text
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        okno_bind_text(pointer, Int32(index), $0.baseAddress, Int32($0.count))
      }
    }
    try check(code)
  }

  package func bind(_ index: Int, _ bytes: [UInt8]) throws(SQLiteError) {
    let code = bytes.withUnsafeBytes {
      okno_bind_blob(pointer, Int32(index), $0.baseAddress, Int32($0.count))
    }
    try check(code)
  }

  package func bind(_ index: Int, _ value: any Bindable) throws(SQLiteError) {
    switch value.sqliteValue {
    case .null: try check(sqlite3_bind_null(pointer, Int32(index)))
    case .integer(let number): try bind(index, number)
    case .real(let number): try check(sqlite3_bind_double(pointer, Int32(index), number))
    case .text(let text): try bind(index, text)
    case .blob(let bytes): try bind(index, bytes)
    }
  }

  package func bind(_ values: [any Bindable]) throws(SQLiteError) {
    for (offset, value) in values.enumerated() { try bind(offset + 1, value) }
  }

  /// Moves to the next row; `false` at the end.
  package func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  /// The row under the cursor, after `step` returned `true`.
  package func row() -> Row { Row(statement: pointer, sql: sql) }

  /// Runs to the end, ignoring rows, and makes the statement ready to be run again.
  package func run() throws(SQLiteError) {
    while try step() {}
    sqlite3_reset(pointer)
  }

  /// Makes the statement ready to be run again; the bound values stay.
  package func reset() { sqlite3_reset(pointer) }

  func finishLoan() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
    isLent = false
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: Int32) -> SQLiteError {
    var error = SQLiteError.last(of: connection.handle, code: code, sql: sql)
    // A plain error while running may quote a bound value (FTS5 does: `syntax error near "…"`).
    if error.code == SQLITE_ERROR, sqlite3_bind_parameter_count(pointer) > 0 {
      error.message = String(cString: sqlite3_errstr(SQLITE_ERROR))
    }
    return error
  }
}
