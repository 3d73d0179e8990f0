import CentralStore
import Domain
import Postgres
import PostgresServer
import Sync
import Testing

/// A call's step lies with the call until somebody needs it in the ticket's row: nobody sees a difference.
@Suite struct LaidCallTests {
  private let store: CentralFixture
  private let desk: RemoteDesk

  init() throws {
    store = try CentralFixture()
    desk = try store.desk()
  }

  private func step(_ event: TicketEvent, after last: TicketStep.ID) -> TicketStep {
    TicketStep(
      id: desk.id(), event: event, time: Instant(milliseconds: 1_795_503_700_000),
      author: Author(desk: desk.deskID), follows: last)
  }

  private func steps(_ row: SyncRow) -> Int {
    (row.body ?? "").split(separator: "\"event\": ").count - 1
  }

  @Test func theNextStepComesBehindIt() throws {
    let cursor = try desk.snapshot().cursor
    let ticket = try desk.issue()
    let request = desk.id(TicketStep.self)
    let called = try #require(try desk.call(request))
    #expect(called.version == 2 && steps(called) == 1)
    let start = step(.start, after: request)
    try desk.push("ticket_stepped", Sample.step(ticket, start))
    let row = try #require(try desk.pull(cursor).rows.first)
    #expect(row.version == 3 && steps(row) == 2)
    let (first, second) = ("\"id\": \"\(request)\"", "\"id\": \"\(start.id)\"")
    let body = try #require(row.body)
    #expect(
      try #require(body.firstRange(of: first)).lowerBound
        < #require(body.firstRange(of: second)).lowerBound)
    // Asked again, the request is answered with the ticket as it is now.
    #expect(try desk.call(request) == row)
  }

  @Test func itIsLaidOnceWhoeverComesFirst() throws {
    for isPulledFirst in [true, false] {
      let other = try store.desk("Окно \(isPulledFirst)")
      _ = try desk.issue()
      let cursor = try other.snapshot().cursor
      let request = desk.id(TicketStep.self)
      let called = try #require(try desk.call(request))
      if isPulledFirst { #expect(try other.pull(cursor).rows == [called]) }
      let own = TicketStep(
        id: request, event: .call, time: Instant(milliseconds: 0),
        author: Author(desk: desk.deskID), follows: nil)
      try desk.push("ticket_stepped", Sample.step(Ticket.ID(called.id), own))
      #expect(try other.pull(cursor).rows == [called], "pulled first: \(isPulledFirst)")
      #expect(try desk.call(request) == called)
    }
  }

  /// A call of the function before, whose step is in the row already.
  @Test func anEarlierCallIsOnlyNumbered() throws {
    let ticket = try desk.issue()
    let request = desk.id(TicketStep.self)
    _ = try #require(try desk.call(request))
    let cursor = try desk.pull(try desk.snapshot().cursor).cursor
    let session = try store.session()
    try session.execute("UPDATE okno.call SET is_numbered = false, desk = NULL")
    let page = try desk.pull(cursor)
    #expect(page.rows.map(\.id) == [ticket.uuid])
    #expect(page.rows.map(\.version) == [2] && page.rows.map(steps) == [1])
    try session.execute("UPDATE okno.call SET is_numbered = false, desk = NULL")
    try desk.push("ticket_stepped", Sample.step(ticket, step(.start, after: request)))
    #expect(try desk.pull(page.cursor).rows.map(steps) == [2])
  }

  @Test func aTicketGoesRoundSeveralCalls() throws {
    let ticket = try desk.issue()
    let cursor = try desk.snapshot().cursor
    for round in 1...3 {
      let request = desk.id(TicketStep.self)
      let called = try #require(try desk.call(request))
      #expect(called.version == Int64(round * 2) && steps(called) == round * 2 - 1)
      try desk.push("ticket_stepped", Sample.step(ticket, step(.putBack, after: request)))
    }
    let row = try #require(try desk.pull(cursor).rows.first)
    #expect(row.version == 7 && steps(row) == 6)
  }
}
