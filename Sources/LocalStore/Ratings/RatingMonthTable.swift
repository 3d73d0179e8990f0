internal import Domain
internal import SQLite
internal import Sync

/// A window's month as it is stored.
struct RatingMonthRow {
  var id: UUIDv7
  var desk: Identifier<Desk>
  var ratings: MonthRatings
}

enum RatingMonthTable {
  static func put(_ row: RatingMonthRow, _ mark: ServerMark, _ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO rating_month
        (id, desk, month, given, best, hours, server_version, generation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET server_version = excluded.server_version,
        generation = excluded.generation
      """, row.id, row.desk, row.ratings.month, row.ratings.total.given, row.ratings.total.best,
      hours(row.ratings).written, mark.version, mark.generation)
  }

  static func picture(of month: CalendarDate, _ connection: Connection) throws -> MonthPicture {
    let rows = try connection.all(
      "SELECT desk, given, best, hours FROM rating_month WHERE month = ?", month
    ) { row -> (Identifier<Desk>, BestCount, String) in
      (try row.next(), BestCount(given: try row.next(), best: try row.next()), try row.next())
    }
    return MonthPicture(
      rows.compactMap { desk, total, hours in
        let ratings = (try? Self.hours(hours)).flatMap {
          MonthRatings(month: month, total: total, hours: $0)
        }
        return ratings.map { (desk, $0) }
      })
  }

  static func body(_ id: UUIDv7, _ ratings: MonthRatings) -> JSONText {
    .object([
      "id": .string("\(id)"), "month": .string("\(ratings.month)"),
      "given": .number(ratings.total.given), "best": .number(ratings.total.best),
      "hours": hours(ratings),
    ])
  }

  private static func hours(_ ratings: MonthRatings) -> JSONText {
    .array(
      ratings.hours.sorted { $0.key < $1.key }.map { hour, answers in
        .object([
          "hour": .number(hour), "given": .number(answers.given), "best": .number(answers.best),
        ])
      })
  }

  private static func hours(_ text: String) throws(JSONFault) -> [Int: BestCount] {
    var hours: [Int: BestCount] = [:]
    try JSONReader.read(text) { reader throws(JSONFault) in hours = try reader.hours() }
    return hours
  }
}

extension RowsFromServer {
  func applyRatingMonth(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    try RatingMonthTable.put(
      try RatingMonthRow(row.id, json: body, names), mark(row), connection)
  }
}

extension RatingMonthRow {
  fileprivate init(_ id: UUIDv7, json: String, _ names: DeskNames) throws(JSONFault) {
    var (desk, month) = (Identifier<Desk>?.none, CalendarDate?.none)
    var (total, hours) = (BestCount(), [Int: BestCount]())
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "desk": desk = try reader.optionalID()
        case "month": month = try reader.optionalDate()
        case "given": total.given = try reader.integer()
        case "best": total.best = try reader.integer()
        case "hours": hours = try reader.hours()
        default: try reader.skip()
        }
      }
    }
    guard let desk, let month,
      let ratings = MonthRatings(month: month, total: total, hours: hours)
    else { throw JSONFault() }
    self.init(id: id, desk: names.inward(desk), ratings: ratings)
  }
}

extension JSONReader {
  fileprivate mutating func hours() throws(JSONFault) -> [Int: BestCount] {
    var hours: [Int: BestCount] = [:]
    try array { reader throws(JSONFault) in
      var (hour, answers) = (-1, BestCount())
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "hour": hour = try reader.integer()
        case "given": answers.given = try reader.integer()
        case "best": answers.best = try reader.integer()
        default: try reader.skip()
        }
      }
      guard hours.updateValue(answers, forKey: hour) == nil else { throw JSONFault() }
    }
    return hours
  }
}
