internal import Domain
internal import SQLite

/// A visit with what its row knows beyond it.
struct StoredVisit {
  var number: Int64
  var value: Visit
  var eventDate: CalendarDate?
  var situationCase: Int64?
  var undone: Instant?
}

/// The rows of visits.
enum VisitTable {
  private static let select = """
    SELECT v.number, v.id, v.situation, p.id, v.ticket, v.channel, v.started, v.ended, v.note,
      v.event_date, v.situation_case, v.undone
    FROM visit AS v LEFT JOIN citizen AS p ON p.number = v.citizen
    """

  static func visit(_ id: Visit.ID, _ connection: Connection) throws -> StoredVisit? {
    try stored(select + " WHERE v.id = ?", [id], connection).first
  }

  /// Of one citizen, the newest first, without those undone.
  static func visits(of citizen: Citizen.ID, _ connection: Connection) throws -> [Visit] {
    try stored(
      select + """
         WHERE v.citizen = (SELECT number FROM citizen WHERE id = ?) AND v.undone IS NULL
        ORDER BY v.started DESC, v.number DESC
        """, [citizen], connection
    ).map(\.value)
  }

  /// That began in a span of time, the newest first, without those undone.
  static func visits(
    from start: Instant, before end: Instant, _ connection: Connection
  ) throws -> [Visit] {
    try stored(
      select + """
         WHERE v.started >= ? AND v.started < ? AND v.undone IS NULL
        ORDER BY v.started DESC, v.number DESC
        """, [start, end], connection
    ).map(\.value)
  }

  /// Of one case, in the order in which they were logged, without those undone.
  static func visits(ofCase number: Int64, _ connection: Connection) throws -> [StoredVisit] {
    try stored(
      select + " WHERE v.situation_case = ? AND v.undone IS NULL ORDER BY v.number",
      [number], connection)
  }

  static func insert(
    _ visit: Visit, eventDate: CalendarDate?, situationCase: Int64?, desk: Identifier<Desk>,
    _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO visit
        (id, desk, situation, citizen, situation_case, ticket, channel, started, ended, event_date,
         note)
      VALUES (?, ?, ?, (SELECT number FROM citizen WHERE id = ?), ?, ?, ?, ?, ?, ?, ?)
      """, visit.id, desk, visit.situation.rawValue, visit.citizen, situationCase, visit.ticket,
      visit.channel.rawValue, visit.started, visit.ended, eventDate, visit.note)
    let number = connection.lastInsertedRow
    for (position, line) in visit.services.enumerated() {
      try connection.run(
        "INSERT INTO visit_service (visit, position, service, outcome) VALUES (?, ?, ?, ?)",
        number, position, line.id.rawValue, line.outcome.rawValue)
    }
  }

  static func markUndone(_ number: Int64, at moment: Instant, _ connection: Connection) throws {
    try connection.run("UPDATE visit SET undone = ? WHERE number = ?", moment, number)
  }

  private static func stored(
    _ sql: String, _ values: [any Bindable], _ connection: Connection
  ) throws -> [StoredVisit] {
    var found: [StoredVisit] = []
    try connection.forEach(sql, values: values) { row in
      found.append(try read(&row))
      return true
    }
    for index in found.indices {
      found[index].value.services = try lines(of: found[index].number, connection)
    }
    return found
  }

  private static func read(_ row: inout Row) throws -> StoredVisit {
    let number: Int64 = try row.next()
    let visit = Visit(
      id: try row.next(), situation: LifeSituation.ID(rawValue: try row.next()), services: [],
      citizen: try row.next(), ticket: try row.next(), channel: try row.word(),
      started: try row.next(), ended: try row.next(), note: try row.next())
    return StoredVisit(
      number: number, value: visit, eventDate: try row.next(), situationCase: try row.next(),
      undone: try row.next())
  }

  private static func lines(of number: Int64, _ connection: Connection) throws -> [Visit.Line] {
    try connection.all(
      "SELECT service, outcome FROM visit_service WHERE visit = ? ORDER BY position", number
    ) { Visit.Line(id: Service.ID(rawValue: try $0.next()), outcome: try $0.word()) }
  }
}
