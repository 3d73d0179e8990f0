package import Domain
internal import Glibc
internal import SQLite

extension LocalStore {
  /// Puts a backup in the place of the store in `directory`.
  ///
  /// The backup is checked first, and copied; the store that was there stays beside it. Nobody may
  /// have the store open meanwhile.
  ///
  /// - Returns: where the replaced store lies now; `nil` when there was none.
  @discardableResult
  package static func restore(
    from path: String, into directory: String, ids: IDSource, now: Instant,
    patience: Int = LocalStore.patience
  ) throws(StoreError) -> String? {
    guard FileFacts(path) != nil else { throw .missing(path: path) }
    let place = DataDirectory(directory)
    try place.create()
    let useLock = try FileLock(path: place.useLock)
    try useLock.excludeOthers(waitingMilliseconds: patience)
    defer { useLock.release() }

    let copy = SpareFile(path: place.database + ".restoring")
    defer { copy.remove() }
    try Restore.fill(copy, from: path)
    try Restore.prepare(copy, ids: ids, now: now)
    let replaced = try Restore.setAside(place, now: now)
    try copy.rename(to: place.database)
    return replaced
  }
}

private enum Restore {
  static func fill(_ copy: SpareFile, from path: String) throws(StoreError) {
    do {
      let source = try Connection(path: path, access: .readOnly)
      defer { source.close() }
      try BackupRules.checkContent(of: source, path: path)
      try copy.create()
      let target = try Connection(path: copy.path, access: .readWrite)
      defer { target.close() }
      try source.copy(into: target, pages: -1)
    } catch let error as SQLiteError where error.primary == .notADatabase {
      throw .notAStore(path: path)
    } catch {
      throw storeError(error, path: path)
    }
  }

  /// Brings the copy up to date and marks it: the central store must be able to tell that what this
  /// desk says next may differ from what it said after the backup was made.
  static func prepare(_ copy: SpareFile, ids: IDSource, now: Instant) throws(StoreError) {
    do {
      let connection = try StoreConnection.open(copy.path, access: .readWrite)
      defer { connection.close() }
      // The copy leaves with nothing beside it.
      try connection.checkpointsOnClose(true)
      let mint = Mint(ids)
      try Migrator.migrate(connection, mint: mint, now: now)
      guard let desk = try Meta.get(.desk, connection, as: Identifier<Desk>.self) else {
        throw StoreError.corrupt(path: copy.path, detail: "the desk has no id")
      }
      let stamp = Stamp(now: now, author: Author(desk: desk), offset: .utc)
      try connection.transaction(.immediate) {
        let transaction = WriteTransaction(connection, desk: desk, mint: mint)
        try Meta.set(.incarnation, SecureRandom.bytes(16), connection)
        try transaction.audit(.restored, "store", "\(desk)", purpose: "restore", stamp)
        try transaction.finish()
      }
    } catch {
      throw storeError(error, path: copy.path)
    }
  }

  /// Gives the store that is there a second name, so that there is never a moment without one.
  static func setAside(_ place: DataDirectory, now: Instant) throws(StoreError) -> String? {
    guard FileFacts(place.database) != nil else { return nil }
    foldLog(of: place.database)
    let name = freeName(place.database + ".replaced-" + now.iso8601.filter { $0 != ":" })
    // A damaged store may not let its log be folded: then the log goes along with it. A log left
    // behind would be taken for the new file's.
    if FileFacts(place.writeAheadLog)?.size ?? 0 > 0 {
      guard rename(place.writeAheadLog, name + "-wal") == 0 else {
        throw SystemError.storeError(errno, path: place.writeAheadLog)
      }
    }
    unlink(place.writeAheadLog)
    unlink(place.sharedMemory)
    // Some file systems know no second names: there the old store is moved.
    guard link(place.database, name) == 0 || rename(place.database, name) == 0 else {
      throw SystemError.storeError(errno, path: name)
    }
    return name
  }

  private static func foldLog(of database: String) {
    // Beside an empty file SQLite would throw the log away.
    guard FileFacts(database)?.size ?? 0 > 0 else { return }
    guard let connection = try? Connection(path: database, access: .readWrite) else { return }
    defer { connection.close() }
    // Closing must not throw away the log of a store that cannot be read.
    guard (try? connection.checkpointsOnClose(false)) != nil else { return }
    // SQLite folds only a log that it has opened, which the first read does.
    guard (try? StoreVersion(of: connection)) != nil else { return }
    _ = try? connection.checkpoint(.truncating)
  }

  private static func freeName(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while FileFacts(name) != nil {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }
}
