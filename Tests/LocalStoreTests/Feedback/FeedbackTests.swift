import Domain
import Sync
import Testing

@testable import LocalStore

/// Feedback to the catalogue, and its answers.
@Suite struct FeedbackTests {
  private let desk: TestStore

  init() throws { desk = try TestStore() }

  private func stamp(_ employee: Employee.ID?, _ minutes: Int64 = 0) -> Stamp {
    Stamp(
      now: desk.stamp(minutes).now,
      author: Author(desk: desk.store.desk, employee: employee), offset: .moscow)
  }

  private func draft(_ text: String = "Пошлина другая") -> FeedbackDraft {
    FeedbackDraft(
      id: desk.ids.make(), service: "passport", situation: "change-of-residence", text: text,
      seen: "Паспорт\n300 руб.")
  }

  private func answer(_ text: String = "Исправим") -> FeedbackAnswer {
    FeedbackAnswer(id: desk.ids.make(), text: text, employee: nil, time: desk.stamp(9).now)
  }

  @Test func itGoesToTheListAndItsAnswerToTheOwnDay() throws {
    let clerk: Employee.ID = desk.ids.make()
    let given = try desk.store.giveFeedback(draft(), stamp(clerk))
    #expect(given.catalogue == "bundled 01")
    var line = try #require(try desk.store.feedback().first)
    #expect(line.feedback == given && line.author.isEmpty)
    #expect(try desk.store.ownDay(stamp(clerk)).answers.isEmpty)

    let answer = answer()
    try desk.store.answerFeedback(given.id, answer, stamp(nil, 9))
    line = try #require(try desk.store.feedback().first)
    #expect(line.feedback.answers == [answer])
    #expect(try desk.store.ownDay(stamp(clerk)).answers.map(\.answer) == [answer])
    // It is nobody else's.
    #expect(try desk.store.ownDay(stamp(desk.ids.make())).answers.isEmpty)
    try desk.store.noteAnswers([answer.id])
    #expect(try desk.store.ownDay(stamp(clerk)).answers.isEmpty)
  }

  @Test func withoutAccountsItIsTheDesks() throws {
    let given = try desk.store.giveFeedback(draft(), stamp(nil))
    try desk.store.answerFeedback(given.id, answer(), stamp(nil))
    #expect(try desk.store.ownDay(stamp(nil)).answers.map(\.feedback.id) == [given.id])
  }

  @Test func whatNobodyHasAnsweredStandsFirst() throws {
    let old = try desk.store.giveFeedback(draft("Старое"), stamp(nil))
    let new = try desk.store.giveFeedback(draft("Новое"), stamp(nil, 5))
    try desk.store.answerFeedback(new.id, answer(), stamp(nil, 6))
    #expect(try desk.store.feedback().map(\.feedback.id) == [old.id, new.id])
  }

  @Test(arguments: ["", "А\u{1b}[2J", "а\nб", String(repeating: "я", count: 501)])
  func whatIsNoLineIsNotTaken(text: String) throws {
    #expect(throws: StoreError.self) { try desk.store.giveFeedback(draft(text), stamp(nil)) }
    let given = try desk.store.giveFeedback(draft(), stamp(nil))
    #expect(throws: StoreError.self) {
      try desk.store.answerFeedback(given.id, answer(text), stamp(nil))
    }
    #expect(try desk.store.feedback().count == 1)
  }

  @Test func whatIsGoneCannotBeAnswered() throws {
    #expect(throws: StoreError.self) {
      try desk.store.answerFeedback(desk.ids.make(), answer(), stamp(nil))
    }
  }

  // MARK: - On its way between desks

  private func body(_ answers: String = "[]") -> String {
    """
    {"answers":\(answers),"catalogue":"release 3","desk":"\(desk.ids.make(Desk.self))",\
    "given":"2026-11-24T07:00:00.000Z","kind":"later","seen":"","service":"passport",\
    "situation":null,"text":"Другое"}
    """
  }

  @Test func anotherDesksFeedbackIsShownWithItsAnswers() throws {
    let sync = SyncDesk(desk)
    let id: Feedback.ID = desk.ids.make()
    try sync.pull([SyncRow(entity: .feedback, id: id.uuid, version: 1, body: body())], to: 1)
    #expect(try desk.store.feedback().first?.feedback.kind.rawValue == "later")
    // An answer of this desk that is on its way stays when an older row comes with another one.
    try desk.store.answerFeedback(id, answer("Наш"), stamp(nil))
    let other = """
      [{"id":"\(desk.ids.make(FeedbackAnswer.self))","text":"Их","employee":null,\
      "time":"2026-11-24T07:01:00.000Z"}]
      """
    try sync.pull([SyncRow(entity: .feedback, id: id.uuid, version: 2, body: body(other))], to: 2)
    #expect(try desk.store.feedback().first?.feedback.answers.map(\.text) == ["Их", "Наш"])
    try sync.pull([SyncRow(entity: .feedback, id: id.uuid, version: 3, body: nil)], to: 3)
    #expect(try desk.store.feedback().isEmpty)
    #expect(try desk.rows("SELECT count(*) FROM feedback_answer") == ["0"])
  }

  @Test func aSweepLeavesWhatWasNotSent() throws {
    let sync = SyncDesk(desk)
    let gone: Feedback.ID = desk.ids.make()
    try sync.pull([SyncRow(entity: .feedback, id: gone.uuid, version: 1, body: body())], to: 1)
    let own = try desk.store.giveFeedback(draft(), stamp(nil))
    try sync.fill([], to: 5)
    #expect(try desk.store.feedback().map(\.feedback.id) == [own.id])
  }
}
