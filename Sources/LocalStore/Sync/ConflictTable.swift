internal import Domain
internal import SQLite

/// Fields in which two desks differ.
enum ConflictTable {
  /// Those nobody has settled, the newest first.
  static func waiting(_ connection: Connection) throws -> [CardConflict] {
    let rows = try connection.all(
      "SELECT id, body FROM conflict WHERE settled IS NULL ORDER BY id DESC", read: read)
    return try conflicts(rows, connection)
  }

  /// Those about one card.
  static func waiting(
    of citizen: Citizen.ID, _ connection: Connection
  ) throws -> [CardConflict] {
    let rows = try connection.all(
      "SELECT id, body FROM conflict WHERE citizen = ? AND settled IS NULL ORDER BY id DESC",
      citizen, read: read)
    return try conflicts(rows, connection)
  }

  private static func read(_ row: inout Row) throws -> (CardConflict.ID, String) {
    (try row.next(), try row.next())
  }

  private static func conflicts(
    _ rows: [(CardConflict.ID, String)], _ connection: Connection
  ) throws -> [CardConflict] {
    try rows.compactMap { id, body in
      guard let server = try? ServerConflict(json: body),
        let card = try CitizenTable.read(connection, server.citizen)
      else { return nil }
      let current = try BaseTable.base(of: server.citizen, connection)?.card.details ?? card.details
      return server.conflict(id, over: current)
    }
  }

  static func isWaiting(_ id: CardConflict.ID, _ connection: Connection) throws -> Bool {
    try connection.value(
      "SELECT 1 FROM conflict WHERE id = ? AND settled IS NULL", id, as: Int.self) != nil
  }

  /// By the operation that was logged last.
  static func settle(_ id: CardConflict.ID, _ connection: Connection) throws {
    try connection.run(
      "UPDATE conflict SET settled = (SELECT max(sequence) FROM operation) WHERE id = ?", id)
  }

  static func unsettle(_ id: CardConflict.ID, _ connection: Connection) throws {
    try connection.run("UPDATE conflict SET settled = NULL WHERE id = ?", id)
  }
}

extension ServerConflict {
  /// - Parameter current: the card as the centre has it.
  fileprivate func conflict(_ id: CardConflict.ID, over current: CitizenDetails) -> CardConflict {
    var wanted = current
    for (field, value) in fields { try? wanted.set(field, value.wanted) }
    return CardConflict(
      id: id, citizen: citizen, fields: CardField.allCases.filter { fields[$0] != nil },
      current: current, wanted: wanted, currentBy: currentBy, wantedBy: wantedBy)
  }
}
