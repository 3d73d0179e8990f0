import CentralStore
import Domain
import Postgres
import PostgresServer
import Sync
import Testing

/// Who is called next, whom a desk keeps ahead, and what the others hear of it.
@Suite struct CallTests {
  private let store: CentralFixture
  private let desk: RemoteDesk

  init() throws {
    store = try CentralFixture()
    desk = try store.desk()
  }

  @Test func theFirstOfTheHighestPriorityIsCalled() throws {
    let tickets = try [(0, 0), (1, 1), (1, 2)].map {
      try desk.issue(priority: $0.0, minutes: Int64($0.1))
    }
    let called = try [1, 2, 3, 4].map { _ in try desk.call()?.id }
    #expect(called == [tickets[1].uuid, tickets[2].uuid, tickets[0].uuid, nil])
  }

  @Test func theSameRequestIsAnsweredWithTheSameTicket() throws {
    for minute in 0..<2 { _ = try desk.issue(minutes: Int64(minute)) }
    let request = desk.id(TicketStep.self)
    let first = try #require(try desk.call(request))
    #expect(try desk.call(request) == first)
    let session = try store.session()
    #expect(try session.value("SELECT count(*) FROM okno.ticket WHERE state = 'called'") == "1")
    // The desk logs the call as its own: that changes nothing.
    let step = TicketStep(
      id: request, event: .call, time: Instant(milliseconds: 0),
      author: Author(desk: desk.deskID), follows: nil)
    #expect(
      try desk.push("ticket_stepped", Sample.step(Ticket.ID(first.id), step)) == .accepted)
    #expect(try desk.call(request) == first)
  }

  @Test func aWindowCallsWhatItServesAndWhatWasSentToIt() throws {
    let other = try store.desk("Окно 2")
    _ = try desk.issue("marriage")
    let sent = try desk.issue("marriage", minutes: 1)
    let step = TicketStep(
      id: desk.id(), event: .move(.desk(other.deskID)), time: Instant(milliseconds: 0),
      author: Author(desk: desk.deskID), follows: nil)
    try desk.push("ticket_stepped", Sample.step(sent, step))
    #expect(try other.call(nil, ["birth-of-child"])?.id == sent.uuid)
    #expect(try other.call(nil, ["birth-of-child"]) == nil)
    #expect(try desk.call(nil, ["birth-of-child"]) == nil)
    #expect(try desk.call(nil, ["marriage", "birth-of-child"]) != nil)
  }

  @Test func whatAnEarlierDayLeftOverIsNotCalled() throws {
    _ = try desk.issue()
    #expect(try desk.call(since: Instant(milliseconds: 1_795_503_600_001)) == nil)
    #expect(try desk.call(since: Instant(milliseconds: 1_795_503_600_000)) != nil)
  }

  @Test func aCallReachesTheOtherDesksWithTheirNextPull() throws {
    let other = try store.desk("Окно 2")
    let ticket = try desk.issue()
    let cursor = try other.snapshot().cursor
    #expect(try other.pull(cursor).rows.isEmpty)
    let called = try #require(try desk.call())
    let page = try other.pull(cursor)
    #expect(page.rows == [called])
    #expect(page.cursor.number == 2)
    #expect(try other.pull(page.cursor).rows.isEmpty)
    #expect(called.id == ticket.uuid && called.version == 2)
  }

  @Test func leasesLieBehindTheHeadOfTheLine() throws {
    let other = try store.desk("Окно 2")
    for one in [desk, other] {
      let body = #"{"name":"","state":"free","since":"2026-11-24T09:00:00.000Z","situations":[]}"#
      #expect(try one.push("desk_told", body) == .accepted)
    }
    let line = try (0..<6).map { try desk.issue(minutes: Int64($0)) }
    // Two windows are open: the first two are for whoever calls.
    #expect(try Set(desk.lease()) == [line[2], line[3]])
    #expect(try Set(other.lease()) == [line[4], line[5]])
    // Others' are passed over, one's own are not.
    let called = try [1, 2, 3].map { _ in try other.call()?.id }
    #expect(called == [line[0].uuid, line[1].uuid, line[4].uuid])
    // What has come to the head is held no more, and what is not named is given back.
    #expect(try desk.lease([line[2], line[3]]).isEmpty)
    #expect(try other.call()?.id == line[2].uuid)
  }

  @Test func aLeaseThatRanOutHoldsNobodyUp() throws {
    let other = try store.desk("Окно 2")
    let line = try (0..<2).map { try desk.issue(minutes: Int64($0)) }
    #expect(try desk.lease() == [line[1]])
    #expect(try other.call()?.id == line[0].uuid)
    #expect(try other.call() == nil)
    try store.session().execute(
      "UPDATE okno.ticket SET leased_until = now() - interval '1 second' WHERE leased_to IS NOT NULL"
    )
    #expect(try other.call()?.id == line[1].uuid)
  }

  @Test func anOlderDeskIsGivenNoRowsThatItDoesNotKnow() throws {
    _ = try desk.issue()
    try desk.push("visit_logged", Sample.visit(desk.id()))
    let old = try RemoteDesk(try store.enrol(desk: "Старое"))
    try old.greet()
    // One of the first protocol, which was greeted before the store was brought up to date.
    try store.session().execute(
      """
      UPDATE okno.desk_state SET protocol = 1
      WHERE desk = (SELECT number FROM okno.desk WHERE name = 'Старое')
      """)
    let (cursor, rows) = try old.snapshot()
    #expect(rows.map(\.entity) == [.visit])
    _ = try desk.issue(minutes: 1)
    let page = try old.pull(cursor)
    #expect(page.rows.isEmpty && page.cursor.number == 3)
    #expect(try desk.snapshot().rows.count == 3)
  }

  @Test func seriesBelongToOneDeskEach() throws {
    func series(_ desk: RemoteDesk) throws -> String? {
      let hello = Hello(version: 2, incarnation: desk.incarnation, program: "okno test")
      guard case .welcome(let welcome) = try desk.ask(.hello(hello)) else { return nil }
      #expect(welcome.version == SyncProtocol.version)
      return welcome.series
    }
    let others = try ["Окно 2", "Окно 3"].map { try store.desk($0) }
    #expect(try ([desk] + others).map(series) == ["А", "Б", "В"])
    // Enrolled again it goes on with its own.
    #expect(try series(try store.desk("Окно 2")) == "Б")
    #expect(try series(try store.desk("Окно 4")) == "Г")
    #expect(try series(try store.desk(centre: "Другой", "Окно 1")) == "А")
  }

  @Test(arguments: [
    ("ticket_issued", #"{"number":"А001"}"#),
    ("ticket_issued", #"{"id":"7","number":"А001"}"#),
    ("ticket_stepped", #"{"id":"019ac000-0000-7000-8000-000000000001"}"#),
    (
      "ticket_stepped",
      #"{"id":"019ac000-0000-7000-8000-000000000001","step":{"id":"019ac000-0000-7000-8000-000000000002","event":"sing","time":"2026-11-24T09:00:00.000Z","assurance":"confirmed"}}"#
    ),
    (
      "ticket_stepped",
      #"{"id":"019ac000-0000-7000-8000-000000000001","step":{"id":"019ac000-0000-7000-8000-000000000002","event":"move","time":"2026-11-24T09:00:00.000Z","assurance":"confirmed"}}"#
    ),
    (
      "desk_told",
      #"{"name":"","state":"serving","since":"2026-11-24T09:00:00.000Z","situations":[]}"#
    ),
    (
      "desk_told",
      #"{"name":"","state":"free","since":"2026-11-24T09:00:00.000Z","situations":[7]}"#
    ),
  ])
  func aBodyThatMakesNoSenseIsRefused(_ kind: String, _ body: String) throws {
    #expect(try desk.push(kind, body) == .refused(.badBody))
  }
}
