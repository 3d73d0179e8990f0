internal import Domain
internal import SQLite

// What is told of ratings. A share that moves after every visit tells that visit's rating; so does the
// difference of two periods of which one has a rating more. Therefore given ratings come into batches
// of five or more, a batch is closed for ever, and a summary is of whole batches only: whatever two
// summaries are subtracted, what is left is a batch or several.

enum RatingBatches {
  /// What the migration of that name does. Ratings from before are in one batch a day where they were
  /// told already; the others wait for the next.
  static let ddl = """
    ALTER TABLE rating ADD COLUMN batch INTEGER;
    CREATE INDEX rating_batch ON rating (batch, day) WHERE score IS NOT NULL;
    UPDATE rating SET batch = CAST(julianday(day) AS INTEGER)
    WHERE score IS NOT NULL AND logged = 1 AND day IN (
      SELECT day FROM rating WHERE score IS NOT NULL AND logged = 1
      GROUP BY day HAVING count(*) >= 5);
    """

  /// Closes the batches that are full: one of the newest day, and one of what earlier days have left
  /// over, so that a day's share is there from its own fifth rating on.
  static func close(_ connection: Connection) throws {
    let open: [CalendarDate] = try connection.all(
      "SELECT day FROM rating WHERE batch IS NULL AND score IS NOT NULL"
    ) { try $0.next() }
    guard open.count >= RatingSummary.smallestGroup,
      let newest = try connection.value("SELECT max(day) FROM rating", as: CalendarDate.self)
    else { return }
    for isNewest in [true, false] {
      let count = open.count { ($0 == newest) == isNewest }
      guard count >= RatingSummary.smallestGroup else { continue }
      let last = try connection.value(
        "SELECT coalesce(max(batch), 0) FROM rating WHERE score IS NOT NULL", as: Int64.self)
      try connection.run(
        """
        UPDATE rating SET batch = ?
        WHERE batch IS NULL AND score IS NOT NULL AND (day = ?) = ?
        """, (last ?? 0) + 1, newest, isNewest)
    }
  }
}

extension RatingTable {
  /// The batches that lie wholly within the days ?1 to ?2.
  static let toldBatches = """
    SELECT batch FROM rating WHERE score IS NOT NULL AND batch IN (
      SELECT batch FROM rating WHERE day BETWEEN ?1 AND ?2)
    GROUP BY batch HAVING min(day) >= ?1 AND max(day) <= ?2
    """

  static func summary(
    from: CalendarDate, to: CalendarDate, _ connection: Connection
  ) throws -> RatingSummary {
    var tally = RatingTally()
    // Scores are told of batches that lie wholly within the days.
    try connection.forEach(
      """
      SELECT result, score, criteria, coalesce(batch IN (\(toldBatches)), 0) AS told,
        count(*), sum(too_fast)
      FROM rating WHERE day BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4
      """, values: [from, to]
    ) { row in
      let result: String = try row.next()
      let (score, criteria): (Int?, String) = (try row.next(), try row.next())
      let isTold: Bool = try row.next()
      let count: Int = try row.next()
      tally.add(result, count: count, tooFast: try row.next())
      if isTold, let score { tally.tell(score: score, criteria: criteria, count: count) }
      return true
    }
    return tally.summary
  }
}

/// Adds up groups of equal ratings.
private struct RatingTally {
  private var counts: [String: Int] = [:]
  private var tooFast = 0
  private var told = 0
  private var best = 0
  private var chosen: [Criterion: Int] = [:]
  private var blamed: [Criterion: Int] = [:]

  mutating func add(_ result: String, count: Int, tooFast: Int) {
    counts[result, default: 0] += count
    self.tooFast += tooFast
  }

  mutating func tell(score: Int, criteria: String, count: Int) {
    told += count
    if score == 5 { best += count }
    for word in criteria.split(separator: " ") {
      if let criterion = Criterion(rawValue: String(word)) {
        chosen[criterion, default: 0] += count
        if score < 5 { blamed[criterion, default: 0] += count }
      }
    }
  }

  var summary: RatingSummary {
    var summary = RatingSummary(
      count: count("given"), declined: count("declined"),
      skipped: count("skipped"), timedOut: count("timed_out"), shareBest: nil,
      byCriterion: nil, tooFast: tooFast)
    // The centre may have taken out a rating of a batch.
    guard told >= RatingSummary.smallestGroup else { return summary }
    summary.shareCount = told
    summary.shareBest = Double(best) / Double(told)
    summary.byCriterion = shares(chosen)
    summary.notBestByCriterion = shares(blamed)
    return summary
  }

  private func count(_ result: String) -> Int { counts[result] ?? 0 }

  private func shares(_ counts: [Criterion: Int]) -> [Criterion: Double] {
    Dictionary(
      uniqueKeysWithValues: Criterion.allCases.map {
        ($0, Double(counts[$0] ?? 0) / Double(told))
      })
  }
}
