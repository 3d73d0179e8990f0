import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// Calls after a low rating and one-time words, at the central store.
@Suite struct CentralCallTests {
  private let store: CentralFixture
  private let desk: RemoteDesk
  private let other: RemoteDesk

  init() throws {
    store = try CentralFixture()
    desk = try store.desk()
    other = try store.desk("Окно 2")
  }

  private func asked(_ id: UUIDv7, due: String = "2099-11-27", phone: String = "79000000001")
    -> String
  {
    #"{"asked":"2026-11-24","due":"\#(due)","id":"\#(id)","phone":"\#(phone)"}"#
  }

  private func settled(_ id: UUIDv7, _ outcome: String = "won_back") -> String {
    """
    {"asked":"2026-11-24","due":"2099-11-27","id":"\(id)","outcome":"\(outcome)",\
    "settled":"2026-11-25"}
    """
  }

  private func word(_ id: UUIDv7, score: Int? = nil) -> String {
    let answer =
      score.map { #""answered":"2026-11-26","criteria":"clarity","score":\#($0),"# } ?? ""
    return """
      {\(answer)"hash":"\(String(repeating: "a", count: 32))","id":"\(id)","issued":"2026-11-24"}
      """
  }

  private func newID() -> UUIDv7 { desk.id(Callback.self).uuid }

  private func numbersLeft() throws -> String? {
    try store.session().value("SELECT count(*) FROM okno.row WHERE body LIKE '%79000000001%'")
  }

  @Test func aWishReachesTheCentreAndItsNumberGoes() throws {
    let id = newID()
    let (start, _) = try other.snapshot()
    #expect(try desk.push("callback_asked", asked(id)) == .accepted)
    var page = try other.pull(start)
    var row = try #require(page.rows.first)
    #expect(row.entity == .callback && row.id == id && row.version == 1)
    #expect(row.body?.contains("79000000001") == true && row.body?.contains("desk") == false)

    #expect(try other.push("callback_settled", settled(id)) == .accepted)
    page = try desk.pull(page.cursor)
    row = try #require(page.rows.first)
    #expect(row.version == 2 && row.body?.contains(#""outcome": "won_back""#) == true)
    #expect(row.body?.contains(#""phone": null"#) == true)
    #expect(try numbersLeft() == "0")
  }

  @Test func theFirstOutcomeStands() throws {
    let id = newID()
    #expect(try desk.push("callback_asked", asked(id)) == .accepted)
    #expect(try desk.push("callback_settled", settled(id, "not_won")) == .accepted)
    let (cursor, rows) = try other.snapshot()
    #expect(rows.first?.body?.contains("not_won") == true)
    #expect(try other.push("callback_settled", settled(id, "won_back")) == .accepted)
    #expect(try desk.pull(cursor).rows.isEmpty)
  }

  /// A failover has lost the wish, and the outcome is the first to be sent again.
  @Test func anOutcomeBeforeItsWishKeepsTheNumberAway() throws {
    let id = newID()
    #expect(try other.push("callback_settled", settled(id)) == .accepted)
    #expect(try desk.push("callback_asked", asked(id)) == .accepted)
    let row = try #require(try other.snapshot().rows.first)
    #expect(row.version == 1 && row.body?.contains("won_back") == true)
    #expect(try numbersLeft() == "0")
  }

  /// Nobody has called for thirty days beyond the day: the next wish and the nightly care let the number go.
  @Test(arguments: [true, false])
  func anOldNumberIsNotKept(byCare: Bool) throws {
    let old = newID()
    #expect(try desk.push("callback_asked", asked(old, due: "2026-01-02")) == .accepted)
    let (cursor, _) = try other.snapshot()
    if byCare {
      _ = try store.administrator().prune(days: 90, operationDays: 400)
      _ = try store.administrator().prune(days: 90, operationDays: 400)
    } else {
      #expect(try desk.push("callback_asked", asked(newID(), phone: "79000000002")) == .accepted)
    }
    let page = try other.pull(cursor)
    #expect(page.cursor.number == cursor.number + 1, "once")
    let row = try #require(page.rows.first { $0.id == old })
    #expect(row.body?.contains(#""outcome": "unreached""#) == true)
    #expect(try numbersLeft() == "0")
  }

  @Test func aWordIsAnsweredOnceWhereverItWasHandedOut() throws {
    let id = newID()
    let (start, _) = try other.snapshot()
    #expect(try desk.push("rating_token_issued", word(id)) == .accepted)
    let page = try other.pull(start)
    #expect(page.rows.map(\.entity) == [.ratingToken])
    #expect(try other.push("rating_token_answered", word(id, score: 4)) == .accepted)
    #expect(try desk.push("rating_token_answered", word(id, score: 5)) == .accepted)
    let rows = try desk.snapshot().rows
    #expect(rows.map(\.version) == [2] && rows.first?.body?.contains(#""score": 4"#) == true)
  }

  @Test func anAnswerMayComeBeforeItsWord() throws {
    let id = newID()
    #expect(try other.push("rating_token_answered", word(id, score: 4)) == .accepted)
    #expect(try desk.push("rating_token_issued", word(id)) == .accepted)
    let row = try #require(try desk.snapshot().rows.first)
    #expect(row.version == 1 && row.body?.contains(#""score": 4"#) == true)
  }

  @Test func anOlderDeskIsToldNoneAndWorksOn() throws {
    let (cursor, _) = try other.snapshot()
    _ = try other.ask(
      .hello(Hello(version: 3, incarnation: other.incarnation, program: "okno test")))
    #expect(try desk.push("callback_asked", asked(newID())) == .accepted)
    #expect(try desk.push("rating_token_issued", word(newID())) == .accepted)
    let page = try other.pull(cursor)
    #expect(page.rows.isEmpty && page.cursor.number == cursor.number + 2)
    #expect(try other.snapshot().rows.isEmpty)
  }

  @Test func anotherCentreSeesNothing() throws {
    #expect(try desk.push("callback_asked", asked(newID())) == .accepted)
    #expect(try store.desk(centre: "Другой").snapshot().rows.isEmpty)
  }

  @Test func whatIsNoneIsRefused() throws {
    let id = newID()
    let bad = [
      ("callback_asked", asked(id, phone: "8 900")), ("callback_asked", asked(id, due: "завтра")),
      ("callback_asked", settled(id)), ("callback_settled", asked(id)),
      ("callback_settled", settled(id, "praised")),
      (
        "callback_settled",
        settled(id).replacing(#""id""#, with: #""phone":"79000000001","id""#)
      ),
      ("rating_token_issued", word(id).replacing("aa", with: "A")),
      ("rating_token_answered", word(id)), ("rating_token_answered", word(id, score: 6)),
    ]
    for (kind, body) in bad {
      #expect(try desk.push(kind, body) == .refused(.badBody), "\(kind) \(body)")
    }
    #expect(try desk.snapshot().rows.isEmpty)
  }
}
