// The search line: where letters go, and which answer counts.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct SearchTests {
  @Test func aLateAnswerIsDropped() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.type("ро")
    desk.receive(.searchAnswered(generation: 2, hits: [hit("newer")]))
    desk.receive(.searchAnswered(generation: 1, hits: [hit("older")]))
    #expect(desk.state.search.hits.map(\.title) == ["newer"])
    #expect(!desk.state.search.isPending)
  }

  @Test func anAnswerToANewerTextIsAwaitedBeforeEnterOpens() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.type("ро").press(.enter)
    desk.receive(.searchAnswered(generation: 1, hits: [hit("older")]))
    #expect(desk.state.waiting == .searchToOpen)
    desk.receive(.searchAnswered(generation: 2, hits: [hit("newer")]))
    #expect(desk.state.waiting == .situation)
  }

  @Test func escGivesUpWaitingForASearch() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.type("ро").press(.enter, .character("x"), .escape)
    #expect(desk.state.waiting == nil)
    #expect(desk.state.typedAhead.isEmpty)
    #expect(desk.state.search.text == "ро")
  }

  @Test func enterOnNothingSaysSoAndForgetsTheKeysBehindIt() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.type("ъъъ").press(.enter, .character(" "), .function(4)).deliver()
    desk.expectNotice(.nothingFound).expectScreens(.home)
      .expectScreen(contains: "Ничего не нашлось")
    #expect(desk.state.typedAhead.isEmpty)
  }

  @Test func escClearsTheLineAndOnlyThenLeavesTheCitizen() {
    let desk = TestDesk()
    desk.type("родился").press(.enter, .escape).expectScreens(.home)
    #expect(desk.state.search.text == "родился")
    desk.press(.escape).expectNoOverlay()
    #expect(desk.state.search.field.isEmpty)
    #expect(desk.state.isBrowsing)
    desk.press(.escape).expectQuestion(.discardVisit)
    desk.press(.escape).expectNoOverlay()
    #expect(desk.state.visit.situation == "birth-of-child")
  }

  @Test func anEmptyLineAsksNothingOfTheStore() {
    let desk = TestDesk()
    desk.type("р").press(.backspace)
    #expect(
      desk.takeEffects() == [
        .loadDay(day(2026, 11, 24)),
        .search(SearchRequest(generation: 1, text: "р", kinds: Set(SearchHit.Kind.allCases))),
      ])
    #expect(!desk.state.search.isPending)
  }

  /// Spaces around a text are not part of what is asked, but a space is text at home.
  @Test func outerSpacesAreNotAskedFor() {
    let desk = TestDesk()
    desk.type(" р ")
    #expect(
      desk.takeEffects().dropFirst() == [
        .search(SearchRequest(generation: 2, text: "р", kinds: Set(SearchHit.Kind.allCases))),
        .search(SearchRequest(generation: 3, text: "р", kinds: Set(SearchHit.Kind.allCases))),
      ])
  }

  /// A paste is text: what looks like a command in it does nothing.
  @Test func aPasteIsData() {
    let desk = TestDesk()
    desk.press(.paste("\u{1B}[15~ q Enter; DROP TABLE")).expectScreens(.home)
    #expect(desk.state.search.field.text == "\u{1B}[15~ q Enter; DROP TABLE")
    desk.expectScreen(contains: "␛[15~ q Enter; DROP TABLE")
  }

  @Test func aBookIsCutToAThousandLetters() {
    let desk = TestDesk()
    desk.press(.paste(String(repeating: "я", count: 20_000))).press(.character("ю"))
    #expect(desk.state.search.field.text == String(repeating: "я", count: 1000))
  }

  @Test(arguments: [ScreenKind.situation, .card])
  func lettersOutsideAFormGoToTheSearchLine(from kind: ScreenKind) {
    let desk = TestDesk()
    desk.type(kind == .card ? "Мария" : "родился").press(.enter).expectScreens(.home, kind)
    desk.type("за").expectScreens(.home)
    #expect(desk.state.search.text == "за")
    desk.expectScreen(contains: "Выезд за границу")
  }

  @Test func aServiceOpensItsSituationOnItsRow() throws {
    let desk = TestDesk()
    desk.type("единовременное").press(.enter).expectScreens(.home, .situation)
    #expect(try desk.state.requireSituation().selected?.id == "birth-allowance")
    #expect(desk.effects.contains(.loadService("birth-allowance", preferring: [])))
  }

  /// What the same words found, and what is open for the citizen, says which situation is meant.
  @Test func aServiceIsOpenedWhereItIsMeant() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    let situation = SearchHit(
      target: .situation("foreign-travel"), title: "Выезд", detail: "", score: 1, reasons: [])
    let service = SearchHit(
      target: .service("birth-allowance"), title: "Пособие", detail: "", score: 0.9, reasons: [])
    desk.type("п").receive(
      .searchAnswered(generation: desk.state.searches, hits: [situation, service]))
    desk.press(.down, .enter)
    #expect(
      desk.effects.contains(.loadService("birth-allowance", preferring: ["foreign-travel"])))
  }

  /// Of another catalogue: it can be read and not marked, and the visit at hand stays as it is.
  @Test func aServiceThatNoSituationListsOpensByItself() {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(3))
    let visit = desk.state.visit
    let hit = SearchHit(
      target: .service(SampleCatalogue.alone.service.id), title: "Toetus", detail: "", score: 1,
      reasons: [])
    desk.holdsAnswers = true
    desk.type("т").receive(.searchAnswered(generation: desk.state.searches, hits: [hit]))
    desk.press(.enter, .character(" "), .function(4)).receive(.serviceLoaded(SampleCatalogue.alone))
    desk.expectScreens(.home, .page).expectScreen(contains: "Toetus eluaseme", "Плата: уточните")
    #expect(desk.state.visit.services == visit.services && desk.state.waiting == nil)
    desk.press(.escape).expectScreens(.home)
  }

  @Test func aServiceThatTheCatalogueLostIsSaid() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    let hit = SearchHit(
      target: .service("gone"), title: "Gone", detail: "", score: 1, reasons: [])
    desk.type("г").receive(.searchAnswered(generation: desk.state.searches, hits: [hit]))
    desk.press(.enter).receive(.serviceLoaded(nil)).expectNotice(.entryGone)
    #expect(desk.state.waiting == nil)
  }

  /// F3 begins anew; Ctrl-Z brings the words back.
  @Test func theNextWordsAreNotGluedToTheLast() {
    let desk = TestDesk().type("родился").press(.enter, .function(3)).type("загран")
    #expect(desk.state.search.text == "загран")
    desk.press(.control("u"), .control("z"))
    #expect(desk.state.search.text == "родился")
  }

  @Test func anEntryThatTheCatalogueLostIsSaid() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.press(.enter).receive(.situationLoaded(nil, select: nil)).expectNotice(.entryGone)
    #expect(desk.state.waiting == nil)
    desk.type("Мария").receive(
      .searchAnswered(
        generation: 5,
        hits: [
          SearchHit(target: .citizen(Sample.maria.id), title: "", score: 1, reasons: [.name])
        ])
    ).press(.enter).receive(.cardLoaded(nil, for: .look)).expectNotice(.entryGone)
  }

  @Test func browsingOpensTheSituationUnderTheCursor() {
    let desk = TestDesk()
    desk.press(.down, .enter).expectScreen(contains: "Выезд за границу")
  }

  private func hit(_ title: String) -> SearchHit {
    SearchHit(target: .situation("birth-of-child"), title: title, score: 1, reasons: [.title])
  }
}
