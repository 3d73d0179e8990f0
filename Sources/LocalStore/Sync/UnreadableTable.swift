internal import Domain
internal import SQLite
internal import Sync

/// Rows of the server that this program cannot read: how many they are is shown, and each is forgotten
/// once a newer version of it can be read.
enum UnreadableTable {
  static func put(_ row: SyncRow, _ connection: Connection) throws {
    try connection.run(
      "INSERT OR REPLACE INTO unreadable_row (entity, id, version) VALUES (?, ?, ?)",
      row.entity.rawValue, row.id, row.version)
  }

  static func hasAny(_ connection: Connection) throws -> Bool {
    try connection.value("SELECT EXISTS (SELECT 1 FROM unreadable_row)") ?? false
  }

  static func remove(_ row: SyncRow, _ connection: Connection) throws {
    try connection.run(
      "DELETE FROM unreadable_row WHERE entity = ? AND id = ?", row.entity.rawValue, row.id)
  }

  /// A snapshot brings them again.
  static func forget(_ connection: Connection) throws {
    try connection.run("DELETE FROM unreadable_row")
  }

  /// An older version that is here stays, and no sweep takes it: the server has the row.
  static func keep(_ row: SyncRow, _ generation: Int64, _ connection: Connection) throws {
    try connection.run(
      "UPDATE \(row.entity.rawValue) SET generation = ? WHERE id = ?", generation, row.id)
  }
}
