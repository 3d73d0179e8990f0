internal import Domain
internal import SQLite

/// Connections to a store's file, set up in the one way that keeps it whole.
enum StoreConnection {
  /// Pages of 4 KiB kept in memory, in KiB: the whole program stays under 60 MiB.
  private static let cacheKibibytes = 4096

  /// Opens an existing file.
  ///
  /// A reading connection, too, is opened for writing where that is allowed: after a crash the first
  /// one to come has to rebuild the write-ahead log's index. `query_only` holds it back from more.
  static func open(_ path: String, access: LocalStore.Access) throws -> Connection {
    let connection = try Connection(path: path, access: .readWrite)
    if access == .readWrite, connection.isReadOnly { throw StoreError.readOnly(path: path) }
    try setUp(connection, access: access)
    return connection
  }

  static func inMemory() throws -> Connection {
    let connection = try Connection(path: ":memory:", access: .create)
    try setUp(connection, access: .readWrite)
    return connection
  }

  private static func setUp(_ connection: Connection, access: LocalStore.Access) throws {
    connection.setBusyTimeout(milliseconds: LocalStore.patience)
    try connection.harden()
    // Folding the log happens under the writers' lock only; see `FileLock`.
    try connection.checkpointsOnClose(false)
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      PRAGMA trusted_schema = OFF;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA mmap_size = 0;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -\(cacheKibibytes);
      """)
    if access == .readOnly { try connection.execute("PRAGMA query_only = ON") }
    try SearchSchema.prepare(connection)
  }
}

/// What a file says of itself in its header.
struct StoreVersion {
  let applicationID: Int64
  let schema: Int
  let isEmpty: Bool

  /// In one statement, so that all three are of one moment: another process may be making the store.
  init(of connection: Connection) throws {
    let header = try connection.first(
      """
      SELECT (SELECT count(*) FROM sqlite_schema), (SELECT application_id FROM pragma_application_id),
        (SELECT user_version FROM pragma_user_version)
      """
    ) { row -> (Int, Int64, Int) in (try row.next(), try row.next(), try row.next()) }
    (isEmpty, applicationID, schema) = (header?.0 == 0, header?.1 ?? 0, header?.2 ?? 0)
  }

  var isNew: Bool { applicationID == 0 && schema == 0 && isEmpty }

  /// `nil` where the file is no store of ours, or a new one.
  var purpose: StorePurpose? { StorePurpose.allCases.first { $0.applicationID == applicationID } }

  /// Throws unless the file is one of ours that this program can read.
  ///
  /// - Parameter purpose: what it has to be for; absent where either will do.
  func check(path: String, purpose: StorePurpose? = .work) throws {
    guard isNew || self.purpose != nil else { throw StoreError.notAStore(path: path) }
    if !isNew, let purpose, purpose != self.purpose {
      throw purpose == .work ? StoreError.training(path: path) : .notTraining(path: path)
    }
    guard schema <= Migrations.current else {
      throw StoreError.newerSchema(found: schema, known: Migrations.current)
    }
  }
}
