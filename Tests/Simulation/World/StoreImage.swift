import CSQLite
import SQLite

@testable import LocalStore

/// The schema of a store as the bytes of its file, made once in a process: to migrate the store of each desk of each world
/// took a third of all the time.
enum StoreImage {
  private static let bytes = Result { () throws -> [UInt8] in
    let connection = try StoreConnection.inMemory()
    try connection.transaction(.immediate) {
      try Migrator.take(steps: Migrations.all, from: 0, connection)
    }
    return try connection.image()
  }

  /// A new database in memory with that schema, and nobody's yet.
  static func connection() throws -> Connection {
    let connection = try StoreConnection.inMemory()
    let scratch = try Connection(path: ":memory:", access: .create)
    defer { scratch.close() }
    var image = try bytes.get()
    try scratch.read(&image) { try scratch.copy(into: connection, pages: -1) }
    return connection
  }
}

extension Connection {
  /// sqlite.org/c3ref/serialize.html
  fileprivate func image() throws -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else { throw SQLiteError.noImage }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }

  /// Has the bytes as its database while `body` runs; it must not be used afterwards.
  ///
  /// sqlite.org/c3ref/deserialize.html
  fileprivate func read(_ image: inout [UInt8], _ body: () throws -> Void) throws {
    try image.withUnsafeMutableBufferPointer { bytes in
      let size = sqlite3_int64(bytes.count)
      let code = sqlite3_deserialize(
        handle, "main", bytes.baseAddress, size, size, UInt32(SQLITE_DESERIALIZE_READONLY))
      guard code == SQLITE_OK else { throw SQLiteError.noImage }
      try body()
    }
  }
}

extension SQLiteError {
  fileprivate static let noImage = SQLiteError(code: SQLITE_NOMEM, message: "no image", sql: nil)
}
