internal import Domain
internal import SQLite

/// A one-time word as it is stored and told: whoever has the file cannot answer for others.
struct HiddenToken {
  let hash: String
  private let words: (UInt64, UInt64)

  init(_ token: RatingToken) {
    var input = HashInput()
    input.add("okno rating token")
    input.add(token.description)
    let digest = input.digest
    words = (Self.word(digest.prefix(8)), Self.word(digest.dropFirst(8).prefix(8)))
    // In the same digits as a word of its own.
    hash = RatingToken(random: words).description
  }

  /// One id at every desk.
  func id(issued day: CalendarDate) -> UUIDv7 {
    UUIDv7(at: day.start(offset: .utc), random: words)
  }

  private static func word(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// A row of a one-time word.
struct RatingTokenRow {
  struct Answer {
    var day: CalendarDate
    var score: Int
    var criteria: String
  }

  var id: UUIDv7
  var hash: String
  var issued: CalendarDate
  var answer: Answer?
}

enum RatingTokenTable {
  private static let columns = "id, hash, issued, answered, score, criteria"

  static func insert(
    _ token: RatingToken, issued day: CalendarDate, _ connection: Connection
  ) throws {
    let hidden = HiddenToken(token)
    try connection.run(
      "INSERT INTO rating_token (id, hash, issued) VALUES (?, ?, ?)", hidden.id(issued: day),
      hidden.hash, day)
  }

  static func row(_ token: RatingToken, _ connection: Connection) throws -> RatingTokenRow? {
    try connection.first(
      "SELECT \(columns) FROM rating_token WHERE hash = ?", HiddenToken(token).hash, read: read)
  }

  static func row(_ id: UUIDv7, _ connection: Connection) throws -> RatingTokenRow? {
    try connection.first("SELECT \(columns) FROM rating_token WHERE id = ?", id, read: read)
  }

  static func answer(
    _ id: UUIDv7, _ answer: RatingTokenRow.Answer, _ connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE rating_token SET answered = ?, score = ?, criteria = ?, logged = 1 WHERE id = ?
      """, answer.day, answer.score, answer.criteria, id)
  }

  /// A row of the central store.
  static func put(_ row: RatingTokenRow, _ mark: ServerMark, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO rating_token (\(columns), logged, server_version, generation)
      VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
      ON CONFLICT (id) DO UPDATE SET answered = excluded.answered, score = excluded.score,
        criteria = excluded.criteria, logged = 1, server_version = excluded.server_version,
        generation = excluded.generation
      """, row.id, row.hash, row.issued, row.answer?.day, row.answer?.score,
      row.answer?.criteria ?? "", mark.version, mark.generation)
  }

  private static func read(_ row: inout Row) throws -> RatingTokenRow {
    let (id, hash): (UUIDv7, String) = (try row.next(), try row.next())
    let issued: CalendarDate = try row.next()
    let (day, score): (CalendarDate?, Int?) = (try row.next(), try row.next())
    let criteria: String = try row.next()
    var answer: RatingTokenRow.Answer?
    if let day, let score {
      answer = RatingTokenRow.Answer(day: day, score: score, criteria: criteria)
    }
    return RatingTokenRow(id: id, hash: hash, issued: issued, answer: answer)
  }

  static func control(
    from: CalendarDate, to: CalendarDate, _ connection: Connection
  ) throws -> ControlSample {
    var sample = ControlSample.none
    try connection.forEach(
      """
      SELECT count(*), count(score), coalesce(sum(score = 5), 0) FROM rating_token
      WHERE issued BETWEEN ? AND ?
      """, values: [from, to]
    ) { row in
      sample = ControlSample(
        issued: try row.next(), answered: try row.next(), best: try row.next())
      return true
    }
    return sample
  }
}

// On the way to the centre.
extension RatingTokenTable {
  /// Logs the operations of the words that wait, if they are enough to hide each other, else of those whose day is over:
  /// whoever has the region's answers knows the words, and a word beside its visit would tell whose answer it is.
  static func logDue(_ transaction: WriteTransaction, today: CalendarDate) throws {
    let connection = transaction.connection
    let waiting = try connection.all(
      "SELECT \(columns) FROM rating_token WHERE logged = 0 ORDER BY id", read: read)
    let isEnough = waiting.count >= RatingSummary.smallestGroup
    for word in waiting where isEnough || word.issued < today {
      try transaction.record(
        word.answer == nil ? .ratingTokenIssued : .ratingTokenAnswered, RatingTokenBody.of(word),
        at: word.issued.start(offset: .utc),
        id: Operation.ID(transaction.unguessableID(on: word.issued)))
      try connection.run("UPDATE rating_token SET logged = 1 WHERE id = ?", word.id)
    }
  }
}

/// Operations about one-time words: an answer says all that the row holds.
enum RatingTokenBody {
  static func of(_ row: RatingTokenRow) -> JSONText {
    var fields: [String: JSONText] = [
      "id": .string("\(row.id)"), "hash": .string(row.hash), "issued": .string("\(row.issued)"),
    ]
    if let answer = row.answer {
      fields["answered"] = .string("\(answer.day)")
      fields["score"] = .number(answer.score)
      fields["criteria"] = .string(answer.criteria)
    }
    return .object(fields)
  }
}
