package import Domain
internal import SQLite

extension LocalStore {
  /// What the ratings of the days from `from` to `to` say, both included.
  package func ratingPicture(
    from: CalendarDate, to: CalendarDate, today: CalendarDate
  ) throws(StoreError) -> RatingPicture {
    try read { connection in
      let summary = try RatingTable.summary(from: from, to: to, connection)
      let counts = try RatingTable.bySituation(from: from, to: to, connection)
      let evidence = RatingEvidence(
        given: summary.count, tooFast: summary.tooFast,
        bursts: try RatingPace.bursts(from: from, to: to, connection), byDigit: counts.byDigit,
        control: try RatingTokenTable.control(from: from, to: to, connection))
      return RatingPicture(
        from: from, to: to, today: today, summary: summary, evidence: evidence,
        situations: Array(counts.situations.values),
        callbacks: try CallbackTable.figures(from: from, to: to, today: today, connection),
        month: try RatingMonthTable.picture(of: from, connection))
    }
  }
}

extension RatingTable {
  static func bySituation(
    from: CalendarDate, to: CalendarDate, _ connection: Connection
  ) throws -> (situations: [LifeSituation.ID: SituationRatings], byDigit: [Int]) {
    var situations: [LifeSituation.ID: SituationRatings] = [:]
    var byDigit = [Int](repeating: 0, count: 5)
    try connection.forEach(
      """
      SELECT situation, result, score, coalesce(batch IN (\(toldBatches)), 0) AS told, count(*)
      FROM rating WHERE day BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4
      """, values: [from, to]
    ) { row in
      let id = LifeSituation.ID(rawValue: try row.next())
      let (result, score): (String, Int?) = (try row.next(), try row.next())
      let (isTold, count): (Bool, Int) = (try row.next(), try row.next())
      var counts = situations[id] ?? SituationRatings(situation: id)
      switch result {
      case "given": counts.given += count
      case "declined": counts.declined += count
      case "skipped": counts.skipped += count
      default: counts.timedOut += count
      }
      if isTold, let score, (1...5).contains(score) {
        counts.told += count
        if score == 5 { counts.best += count }
        byDigit[score - 1] += count
      }
      situations[id] = counts
      return true
    }
    return (situations, byDigit)
  }
}
