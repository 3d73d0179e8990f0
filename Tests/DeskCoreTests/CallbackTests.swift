import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

/// Whom to call after a low rating: the list at a desk.
@Suite struct CallbackTests {
  private func list(_ desk: TestDesk) throws -> CallbackList {
    guard case .callbacks(let list) = desk.state.screen else {
      Issue.record("the list is not there")
      return CallbackList()
    }
    return list
  }

  @Test func theListIsInThePalette() throws {
    let desk = TestDesk().go(to: .callbacks)
    #expect(try list(desk).calls == Sample.callbacks)
    desk.expectScreen(contains: "Ждут 3, просрочено 1", "! просрочено", "теперь доволен")
    desk.press(.escape).expectScreens(.home)
  }

  /// Each opening is a look at numbers that the audit keeps; moving about is none.
  @Test func oneLookIsOneQuestion() {
    let desk = TestDesk().go(to: .callbacks)
    desk.press(.down, .enter, .down, .escape, .up)
    #expect(desk.takeEffects().count { $0 == .loadCallbacks } == 1)
  }

  @Test(arguments: zip(["1", "2", "3"] as [Character], Callback.Outcome.allCases))
  func aDigitNotesTheOutcome(digit: Character, outcome: Callback.Outcome) throws {
    let desk = TestDesk().go(to: .callbacks).press(.enter, .character(digit))
      .expectNotice(.callbackSettled)
    let call = try #require(desk.store.callbacks.first)
    #expect(call.outcome == outcome && call.phone == nil)
    let list = try list(desk)
    #expect(list.outcome == nil)
    #expect(list.calls?.last?.id == call.id, "it goes to those that are settled")
    #expect(list.selected?.id == Sample.callbacks[1].id, "the next one is in front")
    #expect(!desk.frame().grid.cells.isEmpty)
  }

  @Test func theChosenLineNotesTheOutcome() throws {
    let desk = TestDesk().go(to: .callbacks).press(.down, .enter, .down, .enter)
      .expectNotice(.callbackSettled)
    #expect(desk.store.callbacks[1].outcome == .notWon)
  }

  @Test func escapeNotesNothing() throws {
    let desk = TestDesk().go(to: .callbacks).press(.enter, .character("7"), .escape)
    #expect(try list(desk).outcome == nil)
    #expect(desk.store.callbacks == Sample.callbacks)
    desk.expectScreens(.home, .callbacks)
  }

  @Test func whatIsSettledIsNotAskedAgain() throws {
    let desk = TestDesk().go(to: .callbacks).press(.end, .enter)
    #expect(try list(desk).outcome == nil)
  }

  /// Somebody at another desk was quicker: their outcome stands, and the list is read again.
  @Test func aCallThatIsSettledElsewhereIsSaid() throws {
    let desk = TestDesk().go(to: .callbacks)
    desk.store.callbacks.removeFirst()
    desk.press(.enter, .character("1")).expectNotice(.taskGone)
    #expect(try list(desk).calls?.map(\.id) == desk.store.callbacks.map(\.id))
  }

  @Test func whatCouldNotBeStoredStays() throws {
    let desk = TestDesk().go(to: .callbacks)
    desk.store.failure = .diskFull(path: "/x")
    desk.press(.enter, .character("1")).expectNotice(.failed(.diskFull(path: "/x")))
    #expect(try list(desk).calls == Sample.callbacks)
    desk.press(.enter, .character("1")).expectNotice(.callbackSettled)
  }

  /// A second Enter before the store has answered is typed ahead, and meets the next call.
  @Test func nothingIsSettledTwice() throws {
    let desk = TestDesk().go(to: .callbacks)
    desk.holdsAnswers = true
    desk.press(.enter, .character("1"), .enter, .character("2"))
    desk.deliver()
    #expect(desk.store.callbacks.prefix(2).map(\.outcome) == [.wonBack, .notWon])
    desk.expectNotice(.callbackSettled)
  }

  @Test func onlyASupervisorOpensIt() {
    TestDesk().withAccounts().signIn(as: Sample.orlov)
      .press(.control("p")).type("перезвонить").press(.enter).expectNotice(.obstacle(.notPermitted))
    TestDesk().withAccounts().signIn(as: Sample.smirnova).go(to: .callbacks)
  }
}
