// Whom to call, over the supervisor's board.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@testable import DeskScreens

@Suite struct BoardCallbackTests {
  private func open(
    _ size: Size = Sample.size, _ language: Language = .ru, _ calls: [Callback] = Sample.callbacks
  ) -> TestBoard {
    let board = TestBoard(size: size, language: language).press(.function(7))
    #expect(board.takeEffects() == [.loadCallbacks])
    return board.receive(.callbacksLoaded(calls))
  }

  @Test(arguments: SnapshotTests.sizes)
  func theListLooksAsApproved(size: Size) {
    open(size).expectScreen(named: "board/callbacks", size: size)
    open(size).press(.enter, .down).expectScreen(named: "board/callback-outcome", size: size)
  }

  @Test(arguments: ScreenProfile.allCases)
  func itLooksAsApprovedInEveryProfile(profile: ScreenProfile) {
    open().expectScreen(named: "board/callbacks", size: Sample.size, profile: profile)
  }

  @Test func inEnglishAndEmpty() {
    open(.init(columns: 80, rows: 24), .en).press(.enter)
      .expectScreen(named: "board/callback-outcome-en", size: Sample.size)
    #expect(open(Sample.size, .ru, []).shows("Никто не просил перезвонить"))
  }

  @Test func anOutcomeIsNotedAndTheNumberGoes() throws {
    let first = try #require(Sample.callbacks.first)
    let number = try #require(first.phone).description
    let board = open()
    #expect(board.shows(number))
    board.press(.enter, .character("1"))
    #expect(board.takeEffects() == [.settleCallback(first.id, .wonBack)])
    board.receive(.callbackSettled(first.id, .wonBack))
    #expect(board.state.notice == .callbackSettled)
    #expect(!board.shows(number))
    #expect(board.shows("теперь довольны 2"))
    #expect(board.takeEffects() == [], "no other look at the numbers")
  }

  @Test func aCallThatIsSettledElsewhereIsReadAgain() {
    let board = open().receive(.failed(.notFound(kind: "callback", id: "1")))
    #expect(board.takeEffects() == [.loadCallbacks])
    #expect(board.state.notice == .callbackGone)
    board.receive(.failed(.notFound(kind: "ticket", id: "1")))
    #expect(board.takeEffects() == [])
  }

  @Test func escapeGoesBackStepByStep() {
    let board = open().press(.enter, .escape)
    guard case .callbacks? = board.state.overlay else {
      Issue.record("the list is gone")
      return
    }
    board.press(.escape)
    #expect(board.state.overlay == nil)
    board.receive(.callbacksLoaded(Sample.callbacks))
    #expect(board.state.overlay == nil, "an answer to a list that was left is dropped")
  }

  /// The wall of the hall has no such key.
  @Test func theWallShowsNoNumbers() {
    #expect(TestBoard(isWall: true).press(.function(7)).takeEffects() == [])
  }
}
