import Domain
import Sync
import Testing

@testable import LocalStore

/// One-time words and their answers on their way between the desks of a centre.
@Suite struct RatingTokenSyncTests {
  private static let day: Int64 = 24 * 60
  private let sync: SyncDesk
  private var desk: TestStore { sync.desk }

  init() throws { sync = try SyncDesk() }

  private func issue(_ count: Int) throws -> [RatingToken] {
    try (0..<count).map { _ in try desk.store.issueRatingToken(desk.stamp()) }
  }

  private func row(
    _ token: RatingToken, version: Int64 = 1, score: Int? = nil
  ) throws -> SyncRow {
    let hidden = HiddenToken(token)
    let answered = score.map { "\"2026-11-25\",\"score\":\($0)" } ?? "null,\"score\":null"
    return SyncRow(
      entity: .ratingToken, id: hidden.id(issued: desk.today), version: version,
      body: """
        {"criteria":"","hash":"\(hidden.hash)","issued":"2026-11-24","answered":\(answered)}
        """)
  }

  private var control: ControlSample {
    get throws {
      try desk.store.ratingPicture(from: desk.today, to: desk.today, today: desk.today).control
    }
  }

  /// Whoever has the region's answers knows the words: one beside its visit would tell whose answer it is.
  @Test func wordsAreToldFiveAtATimeWithoutTheirHour() throws {
    let words = try issue(4)
    #expect(try sync.pending().isEmpty)
    let all = words + (try issue(1))
    let told = try sync.pending()
    #expect(told.map(\.kind) == Array(repeating: "rating_token_issued", count: 5))
    #expect(Set(told.map(\.time)) == [desk.today.start(offset: .utc)])
    let ids = told.compactMap { OperationText.id(in: $0.body) }
    #expect(ids == ids.sorted(), "the order of handing out is lost")
    for token in all { #expect(!told.contains { $0.body.contains(token.description) }) }
  }

  @Test func fewWordsAreToldWhenTheirDayIsOver() throws {
    _ = try issue(1)
    _ = desk.store.perform(.read, now: desk.stamp(Self.day).now, offset: .moscow)
    #expect(try sync.pending().map(\.kind) == ["rating_token_issued"])
  }

  @Test func anotherDesksWordIsAnsweredHereOnce() throws {
    let token = LocalStore.newRatingToken()
    #expect(try desk.store.answer(token, score: 5, criteria: [], desk.stamp()) == .unknown)
    try sync.pull([try row(token)], to: 1)
    #expect(
      try desk.store.answer(token, score: 4, criteria: [.clarity], desk.stamp(Self.day)) == .taken)
    #expect(try desk.store.answer(token, score: 5, criteria: [], desk.stamp(Self.day)) == .used)
    #expect(try control == ControlSample(issued: 1, answered: 1, best: 0))
    let operation = try #require(try sync.pending().first)
    #expect(operation.kind == "rating_token_answered")
    #expect(operation.body.contains(HiddenToken(token).hash))
    #expect(!operation.body.contains(token.description))
  }

  /// The same file at two desks without a link: the centre's first answer counts.
  @Test func twoImportsCountOnce() throws {
    let token = LocalStore.newRatingToken()
    try sync.pull([try row(token)], to: 1)
    _ = try desk.store.answer(token, score: 5, criteria: [], desk.stamp(Self.day))
    // A snapshot from before it was sent leaves it.
    try sync.fill([try row(token)], to: 2)
    #expect(try control == ControlSample(issued: 1, answered: 1, best: 1))
    try sync.push(number: 4)
    try sync.pull([try row(token, version: 2, score: 3)], to: 4)
    #expect(try control == ControlSample(issued: 1, answered: 1, best: 0))
  }

  @Test func aRefusedAnswerIsTakenBack() throws {
    let token = LocalStore.newRatingToken()
    try sync.pull([try row(token)], to: 1)
    _ = try desk.store.answer(token, score: 5, criteria: [], desk.stamp(Self.day))
    try sync.push(number: 0) { _ in .refused(.notPermitted) }
    let refused = try #require(try desk.store.refusedOperations().first)
    try desk.store.dropRefused(refused.id, reason: "чужой файл", desk.stamp(Self.day))
    #expect(try control == ControlSample(issued: 1, answered: 0, best: 0))
    #expect(
      try desk.store.answer(token, score: 2, criteria: [], desk.stamp(Self.day)) == .taken)
  }

  @Test(arguments: [
    #"{"hash":"00","answered":null,"score":null}"#,
    #"{"hash":"00","issued":"2026-11-24","answered":"2026-11-24","score":null}"#,
    #"{"hash":"00","issued":"2026-11-24","answered":"2026-11-24","score":6}"#,
  ])
  func aRowThatCannotBeIsKeptOut(body: String) throws {
    let id = desk.ids.make(Callback.self).uuid
    try sync.pull([SyncRow(entity: .ratingToken, id: id, version: 1, body: body)], to: 1)
    #expect(try control == .none)
    #expect(try sync.state().unreadable == 1)
  }
}
