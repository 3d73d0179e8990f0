internal import Domain
internal import SQLite

/// Takes a person out of every table. The visits stay, as anonymous ones.
enum CitizenErasure {
  /// The caller folds the write-ahead log afterwards: what was erased must not live on in it.
  static func erase(
    _ id: Citizen.ID, _ transaction: WriteTransaction, at moment: Instant
  ) throws {
    let connection = transaction.connection
    let unsent = try visitsToSendAgain(of: id, connection)
    try connection.run(
      """
      UPDATE visit SET note = ''
      WHERE citizen = (SELECT number FROM citizen WHERE id = ?1) AND note <> ''
      """, id)
    try connection.run(
      "UPDATE visit SET note = '', citizen_id = NULL WHERE citizen_id = ?", id)
    try connection.run("DELETE FROM draft WHERE instr(body, ?) > 0", "\(id)")
    try connection.run("DELETE FROM conflict WHERE citizen = ?", id)
    try RetiredTable.remove(id, connection)
    try RemarkTable.erase(of: id, connection)
    try DuplicateTable.remove(id, connection)
    try BaseTable.remove(id, connection)
    try CitizenTable.delete(connection, id)
    try giveUpRefused(of: id, connection)
    try OperationLog.forget(id, connection)
    for visit in unsent { try logAgain(visit, transaction, at: moment) }
  }

  /// What was refused of a card that is gone needs nobody's decision any more.
  private static func giveUpRefused(of id: Citizen.ID, _ connection: Connection) throws {
    try connection.run(
      """
      UPDATE refused_operation SET state = 'dropped' WHERE state = 'refused' AND sequence IN
        (SELECT sequence FROM operation WHERE citizen = ? AND kind <> 'citizen_erased')
      """, id)
  }

  /// Visits whose operation goes with the citizen before the central store surely has it.
  private static func visitsToSendAgain(
    of id: Citizen.ID, _ connection: Connection
  ) throws -> [Visit.ID] {
    let sure = try SyncStateTable.surelyThere(connection)
    return try connection.all(
      """
      SELECT body FROM operation
      WHERE citizen = ? AND sequence > ? AND kind = 'visit_logged' AND body IS NOT NULL
      ORDER BY sequence
      """, id, sure
    ) { try $0.next(String.self) }.compactMap { OperationText.id(in: $0).map(Visit.ID.init) }
  }

  private static func logAgain(
    _ id: Visit.ID, _ transaction: WriteTransaction, at moment: Instant
  ) throws {
    guard let stored = try VisitTable.visit(id, transaction.connection) else { return }
    let body = OperationBody.logged(
      stored.value, eventDate: stored.eventDate, situationCase: nil)
    try transaction.record(.visitLogged, body, at: moment)
    if stored.undone != nil {
      try transaction.record(.visitUndone, .object(["id": .string("\(id)")]), at: moment)
    }
  }
}

extension SyncStateTable {
  /// The last operation that the central store keeps whatever happens to it, with all before it.
  static func surelyThere(_ connection: Connection) throws -> Int64 {
    try connection.value(
      """
      SELECT min(pushed_through, coalesce((SELECT min(first) - 1 FROM acknowledged), pushed_through))
      FROM sync_state
      """) ?? 0
  }
}
