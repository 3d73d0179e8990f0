import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

/// «This entry is wrong», and what the supervisor does with it.
@Suite struct FeedbackTests {
  @Test func aLineAboutTheServiceInFrontIsSentWithWhatWasSeen() throws {
    let desk = TestDesk().go(to: .feedbackForm)
    let service = try #require(try situationBeneath(desk).selected)
    desk.type(" Пошлина  другая ").press(.enter).expectNotice(.feedbackDone(.given))
      .expectScreens(.home, .situation)
    let line = try #require(desk.store.feedback.first)
    #expect(line.feedback.text == "Пошлина другая" && line.feedback.kind == .wrongEntry)
    #expect(line.feedback.service == service.id)
    let seen = line.feedback.seen.split(separator: "\n").map(String.init)
    #expect(seen.first == service.title.ru && seen.contains(service.body.ru))
    #expect(seen.contains { $0.hasPrefix("• ") || $0.hasPrefix("× ") })
  }

  private func situationBeneath(_ desk: TestDesk) throws -> SituationScreen {
    var found: SituationScreen?
    for case .situation(let shown) in desk.state.screens { found = shown }
    return try #require(found)
  }

  @Test func withoutAServiceThereIsNothingToSay() {
    TestDesk().press(.control("p")).type("в справочнике").press(.enter)
      .expectNotice(.obstacle(.noService))
  }

  @Test func anEmptyLineIsNotSent() {
    let desk = TestDesk().go(to: .feedbackForm).type("  ").press(.enter)
      .expectNotice(.textMissing)
    #expect(desk.store.feedback.isEmpty)
  }

  @Test(arguments: [Key.escape, .function(3), .function(10)])
  func whatWasWrittenIsNotLostWithoutAsking(key: Key) {
    let desk = TestDesk().go(to: .feedbackForm).type("Пошлина").press(key)
    let command: Command? = key == .escape ? nil : key == .function(3) ? .home : .leave
    desk.expectQuestion(.dropFeedback(then: command)).press(.enter).expectNoOverlay()
    desk.expectScreens(.home, .situation, .feedbackForm).press(key).type("д").expectNoOverlay()
    #expect(!desk.state.screens.contains { ScreenKind($0) == .feedbackForm })
  }

  /// A refusal of the store leaves the line where it is.
  @Test func whatCouldNotBeStoredStays() {
    let desk = TestDesk().go(to: .feedbackForm).type("Пошлина")
    desk.store.failure = .diskFull(path: "/x")
    desk.press(.enter).expectNotice(.failed(.diskFull(path: "/x")))
      .expectScreens(.home, .situation, .feedbackForm)
    desk.press(.enter).expectNotice(.feedbackDone(.given))
  }

  @Test func theSupervisorReadsAndAnswers() throws {
    let desk = TestDesk().withAccounts().signIn(as: Sample.smirnova).go(to: .feedback)
    desk.expectScreen(contains: "новое", "отвечено", "Орлов П. Н. · Пошл")
    desk.press(.enter).expectScreens(.home, .feedback, .feedbackAnswer)
      .expectScreen(contains: "Было на экране", "• Паспорт", "release 3", "Орлов П. Н.")
    desk.type("Спасибо").press(.enter).expectNotice(.feedbackDone(.answered))
      .expectScreens(.home, .feedback)
    let answer = try #require(desk.store.feedback.first?.feedback.answers.first)
    #expect(answer.text == "Спасибо" && answer.employee == Sample.smirnova.id)
    desk.expectScreen(lacks: "новое")
  }

  @Test func anEmptyListSaysSo() {
    TestDesk().press(.control("p")).type("замечания").press(.enter)
      .expectScreen(contains: "Замечаний нет").press(.enter).expectScreens(.home, .feedback)
  }

  @Test func aPasteBecomesOneLine() {
    let desk = TestDesk().go(to: .feedbackForm)
    desk.press(.paste("одна\nдве\u{1b}[2J")).press(.enter).expectNotice(.feedbackDone(.given))
    #expect(desk.store.feedback.first?.feedback.text == "одна две [2J")
  }
}
