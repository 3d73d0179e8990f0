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

  package enum Checkpoint: Sendable {
    /// As far as readers let it; the log's room is used again.
    case passive
    /// To the end, and the log's file is emptied.
    case truncating
  }

  /// Folds the write-ahead log into the file; `false` when a reader is in the way.
  @discardableResult
  package func checkpoint(_ kind: Checkpoint) throws(SQLiteError) -> Bool {
    let mode = kind == .passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE
    let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, nil, nil)
    switch code & 0xFF {
    case SQLITE_OK: return true
    case SQLITE_BUSY: return false
    default: throw SQLiteError.last(of: handle, code: code, sql: nil)
    }
  }
}

/// The version of the SQLite library that runs, `3.40.1`.
package var sqliteVersion: String { String(cString: sqlite3_libversion()) }

/// The network file system on which `path` lies; `nil` for a local one. There, locks and the
/// write-ahead log's shared memory do not hold (sqlite.org/wal.html).
package func networkFileSystem(of path: String) -> String? {
  // The numbers are those of statfs(2).
  switch okno_file_system_type(path) {
  case 0x6969: "NFS"
  case 0x517B: "SMB"
  case 0xFF53_4D42: "CIFS"
  case 0xFE53_4D42: "SMB2"
  case 0x5346_414F: "AFS"
  default: nil
  }
}
