internal import Domain
internal import SQLite

/// Takes out what the snapshot did not have: erased while this desk was away, or lost by the server.
/// Never what this desk has not sent: a visit or a rating with `server_version` 0, or a card with
/// pending changes. Such a card is noted as missing: if its changes turn out to have been answered
/// already, it was erased since, and goes with the next page.
struct Sweep {
  /// Rows looked at in one step, and so at most taken out.
  private static let rowsOfStep = 200
  private static let tables = [
    "citizen", "visit", "rating", "conflict", "employee", "ticket", "desk", "message", "feedback",
    "strength", "remark", "rating_month", "rating_words", "callback", "rating_token",
  ]

  private let rows: RowsFromServer
  private var connection: Connection { rows.connection }

  init(_ rows: RowsFromServer) { self.rows = rows }

  /// - Returns: whether nothing is left.
  func step() throws -> Bool {
    let place = try connection.first("SELECT sweeping, swept FROM sync_state") { row in
      (try row.next(Int.self), try row.next(Int64?.self) ?? 0)
    }
    guard let (table, after) = place, Self.tables.indices.contains(table) else { return true }
    let last = try sweep(Self.tables[table], after: after)
    try connection.run(
      "UPDATE sync_state SET sweeping = ?, swept = ?", last == nil ? table + 1 : table, last)
    return false
  }

  /// - Returns: the last row looked at; `nil` at the end of the table.
  private func sweep(_ table: String, after: Int64) throws -> Int64? {
    switch table {
    case "citizen":
      return try walk("citizen", after, "true") { try sweepCitizen($0) }
    case "visit":
      return try walk("visit", after, "server_version > 0") { id in
        if let known = try VisitTable.mark(of: Visit.ID(id), connection) {
          try rows.deleteVisit(known)
        }
      }
    default:
      // A ticket with a step that waits to be answered stays until it is: the server may have it again.
      let isTicket = table == "ticket"
      let isKept =
        isTicket
        ? "AND NOT EXISTS (SELECT 1 FROM ticket_step WHERE ticket = ticket.id AND shown = 0)" : ""
      if isTicket { try Meta.set(.keepsTickets, true, connection) }
      // No numbers to walk along; an index would cost each save a page, and a fault here is rare.
      let gone = try connection.run(
        """
        DELETE FROM \(table) WHERE id IN (
          SELECT id FROM \(table) WHERE generation <> ? AND server_version > 0 \(isKept) LIMIT ?)
        """, rows.generation, Self.rowsOfStep)
      return gone < Self.rowsOfStep ? nil : 0
    }
  }

  private func walk(
    _ table: String, _ after: Int64, _ condition: String, _ takeOut: (UUIDv7) throws -> Void
  ) throws -> Int64? {
    var last: Int64?
    var count = 0
    var gone: [UUIDv7] = []
    try connection.forEach(
      """
      SELECT number, id, generation <> ? AND \(condition) FROM \(table) WHERE number > ?
      ORDER BY number LIMIT ?
      """, values: [rows.generation, after, Self.rowsLookedAt]
    ) { row in
      last = try row.next(Int64.self)
      count += 1
      let id: UUIDv7 = try row.next()
      if try row.next(Bool.self) { gone.append(id) }
      return gone.count < Self.rowsOfStep
    }
    for id in gone { try takeOut(id) }
    try rows.apply([])
    return gone.count < Self.rowsOfStep && count < Self.rowsLookedAt ? nil : last
  }

  private static let rowsLookedAt = 10_000

  /// A card with changes that wait is kept: they have to be answered first.
  private func sweepCitizen(_ id: UUIDv7) throws {
    let citizen = Citizen.ID(id)
    guard try rows.pending.changes(of: citizen, connection).isEmpty else {
      try BaseTable.noteMissing(citizen, connection)
      try connection.run("UPDATE citizen SET server_version = 0 WHERE id = ?", id)
      return
    }
    try takeOut(citizen)
  }

  /// The server may name the citizen in a visit all the same, and may get the card back from another
  /// desk: the visits wait for it. Where it was erased, the snapshot has made them anonymous already.
  func takeOut(_ id: Citizen.ID) throws {
    try connection.run(
      """
      UPDATE visit SET citizen = NULL, citizen_id = ?1, situation_case = NULL
      WHERE citizen = (SELECT number FROM citizen WHERE id = ?1)
      """, id)
    try connection.run("DELETE FROM draft WHERE instr(body, ?) > 0", "\(id)")
    try BaseTable.remove(id, connection)
    try DuplicateTable.remove(id, connection)
    try RemarkTable.takeOutUnseen(of: id, connection)
    try CitizenTable.delete(connection, id)
    try OperationLog.forget(
      id, through: try SyncStateTable.surelyThere(connection), connection)
    try rows.transaction.audit(.erased, "citizen", "\(id)", purpose: "sync", rows.stamp)
  }
}
