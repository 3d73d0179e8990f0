// Ctrl-Z takes back one step, and never what was typed.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct UndoTests {
  @Test func aMarkIsTakenBack() {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .down, .character(" "))
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.services.map(\.id) == ["birth-registration"])
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.services.isEmpty)
    desk.press(.control("z")).expectNotice(.obstacle(.nothingToUndo))
  }

  /// Esc clears the search line; what was typed is not lost.
  @Test func aClearedSearchComesBackWithItsAnswer() {
    let desk = TestDesk().type("родился").press(.escape)
    #expect(desk.state.isBrowsing)
    desk.press(.control("z"))
    #expect(desk.state.search.text == "родился")
    #expect(!desk.state.search.hits.isEmpty)
    #expect(desk.state.search.field.cursor == 7)
  }

  @Test func aChosenCitizenIsTakenBack() {
    let desk = TestDesk().go(to: .finder).type("Мария").press(.enter)
    #expect(desk.state.card?.citizen == Sample.maria)
    #expect(desk.state.visit.eventDate == day(2026, 11, 1))
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.card == nil)
    #expect(desk.state.visit.citizen == nil)
    #expect(desk.state.visit.eventDate == nil)
    desk.press(.tab, .tab, .tab).expectScreen(contains: "ДД.ММ.ГГГГ")
  }

  /// All the keys of a date are one step, and the field goes back with it.
  @Test func aDateIsOneStep() throws {
    let desk = TestDesk().go(to: .situation).press(.tab, .tab, .tab).type("01.11.2026")
    #expect(desk.state.visit.eventDate == day(2026, 11, 1))
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.eventDate == nil)
    #expect(try desk.state.requireSituation().dateField.isEmpty)
    desk.press(.control("z")).expectNotice(.obstacle(.nothingToUndo))
  }

  /// The date that came with the citizen's case survives a slip of the finger.
  @Test func anErasedDateComesBack() throws {
    let desk = TestDesk().go(to: .card).press(.enter, .tab, .tab, .tab, .backspace)
    #expect(desk.state.visit.eventDate == nil)
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.eventDate == day(2026, 11, 1))
    #expect(try desk.state.requireSituation().dateField.text == "01.11.2026")
  }

  @Test func anOutcomeAndAChannelAreTakenBackAndTheNoteStays() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(4))
    desk.press(.character("4"), .tab, .character("3"), .tab).type("важная заметка")
    #expect(desk.state.visit.services.first?.outcome == .refused)
    #expect(desk.state.visit.channel == .outreach)
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.channel == .counter)
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.services.first?.outcome == nil)
    #expect(desk.state.visit.note == "важная заметка")
    #expect(try desk.state.requireVisitForm().note.text == "важная заметка")
    desk.press(.function(4), .function(9)).expectNotice(.visitSaved)
    #expect(desk.store.visits.last?.note == "важная заметка")
  }

  /// A choice that is there already is no step.
  @Test func choosingTheSameOutcomeIsNoStep() {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(4))
    let steps = desk.state.undo.count
    desk.press(.character("2"))
    #expect(desk.state.undo.count == steps)
  }

  @Test func takingBackAMarkInTheFormKeepsTheCursorOnAField() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .down, .character(" "))
    desk.press(.function(4), .down)
    #expect(try desk.state.requireVisitForm().field == .service(1))
    desk.press(.control("z")).expectNotice(.undone)
    #expect(try desk.state.requireVisitForm().field == .service(0))
    desk.press(.control("z")).expectNotice(.undone)
    #expect(try desk.state.requireVisitForm().field == .channel)
  }

  @Test func aSituationThatWasSwitchedComesBackWithItsServices() {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(3), .control("u"))
    desk.press(.down, .enter, .character(" "), .enter)
    #expect(desk.state.visit.situation == "foreign-travel")
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.situation == "birth-of-child")
    #expect(desk.state.sheet == SampleCatalogue.birth)
    desk.press(.function(4)).expectNotice(.visitElsewhere)
      .expectScreen(contains: "Запись визита · Рождение ребёнка", "Государственная регистрация")
  }

  @Test func aLoggedVisitIsWithdrawnAfterAQuestion() throws {
    let desk = TestDesk().go(to: .rating).press(.function(9)).expectNotice(.visitSaved)
    let visit = try #require(desk.store.visits.last)
    let logged = LoggedVisit(id: visit.id, situation: visit.situation)
    desk.press(.control("z")).expectQuestion(.withdrawVisit(logged)).press(.escape)
    #expect(desk.store.visits.count == 2)
    desk.press(.control("z"), .character("д")).expectNotice(.visitWithdrawn)
    #expect(desk.store.visits.count == 1)
    desk.press(.control("z")).expectNotice(.obstacle(.nothingToUndo))
  }

  /// A refusal of the store leaves the step for another try.
  @Test func aWithdrawalThatFailsCanBeTriedAgain() {
    let desk = TestDesk().go(to: .rating).press(.function(9)).expectNotice(.visitSaved)
    desk.store.failure = .busy(holder: nil)
    desk.press(.control("z"), .character("д")).expectNotice(.failed(.busy(holder: nil)))
    desk.press(.control("z"), .character("д")).expectNotice(.visitWithdrawn)
    #expect(desk.store.visits.count == 1)
  }

  @Test func droppingTheNextVisitLeavesTheLoggedOneUndoable() {
    let desk = TestDesk().go(to: .rating).press(.function(9)).expectNotice(.visitSaved)
    desk.go(to: .situation).press(.character(" "), .escape, .escape, .escape, .character("д"))
    #expect(desk.state.undo.count == 1)
    desk.press(.control("z"), .character("д")).expectNotice(.visitWithdrawn)
  }

  /// A step taken before the draft's card was there does not take the citizen's name away.
  @Test func aStepBeforeTheCardCameKeepsTheCard() {
    let desk = TestDesk().go(to: .card).press(.enter, .character(" ")).restarted()
    desk.holdsAnswers = true
    desk.press(.enter)
    desk.receive(.situationLoaded(SampleCatalogue.birth, select: nil))
    desk.press(.down, .character(" "))
    desk.deliver().press(.control("z")).expectNotice(.undone)
    #expect(desk.state.card?.citizen == Sample.maria)
  }

  /// The steps of the visit are out of sight behind a citizen's form.
  @Test func aCitizensFormHasNothingToUndo() {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(2), .enter)
      .expectScreens(.home, .situation, .citizenForm)
    desk.press(.control("z")).expectNotice(.obstacle(.nothingToUndo))
    #expect(desk.state.visit.services.count == 1)
  }

  @Test func theStepsAreBounded() {
    let desk = TestDesk().go(to: .situation)
    for _ in 0..<120 { desk.press(.character(" ")) }
    #expect(desk.state.undo.count == 50)
  }
}
