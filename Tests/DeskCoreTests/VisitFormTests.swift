// The visit's form: who, which services with which outcome, by which way, a note.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct VisitFormTests {
  @Test func withoutACitizenTheUsualOutcomeIsAConsultation() {
    let desk = form().expectScreen(contains: "без имени", "< консультация >", "< у окна >")
    desk.press(.function(2)).type("Мария").press(.enter)
      .expectScreens(.home, .situation, .visitForm)
      .expectScreen(contains: "Иванова Мария Петровна", "< принято заявление >")
  }

  @Test func savingWithoutAServiceSaysWhatToDo() {
    let desk = TestDesk().go(to: .visitForm)
    _ = desk.takeEffects()
    desk.press(.function(4)).expectNotice(.markFirst)
    #expect(desk.takeEffects() == [])
    #expect(desk.state.waiting == nil)
  }

  @Test(arguments: [
    ([Key.right], Outcome.issued), ([.left], .accepted), ([.character(" ")], .issued),
    ([.character("1")], .accepted), ([.character("5")], .redirected),
    ([.left, .left], .redirected), ([.character("6")], .consulted),
    ([.character("0")], .consulted), ([.character("x")], .consulted),
  ])
  func anOutcomeIsChosen(keys: [Key], outcome: Outcome) {
    let desk = form()
    for key in keys { desk.press(key) }
    #expect(desk.state.visit.outcome(of: "birth-registration") == outcome)
  }

  @Test(arguments: VisitChannel.allCases)
  func aChannelIsChosenByItsDigit(channel: VisitChannel) throws {
    let place = try #require(VisitChannel.allCases.firstIndex(of: channel))
    let desk = form().press(.tab).type("\(place + 1)")
    #expect(desk.state.visit.channel == channel)
  }

  @Test func tabGoesThroughTheFieldsAndRound() throws {
    let desk = form()
    var fields: [VisitForm.Field] = []
    for _ in 0..<5 {
      fields.append(try desk.state.requireVisitForm().field)
      desk.press(.tab)
    }
    #expect(fields == [.service(0), .channel, .note, .citizen, .service(0)])
    desk.press(.backTab, .backTab)
    #expect(try desk.state.requireVisitForm().field == .citizen)
  }

  @Test func deleteTakesAServiceAway() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .down, .character(" "))
    desk.press(.function(4), .down, .delete)
    #expect(desk.state.visit.services.map(\.id) == ["birth-registration"])
    #expect(try desk.state.requireVisitForm().field == .service(0))
    desk.press(.delete)
    #expect(try desk.state.requireVisitForm().field == .channel)
  }

  @Test func deleteMakesTheVisitAnonymousAgain() {
    let desk = form().press(.function(2)).type("Мария").press(.enter, .up, .delete)
    #expect(desk.state.visit.citizen == nil)
    #expect(desk.state.card == nil)
    desk.expectScreen(contains: "без имени")
  }

  /// Letters on the citizen's field look for one: all of them, however fast.
  @Test func lettersOnTheCitizensFieldFindOne() throws {
    let desk = form().press(.up)
    _ = desk.takeEffects()
    desk.type("Мария").expectScreens(.home, .situation, .visitForm, .finder)
    #expect(try desk.state.requireFinder().search.text == "Мария")
    #expect(desk.takeEffects().count { if case .search = $0 { true } else { false } } == 5)
    desk.press(.enter).expectScreens(.home, .situation, .visitForm)
    #expect(desk.state.visit.citizen == Sample.maria.id)
  }

  @Test func lettersTypedAheadReachTheFinderToo() {
    let desk = TestDesk()
    desk.holdsAnswers = true
    desk.type("родился").press(.enter, .character(" "), .function(4), .up)
    desk.type("Мария").press(.enter, .function(4), .function(9))
    desk.deliver().expectNotice(.visitSaved)
    #expect(desk.store.visits.last?.citizen == Sample.maria.id)
  }

  @Test func aPasteOnTheCitizensFieldFindsOne() {
    let desk = form().press(.up, .paste("112-233-445 95"))
    desk.expectScreens(.home, .situation, .visitForm, .finder)
  }

  @Test func escGoesBackAndKeepsWhatWasTyped() throws {
    let desk = form().press(.character("3"), .tab, .tab).type("заметка").press(.escape)
      .expectScreens(.home, .situation)
    #expect(desk.state.visit.note == "заметка")
    desk.press(.function(4)).expectScreen(contains: "заметка", "< выдан результат >")
    #expect(try desk.state.requireVisitForm().note.text == "заметка")
  }

  @Test func aRefusalKeepsTheForm() throws {
    let desk = form().press(.tab, .tab).type("заметка")
    desk.store.failure = .busy(holder: nil)
    desk.press(.function(4)).expectNotice(.failed(.busy(holder: nil)))
      .expectScreens(.home, .situation, .visitForm)
    #expect(try desk.state.requireVisitForm().note.text == "заметка")
    #expect(desk.store.draft?.visit.note == "заметка")
    desk.press(.function(4), .function(9)).expectNotice(.visitSaved)
    #expect(desk.store.visits.last?.note == "заметка")
  }

  @Test func aCitizenErasedElsewhereIsTakenOut() {
    let desk = form().press(.up).type("Мария").press(.enter)
    desk.store.failure = .notFound(kind: "citizen", id: "\(Sample.maria.id)")
    desk.press(.function(4)).expectNotice(.citizenGone)
      .expectScreens(.home, .situation, .visitForm)
    #expect(desk.state.visit.citizen == nil)
    desk.press(.function(4), .function(9)).expectNotice(.visitSaved)
    #expect(desk.store.visits.last?.citizen == nil)
  }

  @Test func theVisitIsLoggedWithItsEventDate() throws {
    let desk = TestDesk().go(to: .situation).press(.tab, .tab, .tab).type("01.11.2026")
    desk.press(.escape, .character(" "), .function(4), .tab, .character("2"), .function(4))
    let visit = try #require(desk.store.visits.last)
    #expect(visit.channel == .phone)
    #expect(desk.effects.contains(.logVisit(visit, eventDate: day(2026, 11, 1), draft: nil)))
  }

  /// Nothing of a visit stays for the next citizen.
  @Test func aSavedVisitLeavesNothingBehind() {
    let desk = form().press(.function(4), .function(9)).expectNotice(.visitSaved)
    #expect(desk.state.visit == VisitInProgress())
    #expect(desk.state.card == nil)
    #expect(desk.state.sheet == nil)
    #expect(desk.state.search == SearchState())
    desk.expectScreen(lacks: "Визит: ")
  }

  private func form() -> TestDesk {
    TestDesk().go(to: .situation).press(.character(" "), .function(4))
  }
}
