import Domain
import SQLite
import Testing

@testable import LocalStore

@Suite struct RatingTests {
  private func rate(
    _ desk: TestStore, _ score: Int, _ criteria: Set<Criterion> = [], answeredIn: Int = 3000,
    minutes: Int64 = 0
  ) throws {
    let entry = RatingEntry(
      situation: "birth-of-child", result: .given(score: score, criteria: criteria),
      answeredIn: answeredIn)
    try desk.store.recordRating(entry, desk.stamp(minutes))
  }

  private func summary(_ desk: TestStore) throws -> RatingSummary {
    try desk.store.ratingSummary(from: desk.today, to: desk.today)
  }

  @Test(arguments: Place.allCases)
  func sharesAreShownFromFiveOn(_ place: Place) throws {
    let desk = try TestStore(place)
    for score in [5, 5, 5, 3] { try rate(desk, score, [.honesty]) }
    let few = try summary(desk)
    #expect(few.count == 4)
    #expect(few.shareBest == nil && few.byCriterion == nil)
    try rate(desk, 1)
    let enough = try summary(desk)
    #expect(enough.count == 5)
    #expect(enough.shareBest == 0.6)
    #expect(enough.byCriterion?[.honesty] == 0.8)
    #expect(enough.byCriterion?[.comfort] == 0)
  }

  @Test func threeWaysOfNotRatingAreThreeResults() throws {
    let desk = try TestStore()
    for result in [.skipped, .declined, .declined, .timedOut] as [RatingResult] {
      try desk.store.recordRating(
        RatingEntry(situation: "birth-of-child", result: result), desk.stamp())
    }
    let found = try summary(desk)
    #expect([found.count, found.skipped, found.declined, found.timedOut] == [0, 1, 2, 1])
  }

  @Test(arguments: [(0, 1), (999, 1), (1000, 0)])
  func answersUnderASecondAreFlagged(_ milliseconds: Int, _ flagged: Int) throws {
    let desk = try TestStore()
    try rate(desk, 5, answeredIn: milliseconds)
    #expect(try summary(desk).tooFast == flagged)
  }

  @Test(arguments: [0, 6, -1, Int.max])
  func aScoreIsOneToFive(_ score: Int) throws {
    let desk = try TestStore()
    #expect(throws: StoreError.self) { try rate(desk, score) }
    #expect(try summary(desk) == .none)
  }

  @Test func aRatingIsOfASituationInTheCatalogue() throws {
    let desk = try TestStore()
    #expect(throws: StoreError.notFound(kind: "situation", id: "no-such")) {
      try desk.store.recordRating(
        RatingEntry(situation: "no-such", result: .skipped), desk.stamp())
    }
  }

  /// Nothing in a rating's row tells which visit it belongs to: the columns are these and no others,
  /// the id's time is the day's beginning, and the rows lie in the order of random ids.
  @Test func aRatingCannotBeJoinedToAVisit() throws {
    let desk = try TestStore()
    for minute in 0..<4 {
      let citizen = try desk.addCitizen("Гражданка \(minute)")
      try desk.log(citizen.id, minutes: Int64(minute) * 7)
      try rate(desk, minute + 1, minutes: Int64(minute) * 7 + 5)
    }
    #expect(
      try desk.rows("SELECT name FROM pragma_table_info('rating')")
        == [
          "id", "situation", "day", "result", "score", "criteria", "too_fast", "logged",
          "server_version", "generation", "batch",
        ])
    #expect(try desk.rows("SELECT count(*) FROM pragma_foreign_key_list('rating')") == ["0"])
    let ids: [UUIDv7] = try desk.store.connection.all("SELECT id FROM rating") { try $0.next() }
    #expect(Set(ids.map { $0.high >> 16 }).count == 1)
    #expect(ids.first.map { Int64($0.high >> 16) % 86_400_000 } == 0)
    // Fewer than five are not in the log, whose order would tell.
    #expect(try desk.store.operations().allSatisfy { $0.operation.kind != .ratingRecorded })
    #expect(try desk.store.auditEntries().allSatisfy { $0.subject != "rating" })
  }

  @Test func fiveRatingsAreLoggedTogetherWithoutTheirHour() throws {
    let desk = try TestStore()
    for minute in 0..<5 { try rate(desk, minute + 1, minutes: Int64(minute)) }
    let logged = try desk.store.operations().map(\.operation)
    #expect(logged.map(\.kind) == Array(repeating: .ratingRecorded, count: 5))
    #expect(Set(logged.map(\.time)) == [desk.today.start(offset: .utc)])
    #expect(logged.allSatisfy { Int64($0.id.uuid.high >> 16) == $0.time.milliseconds })
    let bodies = logged.compactMap(\.body)
    #expect(bodies == bodies.sorted { ratingID($0) < ratingID($1) })
    #expect(bodies.allSatisfy { !$0.contains("visit") && !$0.contains("hour") })
    try rate(desk, 5)
    #expect(try desk.store.operations().count == 5)
  }

  /// What the clerk's screen shows between two visits must not tell the visit's rating.
  @Test func theDaysShareStandsStillUntilFiveMoreWereGiven() throws {
    let desk = try TestStore()
    func share() throws -> Double? {
      try desk.store.day(desk.today, offset: desk.stamp().offset).ratings.shareBest
    }
    for score in [5, 5, 5, 5, 1] { try rate(desk, score) }
    #expect(try share() == 0.8)
    for score in [1, 1, 1, 1] {
      try rate(desk, score)
      try desk.store.recordRating(
        RatingEntry(situation: "birth-of-child", result: .skipped), desk.stamp())
      #expect(try share() == 0.8)
    }
    try rate(desk, 1)
    #expect(try share() == 0.4)
    #expect(try summary(desk).count == 10)
  }

  @Test func aDayThatIsOverIsLoggedHoweverFewItsRatings() throws {
    let desk = try TestStore()
    try rate(desk, 5)
    try rate(desk, 4, minutes: Self.day)
    let logged = try desk.store.operations().map(\.operation.time)
    #expect(logged == [desk.today.start(offset: .utc)])
  }

  /// In minutes.
  private static let day: Int64 = 24 * 60

  /// Of two summaries, one within the other's days and not later: what lies between them is nothing or
  /// five ratings and more.
  @Test(arguments: [1, 2, 3])
  func noDifferenceOfTwoSummariesTellsFewerThanFive(_ seed: UInt64) throws {
    let desk = try TestStore(seed: seed)
    var random = Ratings(state: seed)
    var earlier: [(to: Int, count: Int, best: Int)] = []
    for day in 0..<6 {
      for _ in 0..<random.below(12) {
        try rate(desk, 1 + random.below(5), minutes: Int64(day) * Self.day)
        for to in 0...day {
          let found = try desk.store.ratingSummary(
            from: desk.today, to: desk.today.adding(days: to))
          let count = found.shareCount
          let best = Int(((found.shareBest ?? 0) * Double(count)).rounded())
          #expect(count <= found.count)
          for one in earlier where one.to <= to {
            let isSame = count == one.count && best == one.best
            #expect(isSame || count - one.count >= RatingSummary.smallestGroup, "\(one) \(to)")
          }
          earlier.append((to, count, best))
        }
      }
    }
    #expect(earlier.contains { $0.count >= 10 })
  }

  private struct Ratings {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  /// What days leave over comes together, and counts where all its days are asked for.
  @Test func leftoversOfDaysAreToldTogether() throws {
    let desk = try TestStore()
    let tomorrow = desk.today.adding(days: 1)
    for score in [5, 5, 1] { try rate(desk, score) }
    for score in [5, 1] { try rate(desk, score, minutes: Self.day) }
    #expect(try desk.store.ratingSummary(from: desk.today, to: tomorrow).shareBest == nil)
    try rate(desk, 1, minutes: 2 * Self.day)
    let both = try desk.store.ratingSummary(from: desk.today, to: tomorrow)
    #expect(both.shareCount == 5)
    #expect(both.shareBest == 0.6)
    for day in [desk.today, tomorrow] {
      #expect(try desk.store.ratingSummary(from: day, to: day).shareBest == nil)
    }
  }

  private func ratingID(_ body: String) -> String {
    String(body.split(separator: "\"id\":\"")[1].prefix(36))
  }
}
