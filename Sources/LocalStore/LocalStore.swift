package import Domain
internal import SQLite

/// What one desk knows: the register, the visits, the ratings, the catalogue and the logs, in one
/// SQLite file. Not `Sendable`: it belongs to the thread that made it.
///
/// Each change is one transaction with its operations and its audit entries, and lasts through a
/// power cut when the call returns. One process writes at a time; others wait for up to `patience`.
/// A call that throws has changed nothing.
package final class LocalStore {
  package enum Access: Sendable { case readWrite, readOnly }

  /// How long a call waits for another process unless told otherwise, in milliseconds.
  package static let patience = 5000
  /// The write-ahead log is folded into the file beyond this size, in bytes: at leisure (`tidy`), and
  /// at the latest by the write that finds it this large.
  static let logAtLeisure: Int64 = 1 << 20
  static let logAtMost: Int64 = 16 << 20

  /// The desk's identity, minted when the store was created.
  package let desk: Identifier<Desk>
  let connection: Connection
  let access: Access
  let mint: Mint
  /// How long a write waits for another process, in milliseconds.
  var patience = LocalStore.patience {
    didSet { connection.setBusyTimeout(milliseconds: patience) }
  }
  /// Absent in memory.
  let directory: DataDirectory?
  private let writers: WriterQueue?
  private let useLock: FileLock?
  private(set) lazy var dayWatch = directory.flatMap { try? DayWatch(directory: $0.path) }
  var draftPlace = DraftPlace.common
  var pinCost = PINCost.interactive
  private var isOpen = true

  /// Opens the store in `directory`; with `.readWrite` creates it, or brings it up to date, where
  /// that is needed.
  ///
  /// - Parameter purpose: a store that is for something else is refused, and left as it is.
  package convenience init(
    directory path: String, access: Access, purpose: StorePurpose = .work, ids: IDSource,
    now: Instant
  ) throws(StoreError) {
    let directory = DataDirectory(path)
    do {
      self.init(
        parts: access == .readWrite
          ? try OpenedStore(writing: directory, purpose: purpose, ids: ids, now: now)
          : try OpenedStore(reading: directory, purpose: purpose, ids: ids, now: now),
        access: access)
    } catch {
      throw storeError(error, path: directory.database)
    }
  }

  /// A store that is gone with the program: for tests and training.
  package convenience init(inMemory ids: IDSource, now: Instant) throws(StoreError) {
    try self.init(inMemory: ids, now: now, on: nil)
  }

  /// - Parameter prepared: a database in memory with the schema and nobody's identity; absent: an empty one.
  convenience init(
    inMemory ids: IDSource, now: Instant, on prepared: Connection?
  ) throws(StoreError) {
    do {
      self.init(parts: try OpenedStore(inMemory: ids, now: now, on: prepared), access: .readWrite)
    } catch {
      throw storeError(error, path: ":memory:")
    }
  }

  private init(parts: OpenedStore, access: Access) {
    self.access = access
    desk = parts.desk
    connection = parts.connection
    mint = parts.mint
    directory = parts.directory
    writers = parts.writers
    useLock = parts.useLock
  }

  deinit { close() }

  /// Folds the write-ahead log into the file if nobody is in the way, and ends the connection.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    fold(.truncating, beyond: 0)
    connection.close()
    useLock?.release()
  }

  /// What is worth doing while nobody waits; once a minute is enough.
  package func tidy() { fold(.passive, beyond: Self.logAtLeisure) }

  /// The file that is opened for writing and closed after each change of the store in that folder, by whatever process:
  /// to watch it is to hear of each. A process that is killed in between says nothing, hence a look now and then.
  package static func file(toWatchIn directory: String) -> String {
    DataDirectory(directory).writerLock
  }

  /// That file of this store; absent in memory.
  package var watchedFile: String? { directory?.writerLock }

  var path: String { directory?.database ?? ":memory:" }

  /// Several reads of one and the same state.
  func read<T>(_ body: (Connection) throws -> T) throws(StoreError) -> T {
    do {
      return try connection.transaction(.deferred) { try body(connection) }
    } catch {
      throw storeError(error, path: path)
    }
  }

  /// One write, under the lock that all writing processes share.
  @discardableResult
  func write<T>(
    _ turn: WriterTurn = .now, _ body: (WriteTransaction) throws -> T
  ) throws(StoreError) -> T {
    guard access == .readWrite else { throw .readOnly(path: path) }
    try writers?.take(turn, patience: patience)
    defer { writers?.lock.release() }
    do {
      let result = try connection.transaction(.immediate) {
        let transaction = WriteTransaction(connection, desk: desk, mint: mint)
        let result = try body(transaction)
        try transaction.finish()
        return result
      }
      directory?.tellWritten()
      if logSize > Self.logAtMost { foldUnderLock(.truncating) }
      return result
    } catch {
      throw storeError(error, path: path)
    }
  }

  /// Folds the write-ahead log into the file, if it is larger than `size` and nobody is in the way.
  ///
  /// Emptying the log is for the end, for an erasure and for a log grown too long: a log that keeps
  /// its size makes for faster writes.
  func fold(_ kind: Connection.Checkpoint, beyond size: Int64) {
    guard access == .readWrite, logSize > size, let lock = writers?.lock, lock.acquireAtOnce()
    else {
      return
    }
    defer { lock.release() }
    foldUnderLock(kind)
  }

  private var logSize: Int64 {
    directory.flatMap { FileFacts($0.writeAheadLog)?.size } ?? 0
  }

  /// A fault here loses nothing: the log stays, and the next time is as good.
  private func foldUnderLock(_ kind: Connection.Checkpoint) {
    connection.setBusyTimeout(milliseconds: 0)
    _ = try? connection.checkpoint(kind)
    connection.setBusyTimeout(milliseconds: patience)
  }
}
