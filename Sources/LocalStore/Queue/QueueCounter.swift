internal import Domain
internal import SQLite

/// The numbers of the day: a letter or two that nobody else at the centre has, and a number that begins
/// anew each day.
enum QueueCounter {
  /// Of a desk that no central store has given one.
  static let ownSeries = "А"

  static func next(_ stamp: Stamp, _ connection: Connection) throws -> String {
    let series = try Meta.get(.series, connection) ?? ownSeries
    let day = stamp.today
    let counted = try connection.first(
      "SELECT day, last FROM queue_counter WHERE series = ?", series
    ) { (day: try $0.next(CalendarDate.self), last: try $0.next(Int.self)) }
    let known = counted?.day == day ? counted?.last ?? 0 : 0
    // After a restore the counter may be behind the tickets that have come back from the central store.
    let next = max(known, try highest(series, stamp, connection)) + 1
    try connection.run(
      "INSERT OR REPLACE INTO queue_counter (series, day, last) VALUES (?, ?, ?)", series, day,
      next)
    let digits = String(next)
    return series + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  private static func highest(
    _ series: String, _ stamp: Stamp, _ connection: Connection
  ) throws -> Int {
    let length = series.unicodeScalars.count
    return try connection.value(
      """
      SELECT coalesce(max(CAST(substr(number, ?1) AS INTEGER)), 0) FROM ticket
      WHERE issued >= ?2 AND issued < ?3 AND substr(number, 1, ?1 - 1) = ?4
        AND substr(number, ?1, 1) BETWEEN '0' AND '9'
      """, length + 1, stamp.startOfDay,
      stamp.today.adding(days: 1).start(offset: stamp.offset), series) ?? 0
  }
}
