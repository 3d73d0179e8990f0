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
  /// - Parameter isAskedOutside: whether the citizen's own screen has asked: in the same transaction its
  ///   question is settled, so that its answer counts once.
  /// - Parameter callback: the call that the citizen asks for beside it; the two do not know each other.
  /// - Parameter words: what the citizen has written; it knows neither.
  package func recordRating(
    _ entry: RatingEntry, isAskedOutside: Bool = false, callback: CallbackRequest? = nil,
    words: CitizenWords? = nil, _ stamp: Stamp
  ) throws(StoreError) {
    try write { transaction in
      if case .given(let score, _) = entry.result, !(1...5).contains(score) {
        throw StoreError.badInput("a rating is 1 to 5")
      }
      let connection = transaction.connection
      guard try CatalogueTable.contains(.situation, entry.situation.rawValue, connection) else {
        throw StoreError.notFound(kind: "situation", id: entry.situation.rawValue)
      }
      try RatingTable.insert(entry, day: stamp.today, connection)
      if case .given(let score, _) = entry.result {
        try RatingPace.note(stamp, connection)
        try RatingHours.count(score: score, stamp, connection)
      }
      if let words { try RatingWordsTable.keep(words, on: stamp.today, connection) }
      if let callback { try CallbackTable.insert(callback, today: stamp.today, transaction) }
      if isAskedOutside { try AskedRating.settle(connection) }
      if case .given(let score, _) = entry.result, let employee = stamp.author.employee {
        try StrengthTable.add(
          score: score, by: employee, in: entry.situation, on: stamp.today, transaction)
      }
      try logRatings(transaction, today: stamp.today)
      try RatingHours.tellMonths(before: stamp.today, transaction)
      try RatingWordsTable.tell(today: stamp.today, transaction)
    }
  }

  /// Ratings of the days from `from` to `to`, both included; shares only of the batches that lie within
  /// these days.
  ///
  /// There is no summary of one situation: its batches would be others than those of the whole, and
  /// the difference of the two could tell a single rating.
  package func ratingSummary(
    from: CalendarDate, to: CalendarDate
  ) throws(StoreError) -> RatingSummary {
    try read { try RatingTable.summary(from: from, to: to, $0) }
  }

  /// Logs the operations of the ratings that wait, if they are enough to hide each other, else of
  /// those whose day is over.
  private func logRatings(_ transaction: WriteTransaction, today: CalendarDate) throws {
    let pending = try RatingTable.pending(transaction.connection)
    let given = pending.count { $0.score != nil }
    let isEnough = given >= RatingSummary.smallestGroup
    // The one just given would stand in the log beside its visit.
    let due = isEnough ? pending : pending.filter { $0.day < today }
    for rating in due {
      // The operation, too, knows the day only, by its time and by its id.
      let midnight = rating.day.start(offset: .utc)
      try transaction.record(
        .ratingRecorded, rating.body, at: midnight,
        id: Operation.ID(RatingTable.unguessableID(on: rating.day)))
    }
    try RatingTable.markLogged(due, transaction.connection)
    try CallbackTable.logDue(transaction, today: today, isAmongOthers: isEnough)
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
    try RatingBatches.close(connection)
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

  static func markLogged(_ rows: [RatingRow], _ connection: Connection) throws {
    for row in rows { try connection.run("UPDATE rating SET logged = 1 WHERE id = ?", row.id) }
  }
}
