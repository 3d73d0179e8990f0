// A new catalogue from the centre: it comes between two clients.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct CatalogueTests {
  private let new = Array(SampleCatalogue.summaries.reversed())

  private func desk() -> TestDesk {
    let desk = TestDesk()
    desk.store.newCatalogue = new
    _ = desk.takeEffects()
    return desk
  }

  @Test func atHomeWithNobodyItComesAtOnce() {
    let desk = desk()
    desk.receive(.catalogueWaits).expectNotice(.catalogueChanged).expectScreens(.home)
    #expect(desk.takeEffects() == [.changeCatalogue])
    #expect(desk.state.situations == new.inOrderOfTitles(.ru))
    #expect(!desk.state.catalogueWaits)
  }

  @Test(arguments: ScreenKind.allCases.filter { $0 != .home })
  func onNoOtherScreen(_ kind: ScreenKind) {
    let desk = desk().go(to: kind)
    _ = desk.takeEffects()
    desk.receive(.catalogueWaits).receive(.catalogueWaits)
    #expect(desk.takeEffects() == [])
    #expect(desk.state.situations == SampleCatalogue.summaries)
  }

  /// Home does not mean that nobody is there: F3 leaves a visit as it is.
  @Test func notWhileAVisitIsBeingPutTogether() {
    let desk = desk().go(to: .situation).press(.character(" "), .function(3)).expectScreens(.home)
    _ = desk.takeEffects()
    desk.receive(.catalogueWaits)
    #expect(!desk.takeEffects().contains(.changeCatalogue))
    #expect(desk.state.catalogueWaits)
    desk.press(.escape).expectQuestion(.discardVisit).press(.character("д"))
      .expectNotice(.catalogueChanged)
  }

  @Test func notWhileSomethingIsTypedAskedOrInFront() {
    for keys in [[Key.character("р")], [.function(1)], [.control("p")]] {
      let desk = desk()
      keys.forEach { desk.press($0) }
      desk.receive(.catalogueWaits)
      #expect(!desk.takeEffects().contains(.changeCatalogue))
      desk.press(.escape).expectNotice(.catalogueChanged)
    }
  }

  /// After a whole visit the screen is home again, and the notice of the answer is not covered.
  @Test func afterTheVisitItComes() {
    let desk = desk().go(to: .rating)
    desk.receive(.catalogueWaits).press(.character("5"), .enter).expectNotice(.catalogueChanged)
    #expect(desk.state.notice == .answerTaken)
    #expect(desk.state.situations == new.inOrderOfTitles(.ru))
  }

  /// Another screen of the desk has a client: the store says nothing, and asks again later.
  @Test func withoutAnAnswerNothingChanges() {
    let desk = desk()
    desk.store.newCatalogue = nil
    let before = desk.state
    desk.receive(.catalogueWaits)
    #expect(desk.state == before)
    desk.store.newCatalogue = new
    desk.receive(.catalogueWaits).expectNotice(.catalogueChanged)
  }

  @Test func theSelectedSituationStaysSelected() {
    let desk = desk()
    let selected = desk.state.situations[desk.state.search.selection]
    desk.receive(.catalogueWaits).expectNotice(.catalogueChanged)
    #expect(desk.state.situations[desk.state.search.selection] == selected)
    #expect(desk.state.search.selection > 0)
  }

  @Test func anotherLanguageListsByItsOwnTitles() {
    let desk = desk()
    let selected = desk.state.situations[desk.state.search.selection]
    desk.press(.control("p")).type("язык").press(.enter, .down, .enter)
    #expect(desk.state.situations == SampleCatalogue.summaries.inOrderOfTitles(.en))
    #expect(desk.state.situations[desk.state.search.selection] == selected)
  }

  /// A key that opens a situation while the change is under way opens one of the new catalogue.
  @Test func aKeyPressedMeanwhileIsAnsweredAfterwards() {
    let desk = desk()
    desk.holdsAnswers = true
    desk.receive(.catalogueWaits).press(.enter).deliver()
    desk.expectNotice(.catalogueChanged).expectScreens(.home, .situation)
  }
}
