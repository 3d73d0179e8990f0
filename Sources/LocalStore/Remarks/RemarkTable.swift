internal import Domain
internal import SQLite

/// The rows of remarks.
enum RemarkTable {
  private static let columns = """
    id, citizen, kind, subject, value, source, reason, occasion, situation, visit, told, employee, desk
    """

  static func put(_ remark: Remark, _ mark: ServerMark, _ connection: Connection) throws {
    let text = RemarkText(remark.content)
    try connection.run(
      """
      INSERT INTO remark (\(columns), server_version, generation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET server_version = excluded.server_version,
        generation = excluded.generation
      """, remark.id, remark.citizen, text.kind.rawValue, text.subject, text.value, text.source,
      text.reason, text.occasion, remark.situation?.rawValue, remark.visit, remark.told,
      remark.employee, remark.desk, mark.version, mark.generation)
  }

  static func contains(_ id: Remark.ID, _ connection: Connection) throws -> Bool {
    try connection.value("SELECT 1 FROM remark WHERE id = ?", id, as: Int.self) != nil
  }

  /// Of a person with one card or several, without what was said in visits that were taken back, in
  /// the order in which it was told.
  static func counting(
    of cards: [Citizen.ID], _ connection: Connection
  ) throws -> [Remark] {
    try cards.flatMap { card in
      try connection.all(
        """
        SELECT \(columns) FROM remark WHERE citizen = ? AND NOT EXISTS (
          SELECT 1 FROM visit WHERE visit.id = remark.visit AND undone IS NOT NULL)
        """, card, read: read)
    }.sorted()
  }

  /// Offers that were answered in a span of time, each for a citizen and an occasion by its last answer.
  static func offers(
    from start: Instant, before end: Instant, _ connection: Connection
  ) throws -> TargetFigures.Offers {
    let counts = try connection.first(
      """
      SELECT count(*), coalesce(sum(value = 'taken'), 0) FROM (
        SELECT value, max(told) FROM remark
        WHERE kind = 'offer' AND told >= ? AND told < ?
        GROUP BY citizen, subject, occasion)
      """, start, end
    ) { (try $0.next(Int.self), try $0.next(Int.self)) }
    return TargetFigures.Offers(made: counts?.0 ?? 0, taken: counts?.1 ?? 0)
  }

  /// Those that the central store has not shown. What of them still waits to be sent comes back as the
  /// store's own row, unless the citizen was erased there: then a snapshot tells nothing of it.
  static func takeOutUnseen(of citizen: Citizen.ID, _ connection: Connection) throws {
    try connection.run(
      "DELETE FROM remark WHERE citizen = ? AND server_version = 0", citizen)
  }

  static func erase(of citizen: Citizen.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM remark WHERE citizen = ?", citizen)
  }

  private static func read(_ row: inout Row) throws -> Remark {
    let id: Remark.ID = try row.next()
    let citizen: Citizen.ID = try row.next()
    let text = RemarkText(
      kind: try row.word(), subject: try row.next(), value: try row.next(),
      source: try row.next(), reason: try row.next(), occasion: try row.next())
    guard let content = text.content else { throw row.malformed(2, expected: "remark") }
    return Remark(
      id: id, citizen: citizen, content: content,
      situation: (try row.next() as String?).map(LifeSituation.ID.init(rawValue:)),
      visit: try row.next(), told: try row.next(), employee: try row.next(),
      desk: try row.next())
  }
}
