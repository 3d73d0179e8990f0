internal import CSQLite

/// What SQLite said: the extended result code, its message, and the statement without bound values,
/// so that no personal data reaches a log through an error.
package struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The extended result code (sqlite.org/rescode.html).
  package var code: Int32
  package var message: String
  package var sql: String?

  package init(code: Int32, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  /// The primary result code, which is the extended one's low byte.
  package var primary: Primary? { Primary(rawValue: code & 0xFF) }

  /// The primary codes that callers tell apart.
  package enum Primary: Int32, Sendable {
    case error = 1
    case permission = 3
    case busy = 5
    case locked = 6
    case noMemory = 7
    case readOnly = 8
    case interrupted = 9
    case inputOutput = 10
    case corrupt = 11
    case full = 13
    case cannotOpen = 14
    case schemaChanged = 17
    case tooBig = 18
    case constraint = 19
    case mismatch = 20
    case misuse = 21
    case notADatabase = 26
  }

  /// Whether a UNIQUE or PRIMARY KEY rule refused the row.
  package var isDuplicate: Bool {
    code == SQLITE_CONSTRAINT_UNIQUE_CODE || code == SQLITE_CONSTRAINT_PRIMARYKEY_CODE
      || code == SQLITE_CONSTRAINT_ROWID_CODE
  }

  package var description: String {
    "SQLite \(code): \(message)" + (sql.map { " in: \($0)" } ?? "")
  }
}

// The extended codes are arithmetic macros, which the importer drops.
private let SQLITE_CONSTRAINT_PRIMARYKEY_CODE = SQLITE_CONSTRAINT | 6 << 8
private let SQLITE_CONSTRAINT_UNIQUE_CODE = SQLITE_CONSTRAINT | 8 << 8
private let SQLITE_CONSTRAINT_ROWID_CODE = SQLITE_CONSTRAINT | 10 << 8

extension SQLiteError {
  /// The last error of `handle`.
  static func last(of handle: OpaquePointer?, code: Int32, sql: String?) -> SQLiteError {
    guard let handle else {
      return SQLiteError(code: code, message: String(cString: sqlite3_errstr(code)), sql: sql)
    }
    return SQLiteError(
      code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
      sql: sql)
  }
}
