import Catalogue
import Domain
import SQLite
import Testing

@testable import LocalStore

@Suite struct FigureTests {
  private let desk: TestStore

  init() throws {
    desk = try TestStore()
    var content = SampleCatalogue.content
    content.services = content.services.map { service in
      var service = service
      if service.id == "passport" { service.channels = [.centre, .portal] }
      if service.id == "child-allowance" { service.channels = [.proactive] }
      return service
    }
    let changed = content
    try desk.store.installCatalogue({ changed }, fingerprint: [2])
  }

  private func figures(days: Int = 0) throws -> PeriodFigures {
    try desk.store.figures(
      from: desk.today, to: desk.today.adding(days: days), offset: .moscow)
  }

  private func log(_ channel: VisitChannel, _ services: [Service.ID], minutes: Int64) throws
    -> Visit
  {
    var visit = desk.visit(
      nil, "change-of-residence", services.map { ($0, Outcome.accepted) }, minutes: minutes)
    visit.channel = channel
    try desk.store.logVisit(visit, eventDate: nil, desk.stamp(minutes + 5))
    return visit
  }

  @Test func visitsOfTheDaysCountWithAllTheirServices() throws {
    _ = try log(.counter, ["passport", "residence-registration"], minutes: 0)
    _ = try log(.online, ["passport", "child-allowance"], minutes: 60)
    _ = try log(.phone, [], minutes: 61)
    // Midnight in Moscow: the next day.
    _ = try log(.phone, ["passport"], minutes: 14 * 60)
    let undone = try log(.counter, ["passport"], minutes: 62)
    try desk.store.undoVisit(undone.id, desk.stamp(70))
    let today = try figures()
    #expect(today.visits == 3)
    #expect(today.services == 4)
    #expect(today.byService == ["passport": 2, "residence-registration": 1, "child-allowance": 1])
    #expect(today.byOutcome == [.accepted: 4])
    #expect(today.byDesk == [desk.store.desk: 3])
    #expect(today.electronic.possible == 3 && today.electronic.done == 2)
    #expect(today.serving?.count == 3 && today.serving?.median == 300_000)
    #expect(try figures(days: 1).visits == 4)
    // The list of visits and the figures count the same.
    let listed = try desk.store.visits(from: desk.today, to: desk.today, offset: .moscow)
    #expect(listed.count == today.visits)
    #expect(listed.flatMap(\.services).count == today.services)
  }

  @Test func ticketsWaitUntilTheirFirstCall() throws {
    let ticket = try desk.issue()
    try desk.issue()
    _ = try desk.store.callNext(CallRequest(id: desk.ids.make(), situations: []), desk.stamp(20))
    let called = try #require(try desk.store.ticket(ticket.id))
    let figures = try figures()
    #expect(figures.tickets.issued == 2 && figures.tickets.open == 2)
    #expect(figures.waiting?.count == 1)
    #expect(
      figures.waiting?.longest
        == called.times.called.map { $0.milliseconds - called.placed.milliseconds })
    #expect(figures.waiting?.overLimit == 1)
  }

  /// The board counts tickets by its own way, since it needs their hours: the sums are the report's.
  @Test func theBoardsFiguresAreTheReportsFigures() throws {
    for _ in 1...3 { try desk.issue() }
    for minutes: Int64 in [5, 20] {
      _ = try desk.store.callNext(CallRequest(id: desk.ids.make()), desk.stamp(minutes))
    }
    for score in [5, 5, 4, 3, 5] { try rate(score, []) }
    let board = try desk.store.centreDay(desk.stamp(30))
    let counted = QueueFigures(board.queue, offset: .moscow, at: desk.stamp(30).now)
    let figures = try figures()
    #expect(counted.issued.reduce(0, +) == figures.tickets.issued)
    #expect(counted.done.reduce(0, +) == figures.tickets.done)
    #expect(counted.lateCalls == figures.waiting?.overLimit && counted.lateCalls == 1)
    #expect(board.ratings == figures.ratings && board.ratings.shareBest == 0.6)
    // The page of targets has them from the same place.
    let targets = try desk.store.targets(of: figures, baseline: nil, offset: .moscow)
    #expect(targets.ratings == board.ratings && targets.electronic == figures.electronic)
  }

  @Test func ratingsAreTheSummaryOfTheSameDays() throws {
    for score in [5, 5, 4, 3] { try rate(score, [.waitingTime]) }
    #expect(try figures().ratings.shareNotBest == nil)
    #expect(try figures().ratings.notBestByCriterion == nil)
    try rate(5, [.comfort])
    let ratings = try figures().ratings
    #expect(ratings == (try desk.store.ratingSummary(from: desk.today, to: desk.today)))
    #expect(ratings.shareBest == 0.6)
    // Four have named the waiting time, two of them without praise.
    #expect(ratings.byCriterion?[.waitingTime] == 0.8)
    #expect(ratings.notBestByCriterion?[.waitingTime] == 0.4)
    #expect(ratings.notBestByCriterion?[.comfort] == 0)
  }

  private func rate(_ score: Int, _ criteria: Set<Criterion>) throws {
    let entry = RatingEntry(
      situation: "birth-of-child", result: .given(score: score, criteria: criteria),
      answeredIn: 3000)
    try desk.store.recordRating(entry, desk.stamp())
  }

  @Test func theTrendIsOfTwelveMonths() throws {
    _ = try log(.online, ["passport"], minutes: 0)
    _ = try log(.counter, ["passport"], minutes: -31 * 24 * 60)
    let figures = try figures()
    let targets = try desk.store.targets(of: figures, baseline: nil, offset: .moscow)
    let ruled = Set(try desk.store.adviceBook().rules.map(\.service))
    let here = Set(SampleCatalogue.content.services.map(\.id))
    #expect(targets.supported == here.intersection(ruled).count)
    #expect((1..<here.count).contains(targets.supported), "a link alone is no support")
    #expect(targets.electronic == figures.electronic)
    #expect(targets.months.count == 12)
    #expect(targets.months.first?.start.description == "2025-12-01")
    #expect(targets.months.last?.start.description == "2026-11-01")
    #expect(targets.months.suffix(3).map(\.electronic) == [nil, 0, 1])
  }

  @Test func anEmptyPeriodHasNoSharesAndNoTimes() throws {
    let figures = try figures()
    #expect(figures.visits == 0 && figures.byHour == [Int](repeating: 0, count: 24))
    #expect(figures.waiting == nil && figures.serving == nil)
    #expect(figures.electronic.share == nil)
  }
}
