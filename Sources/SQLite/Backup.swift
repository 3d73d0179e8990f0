internal import CSQLite

extension Connection {
  /// Copies the whole database into `target`, `pages` at a time; what `self` holds when the copy
  /// ends (sqlite.org/backup.html).
  package func copy(into target: Connection, pages: Int32 = 1024) throws(SQLiteError) {
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw SQLiteError.last(of: target.handle, code: SQLITE_ERROR, sql: nil)
    }
    var code = SQLITE_OK
    while code == SQLITE_OK { code = sqlite3_backup_step(backup, pages) }
    let finished = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, finished == SQLITE_OK else {
      throw SQLiteError.last(of: target.handle, code: code, sql: nil)
    }
  }

  /// Folds the write-ahead log into the file and empties it; `false` when a reader still needs it.
  @discardableResult
  package func checkpointTruncating() throws(SQLiteError) -> Bool {
    let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    switch code & 0xFF {
    case SQLITE_OK: return true
    case SQLITE_BUSY: return false
    default: throw SQLiteError.last(of: handle, code: code, sql: nil)
    }
  }
}

/// The version of the SQLite library that runs, `3.40.1`.
package var sqliteVersion: String { String(cString: sqlite3_libversion()) }
