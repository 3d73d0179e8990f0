internal import Domain
internal import SQLite
internal import Sync

/// The one row that says how the desk stands with the central store.
struct SyncStateRow {
  var cursor: SyncCursor?
  var pushedThrough: Int64
  var head: Int64
  var synced: Instant?
  var spread: Int
  var poll: Int
  var generation: Int64
  /// Where a snapshot that is coming in was taken.
  var filling: SyncCursor?
  var fillingRows: Int
  var fillingDone: Int
}

enum SyncStateTable {
  static func read(_ connection: Connection) throws -> SyncStateRow {
    let row = try connection.first(
      """
      SELECT epoch, number, chain, filling_epoch, filling_number, filling_chain, pushed_through,
        head, synced, spread, poll, generation, filling_rows, filling_done
      FROM sync_state
      """
    ) { row in
      let current = try cursor(&row)
      let filling = try cursor(&row)
      return SyncStateRow(
        cursor: current, pushedThrough: try row.next(), head: try row.next(),
        synced: try row.next(), spread: try row.next(), poll: try row.next(),
        generation: try row.next(), filling: filling, fillingRows: try row.next(),
        fillingDone: try row.next())
    }
    guard let row else {
      throw StoreError.corrupt(path: "sync_state", detail: "the desk has no state of sync")
    }
    return row
  }

  private static func cursor(_ row: inout Row) throws -> SyncCursor? {
    let epoch: String? = try row.next()
    let number: Int64? = try row.next()
    let chain: String? = try row.next()
    guard let epoch, let number, let chain else { return nil }
    return SyncCursor(epoch: epoch, number: number, chain: chain)
  }

  static func setCursor(_ cursor: SyncCursor?, _ connection: Connection) throws {
    try connection.run(
      "UPDATE sync_state SET epoch = ?, number = ?, chain = ?", cursor?.epoch, cursor?.number,
      cursor?.chain)
  }

  static func setPushedThrough(_ sequence: Int64, _ connection: Connection) throws {
    try connection.run("UPDATE sync_state SET pushed_through = ?", sequence)
  }

  /// What the machine is told.
  static func forMachine(
    desk: Identifier<Desk>, _ connection: Connection
  ) throws -> SyncStoreState {
    let row = try read(connection)
    return SyncStoreState(
      desk: desk, incarnation: try Meta.get(.incarnation, connection) ?? [], cursor: row.cursor,
      isAtHead: row.filling == nil && row.cursor.map { $0.number >= row.head } ?? false,
      pushedThrough: row.pushedThrough,
      pending: try pendingCount(beyond: row.pushedThrough, connection),
      refused: try count(
        "SELECT count(*) FROM refused_operation WHERE state = 'refused'", connection),
      conflicts: try count("SELECT count(*) FROM conflict WHERE settled IS NULL", connection),
      duplicates: try DuplicateTable.count(connection),
      release: try ReleaseTable.numbers(connection).newest,
      unreadable: try count("SELECT count(*) FROM unreadable_row", connection),
      spread: row.spread, poll: row.poll, synced: row.synced,
      series: try Meta.get(.series, connection),
      audit: try ChainHead.read(.audit, from: connection).flatMap { head in
        head.count > 0 ? AuditHead(sequence: head.count, hash: head.hash) : nil
      })
  }

  /// Operations that wait to be sent; those whose body went with an erased citizen, or that a person
  /// has given up, never will be.
  private static func pendingCount(beyond sequence: Int64, _ connection: Connection) throws -> Int {
    try connection.value(
      """
      SELECT count(*) FROM operation WHERE sequence > ? AND body IS NOT NULL
        AND sequence NOT IN (SELECT sequence FROM refused_operation WHERE state <> 'refused')
      """, sequence) ?? 0
  }

  private static func count(_ sql: String, _ connection: Connection) throws -> Int {
    try connection.value(sql) ?? 0
  }
}
