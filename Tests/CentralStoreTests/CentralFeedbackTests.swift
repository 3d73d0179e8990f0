import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// Feedback to the catalogue, and employees' ratings in batches, at the central store.
@Suite struct CentralFeedbackTests {
  private let desk: RemoteDesk
  private let other: RemoteDesk

  init() throws {
    let store = try CentralFixture()
    desk = try store.desk()
    other = try store.desk("Окно 2")
  }

  @Test func feedbackAndItsAnswersReachOtherDesks() throws {
    let id = desk.id(Feedback.self)
    var (cursor, _) = try other.snapshot()
    #expect(try desk.push("feedback_given", Sample.feedback(id)) == .accepted)
    var page = try other.pull(cursor)
    let row = try #require(page.rows.first)
    #expect(row.entity == .feedback && row.id == id.uuid && row.version == 1)
    #expect(row.body?.contains(#""answers": []"#) == true)
    #expect(row.body?.contains(#""given": ""#) == true)
    cursor = page.cursor
    let answer = desk.id(FeedbackAnswer.self)
    #expect(try other.push("feedback_read", Sample.answer(answer, to: id)) == .accepted)
    page = try other.pull(cursor)
    #expect(page.rows.first?.version == 2)
    #expect(page.rows.first?.body?.contains("Исправим") == true)
    // Another operation with the same answer changes nothing.
    #expect(try other.push("feedback_read", Sample.answer(answer, to: id)) == .accepted)
    #expect(try other.pull(page.cursor).rows.isEmpty)
    #expect(try desk.snapshot().rows.first { $0.entity == .feedback }?.version == 2)
  }

  @Test func anAnswerThatComesFirstWaitsForItsFeedback() throws {
    let id = desk.id(Feedback.self)
    let (cursor, _) = try other.snapshot()
    #expect(try desk.push("feedback_read", Sample.answer(desk.id(), to: id)) == .accepted)
    #expect(try other.pull(cursor).rows.isEmpty)
    #expect(try desk.push("feedback_given", Sample.feedback(id)) == .accepted)
    let row = try #require(try other.pull(cursor).rows.first)
    #expect(row.entity == .feedback && row.body?.contains("Исправим") == true)
    #expect(row.version == 1)
  }

  @Test func batchesOfRatingsReachOtherDesks() throws {
    let employee = desk.id(Employee.self)
    let (cursor, _) = try other.snapshot()
    let body = Sample.strength(desk.id(Visit.self).uuid, about: employee)
    #expect(try desk.push("strength_told", body) == .accepted)
    let row = try #require(try other.pull(cursor).rows.first)
    #expect(row.entity == .strength && row.body?.contains("\(employee)") == true)
  }

  @Test(arguments: [(4, 4), (5, 6), (5, -1), (0, 0)])
  func fewerThanFiveAreNoBatch(given: Int, best: Int) throws {
    let body = Sample.strength(
      desk.id(Visit.self).uuid, about: desk.id(), given: given, best: best)
    #expect(try desk.push("strength_told", body) == .refused(.badBody))
  }

  @Test(arguments: ["", #"А\u001b[2J"#, String(repeating: "А", count: 501)])
  func whatIsNoLineIsRefused(text: String) throws {
    #expect(
      try desk.push("feedback_given", Sample.feedback(desk.id(), text: text))
        == .refused(.badBody))
    let answer = Sample.answer(desk.id(), to: desk.id(), text: text)
    #expect(try desk.push("feedback_read", answer) == .refused(.badBody))
  }
}
