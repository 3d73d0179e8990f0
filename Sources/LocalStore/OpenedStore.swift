internal import Domain
internal import SQLite

/// The parts of a store that has been opened, checked and brought up to date.
struct OpenedStore {
  let connection: Connection
  let desk: Identifier<Desk>
  let mint: Mint
  let directory: DataDirectory?
  let writers: WriterQueue?
  let useLock: FileLock?

  init(
    writing directory: DataDirectory, purpose: StorePurpose, ids: IDSource, now: Instant
  ) throws {
    try directory.create()
    let useLock = try FileLock(path: directory.useLock)
    try useLock.share(waitingMilliseconds: LocalStore.patience)
    try directory.checkNotLost()
    let writers = try WriterQueue(directory)
    try directory.createDatabase()
    let connection = try StoreConnection.open(directory.database, access: .readWrite)
    let version = try StoreVersion(of: connection)
    try version.check(path: directory.database, purpose: purpose)
    let mint = Mint(ids)
    if version.schema < Migrations.current {
      try writers.take(.now, patience: LocalStore.patience)
      defer { writers.lock.release() }
      try Migrator.migrate(connection, purpose: purpose, mint: mint, now: now)
    }
    try self.init(
      connection, mint, directory: directory, writers: writers, useLock: useLock)
  }

  init(
    reading directory: DataDirectory, purpose: StorePurpose, ids: IDSource, now: Instant
  ) throws {
    try directory.checkNotLost()
    guard FileFacts(directory.database) != nil else {
      throw StoreError.missing(path: directory.database)
    }
    // Where the folder cannot be written there is no lock to be had, and nobody to restore.
    let useLock = try? FileLock(path: directory.useLock)
    try useLock?.share(waitingMilliseconds: LocalStore.patience)
    let connection = try StoreConnection.open(directory.database, access: .readOnly)
    let version = try StoreVersion(of: connection)
    try version.check(path: directory.database, purpose: purpose)
    if version.isNew { throw StoreError.missing(path: directory.database) }
    if version.schema < Migrations.current {
      _ = try OpenedStore(writing: directory, purpose: purpose, ids: ids, now: now)
    }
    try self.init(
      connection, Mint(ids), directory: directory, writers: nil, useLock: useLock)
  }

  /// - Parameter prepared: has the schema already, which is quicker than to make it, and nobody's identity.
  init(inMemory ids: IDSource, now: Instant, on prepared: Connection? = nil) throws {
    let connection = try prepared ?? StoreConnection.inMemory()
    let mint = Mint(ids)
    try Migrator.migrate(connection, mint: mint, now: now)
    try self.init(connection, mint, directory: nil, writers: nil, useLock: nil)
  }

  private init(
    _ connection: Connection, _ mint: Mint, directory: DataDirectory?, writers: WriterQueue?,
    useLock: FileLock?
  ) throws {
    guard let desk = try Meta.get(.desk, connection, as: Identifier<Desk>.self) else {
      throw StoreError.corrupt(
        path: directory?.database ?? ":memory:", detail: "the desk has no id")
    }
    directory?.noteStore()
    self.desk = desk
    self.connection = connection
    self.mint = mint
    self.directory = directory
    self.writers = writers
    self.useLock = useLock
  }
}
