import Domain
import Sync
import Testing

@testable import LocalStore

/// Calls on their way between the desks of a centre.
@Suite struct CallbackSyncTests {
  private static let day: Int64 = 24 * 60
  private let sync: SyncDesk
  private var desk: TestStore { sync.desk }

  init() throws { sync = try SyncDesk(.disk) }

  private func row(
    _ id: UUIDv7, version: Int64 = 1, phone: String? = "79000000007", outcome: String? = nil
  ) -> SyncRow {
    func text(_ value: String?) -> String { value.map { "\"\($0)\"" } ?? "null" }
    return SyncRow(
      entity: .callback, id: id, version: version,
      body: """
        {"asked":"2026-11-24","due":"2026-11-27","outcome":\(text(outcome)),"phone":\(text(phone)),\
        "settled":\(text(outcome == nil ? nil : "2026-11-25"))}
        """)
  }

  private func settled(_ id: UUIDv7, _ outcome: String, version: Int64 = 2) -> SyncRow {
    row(id, version: version, phone: nil, outcome: outcome)
  }

  private func calls(_ minutes: Int64 = 1) throws -> [Callback] {
    try desk.store.callbacks(desk.stamp(minutes))
  }

  /// Five ratings hide which visit it was.
  @Test func aWishIsLoggedAmongFiveRatings() throws {
    try desk.askForCall()
    for _ in 0..<3 { try desk.askForCall("9000000002") }
    #expect(try sync.pending().isEmpty)
    try desk.askForCall("9000000003", minutes: 7)
    let logged = try sync.pending()
    #expect(logged.map(\.kind).suffix(5) == ArraySlice(repeating: "callback_asked", count: 5))
    let midnight = desk.today.start(offset: .utc)
    #expect(logged.allSatisfy { $0.time == midnight })
    #expect(logged.allSatisfy { Int64($0.id.uuid.high >> 16) == midnight.milliseconds })
    let ids = logged.suffix(5).compactMap { OperationText.id(in: $0.body) }
    #expect(ids == ids.sorted(), "the order of asking is lost")
  }

  /// The window may see few people, or none the next day.
  @Test func aWishIsLoggedWhenItsDayIsOver() throws {
    try desk.askForCall()
    _ = desk.store.perform(.read, now: desk.stamp(60).now, offset: .moscow)
    #expect(try sync.pending().isEmpty)
    _ = desk.store.perform(.read, now: desk.stamp(Self.day).now, offset: .moscow)
    #expect(try sync.pending().map(\.kind) == ["callback_asked"])
    _ = desk.store.perform(.read, now: desk.stamp(2 * Self.day).now, offset: .moscow)
    #expect(try sync.pending().count == 1, "once")
  }

  @Test func anotherDesksCallIsSeenAndSettledHere() throws {
    let id = desk.ids.make(Callback.self)
    try sync.pull([row(id.uuid)], to: 1)
    #expect(try calls().map(\.phone?.digits) == ["79000000007"])
    try desk.store.settle(id, .wonBack, desk.stamp(2))
    let operation = try #require(try sync.pending().first)
    #expect(operation.kind == "callback_settled")
    #expect(operation.body.contains(#""outcome":"won_back""#))
    #expect(!operation.body.contains("79000000007"))
    #expect(try !desk.holds("79000000007"))
  }

  /// Settled elsewhere: the number goes here too, out of the table and out of the log.
  @Test func theNumberGoesEverywhere() throws {
    try desk.askForCall()
    _ = desk.store.perform(.read, now: desk.stamp(Self.day).now, offset: .moscow)
    let asked = try sync.push(number: 1)
    let id = try #require(asked.first.flatMap { OperationText.id(in: $0.body) })
    try sync.pull([row(id, phone: "79000000001")], to: 1)
    #expect(try desk.holds("79000000001"))
    try sync.pull([settled(id, "not_won")], to: 2)
    let call = try #require(try calls().first)
    #expect(call.outcome == .notWon && call.phone == nil)
    #expect(try !desk.holds("79000000001"))
    #expect(try desk.store.verifyAudit().isEmpty, "the chain holds without the body")
    #expect(try sync.pending().isEmpty)
  }

  /// What was not sent yet is not sent any more: the outcome says all but the number.
  @Test func aCallThatIsSettledAtOnceSendsNoNumber() throws {
    try desk.askForCall()
    _ = desk.store.perform(.read, now: desk.stamp(Self.day).now, offset: .moscow)
    let call = try #require(try calls().first)
    try desk.store.settle(call.id, .unreached, desk.stamp(Self.day + 1))
    let sent = try sync.pending()
    #expect(sent.map(\.kind) == ["callback_settled"])
    #expect(sent.allSatisfy { $0.body.contains(#""asked":"2026-11-24""#) })
    #expect(try !desk.holds("79000000001"))
  }

  /// Two supervisors without a link: the centre's first outcome stands, and both operations.
  @Test func theFirstOutcomeStands() throws {
    let id = desk.ids.make(Callback.self)
    try sync.pull([row(id.uuid)], to: 1)
    try desk.store.settle(id, .wonBack, desk.stamp(2))
    // A page from before it was sent, and a snapshot: neither brings the number back.
    try sync.pull([row(id.uuid, version: 2)], to: 2)
    try sync.fill([row(id.uuid, version: 2)], to: 3)
    #expect(try calls().map(\.outcome) == [.wonBack])
    #expect(try !desk.holds("79000000007"))
    try sync.push(number: 5)
    try sync.pull([settled(id.uuid, "not_won", version: 3)], to: 5)
    #expect(try calls().map(\.outcome) == [.notWon])
    #expect(try desk.store.operations().map(\.operation.kind) == [.callbackSettled])
  }

  /// A refused outcome that is given up: the centre's row is fetched again, with its number.
  @Test func aRefusedOutcomeIsTakenBack() throws {
    let id = desk.ids.make(Callback.self)
    try sync.pull([row(id.uuid)], to: 1)
    try desk.store.settle(id, .wonBack, desk.stamp(2))
    try sync.push(number: 0) { _ in .refused(.notPermitted) }
    #expect(try calls().map(\.outcome) == [.wonBack], "until a person has looked at it")
    let refused = try #require(try desk.store.refusedOperations().first)
    try desk.store.dropRefused(refused.id, reason: "не тот номер", desk.stamp(3))
    #expect(try sync.state().cursor == nil)
    try sync.fill([row(id.uuid)], to: 2)
    #expect(try calls().map(\.phone?.digits) == ["79000000007"])
  }

  /// Nobody has to decide about a wish that an older central store refused, once the call was made.
  @Test func aRefusedWishEndsWithItsOutcome() throws {
    try desk.askForCall()
    _ = desk.store.perform(.read, now: desk.stamp(Self.day).now, offset: .moscow)
    try sync.push(number: 0) { _ in .refused(.unknownKind) }
    #expect(try desk.store.refusedOperations().map(\.kind) == [.callbackAsked])
    let call = try #require(try calls().first)
    try desk.store.settle(call.id, .wonBack, desk.stamp(Self.day))
    #expect(try desk.store.refusedOperations().isEmpty)
  }

  /// Given up, it is nobody's wish any more.
  @Test func aRefusedWishThatIsGivenUpLeavesNoNumber() throws {
    try desk.askForCall()
    _ = desk.store.perform(.read, now: desk.stamp(Self.day).now, offset: .moscow)
    try sync.push(number: 0) { _ in .refused(.unknownKind) }
    let refused = try #require(try desk.store.refusedOperations().first)
    try desk.store.dropRefused(refused.id, reason: "передумал", desk.stamp(Self.day))
    #expect(try calls().isEmpty)
    #expect(try desk.rows("SELECT count(*) FROM operation WHERE body LIKE '%7900%'") == ["0"])
  }

  /// What the central store surely has need not lie in the log as well.
  @Test func theLogKeepsNoNumberThatTheCentreHas() throws {
    try desk.askForCall()
    _ = desk.store.perform(.read, now: desk.stamp(Self.day).now, offset: .moscow)
    let sent = try sync.push(number: 1)
    let id = try #require(sent.first.flatMap { OperationText.id(in: $0.body) })
    _ = try desk.store.retire(days: 30, desk.stamp(Self.day))
    #expect(try desk.rows("SELECT count(body) FROM operation") == ["1"], "it may be lost there")
    try sync.pull([row(id, phone: "79000000001")], to: 9, durable: 9)
    _ = try desk.store.retire(days: 30, desk.stamp(Self.day))
    #expect(try desk.rows("SELECT count(body) FROM operation") == ["0"])
    #expect(try calls().map(\.phone?.digits) == ["79000000001"])
    #expect(try desk.store.verifyAudit().isEmpty)
  }

  @Test func aSweepLeavesWhatWasNotSent() throws {
    try sync.pull([row(desk.ids.make(Callback.self).uuid)], to: 1)
    try desk.askForCall()
    try sync.fill([], to: 5)
    #expect(try calls().map(\.phone?.digits) == ["79000000001"])
  }

  @Test(arguments: [
    #"{"asked":"2026-11-24","due":"2026-11-27","outcome":null,"phone":null,"settled":null}"#,
    #"{"asked":"2026-11-24","due":"2026-11-27","outcome":"won_back","phone":"79000000007","settled":"2026-11-25"}"#,
    #"{"asked":"2026-11-24","outcome":null,"phone":"79000000007","settled":null}"#,
  ])
  func aRowThatCannotBeIsKeptOut(body: String) throws {
    let id = desk.ids.make(Callback.self).uuid
    try sync.pull([SyncRow(entity: .callback, id: id, version: 1, body: body)], to: 1)
    #expect(try calls().isEmpty)
    #expect(try sync.state().unreadable == 1)
  }
}
