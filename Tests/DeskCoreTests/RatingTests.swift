// The citizen's rating: whose keys work, and the four ways in which it ends.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct RatingTests {
  @Test(arguments: 1...5)
  func aDigitAndEnterRate(score: Int) throws {
    let desk = TestDesk().go(to: .rating).advance(seconds: 2)
    desk.type("\(score)").press(.enter).expectNotice(.answerTaken).expectScreens(.home)
    #expect(desk.store.ratings.map(\.result) == [.given(score: score, criteria: [])])
    #expect(desk.state.lastLogged == nil)
  }

  @Test func theLastDigitCounts() {
    let desk = TestDesk().go(to: .rating).type("15934").press(.enter).expectNotice(.answerTaken)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 4, criteria: [])])
  }

  @Test func zeroDeclinesAfterEnter() {
    let desk = TestDesk().go(to: .rating).type("50").expectScreen(contains: "не ставите оценку")
    desk.press(.enter).expectNotice(.answerTaken)
    #expect(
      desk.store.ratings == [RatingEntry(situation: "birth-of-child", result: .declined)])
  }

  @Test func theHandBackSkips() {
    let desk = TestDesk().go(to: .rating).type("5").press(.function(9)).expectNotice(.visitSaved)
    #expect(desk.store.ratings == [RatingEntry(situation: "birth-of-child", result: .skipped)])
  }

  @Test func silenceTimesOut() {
    let desk = TestDesk().go(to: .rating).advance(seconds: 59).expectScreens(.home, .rating)
    desk.advance(seconds: 1).expectNotice(.visitSaved).expectScreens(.home)
    #expect(desk.store.ratings == [RatingEntry(situation: "birth-of-child", result: .timedOut)])
  }

  /// Who is still choosing is not cut off.
  @Test func theTimeRunsFromTheLastKey() {
    let desk = TestDesk().go(to: .rating).advance(seconds: 50).type("5")
    desk.advance(seconds: 50).press(.down, .character(" ")).advance(seconds: 50)
    desk.expectScreens(.home, .rating).press(.enter).expectNotice(.answerTaken)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 5, criteria: [.empathy])])
    #expect(desk.store.ratings.first?.answeredIn == 150_000)
  }

  /// Who presses a digit and walks off has answered.
  @Test func aDigitWithoutEnterCountsWhenTheTimeIsOver() {
    let desk = TestDesk().go(to: .rating).advance(seconds: 3).type("2").advance(seconds: 60)
    desk.expectNotice(.answerTaken)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 2, criteria: [])])
    #expect(desk.store.ratings.map(\.answeredIn) == [3000])
  }

  /// Below the least size nobody sees the question: no key counts, and the time does not run.
  @Test func anUnseenQuestionTakesNoAnswer() {
    let desk = TestDesk().go(to: .rating).resize(columns: 59, rows: 20)
    desk.type("1").press(.enter).advance(seconds: 90).expectScreens(.home, .rating)
    desk.resize(columns: 60, rows: 20).advance(seconds: 59).expectScreens(.home, .rating)
    desk.type("5").press(.enter).expectNotice(.answerTaken)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 5, criteria: [])])
  }

  /// Until then a crash could still lose it.
  @Test func anAnswerIsCalledTakenWhenItIsInTheStore() {
    let desk = TestDesk().go(to: .rating).type("5")
    desk.holdsAnswers = true
    desk.press(.enter).expectNotice(.visitSaved)
    desk.deliver().expectNotice(.answerTaken)
  }

  @Test func aTickBeforeTheTimeChangesNothing() {
    let desk = TestDesk().go(to: .rating).receive(.tick).expectScreens(.home, .rating)
    #expect(desk.store.ratings.isEmpty)
  }

  @Test(arguments: [(Int64(0), true), (1, false)])
  func anAnswerUnderASecondIsFlagged(seconds: Int64, isTooFast: Bool) {
    let desk = TestDesk().go(to: .rating).advance(seconds: seconds).type("5").press(.enter)
    desk.expectNotice(.answerTaken)
    #expect(desk.store.ratings.map(\.isTooFast) == [isTooFast])
  }

  @Test func criteriaAreOptionalAndSwitchable() throws {
    let desk = TestDesk().go(to: .rating).type("4")
    desk.press(.down, .character(" "), .down, .character(" "), .down, .character(" "))
    desk.press(.up, .character(" ")).press(.end, .enter).expectNotice(.answerTaken)
    #expect(
      desk.store.ratings.map(\.result) == [.given(score: 4, criteria: [.empathy, .honesty])])
  }

  @Test func criteriaComeAfterTheDigitOnly() throws {
    let desk = TestDesk().go(to: .rating).press(.down, .character(" "))
    #expect(try desk.state.requireRating().cursor == nil)
    #expect(try desk.state.requireRating().criteria.isEmpty)
    desk.press(.character("3"))
    for _ in 0..<20 { desk.press(.down) }
    #expect(try desk.state.requireRating().cursor == Criterion.allCases.count - 1)
    for _ in 0..<20 { desk.press(.up) }
    #expect(try desk.state.requireRating().cursor == nil)
  }

  @Test func decliningForgetsTheCriteria() throws {
    let desk = TestDesk().go(to: .rating).type("2").press(.down, .character(" ")).type("0")
    #expect(try desk.state.requireRating().criteria.isEmpty)
    #expect(try desk.state.requireRating().cursor == nil)
  }

  /// While the screen is the citizen's, the clerk's keys are dead.
  @Test(arguments: [
    Key.function(1), .function(2), .function(3), .function(4), .function(5), .function(6),
    .function(7), .function(8), .function(10), .control("g"), .control("q"), .control("p"),
    .control("z"), .control("l"), .escape, .tab, .character("д"), .character("6"),
    .paste("5"), .press(Point(column: 1, row: 1)), .delete, .backspace, .enter,
  ])
  func theClerksKeysAreDead(key: Key) {
    let desk = TestDesk().go(to: .rating)
    let before = desk.state.screens
    _ = desk.takeEffects()
    desk.press(key).expectNoOverlay()
    #expect(desk.state.screens.map(ScreenKind.init) == before.map(ScreenKind.init))
    #expect(desk.takeEffects().allSatisfy { $0 == .wake(afterSeconds: 60) })
    #expect(desk.store.ratings.isEmpty)
    #expect(!desk.store.hasQuit)
  }

  @Test func theHandBackIsConfigured() {
    var state = Sample.state()
    state.settings.handBack = .control("o")
    state.lastLogged = LoggedVisit(id: Sample.id(3), situation: "birth-of-child")
    #expect(update(&state, .key(.function(9)), Sample.facts) == [.wake(afterSeconds: 60)])
    #expect(update(&state, .key(.function(9)), Sample.facts) == [])
    #expect(
      update(&state, .key(.control("o")), Sample.facts) == [
        .recordRating(RatingEntry(situation: "birth-of-child", result: .skipped))
      ])
    #expect(state.screens == [.home])
  }

  @Test func aVisitIsRatedOnce() {
    let desk = TestDesk().go(to: .rating).type("5").press(.enter).expectNotice(.answerTaken)
    desk.press(.function(9)).expectNotice(.obstacle(.noVisitToRate))
  }

  /// A clock that was set back gives no negative time.
  @Test func aClockSetBackIsNoTime() {
    var state = Sample.state()
    state.lastLogged = LoggedVisit(id: Sample.id(3), situation: "birth-of-child")
    _ = update(&state, .key(.function(9)), Sample.facts)
    let earlier = Facts(now: Sample.now + -500, offset: .moscow)
    _ = update(&state, .key(.character("5")), earlier)
    #expect(
      update(&state, .key(.enter), earlier) == [
        .recordRating(
          RatingEntry(
            situation: "birth-of-child", result: .given(score: 5, criteria: []), answeredIn: 0))
      ])
  }

  @Test func aRefusedRatingIsSaid() {
    let desk = TestDesk().go(to: .rating).type("5")
    desk.store.failure = .diskFull(path: "/x")
    desk.press(.enter).expectNotice(.failed(.diskFull(path: "/x"))).expectScreens(.home)
  }

  /// The rating's entry has no place for a citizen, a visit or a clerk.
  @Test func theEntryHoldsNoIdentity() {
    let desk = TestDesk().go(to: .card)
    desk.press(.enter, .character(" "), .function(4), .function(4)).type("5").press(.enter)
    desk.expectNotice(.answerTaken)
    let recorded = desk.store.ratings.map { "\($0)" }.joined()
    #expect(!recorded.contains(Sample.maria.id.description))
    #expect(!desk.store.visits.contains { recorded.contains($0.id.description) })
  }
}
