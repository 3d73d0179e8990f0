// The citizen has a screen of their own: the question goes there, and the clerk goes on.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct AskingOutsideTests {
  /// A desk whose citizen has a screen, with a visit that was just saved.
  private func deskThatAsked() -> TestDesk {
    let desk = TestDesk()
    desk.store.hasCitizenScreen = true
    desk.receive(.citizenScreen(isUp: true))
    desk.go(to: .situation).press(.character(" "), .function(4), .function(4))
    return desk.expectNotice(.askedOutside)
  }

  private func answer(_ desk: TestDesk, _ result: RatingResult) {
    if let event = desk.store.answerOutside(result) { desk.receive(event) }
  }

  @Test func theClerkKeepsTheScreenAndGoesOn() throws {
    let desk = deskThatAsked().expectScreens(.home)
    #expect(desk.store.asked == desk.state.lastLogged)
    desk.type("р").press(.enter).expectScreens(.home, .situation)
    answer(desk, .given(score: 4, criteria: [.clarity]))
    desk.expectNotice(.answerTaken).expectScreens(.home, .situation)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 4, criteria: [.clarity])])
    #expect(desk.state.lastLogged == nil)
    #expect(desk.state.askedOutside == nil)
  }

  @Test func aVisitsBeginningAndEndAreTold() {
    let desk = deskThatAsked()
    #expect(desk.store.greeted == [true, false])
    desk.type("р").press(.enter)
    #expect(desk.store.greeted == [true, false, true])
  }

  /// A screen that comes while somebody is served has to greet at once.
  @Test func aScreenThatComesLaterIsToldOfTheVisit() {
    let desk = TestDesk().go(to: .situation)
    #expect(desk.store.greeted.isEmpty)
    desk.receive(.citizenScreen(isUp: true))
    #expect(desk.store.greeted == [true])
  }

  @Test func withoutThatScreenNothingIsDifferent() {
    let desk = TestDesk()
    desk.receive(.citizenScreen(isUp: true)).receive(.citizenScreen(isUp: false))
    desk.go(to: .rating)
    #expect(desk.store.greeted.isEmpty)
    #expect(!desk.effects.contains { if case .ask = $0 { true } else { false } })
  }

  /// The screen has died, and the desk has not heard of it yet.
  @Test func aQuestionThatReachesNobodyIsAskedHere() {
    let desk = TestDesk()
    desk.receive(.citizenScreen(isUp: true))
    desk.go(to: .situation).press(.character(" "), .function(4), .function(4))
    desk.expectNotice(.askedOutside).expectScreens(.home, .rating)
    desk.advance(seconds: 2).type("5").press(.enter).expectNotice(.answerTaken)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 5, criteria: [])])
    #expect(!desk.state.hasCitizenScreen)
  }

  @Test func aScreenThatDiesBeforeTheAnswerHandsTheQuestionOver() {
    let desk = deskThatAsked()
    desk.receive(.citizenScreen(isUp: false)).expectScreens(.home, .rating)
    #expect(desk.store.asked == nil, "nobody else may answer any more")
    desk.advance(seconds: 2).type("3").press(.enter).expectNotice(.answerTaken)
    #expect(desk.store.ratings.map(\.result) == [.given(score: 3, criteria: [])])
  }

  /// The screen is not taken from a clerk who has begun something else; F9 still asks.
  @Test func aClerkAtWorkIsToldInstead() {
    let desk = deskThatAsked()
    desk.type("р").receive(.citizenScreen(isUp: false)).expectNotice(.citizenScreenGone)
    desk.expectScreens(.home).press(.function(9)).expectScreens(.home, .rating)
    #expect(desk.store.asked == nil)
  }

  @Test func f9AsksHereInstead() {
    let desk = deskThatAsked().press(.function(9)).expectScreens(.home, .rating)
    #expect(desk.store.asked == nil)
    desk.advance(seconds: 2).type("5").press(.enter).expectNotice(.answerTaken)
    #expect(desk.store.ratings.count == 1)
  }

  /// The answer was on its way when the clerk pressed F9: one answer counts, and that one.
  @Test func anAnswerThatCrossesF9EndsTheQuestionHere() throws {
    let desk = deskThatAsked()
    let visit = try #require(desk.state.lastLogged)
    desk.press(.function(9)).expectScreens(.home, .rating)
    desk.receive(.answeredOutside(.given(score: 2, criteria: []), about: visit))
    desk.expectNotice(.answerTaken).expectScreens(.home)
    #expect(desk.store.ratings.isEmpty, "the store had it already")
    desk.press(.function(9)).expectNotice(.obstacle(.noVisitToRate))
  }

  /// What came of the visit before leaves this one's question alone.
  @Test func anEarlierVisitsEndIsNotThisOnes() throws {
    let desk = deskThatAsked()
    let earlier = LoggedVisit(id: Sample.id(77), situation: "marriage")
    desk.receive(.answeredOutside(.timedOut, about: earlier))
    desk.receive(.answeredOutside(.timedOut, about: nil))
    #expect(desk.state.askedOutside != nil)
    #expect(desk.state.lastLogged != nil)
  }

  @Test func anUnansweredQuestionEndsWithItsTime() {
    let desk = deskThatAsked()
    answer(desk, .timedOut)
    #expect(desk.store.ratings.map(\.result) == [.timedOut])
    desk.press(.function(9)).expectNotice(.obstacle(.noVisitToRate))
  }
}
