internal import Domain
internal import SQLite

// How good answers are at an hour of the day. A rating knows no hour, since an hour and a situation nearly always single
// out a visit. So the desk keeps sums for an hour of the day and a month, without day and situation, and tells nothing of
// them while the month runs: a sum that grows would tell the answer that it grew by.

enum RatingHours {
  static let ddl = """
    -- Answers of months that are not told yet, and how many of them are the best. Sums, of this desk only.
    CREATE TABLE rating_hour (
      month TEXT NOT NULL,
      hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
      given INTEGER NOT NULL,
      best INTEGER NOT NULL,
      PRIMARY KEY (month, hour)
    ) STRICT, WITHOUT ROWID;

    -- Months that are over, a row a window.
    CREATE TABLE rating_month (
      id BLOB NOT NULL PRIMARY KEY,
      desk BLOB NOT NULL,
      month TEXT NOT NULL,
      given INTEGER NOT NULL,
      best INTEGER NOT NULL,
      hours TEXT NOT NULL,
      server_version INTEGER NOT NULL DEFAULT 0,
      generation INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rating_month_of ON rating_month (month);
    """

  static func count(score: Int, _ stamp: Stamp, _ connection: Connection) throws {
    let (day, time) = stamp.now.civil(offset: stamp.offset)
    try connection.run(
      """
      INSERT INTO rating_hour (month, hour, given, best) VALUES (?, ?, 1, ?)
      ON CONFLICT (month, hour) DO UPDATE SET given = given + 1, best = best + excluded.best
      """, day.startOfMonth, time.hour, score == 5 ? 1 : 0)
  }

  /// Tells the months that are over. Those with fewer answers than a group are never told.
  static func tellMonths(before today: CalendarDate, _ transaction: WriteTransaction) throws {
    let connection = transaction.connection
    let over: [CalendarDate] = try connection.all(
      "SELECT DISTINCT month FROM rating_hour WHERE month < ?", today.startOfMonth
    ) { try $0.next() }
    for month in over {
      var random = SystemRandomNumberGenerator()
      let ratings = MonthRatings(
        month: month, counted: try counted(in: month, connection),
        apart: try RatingTable.apart(in: month, connection), random: &random)
      try connection.run("DELETE FROM rating_hour WHERE month = ?", month)
      guard let ratings else { continue }
      let id = RatingTable.unguessableID(on: month)
      try RatingMonthTable.put(
        RatingMonthRow(id: id, desk: transaction.desk, ratings: ratings),
        ServerMark(version: 0, generation: 0), connection)
      try transaction.record(
        .ratingMonthTold, RatingMonthTable.body(id, ratings), at: month.start(offset: .utc),
        id: Operation.ID(RatingTable.unguessableID(on: month)))
    }
  }

  private static func counted(
    in month: CalendarDate, _ connection: Connection
  ) throws -> [Int: BestCount] {
    let rows = try connection.all(
      "SELECT hour, given, best FROM rating_hour WHERE month = ?", month
    ) { row -> (Int, BestCount) in
      (try row.next(), BestCount(given: try row.next(), best: try row.next()))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}

extension RatingTable {
  /// The answers of a month that are in none of the batches that lie wholly within it.
  fileprivate static func apart(
    in month: CalendarDate, _ connection: Connection
  ) throws -> BestCount {
    try connection.first(
      """
      SELECT count(*), coalesce(sum(score = 5), 0) FROM rating
      WHERE day BETWEEN ?1 AND ?2 AND score IS NOT NULL
        AND NOT coalesce(batch IN (\(toldBatches)), 0)
      """, month, month.endOfMonth
    ) { BestCount(given: try $0.next(), best: try $0.next()) } ?? BestCount()
  }
}
