import Domain
import Sync
import Testing

@testable import LocalStore

/// How good answers are by the hour: nothing while a month runs, and then the month in one operation.
@Suite struct RatingMonthTests {
  private let desk: TestStore
  /// 2026-11-01, and a day of the month after.
  private let november: CalendarDate
  private static let december: Int64 = 8 * 1440

  init() throws {
    desk = try TestStore()
    november = desk.today.startOfMonth
  }

  private func rate(_ score: Int?, hour: Int64 = 10, days: Int64 = 0, in store: TestStore? = nil)
    throws
  {
    let desk = store ?? desk
    let result = score.map { RatingResult.given(score: $0, criteria: []) } ?? .declined
    try desk.store.recordRating(
      RatingEntry(situation: "birth-of-child", result: result, answeredIn: 3000),
      desk.stamp(days * 1440 + (hour - 10) * 60))
  }

  private func picture() throws -> RatingPicture {
    try desk.store.ratingPicture(
      from: november, to: november.endOfMonth, today: november.endOfMonth.adding(days: 1))
  }

  private func told() throws -> [String] {
    try desk.rows("SELECT body FROM operation WHERE kind = 'rating_month_told'")
  }

  @Test(arguments: Place.allCases)
  func aMonthIsToldWhenItIsOver(_ place: Place) throws {
    let desk = try TestStore(place)
    for score in [5, 5, 5, 5, 4] { try rate(score, hour: 9, in: desk) }
    for score in [5, 1, 1, 1, 1, 1] { try rate(score, hour: 18, in: desk) }
    #expect(try desk.rows("SELECT count(*) FROM rating_month") == ["0"])
    try rate(nil, days: 8, in: desk)
    let month = try desk.store.read { try RatingMonthTable.picture(of: november, $0) }
    // Eleven were given; a batch has ten of them, and so has the month.
    #expect(month.windows.map(\.desk) == [desk.store.desk])
    #expect(month.windows.first?.answers.given == 10)
    #expect(month.hours.reduce(0) { $0 + $1.answers.given } <= 10)
    #expect(try desk.rows("SELECT count(*) FROM rating_hour") == ["0"])
    let operation = try #require(
      try desk.rows("SELECT body, time FROM operation WHERE kind = 'rating_month_told'").first)
    #expect(operation.contains(#""month":"2026-11-01""#) && !operation.contains("birth"))
    #expect(operation.hasSuffix("|\(november.start(offset: .utc).milliseconds)"))
  }

  @Test func nothingIsToldOfAMonthThatRuns() throws {
    for hour in 8...19 {
      for _ in 1...6 { try rate(5, hour: Int64(hour), days: Int64(hour % 6)) }
    }
    #expect(try told().isEmpty)
    #expect(try picture().month == .none)
    // Neither by a clock that goes back.
    try rate(5, days: -60)
    #expect(try told().isEmpty)
  }

  @Test func aMonthIsToldOnce() throws {
    for _ in 1...10 { try rate(5) }
    try rate(5, days: 8)
    try rate(5, days: 9)
    #expect(try told().count == 1)
    // An answer to a question of the month before, which comes when that one was told, is never told alone.
    try rate(1)
    try rate(5, days: 10)
    #expect(try told().count == 1)
  }

  @Test func fewerThanFiveAreNeverTold() throws {
    for _ in 1...4 { try rate(5) }
    try rate(5, days: 8)
    #expect(try told().isEmpty)
    #expect(try desk.rows("SELECT month FROM rating_hour") == ["2026-12-01"])
  }

  /// The month's total and the shares of its days are of as many answers, and as good ones: what the batches leave over
  /// cannot be told by setting one against the other.
  @Test(arguments: 1...12)
  func theTotalIsThatOfTheBatches(over: Int) throws {
    for place in 0..<(20 + over) { try rate(place % 4 == 0 ? 3 : 5, hour: Int64(9 + place % 3)) }
    try rate(5, days: 8)
    let picture = try picture()
    let total = try #require(picture.month.windows.first?.answers)
    #expect(total.given == picture.summary.shareCount)
    #expect(total.share == picture.summary.shareBest)
  }

  /// An hour, a sum, and nothing that a visit could be found by.
  @Test func theSumsKnowNeitherDayNorSituation() throws {
    #expect(
      try desk.rows("SELECT name FROM pragma_table_info('rating_hour')")
        == ["month", "hour", "given", "best"])
  }

  /// The hour is the centre's.
  @Test func theHourIsThatOfTheCentre() throws {
    try rate(5, hour: 10)
    #expect(try desk.rows("SELECT hour FROM rating_hour") == ["10"])
  }

  @Test func theMonthBelongsToItsMonthOnly() throws {
    for _ in 1...6 { try rate(5) }
    try rate(5, days: 8)
    let days = try desk.store.ratingPicture(
      from: november, to: november.endOfMonth.adding(days: 1),
      today: november.endOfMonth.adding(days: 9))
    #expect(days.month == .none)
    #expect(try picture().month.windows.count == 1)
  }

  // MARK: - Other desks

  private func row(_ desk: Identifier<Desk>, given: Int = 40, hours: String) -> SyncRow {
    SyncRow(
      entity: .ratingMonth, id: self.desk.ids.make(Visit.self).uuid, version: 1,
      body: """
        {"desk":"\(desk)","month":"2026-11-01","given":\(given),"best":20,"hours":[\(hours)]}
        """)
  }

  @Test func anotherDesksMonthIsAdded() throws {
    for _ in 1...30 { try rate(5, hour: 9) }
    try rate(nil, days: 8)
    let sync = SyncDesk(desk)
    let other = desk.ids.make(Desk.self)
    try sync.pull(
      [row(other, hours: #"{"hour":9,"given":30,"best":15},{"hour":12,"given":10,"best":5}"#)],
      to: 1)
    let month = try picture().month
    #expect(month.hours.map(\.hour) == [9, 12])
    #expect(
      month.hours.map(\.answers) == [BestCount(given: 60, best: 45), BestCount(given: 10, best: 5)])
    #expect(month.aboveOthers.map(\.desk) == [desk.store.desk])
    // One that tells single answers is kept out.
    try sync.pull([row(other, hours: #"{"hour":9,"given":36,"best":15}"#)], to: 2)
    try sync.pull([row(other, given: 4, hours: "")], to: 3)
    #expect(try picture().month == month)
    #expect(try sync.state().unreadable == 2)
  }

  /// A sweep takes no month that the central store has never had, and then it is sent.
  @Test func aMonthIsSentAsOtherOperationsAre() throws {
    for _ in 1...5 { try rate(5) }
    try rate(nil, days: 8)
    let sync = SyncDesk(desk)
    try sync.fill([], to: 1)
    #expect(try picture().month.windows.count == 1)
    let sent = try sync.push(number: 2).first { $0.kind == "rating_month_told" }
    #expect(sent?.body.contains(#""given":5"#) == true)
  }
}
