internal import Domain
internal import SQLite

// Who is good at what. A rating knows no employee, and at one window the day and the situation with the
// employee would nearly always single out one visit. So the desk keeps two sums for an employee and a
// situation, without a day, until they are of five ratings; the five are told together, and nothing of
// them says which rating was whose.

/// A batch as it is stored and told.
struct StrengthBatch {
  var id: UUIDv7
  /// On which its last rating was given.
  var day: CalendarDate
  var strength: Strength
}

enum StrengthTable {
  /// Adds a rating to its employee's sums; tells them once they are enough to hide each other.
  static func add(
    score: Int, by employee: Employee.ID, in situation: LifeSituation.ID, on day: CalendarDate,
    _ transaction: WriteTransaction
  ) throws {
    let connection = transaction.connection
    try connection.run(
      """
      INSERT INTO strength_tally (employee, situation, given, best) VALUES (?, ?, 1, ?)
      ON CONFLICT (employee, situation) DO UPDATE SET given = given + 1,
        best = best + excluded.best
      """, employee, situation.rawValue, score == 5 ? 1 : 0)
    let sums = try connection.first(
      "SELECT given, best FROM strength_tally WHERE employee = ? AND situation = ?", employee,
      situation.rawValue
    ) { (try $0.next(Int.self), try $0.next(Int.self)) }
    guard let (given, best) = sums, given >= RatingSummary.smallestGroup else { return }
    try connection.run(
      "DELETE FROM strength_tally WHERE employee = ? AND situation = ?", employee,
      situation.rawValue)
    let batch = StrengthBatch(
      id: RatingTable.unguessableID(on: day), day: day,
      strength: Strength(employee: employee, situation: situation, given: given, best: best))
    try put(batch, ServerMark(version: 0, generation: 0), connection)
    // As a rating's own operation, it knows the day only.
    try transaction.record(
      .strengthTold, FeedbackBody.told(batch), at: day.start(offset: .utc),
      id: Operation.ID(RatingTable.unguessableID(on: day)))
  }

  static func put(
    _ batch: StrengthBatch, _ mark: ServerMark, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO strength
        (id, employee, situation, day, given, best, server_version, generation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET server_version = excluded.server_version,
        generation = excluded.generation
      """, batch.id, batch.strength.employee, batch.strength.situation.rawValue, batch.day,
      batch.strength.given, batch.strength.best, mark.version, mark.generation)
  }

  /// All batches of the year up to `today`, with names, by situation and then by name.
  static func lines(
    upTo today: CalendarDate, of employee: Employee.ID? = nil, _ connection: Connection
  ) throws -> [StrengthLine] {
    let names = try PeopleNames(connection)
    let sums: [Strength] = try connection.all(
      """
      SELECT employee, situation, sum(given), sum(best) FROM strength
      WHERE day BETWEEN ? AND ? GROUP BY employee, situation
      """, today.adding(days: 1 - Strength.days), today
    ) { row in
      Strength(
        employee: try row.next(), situation: LifeSituation.ID(rawValue: try row.next()),
        given: try row.next(), best: try row.next())
    }
    return try sums.filter { employee == nil || $0.employee == employee }.map { strength in
      StrengthLine(
        strength: strength,
        situation: try CatalogueTable.shownTitle(
          .situation, strength.situation.rawValue, connection),
        employee: names.employee(strength.employee))
    }.sorted {
      ($0.situation.ru, $0.employee, $0.strength.employee)
        < ($1.situation.ru, $1.employee, $1.strength.employee)
    }
  }
}
