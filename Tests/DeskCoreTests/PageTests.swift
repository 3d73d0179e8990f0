import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

/// The own day, strengths by situation, and the targets.
@Suite struct PageTests {
  private func command(_ text: String, _ desk: TestDesk) -> TestDesk {
    desk.press(.control("p")).type(text).press(.enter)
  }

  @Test func theOwnDayShowsTheDaysWork() {
    let desk = TestDesk().go(to: .rating).type("5").press(.enter)
    _ = desk.expectNotice(.answerTaken)
    command("мой день", desk).expectScreens(.home, .page)
      .expectScreen(contains: "День окна", "1 визит", "Рождение ребёнка: 1", "1 оценка")
    desk.expectScreen(lacks: "Мои оценки").press(.escape).expectScreens(.home)
  }

  @Test func whoeverIsSignedInSeesTheirOwn() {
    let desk = TestDesk().withAccounts().signIn(as: Sample.orlov)
    command("мой день", desk).expectScreen(contains: "Мой день", "12 оценок, лучших 75 %")
  }

  @Test func answersAreShownUntilTheyAreRead() {
    let desk = TestDesk()
    desk.store.feedback = Sample.feedback
    desk.go(to: .page).expectScreen(contains: "Ответы на замечания", "Верно, исправят")
    desk.press(.enter).expectScreen(lacks: "Ответы на замечания")
    desk.press(.escape).go(to: .page).expectScreen(lacks: "Ответы на замечания")
  }

  @Test func strengthsAreInTheOrderOfNames() {
    let desk = TestDesk().withAccounts().signIn(as: Sample.smirnova)
    command("сильные", desk).expectScreen(contains: "Орлов П. Н.: 12 оценок, лучших 75 %")
    let lines = desk.screen
    let places = ["Орлов П. Н.: 12", "Смирнова А. В.: 5"].map { name in
      lines.firstIndex { $0.contains(name) } ?? -1
    }
    #expect(places[0] > 0 && places[0] < places[1])
  }

  @Test func targetsHaveTheirDefinitionsOnThePage() {
    let desk = TestDesk(size: Size(columns: 132, rows: 60))
    command("цели", desk).expectScreen(
      contains: "сейчас: 25 %, 300 из 1", "услуг с поддержкой: 180; цель достигнута",
      "сейчас: 15 %; ответили 67 % спрошенных", "в базовом 2024 году 20 %; цель: 10 %",
      "из ста ответов лучшими должны стать ещё 5", "Указ Президента РФ от 07.05.2024 № 309",
      "Рост на 50 % к 2030 году", "11.2026")
  }

  @Test func aPageScrollsToItsEndAndNoFurther() {
    let desk = TestDesk(size: Size(columns: 60, rows: 20))
    command("цели", desk).press(.end).press(.up)
    guard case .page(let page) = desk.state.screen else {
      Issue.record("no page")
      return
    }
    #expect(page.firstLine > 0 && page.firstLine < 100)
    desk.press(.home).expectScreen(contains: "Цели программы")
  }

  /// An answer that comes after another page was opened changes nothing.
  @Test func aLateAnswerIsDropped() {
    let desk = TestDesk().go(to: .page)
    desk.receive(.pageLoaded(.strengths(Sample.strengths))).expectScreen(contains: "День окна")
  }

  @Test func whatIsTypedOnAPageGoesToTheSearch() {
    TestDesk().go(to: .page).type("род").expectScreens(.home)
  }
}
