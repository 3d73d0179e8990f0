internal import Domain
internal import SQLite

/// A case with its row's number.
struct StoredCase {
  var number: Int64
  var value: SituationCase
}

/// The rows of cases.
enum CaseTable {
  private static let select = """
    SELECT c.number, c.id, p.id, c.situation, c.event_date, c.opened, c.closed
    FROM situation_case AS c JOIN citizen AS p ON p.number = c.citizen
    """

  /// Of one card: open ones first, the newest first.
  static func cases(
    of citizen: Citizen.ID, _ connection: Connection
  ) throws -> [SituationCase] {
    let sorted = " WHERE p.id = ? ORDER BY c.closed IS NOT NULL, c.opened DESC, c.id DESC"
    return try stored(select + sorted, [citizen], connection).map(\.value)
  }

  /// The citizen's cases in one situation, the newest first.
  static func cases(
    of citizen: Citizen.ID, in situation: LifeSituation.ID, _ connection: Connection
  ) throws -> [StoredCase] {
    try stored(
      select + " WHERE p.id = ? AND c.situation = ? ORDER BY c.opened DESC, c.id DESC",
      [citizen, situation.rawValue], connection)
  }

  /// Of one group, by id.
  static func cases(
    of group: CaseGroup, _ connection: Connection
  ) throws -> [SituationCase.ID: StoredCase] {
    let found = try stored(
      select + " WHERE c.citizen = ? AND c.situation = ?", [group.citizen, group.situation],
      connection)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.value.id, $0) })
  }

  static func numbered(_ number: Int64, _ connection: Connection) throws -> StoredCase? {
    try stored(select + " WHERE c.number = ?", [number], connection).first
  }

  static func contains(_ id: SituationCase.ID, _ connection: Connection) throws -> Bool {
    try connection.value("SELECT 1 FROM situation_case WHERE id = ?", id, as: Int.self) != nil
  }

  static func insert(
    _ situationCase: SituationCase, ofRow citizen: Int64, _ connection: Connection
  ) throws -> Int64 {
    try connection.run(
      """
      INSERT INTO situation_case (id, citizen, situation, event_date, opened, closed)
      VALUES (?, ?, ?, ?, ?, ?)
      """, situationCase.id, citizen, situationCase.situation.rawValue, situationCase.eventDate,
      situationCase.opened, situationCase.closed)
    let number = connection.lastInsertedRow
    try insertServices(of: situationCase, number, connection)
    return number
  }

  static func update(_ stored: StoredCase, _ connection: Connection) throws {
    try connection.run(
      "UPDATE situation_case SET event_date = ?, opened = ?, closed = ? WHERE number = ?",
      stored.value.eventDate, stored.value.opened, stored.value.closed, stored.number)
    try connection.run("DELETE FROM case_service WHERE situation_case = ?", stored.number)
    try insertServices(of: stored.value, stored.number, connection)
  }

  static func delete(_ number: Int64, _ connection: Connection) throws {
    try connection.run("DELETE FROM situation_case WHERE number = ?", number)
  }

  private static func insertServices(
    of situationCase: SituationCase, _ number: Int64, _ connection: Connection
  ) throws {
    for (service, progress) in situationCase.services {
      try connection.run(
        "INSERT INTO case_service (situation_case, service, progress) VALUES (?, ?, ?)",
        number, service.rawValue, progress.rawValue)
    }
  }

  private static func stored(
    _ sql: String, _ values: [any Bindable], _ connection: Connection
  ) throws -> [StoredCase] {
    var found: [StoredCase] = []
    try connection.forEach(sql, values: values) { row in
      found.append(try read(&row))
      return true
    }
    for index in found.indices {
      found[index].value.services = try services(of: found[index].number, connection)
    }
    return found
  }

  private static func read(_ row: inout Row) throws -> StoredCase {
    let number: Int64 = try row.next()
    let value = SituationCase(
      id: try row.next(), citizen: try row.next(),
      situation: LifeSituation.ID(rawValue: try row.next()), eventDate: try row.next(),
      opened: try row.next(), closed: try row.next())
    return StoredCase(number: number, value: value)
  }

  private static func services(
    of number: Int64, _ connection: Connection
  ) throws -> [Service.ID: SituationCase.Progress] {
    var found: [Service.ID: SituationCase.Progress] = [:]
    try connection.forEach(
      "SELECT service, progress FROM case_service WHERE situation_case = ?", values: [number]
    ) { row in
      found[Service.ID(rawValue: try row.next())] = try row.word()
      return true
    }
    return found
  }
}
