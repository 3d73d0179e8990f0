package import Domain
internal import SQLite

// Who is at which window.

extension LocalStore {
  /// Tells the centre who is at this desk's window and what it serves. The same again is told once.
  ///
  /// That somebody is being served is not told: the tickets say it.
  package func tellPresence(_ presence: DeskPresence, _ stamp: Stamp) throws(StoreError) {
    let told = presence.told
    let known = try read { try DeskTable.presence(told.id, $0) }
    if let known, known.isSame(as: told) { return }
    try write { transaction in
      try DeskTable.put(told, transaction.connection)
      try transaction.record(.deskTold, DeskText.told(told), at: stamp.now)
    }
  }

  /// The windows of the centre, as far as they have told, by name. One is `serving` while a ticket of the
  /// day is called or served there.
  package func desks(_ stamp: Stamp) throws(StoreError) -> [DeskPresence] {
    try read { connection in
      let busy = try DeskTable.busy(since: stamp.startOfDay, connection)
      return try DeskTable.all(connection).map { presence in
        guard let since = busy[presence.id], presence.state != .closed else { return presence }
        var serving = presence
        serving.state = .serving
        serving.since = since
        return serving
      }
    }
  }
}

extension DeskPresence {
  /// As it is told: serving is free with a ticket.
  fileprivate var told: DeskPresence {
    var told = self
    if state == .serving { told.state = .free }
    return told
  }

  fileprivate func isSame(as other: DeskPresence) -> Bool {
    (name, state, employee, situations)
      == (other.name, other.state, other.employee, other.situations)
  }
}

enum DeskText {
  static func assigned(_ desk: Identifier<Desk>, _ situations: [LifeSituation.ID]) -> JSONText {
    .object([
      "id": .string("\(desk)"), "situations": .array(situations.map { .string($0.rawValue) }),
    ])
  }

  static func told(_ presence: DeskPresence) -> JSONText {
    .object([
      "name": .string(presence.name), "state": .string(presence.state.rawValue),
      "since": .string(presence.since.iso8601),
      "employee": .optional(presence.employee?.description),
      "situations": .array(presence.situations.map { .string($0.rawValue) }),
    ])
  }
}

enum DeskTable {
  private static let columns = "id, name, state, since, employee, situations"

  static func presence(
    _ id: Identifier<Desk>, _ connection: Connection
  ) throws -> DeskPresence? {
    try connection.first("SELECT \(columns) FROM desk WHERE id = ?", id, read: read)
  }

  static func all(_ connection: Connection) throws -> [DeskPresence] {
    try connection.all("SELECT \(columns) FROM desk", read: read)
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// Windows at which somebody is, and since when.
  static func busy(
    since start: Instant, _ connection: Connection
  ) throws -> [Identifier<Desk>: Instant] {
    var busy: [Identifier<Desk>: Instant] = [:]
    try connection.forEach(
      """
      SELECT desk, min(since) FROM ticket
      WHERE state NOT IN ('done', 'left', 'no_show') AND state IN ('called', 'serving')
        AND issued >= ? AND desk IS NOT NULL GROUP BY desk
      """, values: [start]
    ) { row in
      busy[try row.next()] = try row.next()
      return true
    }
    return busy
  }

  static func put(_ presence: DeskPresence, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO desk (id, name, state, since, employee, situations)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, state = excluded.state,
        since = excluded.since, employee = excluded.employee, situations = excluded.situations
      """, presence.id, presence.name, presence.state.rawValue, presence.since, presence.employee,
      presence.situations.map(\.rawValue).joined(separator: " "))
  }

  private static func read(_ row: inout Row) throws -> DeskPresence {
    DeskPresence(
      id: try row.next(), name: try row.next(), state: try row.word(), since: try row.next(),
      employee: try row.next(),
      situations: (try row.next() as String).split(separator: " ").map {
        LifeSituation.ID(rawValue: String($0))
      })
  }
}
