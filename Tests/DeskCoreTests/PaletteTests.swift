// The palette: commands by name in both languages and both layouts; themes with a preview.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct PaletteTests {
  @Test(arguments: [
    ("тема", Command.theme), ("theme", .theme), ("ntvf", .theme), ("еруьу", .theme),
    ("ТЕМА", .theme), ("цвета экрана", .theme), ("экрана цвета", .theme), ("выйти", .leave),
    ("ds[jl", .leave), ("завести", .citizen), ("приостановить", .suspend), ("suspend", .suspend),
    ("key test", .keyTest), ("еще раз", .logVisit), ("ещё раз", .logVisit),
    ("discard-visit", .discardVisit),
  ])
  func finds(query: String, command: Command) {
    var palette = Palette(themeBefore: "day")
    palette.query = TextField(query)
    #expect(Sample.state().rows(of: palette).first == .command(command))
  }

  @Test func everyCommandIsOfferedButTheKeysOfAList() {
    let rows = Sample.state().rows(of: Palette(themeBefore: "day"))
    let expected = Command.allCases.filter { $0 != .palette && $0 != .mark }
    let state = Sample.state()
    let ordered =
      expected.filter { $0.obstacle(in: state) == nil }
      + expected.filter { $0.obstacle(in: state) != nil }
    #expect(rows == ordered.map(PaletteRow.command))
  }

  /// Enter gives what can be done now, and not what only has the name first in the table.
  @Test func whatCannotBeDoneNowComesLast() {
    var palette = Palette(themeBefore: "day")
    palette.query = TextField("за")
    let state = Sample.state()
    let obstacles = state.rows(of: palette).map { state.obstacle(to: $0) != nil }
    #expect(obstacles.first == false && obstacles.last == true)
    #expect(obstacles == obstacles.filter { !$0 } + obstacles.filter { $0 })
  }

  @Test func nonsenseFindsNothingAndEnterDoesNothing() {
    let desk = TestDesk().press(.control("p")).type("ъъъ").press(.enter)
    #expect(desk.state.overlay != nil)
    desk.press(.escape).expectNoOverlay()
  }

  @Test func aCommandWithAnObstacleSaysWhy() {
    let desk = TestDesk().press(.control("p")).type("памятка")
      .expectScreen(contains: "Сначала откройте")
    desk.press(.enter).expectNotice(.obstacle(.noSituation)).expectNoOverlay()
  }

  @Test func aThemeIsShownWhileItIsChosen() {
    let desk = TestDesk().press(.control("p")).type("тема").press(.enter)
      .expectScreen(contains: "> День", "Ночь", "Контрастная")
    desk.press(.down)
    #expect(desk.state.settings.theme == "night")
    desk.press(.escape)
    #expect(desk.state.settings.theme == "day")
    desk.press(.control("p")).type("тема").press(.enter, .end, .enter)
    #expect(desk.state.settings.theme == "contrast")
    #expect(desk.store.preferences == [.theme("contrast")])
  }

  @Test func theLanguageIsSwitched() {
    let desk = TestDesk().press(.control("p")).type("язык").press(.enter, .down, .enter)
      .expectScreen(contains: "Search", "What happened?", "F1/^G Help")
    #expect(desk.store.preferences == [.language(.en)])
  }

  @Test func whatWasFoundIsAskedForInTheNewLanguage() {
    let desk = TestDesk().type("рожд").press(.control("p")).type("язык")
      .press(.enter, .down, .enter)
    let questions = desk.effects.compactMap { effect in
      if case .search(let request) = effect { request } else { nil }
    }
    #expect(questions.last?.text == "рожд")
    #expect(questions.map(\.language) == [.ru, .ru, .ru, .ru, .en])
  }

  @Test func suspendIsAsked() {
    let desk = TestDesk().press(.control("p")).type("фон").press(.enter)
    #expect(desk.effects.last == .suspend)
  }

  @Test func discardingIsAskedOnlyWhereThereIsAVisit() {
    let desk = TestDesk().press(.control("p")).type("сбросить").press(.enter)
      .expectNotice(.obstacle(.noSituation))
    desk.go(to: .situation).press(.control("p")).type("сбросить").press(.enter)
      .expectQuestion(.discardVisit)
  }
}
