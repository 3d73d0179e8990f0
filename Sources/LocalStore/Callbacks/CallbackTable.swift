internal import Domain
internal import SQLite

enum CallbackTable {
  /// How long a number is kept beyond the day until which it was to be called, in days. The central store's
  /// functions know it too.
  static let keptBeyond = 30

  private static let columns = "id, phone, asked, due, outcome, settled"

  static func insert(
    _ request: CallbackRequest, today: CalendarDate, _ transaction: WriteTransaction
  ) throws {
    try transaction.connection.run(
      "INSERT INTO callback (id, phone, asked, due) VALUES (?, ?, ?, ?)",
      transaction.unguessableID(on: today), request.phone.digits, today,
      today.adding(days: request.days))
  }

  /// A row of the central store.
  static func put(_ call: Callback, _ mark: ServerMark, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO callback (\(columns), logged, server_version, generation)
      VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
      ON CONFLICT (id) DO UPDATE SET phone = excluded.phone, asked = excluded.asked,
        due = excluded.due, outcome = excluded.outcome, settled = excluded.settled, logged = 1,
        server_version = excluded.server_version, generation = excluded.generation
      """, call.id, call.phone?.digits, call.asked, call.due, call.outcome?.rawValue,
      call.settled, mark.version, mark.generation)
  }

  /// Notes that the central store has the row, without changing what it says.
  static func mark(_ id: Callback.ID, _ mark: ServerMark, _ connection: Connection) throws {
    try connection.run(
      "UPDATE callback SET server_version = ?, generation = ?, logged = 1 WHERE id = ?",
      mark.version, mark.generation, id)
  }

  /// The most urgent first.
  static func open(_ connection: Connection) throws -> [Callback] {
    try connection.all(
      "SELECT \(columns) FROM callback WHERE outcome IS NULL ORDER BY due, id", read: read)
  }

  static func settled(since day: CalendarDate, _ connection: Connection) throws -> [Callback] {
    try connection.all(
      """
      SELECT \(columns) FROM callback
      WHERE asked >= ? AND outcome IS NOT NULL ORDER BY asked, id
      """, day, read: read)
  }

  static func callback(_ id: Callback.ID, _ connection: Connection) throws -> Callback? {
    try connection.first("SELECT \(columns) FROM callback WHERE id = ?", id, read: read)
  }

  private static func read(_ row: inout Row) throws -> Callback {
    let (id, phone): (UUIDv7, String?) = (try row.next(), try row.next())
    let (asked, due): (CalendarDate, CalendarDate) = (try row.next(), try row.next())
    let outcome: String? = try row.next()
    return Callback(
      id: Identifier(id), phone: phone.flatMap { Phone($0) }, asked: asked, due: due,
      outcome: outcome.flatMap(Callback.Outcome.init(rawValue:)), settled: try row.next())
  }

  static func figures(
    from: CalendarDate, to: CalendarDate, today: CalendarDate, _ connection: Connection
  ) throws -> CallbackFigures {
    var figures = CallbackFigures()
    try connection.forEach(
      """
      SELECT coalesce(sum(outcome IS NULL), 0), coalesce(sum(outcome IS NULL AND due < ?3), 0),
        count(outcome), coalesce(sum(outcome = 'won_back'), 0)
      FROM callback WHERE asked BETWEEN ?1 AND ?2
      """, values: [from, to, today]
    ) { row in
      figures = CallbackFigures(
        open: try row.next(), overdue: try row.next(), settled: try row.next(),
        wonBack: try row.next())
      return true
    }
    return figures
  }
}

// The number, and where it goes.
extension CallbackTable {
  static func settle(
    _ id: Callback.ID, _ outcome: Callback.Outcome, on day: CalendarDate,
    _ connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE callback SET outcome = ?, settled = ?, phone = NULL, logged = 1 WHERE id = ?
      """, outcome.rawValue, day, id)
    try forgetNumber(of: id, connection)
  }

  /// Takes the number out of the log too. An outcome says all else, so that the central store lacks nothing if the
  /// operation was not sent yet; if it was refused, nobody has to decide about it any more.
  static func forgetNumber(of id: Callback.ID, _ connection: Connection) throws {
    for holder in try holders(connection) where holder.id == id {
      try forgetNumber(in: holder.sequence, connection)
    }
  }

  /// The operations that hold a number.
  private static func holders(
    _ connection: Connection
  ) throws -> [(sequence: Int64, id: Callback.ID?)] {
    try connection.all(
      "SELECT sequence, body FROM operation WHERE kind = 'callback_asked' AND body IS NOT NULL"
    ) { row in
      let sequence: Int64 = try row.next()
      return (sequence, OperationText.id(in: try row.next()).map(Callback.ID.init))
    }
  }

  private static func forgetNumber(in sequence: Int64, _ connection: Connection) throws {
    try connection.run(
      "UPDATE operation SET body = NULL, salt = NULL WHERE sequence = ?", sequence)
    try connection.run(
      """
      UPDATE refused_operation SET state = 'dropped' WHERE sequence = ? AND state = 'refused'
      """, sequence)
  }

  /// Takes numbers out of the log where the central store surely has them, or where nobody waits for the call any more.
  ///
  /// - Returns: whether there was one.
  static func forgetNumbers(through sure: Int64, _ connection: Connection) throws -> Bool {
    let idle = try holders(connection).filter { holder in
      guard holder.sequence > sure, let id = holder.id,
        let call = try callback(id, connection)
      else { return true }
      return call.outcome != nil
    }
    for holder in idle { try forgetNumber(in: holder.sequence, connection) }
    return !idle.isEmpty
  }

  /// Lets go of numbers that nobody has called in time. The central store does so by its own clock with what it has.
  ///
  /// - Returns: whether there was one.
  static func forgetOld(today: CalendarDate, _ connection: Connection) throws -> Bool {
    let old: [Callback.ID] = try connection.all(
      "SELECT id FROM callback WHERE outcome IS NULL AND due < ? AND server_version = 0",
      today.adding(days: -keptBeyond)
    ) { Identifier(try $0.next(UUIDv7.self)) }
    for id in old { try settle(id, .unreached, on: today, connection) }
    return !old.isEmpty
  }
}

// On the way to the centre.
extension CallbackTable {
  /// Logs the operations of the wishes that wait.
  ///
  /// - Parameter isAmongOthers: whether enough ratings are logged at the same time to hide which visit it was; else those
  ///   whose day is over are logged, and know the day only.
  static func logDue(
    _ transaction: WriteTransaction, today: CalendarDate, isAmongOthers: Bool
  ) throws {
    let waiting = try transaction.connection.all(
      "SELECT \(columns) FROM callback WHERE logged = 0 ORDER BY id", read: read)
    for call in waiting where isAmongOthers || call.asked < today {
      guard let phone = call.phone else { continue }
      try transaction.record(
        .callbackAsked, CallbackBody.asked(call, phone), at: call.asked.start(offset: .utc),
        id: Operation.ID(transaction.unguessableID(on: call.asked)))
      try transaction.connection.run("UPDATE callback SET logged = 1 WHERE id = ?", call.id)
    }
  }
}

/// Operations about calls.
enum CallbackBody {
  static func asked(_ call: Callback, _ phone: Phone) -> JSONText {
    .object([
      "id": .string("\(call.id)"), "phone": .string(phone.digits),
      "asked": .string("\(call.asked)"), "due": .string("\(call.due)"),
    ])
  }

  static func settled(
    _ call: Callback, _ outcome: Callback.Outcome, on day: CalendarDate
  ) -> JSONText {
    .object([
      "id": .string("\(call.id)"), "asked": .string("\(call.asked)"),
      "due": .string("\(call.due)"), "outcome": .string(outcome.rawValue),
      "settled": .string("\(day)"),
    ])
  }
}
