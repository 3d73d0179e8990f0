import Domain
import Testing

/// A window's month by the hour: what leaves the window tells no single answer.
@Suite struct MonthRatingTests {
  private static let month = CalendarDate("2026-10-01") ?? CalendarDate(dayNumber: 0)

  private struct Seed: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private func told(
    _ counted: [Int: (Int, Int)], apart: (Int, Int) = (0, 0), seed: UInt64 = 1
  ) -> MonthRatings? {
    var random = Seed(state: seed)
    return MonthRatings(
      month: Self.month, counted: counted.mapValues { BestCount(given: $0.0, best: $0.1) },
      apart: BestCount(given: apart.0, best: apart.1), random: &random)
  }

  @Test func fewerThanFiveAreNoMonth() {
    #expect(told([:]) == nil)
    #expect(told([9: (2, 1), 10: (2, 2)]) == nil)
    #expect(told([9: (2, 1), 10: (3, 2)])?.hours == [:])
    #expect(told([9: (2, 1), 10: (3, 2)])?.total == BestCount(given: 5, best: 3))
  }

  /// The month less its hours is what was left out: nothing or a group.
  @Test(arguments: [
    ([9: (10, 9), 10: (5, 5)], [9, 10]),
    ([9: (10, 9), 10: (6, 5), 11: (5, 1)], [9, 10, 11]),
    ([9: (10, 9), 10: (6, 5), 11: (4, 1)], [9]),
    ([9: (10, 9), 10: (6, 5), 11: (4, 1), 12: (1, 1)], [9, 10]),
    ([9: (10, 9), 11: (1, 1)], []),
  ])
  func hoursWithFewAnswersAreLeftOutTogether(counted: [Int: (Int, Int)], hours: [Int]) throws {
    let month = try #require(told(counted))
    #expect(month.hours.keys.sorted() == hours)
    #expect(month.total.given == counted.values.reduce(0) { $0 + $1.0 })
  }

  /// What no share of the month's days is of is taken out, as many and as good: the totals are alike, and their
  /// difference says nothing.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func answersOfNoBatchAreTakenOutByLot(seed: UInt64) throws {
    let counted = [9: (20, 18), 10: (20, 12), 11: (20, 20)]
    let month = try #require(told(counted, apart: (4, 1), seed: seed))
    #expect(month.total == BestCount(given: 56, best: 49))
    for (hour, answers) in month.hours {
      let before = try #require(counted[hour])
      #expect(answers.given <= before.0 && answers.best <= before.1)
      #expect(answers.given - answers.best <= before.0 - before.1)
    }
  }

  @Test func itIsByLot() {
    let counted = [9: (20, 10), 10: (20, 10)]
    let hours = Set((1...40).compactMap { told(counted, apart: (1, 0), seed: $0)?.hours[9] })
    #expect(hours == [BestCount(given: 20, best: 10), BestCount(given: 19, best: 10)])
  }

  /// A group that is in no batch hides itself.
  @Test func aGroupApartStays() {
    #expect(told([9: (20, 18)], apart: (5, 0))?.total == BestCount(given: 20, best: 18))
    // Another desk's answers may be among them: there are not as many here.
    #expect(told([9: (20, 20)], apart: (3, 0))?.total == BestCount(given: 20, best: 20))
  }

  /// Of what comes from elsewhere too.
  @Test(
    arguments: [
      (4, 4, [:]), (10, 11, [:]), (10, -1, [:]), (10, 5, [24: (10, 5)]), (10, 5, [9: (4, 2)]),
      (10, 5, [9: (6, 5)]), (10, 5, [9: (10, 4)]), (10, 5, [9: (11, 5)]), (10, 5, [9: (5, 6)]),
      (20, 5, [9: (10, 6)]),
    ] as [(Int, Int, [Int: (Int, Int)])])
  func whatWouldTellSingleAnswersIsNone(given: Int, best: Int, hours: [Int: (Int, Int)]) {
    let answers = hours.mapValues { BestCount(given: $0.0, best: $0.1) }
    let total = BestCount(given: given, best: best)
    #expect(MonthRatings(month: Self.month, total: total, hours: answers) == nil)
  }

  @Test func aMonthBeginsWithItsFirstDay() {
    let total = BestCount(given: 5, best: 5)
    #expect(MonthRatings(month: Self.month, total: total, hours: [:]) != nil)
    #expect(MonthRatings(month: Self.month.adding(days: 1), total: total, hours: [:]) == nil)
  }

  // MARK: - The centre's windows

  private func window(_ place: UInt64) -> Identifier<Desk> {
    Identifier(UUIDv7(high: place, low: 0))
  }

  private func picture(_ windows: [(Int, Int)]) -> MonthPicture {
    MonthPicture(
      windows.enumerated().compactMap { place, counts in
        told([9: counts]).map { (window(UInt64(place)), $0) }
      })
  }

  @Test func windowsAreAddedUp() throws {
    let first = try #require(told([9: (10, 9), 10: (20, 10)]))
    let second = try #require(told([10: (30, 30), 12: (5, 0)]))
    let picture = MonthPicture([(window(1), first), (window(2), second), (window(2), second)])
    #expect(picture.hours.map(\.hour) == [9, 10, 12])
    #expect(picture.hours.map(\.answers.given) == [10, 80, 10])
    #expect(picture.hours.map(\.answers.best) == [9, 70, 0])
    #expect(picture.windows.map(\.desk) == [window(2), window(1)])
    #expect(picture.windows.map(\.answers.given) == [70, 30])
    #expect(MonthPicture.none.hours.isEmpty && MonthPicture.none.aboveOthers.isEmpty)
  }

  /// Far above all others together, and enough answers on both sides.
  @Test(
    arguments: [
      ([(40, 40), (40, 28), (40, 29)], [0]),
      ([(40, 36), (40, 34), (40, 35)], []),
      ([(19, 19), (40, 10)], []),
      ([(40, 40), (19, 5)], []),
      ([(20, 20), (20, 8)], [0]),
      ([(40, 40)], []),
      ([(40, 40), (40, 40), (200, 100)], [0, 1]),
    ] as [([(Int, Int)], [UInt64])])
  func aWindowFarAboveAllOthersIsASign(windows: [(Int, Int)], found: [UInt64]) {
    let signs = picture(windows).aboveOthers
    #expect(Set(signs.map(\.desk)) == Set(found.map(window)))
    #expect(signs.allSatisfy { $0.own.low > $0.others.high })
  }
}
