// F8: the questions of the decision support, and what becomes of the answers.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct AdviceTests {
  @Test func withoutRulesThereIsNothingToAsk() {
    TestDesk().go(to: .situation).press(.function(8))
      .expectNotice(.obstacle(.noDecisionSupport)).expectNoOverlay()
  }

  @Test func withoutASituationItIsTheSituationThatIsMissing() {
    TestDesk().press(.function(8)).expectNotice(.obstacle(.noSituation)).expectNoOverlay()
  }

  @Test func theListShowsWhatTheRulesSay() {
    let desk = advised()
    #expect(verdicts(desk) == ["due", "ask", "ask", "ask"])
    desk.expectScreen(contains: "[ ]+ 1", "[ ]? 2", "Это подсказка")
  }

  @Test func anAnswerBringsTheNextQuestionUntilEverythingIsDecided() {
    let desk = advised()
    var asked: Set<Fact.ID> = []
    desk.press(.function(8))
    while let form = question(desk), asked.count < 10 {
      #expect(asked.insert(form.fact.id).inserted)
      answer(form, desk)
    }
    #expect(asked == ["work", "citizen", "income", "child-birth-date"])
    #expect(verdicts(desk) == ["due", "due", "due", "due"])
    desk.press(.function(8)).expectNotice(.obstacle(.nothingToAsk)).expectNoOverlay()
  }

  @Test func theChildsBirthIsTheDateOfTheEvent() {
    let desk = advised()
    ask("child-birth-date", desk)
    desk.type("01.11.2026").press(.enter)
    close(desk)
    #expect(desk.state.visit.eventDate == CalendarDate(year: 2026, month: 11, day: 1))
    #expect(verdicts(desk)[3] == "due")
  }

  @Test func whoDoesNotKnowIsNotAskedAgainAndNothingIsRefused() {
    let desk = advised().press(.function(8))
    while question(desk) != nil { desk.press(.tab) }
    #expect(verdicts(desk) == ["due", "ask", "ask", "ask"])
    desk.press(.function(8)).expectNotice(.obstacle(.nothingToAsk))
  }

  @Test func lettersOfBothLayoutsAnswerYesAndNo() {
    for (letter, verdict) in [("д", "ask"), ("y", "ask"), ("н", "not_due"), ("n", "not_due")] {
      let desk = advised()
      ask("citizen", desk)
      desk.type(letter)
      close(desk)
      #expect(verdicts(desk)[1] == verdict)
    }
  }

  @Test func whatIsNoAnswerStaysInTheField() {
    let desk = advised()
    ask("income", desk)
    desk.type("много").press(.enter)
    #expect(question(desk)?.isWrong == true)
    desk.expectScreen(contains: "! рубли")
    desk.press(.control("u")).type("41 288,00").press(.enter)
    #expect(desk.state.visit.answers?["income"] == .told("4128800"))
  }

  @Test func escLeavesAndAnAnswerCanBeTakenBack() {
    let desk = advised().press(.function(8), .escape).expectNoOverlay()
    ask("citizen", desk)
    desk.press(.character("1"))
    close(desk)
    #expect(desk.state.visit.answers?["citizen"] == .told("yes"))
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.answers?["citizen"] == nil)
  }

  /// Of an anonymous citizen too: what was said of one case is nothing of another one.
  @Test func answersAboutACaseStayInIt() {
    var work = SampleAdvice.book.facts
    for index in work.indices where work[index].id == "work" { work[index].about = .case }
    let book = AdviceBook(
      facts: work, parameters: SampleAdvice.book.parameters, rules: SampleAdvice.book.rules)
    let desk = TestDesk().go(to: .situation).receive(.adviceLoaded(book))
    ask("work", desk)
    desk.press(.character("1"))
    close(desk)
    var other = SampleCatalogue.birth
    other.situation.id = "another-birth"
    #expect(desk.state.judgements(other)["residence-registration"]?.verdict == .ask)
    #expect(
      desk.state.judgements(SampleCatalogue.birth)["residence-registration"]?.verdict == .due)
  }

  /// Another situation of the same person asks nothing of the person again.
  @Test func answersAboutThePersonGoAlong() {
    let desk = advised()
    ask("citizen", desk)
    desk.press(.character("1"))
    close(desk)
    desk.press(.character(" "), .function(3)).type("загран").press(.enter, .character(" "))
    desk.press(.enter)
    #expect(desk.state.visit.situation == "foreign-travel")
    #expect(desk.state.visit.answers?["citizen"] == .told("yes"))
  }

  /// The draft has the answers; a crash loses none.
  @Test func answersAreKeptWithTheDraft() {
    let desk = advised()
    ask("citizen", desk)
    desk.press(.character("2"))
    #expect(desk.store.draft?.visit.answers?["citizen"] == .told("no"))
  }

  private func advised() -> TestDesk {
    TestDesk().go(to: .situation).receive(.adviceLoaded(SampleAdvice.book))
  }

  private func question(_ desk: TestDesk) -> QuestionForm? {
    if case .question(let form) = desk.state.overlay { form } else { nil }
  }

  /// The next question, where there is one.
  private func close(_ desk: TestDesk) {
    if question(desk) != nil { desk.press(.escape) }
  }

  /// Leaves all other questions open.
  private func ask(_ fact: Fact.ID, _ desk: TestDesk) {
    desk.press(.function(8))
    var left = 10
    while let form = question(desk), form.fact.id != fact, left > 0 {
      left -= 1
      desk.press(.tab)
    }
    #expect(question(desk)?.fact.id == fact)
  }

  private func answer(_ form: QuestionForm, _ desk: TestDesk) {
    switch form.fact.kind {
    case .yesNo, .choice: desk.press(.enter)
    case .money: desk.type("20000,50").press(.enter)
    default: desk.type("01.11.2026").press(.enter)
    }
  }

  private func verdicts(_ desk: TestDesk) -> [String] {
    guard case .situation(let screen) = desk.state.screen else { return [] }
    let judgements = desk.state.judgements(screen.sheet)
    return screen.sheet.services.compactMap { judgements[$0.id]?.verdict.rawValue }
  }
}
