import Domain
import Testing

@testable import LocalStore

@Suite struct QueueTests {
  private let desk: TestStore

  init() throws { desk = try TestStore() }

  private func call(
    _ situations: [LifeSituation.ID] = [], among: Ticket.Choice = .all, minutes: Int64 = 60
  ) throws -> Ticket? {
    try desk.store.callNext(
      CallRequest(id: desk.ids.make(), situations: situations), among: among, desk.stamp(minutes))
  }

  @Test func theNextIsTheFirstOfTheHighestPriority() throws {
    for priority in [0, 1, 1] { try desk.issue(priority: priority) }
    #expect(try desk.store.nextTicket(for: [], desk.stamp())?.number == "А002")
    #expect(try [1, 2, 3, 4].map { _ in try call()?.number } == ["А002", "А003", "А001", nil])
  }

  @Test func aWindowCallsWhatItServesAndWhatWasSentToIt() throws {
    let other: Identifier<Desk> = desk.ids.make()
    try desk.issue("birth-of-child")
    let sentAway = try desk.issue("change-of-residence")
    try desk.store.step(sentAway.id, .move(.desk(other)), desk.stamp())
    let sentHere = try desk.issue("birth-of-child")
    try desk.store.step(sentHere.id, .move(.desk(desk.store.desk)), desk.stamp())
    try desk.issue(nil)
    let called = try [1, 2, 3].map { _ in try call(["change-of-residence"])?.number }
    #expect(called == ["А003", "А004", nil])
  }

  @Test func theSameRequestIsAnsweredWithTheSameTicket() throws {
    for _ in 1...2 { try desk.issue() }
    let request = CallRequest(id: desk.ids.make())
    let first = try desk.store.callNext(request, desk.stamp())
    #expect(try desk.store.callNext(request, desk.stamp(1)) == first)
    #expect(try desk.store.queue(desk.stamp()).waiting.map(\.number) == ["А002"])
  }

  @Test func withoutALinkOnlyWhatIsLeasedIsCalledAsLeased() throws {
    let tickets = try [0, 1, 2].map { try desk.issue(minutes: $0) }
    #expect(try call(among: .leased) == nil)
    try desk.store.setLeases([
      TicketLease(ticket: tickets[1].id, until: desk.stamp(70).now),
      TicketLease(ticket: tickets[2].id, until: desk.stamp(60).now),
    ])
    #expect(try desk.store.leases(at: desk.stamp(60).now).map(\.ticket) == [tickets[1].id])
    let called = try #require(try call(among: .leased))
    #expect(called.id == tickets[1].id)
    #expect(called.steps.map(\.assurance) == [.leased])
    #expect(try call(among: .leased) == nil, "the third is leased no more")
    #expect(try desk.store.leases(at: desk.stamp(60).now).isEmpty)
    let unsure = try #require(try call(among: .unverified))
    #expect(unsure.steps.map(\.assurance) == [.unverified])
  }

  @Test func aVisitOverTheDaysEndKeepsItsTicket() throws {
    let (served, called) = (try desk.issue(minutes: -24 * 60), try desk.issue(minutes: -24 * 60))
    for ticket in [served, called] {
      try desk.store.step(ticket.id, .call, desk.stamp(-24 * 60 + 1))
    }
    try desk.store.step(served.id, .start, desk.stamp(-24 * 60 + 2))
    let window = try desk.store.windowQueue(desk.stamp())
    #expect(window.current?.id == served.id)
    #expect(window.current?.state == .serving)
    #expect(window.current?.since == desk.stamp(-24 * 60 + 2).now)
    #expect(window.tickets.count == 1, "who was only called has gone home: the board has it")
    let today = try desk.issue()
    try desk.store.step(today.id, .call, desk.stamp(1))
    #expect(try desk.store.windowQueue(desk.stamp(2)).current?.id == today.id)
    try desk.store.step(served.id, .finish(visit: nil), desk.stamp(3))
    #expect(try desk.store.windowQueue(desk.stamp(4)).tickets.map(\.id) == [today.id])
  }

  @Test func theDayShowsWhoWaitsWhoIsServedAndWhatIsLeftOver() throws {
    let yesterday = try desk.issue(minutes: -24 * 60)
    let tickets = try [0, 1, 2, 3].map { try desk.issue(minutes: $0) }
    try desk.store.step(tickets[1].id, .call, desk.stamp(5))
    try desk.store.step(tickets[2].id, .leave, desk.stamp(6))
    let day = try desk.store.queue(desk.stamp(10))
    #expect(day.waiting.map(\.id) == [tickets[0].id, tickets[3].id])
    #expect(day.atWindows.map(\.id) == [tickets[1].id])
    #expect(day.ended.map(\.id) == [tickets[2].id])
    #expect(day.leftOver.map(\.id) == [yesterday.id])
    #expect(day.tickets(at: desk.store.desk).map(\.ticket.id) == [tickets[1].id])
    #expect(try call()?.id == tickets[0].id, "what is left over is not called")
    // A person sees to it.
    try desk.store.step(yesterday.id, .leave, desk.stamp(61))
    #expect(try desk.store.queue(desk.stamp(62)).leftOver.isEmpty)
    let both = try desk.store.tickets(
      from: desk.today.adding(days: -1), to: desk.today, offset: .moscow)
    #expect(both.map(\.id) == [yesterday.id] + tickets.map(\.id))
  }

  @Test func aWindowTellsWhoIsThereOnce() throws {
    let presence = DeskPresence(
      id: desk.store.desk, name: "Окно 3", state: .free, since: desk.stamp().now,
      employee: desk.ids.make(), situations: ["birth-of-child"])
    try desk.store.tellPresence(presence, desk.stamp())
    try desk.store.tellPresence(presence, desk.stamp(1))
    #expect(try desk.store.operations().count == 1)
    #expect(try desk.store.desks(desk.stamp()) == [presence])
    let ticket = try desk.issue()
    try desk.store.step(ticket.id, .call, desk.stamp(5))
    let busy = try #require(try desk.store.desks(desk.stamp(6)).first)
    #expect(busy.state == .serving)
    #expect(busy.since == desk.stamp(5).now)
    // To tell that again is no news.
    try desk.store.tellPresence(busy, desk.stamp(6))
    try desk.store.step(ticket.id, .finish(visit: nil), desk.stamp(7))
    #expect(try desk.store.desks(desk.stamp(8)) == [presence])
  }

  @Test func theWaitIsExpectedFromWhatServingTookLately() throws {
    #expect(
      try desk.store.expectedWait(for: "birth-of-child", desk.stamp())
        == WaitEstimate(optimistic: 0, pessimistic: 0))
    for minutes in [0, 20, 40, 60, 80] as [Int64] {
      let ticket = try desk.issue(minutes: minutes)
      try desk.store.step(ticket.id, .call, desk.stamp(minutes))
      try desk.store.step(ticket.id, .start, desk.stamp(minutes))
      try desk.store.step(ticket.id, .finish(visit: nil), desk.stamp(minutes + 6))
    }
    for _ in 1...3 { try desk.issue(minutes: 100) }
    try desk.store.step(try #require(try call(minutes: 100)).id, .start, desk.stamp(100))
    #expect(
      try desk.store.expectedWait(for: "birth-of-child", desk.stamp(100))
        == WaitEstimate(optimistic: 12, pessimistic: 12))
  }
}
