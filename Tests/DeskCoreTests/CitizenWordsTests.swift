// A line in the citizen's own words: at which screen, by which keys, and what becomes of it.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct CitizenWordsTests {
  private func screen(offersCall: Bool = false) -> TestCitizenScreen {
    TestCitizenScreen(offersCall: offersCall, takesWords: true).asking()
  }

  @Test func whoHasRatedMayWrite() {
    let screen = screen().advance(seconds: 2).type("4").press(.enter)
    #expect(screen.answers.isEmpty, "the rating goes with the words")
    screen.type("Всё понятно, спасибо").press(.enter)
    #expect(
      screen.answers == [
        CitizenAnswer(
          token: TestCitizenScreen.token, result: .given(score: 4, criteria: []),
          answeredIn: 2000, words: CitizenWords("Всё понятно, спасибо"))
      ])
    #expect(screen.isThanking)
  }

  @Test func enterAloneWritesNothing() {
    let screen = screen().type("4").press(.enter, .enter)
    #expect(screen.answers.map(\.words) == [nil] && screen.isThanking)
    #expect(self.screen().type("4").press(.enter).type("   ").press(.enter).answers.count == 1)
  }

  /// A rating counts; words that were not sent do not.
  @Test func silenceSendsTheRatingWithoutWords() {
    let screen = screen().type("2").press(.enter).advance(seconds: 50).type("Не допи")
    screen.advance(seconds: 59)
    #expect(screen.answers.isEmpty)
    screen.advance(seconds: 1)
    #expect(screen.answers.map(\.result) == [.given(score: 2, criteria: [])])
    #expect(screen.answers.map(\.words) == [nil])
  }

  @Test(arguments: ["0", ""])
  func whoGaveNoRatingIsNotAsked(keys: String) {
    let screen = screen().type(keys).press(.enter).advance(seconds: 60)
    #expect(screen.answers.count == 1 && screen.answers.first?.words == nil)
  }

  @Test func withoutAKeyboardNobodyIsAsked() {
    let screen = TestCitizenScreen().asking().type("4").press(.enter)
    #expect(screen.answers.count == 1)
  }

  /// Words first, then the call; the one costs the other nothing.
  @Test func aLowRatingMayHaveBoth() {
    let screen = screen(offersCall: true).type("1").press(.enter).type("Долго").press(.enter)
    #expect(screen.answers.isEmpty)
    screen.type("89000000001").press(.enter)
    #expect(screen.answers.map(\.words?.text) == ["Долго"])
    #expect(screen.answers.map(\.phone?.digits) == ["79000000001"])
    let silent = self.screen(offersCall: true).type("1").press(.enter).type("Долго").press(.enter)
    silent.advance(seconds: 60)
    #expect(silent.answers.map(\.words?.text) == ["Долго"])
  }

  @Test func digitsAndTheLanguagesKeyBelongToTheLine() {
    let screen = screen().type("5").press(.enter).type("7 раз из 10").press(.enter)
    #expect(screen.answers.map(\.words?.text) == ["7 раз из 10"])
    #expect(screen.state.language == .ru)
  }

  /// Letters are taken on that step alone.
  @Test func lettersAreDeadElsewhere() {
    let screen = TestCitizenScreen(takesWords: true).type("привет").asking().type("привет4")
    screen.press(.enter)
    #expect(screen.answers.isEmpty)
    screen.press(.enter)
    #expect(screen.answers.map(\.words) == [nil])
  }

  /// The desk has taken the question back, or a new one has come.
  @Test func aQuestionThatIsTakenBackTakesItsLineAlong() {
    let screen = screen().type("5").press(.enter).type("Спасибо")
    screen.told(.asking(TestCitizenScreen.token))
    screen.type("!").told(.idle)
    screen.press(.enter)
    #expect(screen.answers.isEmpty && screen.state.stage == .idle)
  }

  @Test func whoCannotSeeTheLineHasItsTimeAgain() {
    let screen = screen().type("5").press(.enter).type("Да").advance(seconds: 50)
    screen.resize(columns: 30, rows: 9).resize(columns: 80, rows: 24).advance(seconds: 59)
    #expect(screen.answers.isEmpty)
    screen.press(.enter)
    #expect(screen.answers.map(\.words?.text) == ["Да"])
  }

  @Test func theWayOutStaysTheWayOut() {
    let screen = screen().type("5").press(.enter).type("Да").press(.control("q"), .control("q"))
    #expect(screen.effects == [.quit])
  }

  // MARK: - The line

  private func typed(_ text: String, _ language: Language = .ru) -> String {
    var form = WordsForm(shown: Sample.now)
    for character in text {
      _ = form.press(.character(character), in: language, at: Sample.now)
    }
    return form.text
  }

  /// A citizen cannot change the layout, and need not.
  @Test(arguments: [
    ("Cgfcb,j", "Спасибо"), ("[jhjij", "хорошо"), ("\u{60}krf", "ёлка"),
    ("Jxtym ljkuj& Lf?", "Очень долго? Да,"),
    ("Bcnjhbz/", "История."), ("Спасибо, да. Нет?", "Спасибо, да. Нет?"), ("\"Да\"", "\"Да\""),
    ("Окно 5; дверь [2]", "Окно 5; дверь [2]"), ("12, 13", "12, 13"), ("Рәхмәт", "Рәхмәт"),
  ])
  func russianIsWrittenInWhicheverLayout(keys: String, text: String) {
    #expect(typed(keys) == text)
  }

  @Test func anotherLanguageKeepsItsLetters() {
    #expect(typed("Thanks, all good", .en) == "Thanks, all good")
    #expect(typed("Спасибо", .en) == "Спасибо")
  }

  @Test func whatIsNoLetterIsNotTaken() {
    #expect(typed("а\u{1B}б\u{202E}в\u{7F}г") == "абвг")
    var form = WordsForm(shown: Sample.now)
    for key in [Key.paste("текст"), .tab, .left, .escape, .function(5)] {
      #expect(form.press(key, in: .ru, at: Sample.now) == .nothing)
    }
  }

  @Test func theLineHasAnEnd() {
    let long = String(repeating: "а", count: CitizenWords.longest + 10)
    #expect(typed(long).count == CitizenWords.longest)
    var form = WordsForm(shown: Sample.now)
    for character in long { _ = form.press(.character(character), in: .ru, at: Sample.now) }
    #expect(form.isFull)
    #expect(form.press(.backspace, in: .ru, at: Sample.now) == .changed)
    #expect(!form.isFull)
    #expect(form.press(.enter, in: .ru, at: Sample.now) != .ended(nil))
  }

  // MARK: - At the desk's own screen

  @Test func theDesksOwnScreenAsksWhereItMay() {
    let desk = TestDesk(takesWords: true).go(to: .rating).type("4").press(.enter)
    desk.expectScreens(.home, .rating).expectScreen(contains: "Хотите что-то добавить?")
    desk.type("Cgfcb,j").press(.enter).expectNotice(.answerTaken).expectScreens(.home)
    #expect(desk.store.words == ["Спасибо"])
    #expect(desk.store.ratings.map(\.result) == [.given(score: 4, criteria: [])])
  }

  @Test func theContractsKeysStayThoseOfTheContract() {
    let desk = TestDesk().go(to: .rating).type("5").press(.enter).expectNotice(.answerTaken)
    #expect(desk.store.words.isEmpty)
  }

  /// The clerk takes the screen back: the rating was given, the line was not sent.
  @Test func theHandBackKeepsTheRating() {
    let desk = TestDesk(takesWords: true).go(to: .rating).type("3").press(.enter).type("Не всё")
    desk.press(.function(9)).expectNotice(.answerTaken)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 3, criteria: [])])
    #expect(desk.store.words.isEmpty)
  }

  @Test func silenceAtTheDeskKeepsTheRating() {
    let desk = TestDesk(takesWords: true).go(to: .rating).type("3").press(.enter).type("Не всё")
    desk.advance(seconds: 60).expectNotice(.answerTaken).expectScreens(.home)
    #expect(desk.store.ratings.count == 1 && desk.store.words.isEmpty)
  }

  @Test func whoDeclinesAtTheDeskIsNotAsked() {
    let desk = TestDesk(takesWords: true).go(to: .rating).type("0").press(.enter)
    desk.expectNotice(.answerTaken).expectScreens(.home)
  }
}
