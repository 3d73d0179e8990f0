// What reaches the desk from outside: failures, sizes, the clock, the end.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct OutsideTests {
  /// Below the least size nothing can be seen, so that no key may do anything but leave.
  @Test func keysAreDeadWhereNothingCanBeSeen() {
    let desk = TestDesk().resize(columns: 59, rows: 19)
    let visits = desk.store.visits
    desk.type("родился").press(.enter, .character(" "), .function(4), .function(4))
    #expect(desk.state.search.text.isEmpty)
    #expect(desk.store.visits == visits)
    desk.press(.control("q"))
    #expect(desk.store.hasQuit)
  }

  @Test func aFailureIsSaidAndForgetsTheKeysBehindIt() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.press(.enter, .character(" "), .function(4))
    let failure = StoreError.corrupt(path: "/x", detail: "")
    desk.receive(.failed(failure)).expectNotice(.failed(failure)).expectScreens(.home)
    #expect(desk.state.waiting == nil)
    #expect(desk.state.typedAhead.isEmpty)
    #expect(!desk.state.visit.isInForm)
  }

  /// A search that a newer one has stopped is no failure, and its answer is still to come.
  @Test func aStoppedSearchIsNoFailure() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.type("ро").press(.enter).receive(.failed(.interrupted))
    #expect(desk.state.waiting == .searchToOpen)
    desk.deliver().expectScreens(.home, .situation)
  }

  /// What arrives after its asking was given up must not pull away the screen that came since.
  @Test func anAnswerThatNobodyWaitsForIsDropped() {
    let desk = TestDesk().go(to: .citizenForm).type("я")
    let before = desk.state
    desk.receive(.situationLoaded(SampleCatalogue.travel, select: nil))
    desk.receive(.situationLoaded(nil, select: nil))
    desk.receive(.cardLoaded(Sample.mariasCard, for: .look))
    desk.receive(.cardLoaded(Sample.mariasCard, for: .visit))
    desk.receive(.cardLoaded(Sample.mariasCard, for: .draft))
    desk.receive(.duplicatesFound([Sample.ivan]))
    #expect(desk.state == before)
  }

  /// A visit that was saved after all is a saved visit, whatever failed meanwhile.
  @Test func aSavedVisitCountsEvenAfterAFailure() {
    let desk = TestDesk().go(to: .visitForm).press(.escape, .character(" "), .function(4))
    desk.holdsAnswers = true
    desk.press(.function(4)).receive(.failed(.diskFull(path: "/x")))
      .expectNotice(.failed(.diskFull(path: "/x")))
    desk.deliver().expectScreens(.home, .rating)
  }

  @Test func resizingChangesNothingButTheSize() {
    for kind in ScreenKind.allCases {
      let desk = TestDesk().go(to: kind)
      var before = desk.state
      _ = desk.takeEffects()
      desk.resize(columns: 132, rows: 43)
      #expect(desk.takeEffects() == [])
      before.size = Size(columns: 132, rows: 43)
      #expect(desk.state == before)
    }
  }

  @Test func aNewDayIsLoaded() {
    let desk = TestDesk()
    _ = desk.takeEffects()
    desk.advance(seconds: 12 * 3600).receive(.tick)
    #expect(desk.takeEffects() == [.loadDay(day(2026, 11, 25))])
    desk.receive(.tick)
    #expect(desk.takeEffects() == [])
  }

  @Test(arguments: ScreenKind.allCases)
  func interruptionQuitsFromEveryScreen(screen: ScreenKind) {
    let desk = TestDesk().go(to: screen)
    _ = desk.takeEffects()
    desk.receive(.interrupted)
    #expect(desk.takeEffects() == [.quit])
  }

  @Test func interruptionQuitsWhileAnAnswerIsAwaited() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.press(.enter).receive(.interrupted)
    #expect(desk.effects.last == .quit)
  }

  @Test func theKeysAheadAreBounded() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.press(.enter)
    for _ in 0..<1000 { desk.press(.down) }
    #expect(desk.state.typedAhead.count == 200)
  }

  @Test func newIdsAreNeverTheSame() {
    let desk = TestDesk()
    for _ in 0..<5 {
      desk.go(to: .rating).press(.function(9)).expectNotice(.visitSaved)
    }
    #expect(Set(desk.store.visits.map(\.id)).count == desk.store.visits.count)
  }
}
