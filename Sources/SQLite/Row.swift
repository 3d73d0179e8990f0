internal import CSQLite

/// One row of an answer, readable while its closure runs.
///
/// `next()` decodes the columns in order; each read checks the storage class, since a column of
/// another class means a damaged or foreign file and must not turn into a zero or an empty text.
package struct Row: ~Copyable {
  let statement: OpaquePointer
  let sql: String
  private var column: Int32 = 0

  init(statement: OpaquePointer, sql: String) {
    self.statement = statement
    self.sql = sql
  }

  package var columnCount: Int { Int(sqlite3_column_count(statement)) }

  /// The next column from the left.
  package mutating func next<T: ColumnReadable>(_ type: T.Type = T.self) throws(SQLiteError) -> T {
    defer { column += 1 }
    return try T(row: self, column: Int(column))
  }

  /// The column at `index`, from 0.
  package func get<T: ColumnReadable>(
    _ index: Int, as type: T.Type = T.self
  ) throws(SQLiteError) -> T {
    try T(row: self, column: index)
  }

  package func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }

  package func name(_ column: Int) -> String {
    sqlite3_column_name(statement, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// The column as it is stored, whatever its class.
  package func value(_ column: Int) -> Value {
    switch sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, Int32(column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, Int32(column)))
    case SQLITE_TEXT: (try? text(column)).map(Value.text) ?? .null
    case SQLITE_BLOB: (try? blob(column)).map(Value.blob) ?? .null
    default: .null
    }
  }

  package func integer(_ column: Int) throws(SQLiteError) -> Int64 {
    try expect(SQLITE_INTEGER, column)
    return sqlite3_column_int64(statement, Int32(column))
  }

  package func real(_ column: Int) throws(SQLiteError) -> Double {
    try expect(SQLITE_FLOAT, column)
    return sqlite3_column_double(statement, Int32(column))
  }

  package func text(_ column: Int) throws(SQLiteError) -> String {
    try withText(column) { String(decoding: $0, as: UTF8.self) }
  }

  package func blob(_ column: Int) throws(SQLiteError) -> [UInt8] {
    try withBlob(column) { Array($0) }
  }

  /// The text's UTF-8 bytes, valid during `body`: for hot loops that need no `String`.
  package func withText<T>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) -> T
  ) throws(SQLiteError) -> T {
    try expect(SQLITE_TEXT, column)
    let start = sqlite3_column_text(statement, Int32(column))
    // The length is asked for after the text: the other order could measure another encoding.
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// The blob's bytes, valid during `body`.
  package func withBlob<T>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) -> T
  ) throws(SQLiteError) -> T {
    try expect(SQLITE_BLOB, column)
    let start = sqlite3_column_blob(statement, Int32(column))
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// The error of a value that is stored but is none of its type: damage, or a foreign hand.
  package func malformed(_ column: Int, expected: String) -> SQLiteError {
    let name = sqlite3_column_name(statement, Int32(column)).map { String(cString: $0) } ?? "?"
    return SQLiteError(
      code: SQLITE_MISMATCH, message: "column \(column) (\(name)) is no \(expected)", sql: sql)
  }

  private func expect(_ type: Int32, _ column: Int) throws(SQLiteError) {
    let found = sqlite3_column_type(statement, Int32(column))
    guard found == type else {
      throw malformed(column, expected: "\(Self.name(of: type)) but \(Self.name(of: found))")
    }
  }

  private static func name(of type: Int32) -> String {
    switch type {
    case SQLITE_INTEGER: "integer"
    case SQLITE_FLOAT: "real"
    case SQLITE_TEXT: "text"
    case SQLITE_BLOB: "blob"
    default: "null"
    }
  }
}

/// A Swift value that can be read from a column.
package protocol ColumnReadable {
  init(row: borrowing Row, column: Int) throws(SQLiteError)
}

extension Int64: ColumnReadable {
  package init(row: borrowing Row, column: Int) throws(SQLiteError) {
    self = try row.integer(column)
  }
}

extension Int: ColumnReadable {
  package init(row: borrowing Row, column: Int) throws(SQLiteError) {
    self = Int(try row.integer(column))
  }
}

extension Bool: ColumnReadable {
  package init(row: borrowing Row, column: Int) throws(SQLiteError) {
    self = try row.integer(column) != 0
  }
}

extension Double: ColumnReadable {
  package init(row: borrowing Row, column: Int) throws(SQLiteError) { self = try row.real(column) }
}

extension String: ColumnReadable {
  package init(row: borrowing Row, column: Int) throws(SQLiteError) { self = try row.text(column) }
}

extension [UInt8]: ColumnReadable {
  package init(row: borrowing Row, column: Int) throws(SQLiteError) { self = try row.blob(column) }
}

extension Optional: ColumnReadable where Wrapped: ColumnReadable {
  package init(row: borrowing Row, column: Int) throws(SQLiteError) {
    self = row.isNull(column) ? nil : try Wrapped(row: row, column: column)
  }
}
