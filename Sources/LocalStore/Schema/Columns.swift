// How the values of the vocabulary lie in columns: ids as 16 bytes, moments as milliseconds since
// 1970 in UTC, days as `2026-11-24`, words of an enumeration as they stand in JSON.

package import Domain
package import SQLite

extension UUIDv7: Bindable, ColumnReadable {
  package var bytes: [UInt8] {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
  }

  package var sqliteValue: Value { .blob(bytes) }

  package init(row: borrowing Row, column: Int) throws(SQLiteError) {
    let read = try row.withBlob(column) { bytes -> UUIDv7? in
      guard bytes.count == 16 else { return nil }
      var halves: (UInt64, UInt64) = (0, 0)
      for index in 0..<8 {
        halves.0 = halves.0 << 8 | UInt64(bytes[index])
        halves.1 = halves.1 << 8 | UInt64(bytes[index + 8])
      }
      return UUIDv7(high: halves.0, low: halves.1)
    }
    guard let read else { throw row.malformed(column, expected: "id of 16 bytes") }
    self = read
  }
}

extension Identifier: Bindable, ColumnReadable {
  package var sqliteValue: Value { uuid.sqliteValue }
  package init(row: borrowing Row, column: Int) throws(SQLiteError) {
    self.init(try UUIDv7(row: row, column: column))
  }
}

extension Instant: Bindable, ColumnReadable {
  package var sqliteValue: Value { .integer(milliseconds) }
  package init(row: borrowing Row, column: Int) throws(SQLiteError) {
    self.init(milliseconds: try row.integer(column))
  }
}

extension CalendarDate: Bindable, ColumnReadable {
  package var sqliteValue: Value { .text(description) }
  package init(row: borrowing Row, column: Int) throws(SQLiteError) {
    guard let date = CalendarDate(try row.text(column)) else {
      throw row.malformed(column, expected: "date")
    }
    self = date
  }
}

extension Row {
  /// A word of an enumeration.
  package mutating func word<T: RawRepresentable>(
    _ type: T.Type = T.self
  ) throws(SQLiteError) -> T where T.RawValue == String {
    let text: String = try next()
    guard let word = T(rawValue: text) else {
      throw malformed(0, expected: "\(T.self)")
    }
    return word
  }
}
