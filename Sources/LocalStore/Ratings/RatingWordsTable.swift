package import Domain
internal import SQLite
internal import Sync

// What citizens write. A line knows neither the rating nor the situation, and the clerk never sees it. It is told among
// five or more, in no order, and not on the day on which it was written: whoever has just gone is not among them.

enum RatingWordsTable {
  static let ddl = """
    -- Lines that wait for others. Their ids are random but for the day.
    CREATE TABLE rating_line (
      id BLOB NOT NULL PRIMARY KEY,
      day TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Lines that are told, five or more a row.
    CREATE TABLE rating_words (
      id BLOB NOT NULL PRIMARY KEY,
      month TEXT NOT NULL,
      lines TEXT NOT NULL,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rating_words_month ON rating_words (month);
    """

  static func keep(_ words: CitizenWords, on day: CalendarDate, _ connection: Connection) throws {
    try connection.run(
      "INSERT INTO rating_line (id, day, text) VALUES (?, ?, ?)",
      RatingTable.unguessableID(on: day), day, words.text)
  }

  /// Tells the lines of earlier days, if they are enough to hide each other; lets those go whose time is over.
  static func tell(today: CalendarDate, _ transaction: WriteTransaction) throws {
    let connection = transaction.connection
    let oldest = today.startOfMonth.adding(months: -CitizenWords.keptMonths)
    try forget(before: oldest, connection)
    let waiting = try connection.all(
      "SELECT day, text FROM rating_line WHERE day < ?", today
    ) { row -> (day: CalendarDate, text: String) in (try row.next(), try row.next()) }
    guard waiting.count >= RatingSummary.smallestGroup,
      let month = waiting.map(\.day).max()?.startOfMonth
    else { return }
    try connection.run("DELETE FROM rating_line WHERE day < ?", today)
    let id = RatingTable.unguessableID(on: month)
    let lines = waiting.map(\.text).shuffled()
    try put(id, month, lines, ServerMark(version: 0, generation: 0), connection)
    try transaction.record(
      .wordsTold,
      .object([
        "id": .string("\(id)"), "month": .string("\(month)"),
        "lines": .array(lines.map(JSONText.string)),
      ]), at: month.start(offset: .utc),
      id: Operation.ID(RatingTable.unguessableID(on: month)))
  }

  /// With the lines go the operations that told them.
  private static func forget(before oldest: CalendarDate, _ connection: Connection) throws {
    try connection.run("DELETE FROM rating_line WHERE day < ?", oldest)
    let gone = try connection.run("DELETE FROM rating_words WHERE month < ?", oldest)
    guard gone > 0 else { return }
    try connection.run(
      """
      UPDATE operation SET body = NULL, salt = NULL
      WHERE kind = 'words_told' AND time < ? AND body IS NOT NULL
      """, oldest.start(offset: .utc))
  }

  static func put(
    _ id: UUIDv7, _ month: CalendarDate, _ lines: [String], _ mark: ServerMark,
    _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO rating_words (id, month, lines, server_version, generation)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET server_version = excluded.server_version,
        generation = excluded.generation
      """, id, month, JSONText.array(lines.map(JSONText.string)).written, mark.version,
      mark.generation)
  }

  /// The lines of the months of these days, the newest month first.
  static func lines(
    from: CalendarDate, to: CalendarDate, _ connection: Connection
  ) throws -> [String] {
    try connection.all(
      "SELECT lines FROM rating_words WHERE month BETWEEN ? AND ? ORDER BY month DESC",
      from.startOfMonth, to
    ) { try $0.next(String.self) }.flatMap { (try? Self.lines($0)) ?? [] }
  }

  private static func lines(_ text: String) throws(JSONFault) -> [String] {
    var lines: [String] = []
    try JSONReader.read(text) { reader throws(JSONFault) in lines = try reader.lines() }
    return lines
  }
}

extension RowsFromServer {
  func applyRatingWords(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    var (month, lines) = (CalendarDate?.none, [String]())
    try JSONReader.read(body) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "month": month = try reader.optionalDate()
        case "lines": lines = try reader.lines()
        default: try reader.skip()
        }
      }
    }
    guard let month, month.day == 1, lines.count >= RatingSummary.smallestGroup,
      lines.allSatisfy({ CitizenWords($0)?.text == $0 })
    else { throw JSONFault() }
    try RatingWordsTable.put(row.id, month, lines, mark(row), connection)
  }
}

extension JSONReader {
  fileprivate mutating func lines() throws(JSONFault) -> [String] {
    var lines: [String] = []
    try array { reader throws(JSONFault) in lines.append(try reader.string()) }
    return lines
  }
}

extension LocalStore {
  /// What citizens have written in the months of these days.
  package func citizensWords(
    from: CalendarDate, to: CalendarDate
  ) throws(StoreError) -> [String] {
    try read { try RatingWordsTable.lines(from: from, to: to, $0) }
  }
}
