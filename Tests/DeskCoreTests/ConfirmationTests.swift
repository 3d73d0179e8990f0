// Yes and no, in both layouts.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct ConfirmationTests {
  /// The key of Latin Y types «н»: translated blindly, «нет» would become «yes».
  @Test(arguments: [
    (Key.character("д"), true), (.character("Д"), true), (.character("y"), true),
    (.character("Y"), true), (.character("l"), true), (.character("L"), true),
    (.escape, false), (.character("н"), false), (.character("Н"), false),
    (.character("n"), false), (.character("N"), false), (.character("т"), false),
    (.character("Т"), false),
  ])
  func answers(key: Key, agreed: Bool) {
    #expect(answer(to: key) == agreed)
  }

  @Test(arguments: [
    Key.character("x"), .character(" "), .character("1"), .tab, .paste("д"), .function(4), .up,
    .control("q"), .unknown("?"),
  ])
  func anyOtherKeyAnswersNothing(key: Key) {
    #expect(answer(to: key) == nil)
    let desk = TestDesk()
    desk.type("родился").press(.enter, .escape, .escape, .escape).expectQuestion(.discardVisit)
    desk.press(key).expectQuestion(.discardVisit)
    #expect(desk.state.visit.situation == "birth-of-child")
  }

  @Test func leavingWithNothingUnsavedAsksNothing() {
    let desk = TestDesk()
    desk.type("родился").press(.enter, .function(10))
    #expect(desk.store.hasQuit)
  }

  @Test(arguments: [Key.function(10), .control("q")])
  func leavingWithSomethingUnsavedAsks(key: Key) {
    let desk = TestDesk()
    desk.type("родился").press(.enter, .character(" "), key).expectQuestion(.leave)
    desk.press(.character("н")).expectNoOverlay()
    #expect(!desk.store.hasQuit)
    desk.press(key, .character("д"))
    #expect(desk.store.hasQuit)
    #expect(desk.store.draft != nil)
  }

  @Test func discardingEndsWithTheCitizen() {
    let desk = TestDesk()
    desk.type("Мария").press(.enter, .enter, .character(" "), .escape, .escape, .escape)
      .expectQuestion(.discardVisit)
    // Enter, pressed by habit, loses nothing.
    desk.press(.enter).expectNoOverlay()
    #expect(desk.state.visit.situation == "birth-of-child")
    desk.press(.escape).expectQuestion(.discardVisit)
    desk.press(.character("д")).expectScreens(.home)
    #expect(desk.state.visit == VisitInProgress())
    #expect(desk.state.card == nil)
    #expect(desk.state.sheet == nil)
    #expect(desk.store.draft == nil)
  }
}
