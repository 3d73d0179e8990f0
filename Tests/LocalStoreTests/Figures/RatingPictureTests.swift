import Domain
import Testing

@testable import LocalStore

/// What the store's ratings say together.
@Suite struct RatingPictureTests {
  private func rate(
    _ desk: TestStore, _ score: Int?, minutes: Int64, situation: LifeSituation.ID = "birth-of-child"
  ) throws {
    let result = score.map { RatingResult.given(score: $0, criteria: []) } ?? .declined
    try desk.store.recordRating(
      RatingEntry(situation: situation, result: result, answeredIn: 2000), desk.stamp(minutes))
  }

  private func picture(_ desk: TestStore) throws -> RatingPicture {
    try desk.store.ratingPicture(from: desk.today, to: desk.today, today: desk.today)
  }

  @Test(arguments: Place.allCases)
  func countsBySituationAreThoseOfTheDays(place: Place) throws {
    let desk = try TestStore(place)
    for minute in 0..<5 { try rate(desk, 5, minutes: Int64(minute)) }
    try rate(desk, nil, minutes: 10)
    let picture = try picture(desk)
    #expect(picture.situations.map(\.asked) == [6])
    #expect(picture.situations.map(\.responseRate) == [5.0 / 6])
    #expect(picture.situations.map(\.shareBest) == [nil], "this month is not over")
    #expect(picture.summary.bestInterval == WilsonInterval(5, of: 5))
    #expect(picture.signs == [])
  }

  /// Of a month that is over, and of whole batches only.
  @Test func aMonthThatIsOverTellsItsSituations() throws {
    let desk = try TestStore()
    for minute in 0..<7 { try rate(desk, minute < 4 ? 5 : 3, minutes: Int64(minute)) }
    let first = desk.today.adding(days: 1 - desk.today.day)
    let last = first.adding(months: 1).adding(days: -1)
    let picture = try desk.store.ratingPicture(
      from: first, to: last, today: last.adding(days: 1))
    #expect(picture.situations.map(\.told) == [5])
    #expect(picture.situations.map(\.shareBest) == [picture.summary.shareBest])
  }

  /// One after the other faster than visits; a minute between them is none.
  @Test func answersInBurstsAreASign() throws {
    let desk = try TestStore()
    for _ in 0..<4 { try rate(desk, 5, minutes: 0) }
    try rate(desk, 5, minutes: 1)
    #expect(try picture(desk).signs == [.bursts(3, of: 5)])
    try rate(desk, nil, minutes: 1)
    #expect(try picture(desk).signs == [.bursts(3, of: 5)], "who declines gives no rating")
  }

  /// A day is a day: the pace of the one before is not this one's.
  @Test func thePaceIsTheDaysOwn() throws {
    let desk = try TestStore()
    for day in 0..<4 { try rate(desk, 5, minutes: Int64(day) * 24 * 60) }
    let picture = try desk.store.ratingPicture(
      from: desk.today, to: desk.today.adding(days: 5), today: desk.today.adding(days: 6))
    #expect(picture.signs == [])
  }

  // MARK: - Words for later

  @Test func aWordIsAnsweredOnce() throws {
    let desk = try TestStore()
    let token = try desk.store.issueRatingToken(desk.stamp())
    #expect(
      try desk.store.answer(token, score: 2, criteria: [.clarity], desk.stamp(9)) == .taken)
    #expect(try desk.store.answer(token, score: 5, criteria: [], desk.stamp(10)) == .used)
    let unknown = RatingToken(random: (1, 1))
    #expect(try desk.store.answer(unknown, score: 5, criteria: [], desk.stamp()) == .unknown)
    #expect(throws: StoreError.self) {
      try desk.store.answer(token, score: 6, criteria: [], desk.stamp())
    }
    #expect(try picture(desk).control == ControlSample(issued: 1, answered: 1, best: 0))
  }

  /// They are beside the desk's own ratings, never among them.
  @Test func theControlSampleIsApart() throws {
    let desk = try TestStore()
    for _ in 0..<6 {
      let token = try desk.store.issueRatingToken(desk.stamp())
      _ = try desk.store.answer(token, score: 5, criteria: [], desk.stamp())
    }
    let picture = try picture(desk)
    #expect(picture.control.share == 1)
    #expect(picture.summary == .none)
    #expect(picture.situations.isEmpty)
  }
}
