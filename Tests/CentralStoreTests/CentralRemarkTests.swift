import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// What is said of citizens, at the central store.
@Suite struct CentralRemarkTests {
  private let store: CentralFixture
  private let desk: RemoteDesk
  private let other: RemoteDesk
  private let citizen: Citizen.ID

  init() throws {
    store = try CentralFixture()
    desk = try store.desk()
    other = try store.desk("Окно 2")
    citizen = desk.id()
    #expect(try desk.push("citizen_added", Sample.card(citizen)) == .accepted)
  }

  private func fact(
    _ id: Remark.ID, of citizen: Citizen.ID? = nil, value: String = "1500000",
    kind: String = "fact", source: String = #""citizen""#
  ) -> String {
    """
    {"citizen":"\(citizen ?? self.citizen)","id":"\(id)","kind":"\(kind)","occasion":null,\
    "reason":null,"situation":null,"source":\(source),"subject":"income",\
    "told":"2026-11-24T09:15:00.123Z","value":"\(value)","visit":null}
    """
  }

  @Test func aFactReachesOtherDesksByPageAndBySnapshot() throws {
    let id = desk.id(Remark.self)
    let (cursor, _) = try other.snapshot()
    #expect(try desk.push("fact_told", fact(id)) == .accepted)
    let row = try #require(try other.pull(cursor).rows.first)
    #expect(row.entity == .remark && row.id == id.uuid && row.version == 1)
    #expect(row.body?.contains("1500000") == true && row.body?.contains(#""desk": ""#) == true)
    #expect(try other.snapshot().rows.contains(row))
  }

  @Test func anOlderDeskIsToldNoneAndWorksOn() throws {
    let (cursor, _) = try other.snapshot()
    _ = try other.ask(
      .hello(Hello(version: 2, incarnation: other.incarnation, program: "okno test")))
    #expect(try desk.push("fact_told", fact(desk.id())) == .accepted)
    let page = try other.pull(cursor)
    #expect(page.rows.isEmpty && page.cursor.number == cursor.number + 1)
    #expect(try other.snapshot().rows.allSatisfy { $0.entity != .remark })
  }

  @Test func itGoesWithItsCitizen() throws {
    let id = desk.id(Remark.self)
    #expect(try desk.push("fact_told", fact(id)) == .accepted)
    var (cursor, _) = try other.snapshot()
    #expect(try desk.push("citizen_erased", #"{"id":"\#(citizen)"}"#) == .accepted)
    var page = try other.pull(cursor)
    #expect(page.rows.first { $0.entity == .remark }?.body == nil)
    cursor = page.cursor
    // What another desk still sends is taken, kept by nobody, and told by a tombstone.
    let late = other.id(Remark.self)
    #expect(try other.push("fact_told", fact(late)) == .accepted)
    page = try other.pull(cursor)
    #expect(page.rows.first?.id == late.uuid && page.rows.first?.body == nil)
    let left = try store.session().value(
      "SELECT count(*) FROM okno.row WHERE body LIKE '%1500000%'")
    #expect(left == "0")
  }

  /// A desk that has let a card go after its time has the remarks back with the card.
  @Test func aCardThatChangesTakesItsRemarksAlong() throws {
    let id = desk.id(Remark.self)
    #expect(try desk.push("fact_told", fact(id)) == .accepted)
    let (cursor, _) = try other.snapshot()
    let change = Sample.change(
      citizen, seen: #"{"surname":"Иванова"}"#, set: #"{"surname":"Петрова"}"#)
    #expect(try desk.push("citizen_changed", change) == .accepted)
    let rows = try other.pull(cursor).rows
    #expect(rows.map(\.entity) == [.citizen, .remark] && rows.last?.version == 2)
  }

  @Test func whatIsNoRemarkIsRefused() throws {
    let bad = [
      fact(desk.id(), value: ""), fact(desk.id(), kind: "offer"),
      fact(desk.id(), source: "null"), fact(desk.id(), value: #"А\u001b[2J"#),
    ]
    for body in bad { #expect(try desk.push("fact_told", body) == .refused(.badBody)) }
    #expect(
      try desk.push("offer_answered", fact(desk.id(), value: "taken", kind: "offer"))
        == .accepted)
    #expect(
      try desk.push("verdict_overruled", fact(desk.id(), value: "due", kind: "verdict"))
        == .accepted)
  }
}
