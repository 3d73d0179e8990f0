internal import Domain
internal import SQLite

extension VisitTable {
  /// What has to be known of a visit before the server's takes its place.
  struct Known {
    var number: Int64
    var serverVersion: Int64
    var citizen: Int64?
    var situation: String
    var undone: Instant?
  }

  static func mark(of id: Visit.ID, _ connection: Connection) throws -> Known? {
    try connection.first(
      "SELECT number, server_version, citizen, situation, undone FROM visit WHERE id = ?", id
    ) { row in
      Known(
        number: try row.next(), serverVersion: try row.next(), citizen: try row.next(),
        situation: try row.next(), undone: try row.next())
    }
  }

  /// - Parameters:
  ///   - citizen: the row of the visit's citizen, where the register has it.
  ///   - desk: whose visit it is where the server does not say.
  static func insert(
    _ server: ServerVisit, citizen: Int64?, desk: Identifier<Desk>, _ mark: ServerMark,
    _ connection: Connection
  ) throws {
    let visit = server.visit
    try connection.run(
      """
      INSERT INTO visit
        (id, desk, situation, citizen, citizen_id, ticket, channel, started, ended, event_date, note,
         case_id, undone, server_version, generation, employee)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, visit.id, server.desk ?? desk, visit.situation.rawValue, citizen,
      citizen == nil ? visit.citizen : nil, visit.ticket, visit.channel.rawValue, visit.started,
      visit.ended, server.eventDate, visit.note, server.caseID, server.undone, mark.version,
      mark.generation, server.employee)
    try insertLines(visit.services, of: connection.lastInsertedRow, connection)
  }

  static func replace(
    _ number: Int64, with server: ServerVisit, citizen: Int64?, _ mark: ServerMark,
    _ connection: Connection
  ) throws {
    let visit = server.visit
    try connection.run(
      """
      UPDATE visit SET situation = ?, citizen = ?, citizen_id = ?, ticket = ?, channel = ?,
        started = ?, ended = ?, event_date = ?, note = ?, case_id = ?, undone = ?,
        server_version = ?, generation = ?, desk = coalesce(?, desk),
        employee = coalesce(?, employee)
      WHERE number = ?
      """, visit.situation.rawValue, citizen, citizen == nil ? visit.citizen : nil, visit.ticket,
      visit.channel.rawValue, visit.started, visit.ended, server.eventDate, visit.note,
      server.caseID, server.undone, mark.version, mark.generation, server.desk,
      server.employee, number)
    guard try lines(of: number, connection) != visit.services else { return }
    try connection.run("DELETE FROM visit_service WHERE visit = ?", number)
    try insertLines(visit.services, of: number, connection)
  }

  /// An anonymous visit belongs to no case.
  static func takeOutOfCase(_ number: Int64, _ connection: Connection) throws {
    try connection.run(
      "UPDATE visit SET situation_case = NULL WHERE number = ? AND situation_case IS NOT NULL",
      number)
  }
}

extension RatingTable {
  static func put(_ row: RatingRow, _ mark: ServerMark, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO rating
        (id, situation, day, result, score, criteria, too_fast, logged, server_version, generation)
      VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
      ON CONFLICT (id) DO UPDATE SET server_version = excluded.server_version,
        generation = excluded.generation
      """, row.id, row.situation, row.day, row.result, row.score,
      row.criteria.sorted().joined(separator: " "), row.isTooFast, mark.version, mark.generation)
    try RatingBatches.close(connection)
  }
}
