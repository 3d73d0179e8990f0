// The citizen's own screen: what it shows when, whose keys work, and how it is left.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct CitizenScreenTests {
  @Test func greetsAsksAndThanks() throws {
    let screen = TestCitizenScreen()
    #expect(screen.state.stage == .idle)
    screen.told(.greeting)
    #expect(screen.state.stage == .greeting)
    screen.told(.asking(TestCitizenScreen.token))
    screen.advance(seconds: 3).type("4").press(.enter)
    #expect(
      screen.answers == [
        CitizenAnswer(
          token: TestCitizenScreen.token, result: .given(score: 4, criteria: []),
          answeredIn: 3000)
      ])
    #expect(screen.isThanking)
    screen.told(.idle)
    #expect(screen.isThanking, "thanks are seen to their end")
    screen.advance(seconds: CitizenScreenState.thanking)
    #expect(screen.state.stage == .idle)
  }

  /// The desk may be slow, or gone: one question has one answer.
  @Test func anAnsweredQuestionIsNotAskedAgain() {
    let screen = TestCitizenScreen().asking().type("5").press(.enter)
    screen.advance(seconds: 60)
    #expect(screen.state.stage == .idle)
    screen.asking()
    #expect(screen.state.stage == .idle)
    #expect(screen.answers.count == 1)
  }

  /// The clerk may be at the next visit before this citizen has answered.
  @Test func theNextCitizenIsGreetedAfterTheThanks() {
    let screen = TestCitizenScreen().asking().type("5").press(.enter)
    screen.told(.greeting)
    #expect(screen.isThanking)
    screen.advance(seconds: CitizenScreenState.thanking)
    #expect(screen.state.stage == .greeting)
  }

  /// The clerk has taken the question back (F9, an undone visit).
  @Test func aQuestionThatIsTakenBackGoes() {
    let screen = TestCitizenScreen().asking().type("5")
    screen.told(.idle)
    screen.press(.enter).advance(seconds: 120)
    #expect(screen.state.stage == .idle)
    #expect(screen.answers.isEmpty)
  }

  @Test func silenceTimesOut() {
    let screen = TestCitizenScreen().asking().advance(seconds: 59)
    #expect(screen.answers.isEmpty)
    screen.advance(seconds: 1)
    #expect(screen.answers.map(\.result) == [.timedOut])
    #expect(screen.state.stage == .idle, "nobody is there to be thanked")
  }

  @Test func aDigitWithoutEnterCountsWhenTheTimeIsOver() {
    let screen = TestCitizenScreen().asking().advance(seconds: 2).type("2").advance(seconds: 60)
    #expect(screen.answers.map(\.result) == [.given(score: 2, criteria: [])])
    #expect(screen.answers.map(\.answeredIn) == [2000])
  }

  @Test func tenDigitsAndEnterAreEnough() {
    let screen = TestCitizenScreen().asking().type("46866989").press(.enter)
    // 6 the first, 8 marks it, 6 6 the third, 9 the second, 8 marks it, 9 the first.
    #expect(
      screen.answers.map(\.result) == [
        .given(score: 4, criteria: [.empathy, .professionalism])
      ])
  }

  @Test func zeroDeclines() {
    let screen = TestCitizenScreen().asking().type("50").press(.enter)
    #expect(screen.answers.map(\.result) == [.declined])
  }

  @Test func anAnswerUnderASecondIsTold() {
    let screen = TestCitizenScreen().asking().type("5").press(.enter)
    #expect(screen.answers.map(\.answeredIn) == [0])
  }

  @Test func oneKeyChangesTheLanguage() {
    let screen = TestCitizenScreen().asking().type("7")
    #expect(screen.state.language == .en)
    screen.type("5").press(.enter)
    #expect(screen.state.language == .en, "thanks in the citizen's language")
    screen.told(.idle)
    screen.advance(seconds: CitizenScreenState.thanking)
    #expect(screen.state.language == .ru, "the next one begins anew")
  }

  @Test func aLanguageChosenAtTheGreetingStays() {
    let screen = TestCitizenScreen()
    screen.told(.greeting)
    screen.type("7").asking()
    #expect(screen.state.language == .en)
  }

  @Test func oneLanguageNeedsNoKey() {
    let screen = TestCitizenScreen(languages: [.en]).type("7")
    #expect(screen.state.language == .en)
    #expect(screen.state.nextLanguage == nil)
  }

  @Test(arguments: [
    Key.escape, .control("c"), .control("z"), .control("p"), .function(1), .function(4),
    .function(9), .tab, .paste("5"), .character("q"), .delete,
  ])
  func otherKeysAreDead(key: Key) {
    let screen = TestCitizenScreen().asking()
    let before = screen.state
    screen.press(key)
    #expect(screen.state == before)
    #expect(screen.effects.isEmpty)
  }

  /// Nobody sees the question: no digit counts, and the time begins again once it is seen.
  @Test func anUnseenQuestionTakesNoAnswer() {
    let screen = TestCitizenScreen().asking().resize(columns: 39, rows: 12)
    screen.type("1").press(.enter)
    #expect(screen.answers.isEmpty)
    screen.advance(seconds: 30).resize(columns: 40, rows: 12).advance(seconds: 59)
    #expect(screen.answers.isEmpty)
    screen.type("5").press(.enter)
    #expect(screen.answers.map(\.result) == [.given(score: 5, criteria: [])])
  }

  // MARK: - Later

  @Test func theCodeComesWhenTheQuestionIsOver() {
    let screen = TestCitizenScreen(form: TestCitizenScreen.form).asking()
    #expect(screen.state.later?.symbol != nil)
    #expect(!screen.shows("Оценить позже"), "first the question")
    screen.type("2").press(.enter)
    #expect(screen.shows("Оценить позже"))
    screen.told(.idle)
    screen.advance(seconds: CitizenScreenState.thankingWithCode)
    #expect(screen.state.stage == .idle)
    #expect(screen.shows("Оценить позже"), "beside the window's number too")
    screen.advance(seconds: CitizenScreenState.codeShown - CitizenScreenState.thankingWithCode)
    #expect(!screen.shows("Оценить позже"))
  }

  /// Whoever walks off without an answer can still take the code.
  @Test func aQuestionThatTimesOutLeavesTheCode() {
    let screen = TestCitizenScreen(form: TestCitizenScreen.form).asking().advance(seconds: 60)
    #expect(screen.answers.map(\.result) == [.timedOut])
    #expect(screen.shows("Оценить позже"))
  }

  /// The code is one citizen's: the next one does not see it.
  @Test func theNextCitizenSeesNoCode() {
    let screen = TestCitizenScreen(form: TestCitizenScreen.form).asking().type("5").press(.enter)
    screen.told(.greeting)
    screen.advance(seconds: CitizenScreenState.thankingWithCode - 1)
    #expect(screen.shows("Оценить позже"), "who has answered has the time to take it")
    screen.advance(seconds: 1)
    #expect(screen.state.stage == .greeting)
    #expect(screen.state.later == nil)
  }

  @Test func withoutAFormThereIsNoCode() {
    let screen = TestCitizenScreen().asking().type("5").press(.enter)
    #expect(screen.state.later == nil)
  }

  // MARK: - A call after a low rating

  @Test(arguments: [1, 2])
  func aLowRatingIsAChance(score: Int) {
    let screen = TestCitizenScreen(offersCall: true).asking().advance(seconds: 2)
    screen.type("\(score)").press(.enter)
    #expect(screen.answers.isEmpty)
    #expect(screen.shows("Перезвонить вам?"))
    screen.type("89000000001").press(.enter)
    #expect(screen.answers.map(\.phone?.digits) == ["79000000001"])
    #expect(screen.answers.map(\.result) == [.given(score: score, criteria: [])])
    #expect(screen.answers.map(\.answeredIn) == [2000], "the number's time is not the answer's")
    #expect(screen.isThanking)
  }

  @Test func enterAloneIsNoCall() {
    let screen = TestCitizenScreen(offersCall: true).asking().type("1").press(.enter, .enter)
    #expect(screen.answers.map(\.phone) == [nil])
    #expect(screen.answers.map(\.result) == [.given(score: 1, criteria: [])])
  }

  /// Whoever walks off has rated, and consented to nothing.
  @Test func silenceIsNoConsent() {
    let screen = TestCitizenScreen(offersCall: true).asking().type("1").press(.enter)
    screen.type("89000000001").advance(seconds: 60)
    #expect(screen.answers.map(\.phone) == [nil])
    #expect(screen.answers.map(\.result) == [.given(score: 1, criteria: [])])
  }

  @Test func aNumberThatIsNoneIsSaidAndTypedAgain() {
    let screen = TestCitizenScreen(offersCall: true).asking().type("1").press(.enter)
    screen.type("12345").press(.enter)
    #expect(screen.answers.isEmpty)
    #expect(screen.shows("! В номере"))
    screen.type("90000000019").press(.backspace).press(.enter)
    #expect(screen.answers.map(\.phone?.digits) == ["79000000001"])
  }

  @Test func theDesksWordDoesNotDisturbTheNumber() {
    let screen = TestCitizenScreen(offersCall: true).asking().type("1").press(.enter).type("900")
    screen.asking().type("0000001").press(.enter)
    #expect(screen.answers.map(\.phone?.digits) == ["79000000001"])
  }

  @Test(arguments: ["3", "4", "5", "0"])
  func nobodyElseIsAsked(digit: String) {
    let screen = TestCitizenScreen(offersCall: true).asking().type(digit).press(.enter)
    #expect(screen.answers.count == 1)
  }

  @Test func withoutTheSettingNobodyIsAsked() {
    let screen = TestCitizenScreen().asking().type("1").press(.enter)
    #expect(screen.answers.count == 1)
  }

  // MARK: - Leaving

  @Test func withoutACodeTheKeyTwiceLeaves() {
    let screen = TestCitizenScreen().press(.control("q"))
    #expect(screen.effects.isEmpty)
    screen.press(.control("q"))
    #expect(screen.effects == [.quit])
  }

  @Test func anyOtherKeyStays() {
    let screen = TestCitizenScreen().press(.function(10), .character("5"), .function(10))
    #expect(screen.effects.isEmpty)
  }

  @Test func theCodeLeaves() {
    let screen = TestCitizenScreen(code: "4821").press(.control("q"), .control("q"))
    #expect(screen.effects.isEmpty)
    screen.type("4821").press(.enter)
    #expect(screen.effects == [.quit])
  }

  @Test func threeWrongCodesCloseTheWayForAWhile() {
    let screen = TestCitizenScreen(code: "4821").press(.control("q"))
    for _ in 0..<CitizenScreenState.attempts { screen.type("1111").press(.enter) }
    screen.press(.control("q")).type("4821").press(.enter)
    #expect(screen.effects.isEmpty)
    screen.advance(seconds: CitizenScreenState.pause)
    screen.press(.control("q")).type("4821").press(.enter)
    #expect(screen.effects == [.quit])
  }

  /// A code half typed does not stay for whoever comes next.
  @Test func aCodeHalfTypedIsForgotten() {
    let screen = TestCitizenScreen(code: "4821").press(.control("q")).type("48")
    screen.advance(seconds: CitizenScreenState.leavingPatience)
    #expect(screen.state.leaving == nil)
    screen.press(.control("q")).type("21").press(.enter)
    #expect(screen.effects.isEmpty)
  }

  /// A question goes on while somebody types a code.
  @Test func theQuestionsTimeRunsOnBehindTheCode() {
    let screen = TestCitizenScreen(code: "4821").asking().advance(seconds: 50)
    screen.press(.control("q")).advance(seconds: 10)
    #expect(screen.answers.map(\.result) == [.timedOut])
  }

  @Test func theSystemEndsIt() {
    let screen = TestCitizenScreen(code: "4821").receive(.interrupted)
    #expect(screen.effects == [.quit])
  }

  @Test func theWayOutIsToldUntilSomebodyComes() {
    let screen = TestCitizenScreen()
    #expect(screen.shows("Ctrl-Q два раза"))
    screen.told(.greeting)
    screen.told(.idle)
    #expect(!screen.shows("Ctrl-Q"))
  }

  @Test func anAnswerThatIsNotKeptIsSaid() {
    let screen = TestCitizenScreen().asking().type("5").press(.enter)
    screen.receive(.failed(.diskFull(path: "/x")))
    #expect(screen.shows("Ответ не сохранён"))
  }
}
