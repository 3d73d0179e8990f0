import Catalogue
import Domain
import LocalStore
import Testing
import Training

@testable import TrainingRuntime

/// A day in which a person sits at the trainee's window.
@Suite struct TraineesDayTests {
  private struct Desk {
    let lesson: Lesson
    let store: LocalStore
    let day: TrainingDay
    var ids = IDSource(seed: 77)

    init(_ name: String) throws {
      let catalogue = try BundledCatalogue().load()
      lesson = try #require(try LessonLibrary.lesson(named: name))
      let plan = DayPlan(
        lesson, seed: 1, services: catalogue.servicesOfSituations, offset: .moscow)
      store = try LocalStore(inMemory: IDSource(seed: 1), now: plan.opens)
      try store.installCatalogue({ catalogue }, fingerprint: catalogue.fingerprint)
      try TrainingDay.populate(store, plan)
      day = try TrainingDay(plan, lesson: lesson, store, way: nil)
    }

    var stamp: Stamp {
      Stamp(now: day.now, author: Author(desk: store.desk), offset: .moscow)
    }

    /// Those whom no window has for itself, in the order of the line.
    func waitingForAnybody() throws -> [Ticket] {
      let date = day.now.date(offset: .moscow)
      return try store.tickets(from: date, to: date, offset: .moscow)
        .filter { $0.isWaiting && $0.destination == nil }
        .sorted { ($1.priority, $0.placed, $0.id) < ($0.priority, $1.placed, $1.id) }
    }

    func minutes(_ count: Int64) -> Instant { day.plan.opens + count * 60 }

    /// Calls, and serves with these services.
    mutating func serve(_ services: [Visit.Line], lasting seconds: Int64) throws -> Visit? {
      let request = CallRequest(id: ids.makeID(at: day.now))
      guard let ticket = try store.callNext(request, stamp) else { return nil }
      try store.step(ticket.id, .start, stamp)
      let began = day.now
      try day.advance(to: began + seconds)
      let visit = Visit(
        id: ids.makeID(at: day.now), situation: try #require(ticket.situation),
        services: services, citizen: nil, ticket: ticket.id, channel: .counter, started: began,
        ended: day.now)
      try store.logVisit(visit, eventDate: nil, stamp)
      return visit
    }
  }

  @Test func whatTheTraineeDoesIsReviewed() throws {
    var desk = try Desk("first-day")
    let olga = try #require(desk.day.plan.place(of: "olga"))
    try desk.day.advance(to: desk.day.plan.arrivals[olga].time + 60)
    let visit = try #require(
      try desk.serve([Visit.Line(id: "passport-replacement", outcome: .accepted)], lasting: 300))
    let rating = try #require(try desk.day.rating(of: visit))
    #expect(rating.reasons == [.nothingKept])
    #expect(rating.score == 4)
    let review = try desk.day.review(of: desk.lesson, keys: [visit.id: Review.Keys(trainee: 21)])
    #expect(review.steps.filter { !$0.isDone }.map(\.id) == ["card"])
    #expect(review.grade == .fair)
    #expect(review.served.map(\.keys) == [Review.Keys(trainee: 21)])
    #expect(review.served.map(\.took) == [300])
    #expect(review.served.map(\.role) == ["olga"])
  }

  /// Nobody serves in the trainee's place, and whom the lesson is about waits for that window alone.
  @Test func withoutTheTraineeTheLessonsVisitorGoesAway() throws {
    let desk = try Desk("first-day")
    try desk.day.run()
    let seen = try desk.day.observe()
    #expect(seen.tickets["olga"]?.state == .left)
    #expect(seen.visits.isEmpty)
    #expect(seen.day.allSatisfy { $0.state.isEnd })
    #expect(seen.day.contains { $0.state == .done })
    #expect(try desk.day.review(of: desk.lesson, keys: [:]).grade == .poor)
  }

  @Test func theNextArrivalIsTheFirstWhoHasNotCome() throws {
    let desk = try Desk("first-day")
    let times = desk.day.plan.arrivals.map(\.time)
    #expect(desk.day.nextArrival == times.first)
    try desk.day.advance(to: times[0])
    #expect(desk.day.nextArrival == times[1])
    try desk.day.advance(to: times[times.count - 1])
    #expect(desk.day.nextArrival == nil)
  }

  @Test func aBrokenLinkIsTold() throws {
    let desk = try Desk("link-cut")
    try desk.day.advance(to: desk.minutes(29))
    #expect(!desk.day.isLinkDown)
    try desk.day.advance(to: desk.minutes(31))
    #expect(desk.day.isLinkDown)
    #expect(desk.day.news?.ru == "Связь с центром пропала.")
    try desk.day.advance(to: desk.minutes(91))
    #expect(!desk.day.isLinkDown)
  }

  /// As a desk has them: some from behind those whom the windows call next, and not for long. The other windows
  /// leave them alone for that time.
  @Test func someTicketsAreKeptForTheTraineeWhileThereIsNoLink() throws {
    let desk = try Desk("queue-of-thirty")
    var waiting: [Ticket] = []
    for minute in 1...240 where waiting.count < desk.day.plan.windows + 2 {
      try desk.day.advance(to: desk.minutes(Int64(minute)))
      waiting = try desk.waitingForAnybody()
    }
    try #require(waiting.count >= desk.day.plan.windows + 2)
    try desk.day.setLink(isDown: true)
    let began = desk.day.now
    let kept = try desk.store.leases(at: began).map(\.ticket)
    #expect(kept.count == 2)
    #expect(waiting.prefix(desk.day.plan.windows).allSatisfy { !kept.contains($0.id) })
    try desk.day.advance(to: began + 119)
    for id in kept { #expect(try desk.store.ticket(id)?.state != .called) }
    #expect(try desk.store.leases(at: began + 121).isEmpty)
    let request = CallRequest(id: desk.day.ids.makeID(at: began))
    let called = try #require(
      try desk.store.callNext(request, among: .notLeased, desk.stamp))
    #expect(!kept.contains(called.id))
    try desk.day.setLink(isDown: false)
    #expect(try desk.store.leases(at: began).isEmpty)
  }
}
