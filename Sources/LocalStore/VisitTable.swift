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

  /// Of a person with one card or several, the newest first, without those undone.
  static func visits(
    of citizen: Citizen.ID, and merged: [Citizen.ID] = [], _ connection: Connection
  ) throws -> [Visit] {
    let sorted =
      select + """
         WHERE v.citizen = (SELECT number FROM citizen WHERE id = ?) AND v.undone IS NULL
        ORDER BY v.started DESC, v.number DESC
        """
    let found = try stored(sorted, [citizen], connection)
    guard !merged.isEmpty else { return found.map(\.value) }
    let others = try merged.flatMap { try stored(sorted, [$0], connection) }
    return (found + others).sorted {
      ($0.value.started, $0.number) > ($1.value.started, $1.number)
    }.map(\.value)
  }

  /// That began in a span of time, at one desk or at all, the newest first, without those undone.
  static func visits(
    from start: Instant, before end: Instant, at desk: Identifier<Desk>? = nil,
    _ connection: Connection
  ) throws -> [Visit] {
    try stored(
      select + """
         WHERE v.started >= ?1 AND v.started < ?2 AND v.undone IS NULL
          AND (?3 IS NULL OR v.desk = ?3)
        ORDER BY v.started DESC, v.number DESC
        """, [start, end, desk], connection
    ).map(\.value)
  }

  /// The undone ones that began in a span of time, with the moment of that, the newest first.
  static func undone(
    from start: Instant, before end: Instant, _ connection: Connection
  ) throws -> [(visit: Visit, undone: Instant)] {
    try stored(
      select + """
         WHERE v.started >= ? AND v.started < ? AND v.undone IS NOT NULL
        ORDER BY v.started DESC, v.number DESC
        """, [start, end], connection
    ).compactMap { row in row.undone.map { (row.value, $0) } }
  }

  /// What a case is made of: in the order of `CaseFold`, without those undone.
  static func ofCases(
    _ group: CaseGroup, _ connection: Connection
  ) throws -> [CaseFold.VisitOfCase] {
    var found: [CaseFold.VisitOfCase] = []
    try connection.forEach(
      """
      SELECT v.number, v.id, p.id, v.case_id, v.event_date, v.started, v.ended, v.situation_case,
        s.service, s.outcome
      FROM visit AS v JOIN citizen AS p ON p.number = v.citizen
        LEFT JOIN visit_service AS s ON s.visit = v.number
      WHERE v.citizen = ? AND v.situation = ? AND v.undone IS NULL
      ORDER BY v.ended, v.id, s.position
      """, values: [group.citizen, group.situation]
    ) { row in
      let number: Int64 = try row.next()
      if found.last?.number != number {
        found.append(try visitOfCase(number, &row, group))
      }
      if let service: String = try row.get(8) {
        guard let outcome = Outcome(rawValue: try row.get(9)) else {
          throw row.malformed(9, expected: "outcome")
        }
        found[found.count - 1].visit.services.append(
          Visit.Line(id: Service.ID(rawValue: service), outcome: outcome))
      }
      return true
    }
    return found
  }

  private static func visitOfCase(
    _ number: Int64, _ row: inout Row, _ group: CaseGroup
  ) throws -> CaseFold.VisitOfCase {
    let id: Visit.ID = try row.next()
    let citizen: Citizen.ID = try row.next()
    let caseID: SituationCase.ID? = try row.next()
    let eventDate: CalendarDate? = try row.next()
    let visit = Visit(
      id: id, situation: LifeSituation.ID(rawValue: group.situation), services: [],
      citizen: citizen, channel: .counter, started: try row.next(), ended: try row.next())
    return CaseFold.VisitOfCase(
      number: number, visit: visit, caseID: caseID, eventDate: eventDate, link: try row.next())
  }

  /// Whether a visit ended after this one, so that this one's place among them is not the last.
  static func isOvertaken(_ visit: Visit, _ connection: Connection) throws -> Bool {
    guard let citizen = visit.citizen else { return false }
    return try connection.value(
      """
      SELECT 1 FROM visit
      WHERE citizen = (SELECT number FROM citizen WHERE id = ?1) AND situation = ?2
        AND undone IS NULL AND (ended, id) > (?3, ?4) LIMIT 1
      """, citizen, visit.situation.rawValue, visit.ended, visit.id, as: Int.self) != nil
  }

  static func insert(
    _ visit: Visit, eventDate: CalendarDate?, situationCase: StoredCase?, desk: Identifier<Desk>,
    employee: Employee.ID?, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO visit
        (id, desk, situation, citizen, situation_case, ticket, channel, started, ended, event_date,
         note, case_id, employee)
      VALUES (?, ?, ?, (SELECT number FROM citizen WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, visit.id, desk, visit.situation.rawValue, visit.citizen, situationCase?.number,
      visit.ticket, visit.channel.rawValue, visit.started, visit.ended, eventDate, visit.note,
      situationCase?.value.id, employee)
    try insertLines(visit.services, of: connection.lastInsertedRow, connection)
  }

  static func insertLines(
    _ lines: [Visit.Line], of number: Int64, _ connection: Connection
  ) throws {
    for (position, line) in lines.enumerated() {
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

  static func lines(of number: Int64, _ connection: Connection) throws -> [Visit.Line] {
    try connection.all(
      "SELECT service, outcome FROM visit_service WHERE visit = ? ORDER BY position", number
    ) { Visit.Line(id: Service.ID(rawValue: try $0.next()), outcome: try $0.word()) }
  }
}
