internal import Domain
internal import SQLite

/// How quickly ratings follow each other at this desk, a row a day: a burst is a sign that they are not citizens' own. No rating
/// has a time of its own; the table knows that of the day's last one.
enum RatingPace {
  static let ddl = """
    CREATE TABLE rating_pace (
      day TEXT NOT NULL PRIMARY KEY,
      last INTEGER NOT NULL,
      bursts INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    """

  static func note(_ stamp: Stamp, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO rating_pace (day, last) VALUES (?1, ?2)
      ON CONFLICT (day) DO UPDATE SET
        bursts = bursts + (abs(excluded.last - last) < ?3), last = max(last, excluded.last)
      """, stamp.today, stamp.now, RatingEvidence.burst)
  }

  static func bursts(
    from: CalendarDate, to: CalendarDate, _ connection: Connection
  ) throws -> Int {
    try connection.value(
      "SELECT coalesce(sum(bursts), 0) FROM rating_pace WHERE day BETWEEN ? AND ?", from, to)
      ?? 0
  }
}
