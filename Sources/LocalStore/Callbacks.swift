package import Domain
internal import SQLite

// Calls that citizens have asked for after a low rating. They stay at this desk, and the number goes as soon as the
// call was made. An id is random but for its day, so that the moment of asking is nowhere.

/// What a citizen asks for with a rating.
package struct CallbackRequest: Hashable, Sendable {
  package var phone: Phone
  /// Until when they shall be called, in days from today.
  package var days: Int

  package init(phone: Phone, days: Int) {
    self.phone = phone
    self.days = days
  }
}

enum CallbackTable {
  static let ddl = """
    CREATE TABLE callback (
      id BLOB NOT NULL PRIMARY KEY,
      phone TEXT,
      asked TEXT NOT NULL,
      due TEXT NOT NULL,
      outcome TEXT CHECK (outcome IN ('won_back', 'not_won', 'unreached')),
      settled TEXT,
      CHECK ((outcome IS NULL) = (settled IS NULL)),
      CHECK ((outcome IS NULL) = (phone IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX callback_due ON callback (due) WHERE outcome IS NULL;
    CREATE INDEX callback_asked ON callback (asked);
    """

  static func insert(
    _ request: CallbackRequest, today: CalendarDate, _ connection: Connection
  ) throws {
    try connection.run(
      "INSERT INTO callback (id, phone, asked, due) VALUES (?, ?, ?, ?)",
      RatingTable.unguessableID(on: today), request.phone.digits, today,
      today.adding(days: request.days))
  }

  /// The most urgent first.
  static func open(_ connection: Connection) throws -> [Callback] {
    try connection.all(
      """
      SELECT id, phone, asked, due, outcome, settled FROM callback
      WHERE outcome IS NULL ORDER BY due, id
      """, read: read)
  }

  static func settled(since day: CalendarDate, _ connection: Connection) throws -> [Callback] {
    try connection.all(
      """
      SELECT id, phone, asked, due, outcome, settled FROM callback
      WHERE asked >= ? AND outcome IS NOT NULL ORDER BY asked, id
      """, day, read: read)
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

extension LocalStore {
  /// Those that wait, the most urgent first, and then those that were settled in the last ninety days. Who looks at
  /// numbers is in the audit.
  package func callbacks(_ stamp: Stamp) throws(StoreError) -> [Callback] {
    try write { transaction in
      let connection = transaction.connection
      let found =
        try CallbackTable.open(connection)
        + CallbackTable.settled(since: stamp.today.adding(days: -90), connection)
      for callback in found where callback.phone != nil {
        try transaction.audit(.seen, "callback", "\(callback.id)", purpose: "look", stamp)
      }
      return found
    }
  }

  /// Notes what came of the call, and forgets the number.
  package func settle(
    _ id: Callback.ID, _ outcome: Callback.Outcome, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      let connection = transaction.connection
      let isOpen: Bool? = try connection.value(
        "SELECT outcome IS NULL FROM callback WHERE id = ?", id)
      guard isOpen == true else { throw StoreError.notFound(kind: "callback", id: "\(id)") }
      try connection.run(
        "UPDATE callback SET outcome = ?, settled = ?, phone = NULL WHERE id = ?",
        outcome.rawValue, stamp.today, id)
      try transaction.audit(.changed, "callback", "\(id)", purpose: outcome.rawValue, stamp)
    }
  }
}
