package import Domain
internal import SQLite

// Ratings, apart from who gave them.
//
// A row knows the situation and the day, and nothing of the visit, the citizen or the hour: at one
// desk the hour and the situation together would nearly always single out one visit. Its id is
// random but for the day, and the table lies in the order of ids, so that the order of giving is
// lost. For the same reason the operation of a rating does not follow its visit's in the log: they
// are logged five or more at a time, or when their day is over, in the order of ids.

extension LocalStore {
  package func recordRating(_ entry: RatingEntry, _ stamp: Stamp) throws(StoreError) {
    try write { transaction in
      if case .given(let score, _) = entry.result, !(1...5).contains(score) {
        throw StoreError.badInput("a rating is 1 to 5")
      }
      let connection = transaction.connection
      guard try CatalogueTable.contains(.situation, entry.situation.rawValue, connection) else {
        throw StoreError.notFound(kind: "situation", id: entry.situation.rawValue)
      }
      try RatingTable.insert(entry, day: stamp.today, connection)
      try logRatings(transaction, today: stamp.today)
    }
  }

  /// Ratings of the days from `from` to `to`, both included; shares only of five given ones or more.
  package func ratingSummary(
    from: CalendarDate, to: CalendarDate, situation: LifeSituation.ID? = nil
  ) throws(StoreError) -> RatingSummary {
    try read { try RatingTable.summary(from: from, to: to, situation: situation, $0) }
  }

  /// Logs the operations of the ratings that wait, if they are enough to hide each other or if their
  /// day is over.
  private func logRatings(_ transaction: WriteTransaction, today: CalendarDate) throws {
    let pending = try RatingTable.pending(transaction.connection)
    let dayIsOver = pending.contains { $0.day < today }
    let given = pending.count { $0.score != nil }
    guard given >= RatingSummary.smallestGroup || dayIsOver else { return }
    for rating in pending {
      // The operation, too, knows the day only, by its time and by its id.
      let midnight = rating.day.start(offset: .utc)
      try transaction.record(
        .ratingRecorded, rating.body, at: midnight,
        id: Operation.ID(RatingTable.unguessableID(on: rating.day)))
    }
    try RatingTable.markLogged(transaction.connection)
  }
}

/// A rating as it is stored.
struct RatingRow {
  var id: UUIDv7
  var situation: String
  var day: CalendarDate
  var result: String
  var score: Int?
  var criteria: [String]
  var isTooFast: Bool

  var body: JSONText {
    .object([
      "id": .string("\(id)"), "situation": .string(situation), "day": .string("\(day)"),
      "result": .string(result), "score": score.map(JSONText.number) ?? .null,
      "criteria": .array(criteria.map(JSONText.string)), "too_fast": .bool(isTooFast),
    ])
  }
}

enum RatingTable {
  static func unguessableID(on day: CalendarDate) -> UUIDv7 {
    UUIDv7(at: day.start(offset: .utc), random: (SecureRandom.word(), SecureRandom.word()))
  }

  static func insert(_ entry: RatingEntry, day: CalendarDate, _ connection: Connection) throws {
    let (result, score, criteria) = columns(of: entry.result)
    try connection.run(
      """
      INSERT INTO rating (id, situation, day, result, score, criteria, too_fast)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, unguessableID(on: day), entry.situation.rawValue, day, result, score, criteria,
      entry.isTooFast)
  }

  private static func columns(
    of result: RatingResult
  ) -> (result: String, score: Int?, criteria: String) {
    switch result {
    case .given(let score, let criteria):
      ("given", score, criteria.map(\.rawValue).sorted().joined(separator: " "))
    case .skipped: ("skipped", nil, "")
    case .declined: ("declined", nil, "")
    case .timedOut: ("timed_out", nil, "")
    }
  }

  /// Those whose operation has not been logged yet, in the order of their random ids.
  static func pending(_ connection: Connection) throws -> [RatingRow] {
    try connection.all(
      """
      SELECT id, situation, day, result, score, criteria, too_fast FROM rating
      WHERE logged = 0 ORDER BY id
      """
    ) { row in
      RatingRow(
        id: try row.next(), situation: try row.next(), day: try row.next(), result: try row.next(),
        score: try row.next(),
        criteria: (try row.next() as String).split(separator: " ").map(String.init),
        isTooFast: try row.next())
    }
  }

  static func markLogged(_ connection: Connection) throws {
    try connection.run("UPDATE rating SET logged = 1 WHERE logged = 0")
  }

  static func summary(
    from: CalendarDate, to: CalendarDate, situation: LifeSituation.ID?, _ connection: Connection
  ) throws -> RatingSummary {
    try tally(from: from, to: to, situation: situation, loggedOnly: false, connection).summary
  }

  /// For a screen that is open all day: the shares stand still until five more ratings were given,
  /// since a share that moves after every visit tells that visit's rating.
  static func steadySummary(of day: CalendarDate, _ connection: Connection) throws -> RatingSummary
  {
    func summary(loggedOnly: Bool) throws -> RatingSummary {
      try tally(from: day, to: day, situation: nil, loggedOnly: loggedOnly, connection).summary
    }
    var steady = try summary(loggedOnly: false)
    let told = try summary(loggedOnly: true)
    (steady.shareBest, steady.byCriterion) = (told.shareBest, told.byCriterion)
    return steady
  }

  private static func tally(
    from: CalendarDate, to: CalendarDate, situation: LifeSituation.ID?, loggedOnly: Bool,
    _ connection: Connection
  ) throws -> RatingTally {
    var tally = RatingTally()
    try connection.forEach(
      """
      SELECT result, score, criteria, too_fast, count(*) FROM rating
      WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR situation = ?3) AND logged >= ?4
      GROUP BY result, score, criteria, too_fast
      """, values: [from, to, situation?.rawValue, loggedOnly]
    ) { row in
      let result: String = try row.next()
      let score: Int? = try row.next()
      let criteria: String = try row.next()
      let isTooFast: Bool = try row.next()
      tally.add(result, score, criteria, isTooFast, count: try row.next())
      return true
    }
    return tally
  }
}

/// Adds up groups of equal ratings.
struct RatingTally {
  private var counts: [String: Int] = [:]
  private var best = 0
  private var tooFast = 0
  private var chosen: [Criterion: Int] = [:]

  mutating func add(
    _ result: String, _ score: Int?, _ criteria: String, _ isTooFast: Bool, count: Int
  ) {
    counts[result, default: 0] += count
    if score == 5 { best += count }
    if isTooFast { tooFast += count }
    for word in criteria.split(separator: " ") {
      if let criterion = Criterion(rawValue: String(word)) {
        chosen[criterion, default: 0] += count
      }
    }
  }

  var summary: RatingSummary {
    let given = counts["given"] ?? 0
    var summary = RatingSummary(
      count: given, declined: counts["declined"] ?? 0, skipped: counts["skipped"] ?? 0,
      timedOut: counts["timed_out"] ?? 0, shareBest: nil, byCriterion: nil, tooFast: tooFast)
    guard given >= RatingSummary.smallestGroup else { return summary }
    summary.shareBest = Double(best) / Double(given)
    summary.byCriterion = Dictionary(
      uniqueKeysWithValues: Criterion.allCases.map {
        ($0, Double(chosen[$0] ?? 0) / Double(given))
      })
    return summary
  }
}
