internal import Domain
internal import SQLite

/// Brings a file to the program's version of the schema; all steps or none.
enum Migrator {
  /// The caller holds the writers' lock.
  static func migrate(
    _ connection: Connection, purpose: StorePurpose = .work, mint: Mint, now: Instant
  ) throws {
    if try connection.value("PRAGMA journal_mode", as: String.self) == "delete" {
      try connection.execute("PRAGMA journal_mode = WAL")
    }
    try connection.transaction(.immediate) {
      // Asked again under the lock: another process may have been first.
      let version = try StoreVersion(of: connection)
      try take(steps: Migrations.all, from: version.schema, connection)
      if version.applicationID == 0 {
        try found(connection, purpose, mint: mint, now: now)
      }
    }
  }

  static func take(steps: [Migration], from version: Int, _ connection: Connection) throws {
    for (index, step) in steps.enumerated().dropFirst(version) {
      try connection.execute(step.sql)
      try step.rest(connection)
      try connection.execute("PRAGMA user_version = \(index + 1)")
    }
    connection.dropIdleStatements()
  }

  /// Gives a new store its identity.
  private static func found(
    _ connection: Connection, _ purpose: StorePurpose, mint: Mint, now: Instant
  ) throws {
    try connection.execute("PRAGMA application_id = \(purpose.applicationID)")
    let desk = mint.source.makeID(Desk.self, at: now)
    try Meta.set(.desk, desk, connection)
    try Meta.set(.created, now, connection)
    try Meta.set(.incarnation, SecureRandom.bytes(16), connection)
    for log in ChainedLog.allCases {
      try ChainHead.start(of: log, desk: desk).write(log, to: connection)
    }
  }
}

/// What a store knows of itself.
enum Meta {
  enum Key: String {
    case desk, created
    /// Another one after each restore: tells the central store that this may be a copy.
    case incarnation
    case catalogueHash = "catalogue_hash"
    /// When entries of another catalogue came last, which they are, and whose the situations among them.
    case imports, imported, importedSituations = "imported_situations"
    /// The desk's id at the central store, which its visits there bear.
    case enrolled
    /// The program that has last looked at the central store's rows.
    case reader
    /// The letters before the numbers of its tickets, as the central store has given them.
    case series
    /// Tickets that the central store has lost stay until it has answered this desk's steps of them.
    case keepsTickets = "keeps_tickets"
  }

  static func get<T: ColumnReadable>(
    _ key: Key, _ connection: Connection, as type: T.Type = T.self
  ) throws -> T? {
    try connection.value("SELECT value FROM meta WHERE key = ?", key.rawValue)
  }

  static func set(_ key: Key, _ value: any Bindable, _ connection: Connection) throws {
    try connection.run(
      "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key.rawValue, value)
  }
}
