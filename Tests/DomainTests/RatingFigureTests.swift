import Domain
import Testing

@Suite struct RatingFigureTests {
  /// The examples of Newcombe (1998), table I, method 3, to four places.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func theIntervalIsWilsons(count: Int, total: Int, low: Double, high: Double) throws {
    let interval = try #require(WilsonInterval(count, of: total))
    #expect(abs(interval.low - low) < 0.00005)
    #expect(abs(interval.high - high) < 0.00005)
  }

  /// The ends: nothing is below nothing or above all, and it is the same turned round.
  @Test(arguments: 1...60)
  func theIntervalHoldsItsShare(total: Int) throws {
    for count in 0...total {
      let interval = try #require(WilsonInterval(count, of: total))
      let share = Double(count) / Double(total)
      #expect(interval.low >= 0 && interval.high <= 1)
      #expect(interval.low <= share && share <= interval.high)
      let other = try #require(WilsonInterval(total - count, of: total))
      #expect(abs(interval.low - (1 - other.high)) < 1e-12)
    }
  }

  @Test func ofNothingThereIsNone() {
    #expect(WilsonInterval(0, of: 0) == nil)
    #expect(WilsonInterval(3, of: 2) == nil)
    #expect(WilsonInterval(-1, of: 2) == nil)
  }

  @Test func moreAnswersMakeItNarrower() throws {
    let few = try #require(WilsonInterval(8, of: 10))
    let many = try #require(WilsonInterval(80, of: 100))
    #expect(many.high - many.low < few.high - few.low)
  }

  // MARK: - Signs

  private func signs(
    given: Int = 100, tooFast: Int = 0, bursts: Int = 0, byDigit: [Int] = [2, 2, 6, 20, 70],
    control: ControlSample = .none
  ) -> [RatingSign] {
    RatingEvidence(
      given: given, tooFast: tooFast, bursts: bursts, byDigit: byDigit, control: control
    ).signs
  }

  @Test func anOrdinaryMonthHasNone() {
    #expect(signs() == [])
    #expect(signs(given: 0, byDigit: [0, 0, 0, 0, 0]) == [])
  }

  /// A citizen who tries the keys is no sign; one answer in twenty is.
  @Test(arguments: [(2, 10, false), (3, 10, true), (4, 100, false), (5, 100, true)])
  func fastAnswersAndBurstsAreSigns(count: Int, given: Int, isSign: Bool) {
    #expect(signs(given: given, tooFast: count) == (isSign ? [.tooFast(count, of: given)] : []))
    #expect(signs(given: given, bursts: count) == (isSign ? [.bursts(count, of: given)] : []))
  }

  @Test(arguments: [
    ([0, 0, 0, 0, 49], false), ([0, 0, 0, 0, 50], true), ([0, 0, 0, 1, 99], false),
    ([20, 0, 0, 0, 0], true), ([19, 0, 0, 0, 0], false),
  ])
  func answersThatAreAllAlikeAreASign(byDigit: [Int], isSign: Bool) {
    #expect(signs(byDigit: byDigit).isEmpty != isSign)
  }

  /// Two samples whose intervals meet may be the same.
  @Test func aDeskFarAboveItsControlIsASign() throws {
    let far = ControlSample(issued: 200, answered: 40, best: 16)
    let near = ControlSample(issued: 200, answered: 10, best: 6)
    let desk = try #require(WilsonInterval(70, of: 100))
    #expect(signs(control: far) == [.aboveControl(desk: desk, control: try #require(far.interval))])
    #expect(signs(control: near) == [])
    #expect(signs(control: ControlSample(issued: 9, answered: 4, best: 0)) == [], "too few to tell")
  }

  // MARK: - By situation

  private static let october = CalendarDate(dayNumber: 20_727)
  private static let halloween = CalendarDate(dayNumber: 20_757)

  private func picture(
    _ told: [(String, Int, Int)], from: CalendarDate = october, to: CalendarDate = halloween,
    today: CalendarDate = CalendarDate(dayNumber: 20_758)
  ) -> RatingPicture {
    RatingPicture(
      from: from, to: to, today: today, summary: .none,
      evidence: RatingEvidence(given: 0, tooFast: 0, bursts: 0, byDigit: [0, 0, 0, 0, 0]),
      situations: told.map {
        SituationRatings(
          situation: LifeSituation.ID(rawValue: $0.0), given: $0.1, told: $0.1, best: $0.2)
      })
  }

  @Test func theDaysAreWhatTheTestTakesThemFor() {
    #expect("\(Self.october)" == "2026-10-01")
    #expect("\(Self.halloween)" == "2026-10-31")
  }

  @Test func aMonthThatIsOverTellsItsGroups() {
    let told = picture([("a", 10, 5), ("b", 6, 6)]).situations
    #expect(told.map(\.shareBest) == [0.5, 1])
    #expect(told.map(\.bestInterval) == [WilsonInterval(5, of: 10), WilsonInterval(6, of: 6)])
  }

  /// What is hidden could be had as the total without what is told.
  @Test func theRestIsAGroupToo() {
    #expect(
      picture([("a", 10, 5), ("b", 6, 6), ("c", 1, 0)]).situations.map(\.shareBest)
        == [0.5, nil, nil])
    #expect(
      picture([("a", 10, 5), ("b", 3, 3), ("c", 2, 0)]).situations.map(\.shareBest)
        == [0.5, nil, nil])
    #expect(picture([("a", 4, 4)]).situations.map(\.shareBest) == [nil])
  }

  /// Two periods that overlap could be subtracted from each other.
  @Test func noOtherPeriodTellsShares() {
    let told = [("a", 10, 5)]
    let later = Self.halloween.adding(days: 30)
    #expect(picture(told, today: Self.halloween).situations.map(\.shareBest) == [nil])
    #expect(
      picture(told, from: Self.october.adding(days: 1)).situations.map(\.shareBest) == [nil])
    #expect(
      picture(told, to: later, today: later.adding(days: 1)).situations.map(\.shareBest) == [nil])
  }

  @Test func theMostAskedAreFirst() {
    #expect(
      picture([("b", 2, 0), ("a", 2, 0), ("c", 9, 0)]).situations.map(\.situation.rawValue)
        == ["c", "a", "b"])
  }
}
