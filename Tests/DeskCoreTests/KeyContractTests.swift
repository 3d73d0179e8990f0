// The keys of the contract, on every screen.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct KeyContractTests {
  @Test(arguments: ScreenKind.clerks, [Key.function(1), .control("g")])
  func helpOpensAndEveryKeyButAMoveClosesIt(screen: ScreenKind, key: Key) {
    let desk = TestDesk().go(to: screen)
    let before = desk.state.screens
    desk.press(key)
    #expect(desk.state.overlay == .help(firstLine: 0))
    desk.expectScreen(contains: "Клавиши", "F4", "Записать визит")
    desk.press(.down)
    #expect(desk.state.overlay != nil)
    desk.press(.escape).expectNoOverlay()
    #expect(desk.state.screens == before)
  }

  @Test(arguments: ScreenKind.clerks)
  func f2FindsACitizen(screen: ScreenKind) {
    let desk = TestDesk().go(to: screen).press(.function(2))
    #expect(desk.state.screens.last.map(ScreenKind.init) == .finder)
    #expect(desk.state.screens.count { ScreenKind($0) == .finder } == 1)
  }

  @Test(arguments: ScreenKind.clerks)
  func f3GoesHome(screen: ScreenKind) {
    let desk = TestDesk().go(to: screen).press(.function(3)).expectScreens(.home).expectNoOverlay()
    #expect(!desk.state.visit.isInForm)
  }

  @Test func f4OpensTheFormWhereverASituationIsChosen() {
    let desk = TestDesk().go(to: .situation).press(.character(" "))
    desk.press(.function(4)).expectScreens(.home, .situation, .visitForm)
    desk.press(.escape).expectScreens(.home, .situation)
    desk.press(.function(3), .function(4)).expectScreens(.home, .visitForm)
    desk.press(.escape).expectScreens(.home)
    desk.press(.function(2), .function(4)).expectScreens(.home, .visitForm)
    desk.press(.function(2)).expectScreens(.home, .visitForm, .finder)
    desk.press(.function(4)).expectScreens(.home, .visitForm)
    #expect(desk.store.visits.count == 1)
  }

  @Test func f4WithoutASituationSaysWhatIsMissing() {
    let desk = TestDesk().press(.function(4)).expectNotice(.obstacle(.noSituation))
    desk.go(to: .card).press(.function(4)).expectNotice(.obstacle(.noSituation))
    desk.expectScreens(.home, .card)
  }

  @Test(
    arguments: ScreenKind.clerks,
    [
      (Key.function(6), Obstacle.noTicket), (.control("r"), .noMessage),
      (.function(9), .noVisitToRate), (.control("z"), .nothingToUndo),
    ])
  func aKeyThatCanDoNothingSaysWhy(screen: ScreenKind, command: (key: Key, why: Obstacle)) {
    let desk = TestDesk().go(to: screen)
    let before = desk.state.screens
    desk.press(command.key).expectNotice(.obstacle(command.why))
    #expect(desk.state.screens == before)
    // The next key takes the notice away.
    desk.press(.control("l"))
    #expect(desk.state.notice == nil)
  }

  @Test(arguments: ScreenKind.clerks, [Key.function(10), .control("q")])
  func f10Leaves(screen: ScreenKind, key: Key) {
    let desk = TestDesk().go(to: screen).press(key)
    // An open form is a visit begun.
    if screen == .visitForm { desk.expectQuestion(.leave).press(.enter) }
    #expect(desk.store.hasQuit)
  }

  @Test(arguments: ScreenKind.clerks)
  func thePaletteOpensAndEscClosesIt(screen: ScreenKind) {
    let desk = TestDesk().go(to: screen)
    let before = desk.state.screens
    desk.press(.control("p")).expectScreen(contains: "Команды")
    desk.press(.escape).expectNoOverlay()
    #expect(desk.state.screens == before)
  }

  @Test(arguments: ScreenKind.clerks)
  func ctrlLRedrawsAndChangesNothing(screen: ScreenKind) {
    let desk = TestDesk().go(to: screen)
    let before = desk.state
    _ = desk.takeEffects()
    desk.press(.control("l"))
    #expect(desk.takeEffects() == [.redraw])
    #expect(desk.state == before)
    desk.press(.function(1), .control("l"))
    #expect(desk.takeEffects() == [.redraw])
    #expect(desk.state.overlay == .help(firstLine: 0))
  }

  /// Esc is one step back, from every screen.
  @Test(arguments: [
    (ScreenKind.situation, [ScreenKind.home]), (.finder, [.home, .situation]), (.card, [.home]),
    (.citizenForm, [.home, .card]), (.visitForm, [.home, .situation]),
  ])
  func escGoesOneStepBack(screen: ScreenKind, behind: [ScreenKind]) {
    let desk = TestDesk().go(to: screen).press(.escape)
    #expect(desk.state.screens.map(ScreenKind.init) == behind)
    desk.expectNoOverlay()
  }

  /// No command hangs on a sign that the Russian layout has elsewhere.
  @Test func noCommandHangsOnASignOfOneLayout() {
    let signs = Command.allCases.flatMap(\.keys).compactMap { key -> Character? in
      if case .character(let character) = key { character } else { nil }
    }
    #expect(signs == [" "])
  }

  @Test func noKeyGivesTwoCommands() {
    let keys = Command.allCases.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  /// F1 and F10 are kept by some terminals: each has a second key.
  @Test func helpAndLeavingHaveASecondKey() {
    #expect(Command.help.keys == [.function(1), .control("g")])
    #expect(Command.leave.keys == [.function(10), .control("q")])
  }

  @Test func theKeyTestNamesEveryKeyAndLeavesAtASecondEsc() {
    let desk = TestDesk().go(to: .keyTest)
    desk.press(.function(4), .control("q"), .unknown("^[[99~"), .escape)
      .expectScreens(.home, .keyTest)
      .expectScreen(contains: "F4", "Ctrl-Q", "? ^[[99~", "Esc")
    desk.press(.character("я"), .escape).expectScreens(.home, .keyTest)
    desk.press(.escape).expectScreens(.home)
    #expect(!desk.store.hasQuit)
  }

  /// A mouse is optional: a click where nothing can be clicked marks and opens nothing.
  @Test(arguments: ScreenKind.allCases)
  func aClickLosesNothing(screen: ScreenKind) {
    let desk = TestDesk().go(to: screen)
    let before = (desk.state.visit, desk.state.screens.count)
    desk.press(.press(Point(column: 5, row: 5)))
    #expect(desk.state.visit == before.0)
    #expect(desk.state.screens.count == before.1)
  }

  @Test func theWheelMovesTheList() {
    let desk = TestDesk().press(.wheel(1))
    #expect(desk.state.search.selection == 1)
    desk.press(.wheel(-1))
    #expect(desk.state.search.selection == 0)
  }

  /// ↑ ↓ PgUp PgDn Home End, held within the list.
  @Test(arguments: [
    ([Key.down], 1), ([.down, .down, .down, .down], 2), ([.up], 0), ([.end], 2), ([.end, .up], 1),
    ([.end, .home], 0), ([.pageDown], 2), ([.end, .pageUp], 0),
  ])
  func moves(keys: [Key], selection: Int) {
    let desk = TestDesk()
    for key in keys { desk.press(key) }
    #expect(desk.state.search.selection == selection)
  }
}
