// Finding a citizen, taking one into the visit, making and changing a card.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct FinderTests {
  @Test func searchesCitizensOnly() {
    let desk = TestDesk().press(.function(2)).type("р")
    #expect(
      desk.takeEffects().contains(
        .search(SearchRequest(generation: 1, text: "р", kinds: [.citizen]))))
  }

  @Test func enterTakesTheCitizenIntoTheVisitAndGoesBack() {
    let desk = TestDesk().go(to: .finder).type("Мария").press(.enter)
      .expectScreens(.home, .situation)
    #expect(desk.state.visit.citizen == Sample.maria.id)
    // What an earlier visit knows comes with the citizen.
    #expect(desk.state.visit.eventDate == day(2026, 11, 1))
    desk.press(.tab, .tab, .tab).expectScreen(contains: "01.11.2026")
  }

  @Test func enterWaitsForTheAnswer() {
    let desk = TestDesk().go(to: .finder)
    desk.holdsAnswers = true
    desk.type("Мария").press(.enter, .character(" "))
    #expect(desk.state.waiting == .searchToOpen)
    desk.deliver().expectScreens(.home, .situation)
    #expect(desk.state.visit.citizen == Sample.maria.id)
    #expect(desk.state.visit.services.count == 1)
  }

  /// The answer reaches the finder even where another screen has come in front of it.
  @Test func anAnswerFindsTheFinderBehindAnotherScreen() throws {
    let desk = TestDesk().go(to: .finder)
    desk.holdsAnswers = true
    desk.type("Мар").press(.control("p")).type("проверка").press(.enter)
      .expectScreens(.home, .situation, .finder, .keyTest)
    desk.deliver().press(.escape, .escape)
    let finder = try desk.state.requireFinder()
    #expect(finder.search.hits.count == 1)
    #expect(!finder.search.isPending)
  }

  @Test func anAnswerToAClosedFinderChangesNothing() {
    let desk = TestDesk().go(to: .finder)
    desk.holdsAnswers = true
    desk.type("Мар").press(.escape)
    let before = desk.state
    desk.deliver()
    #expect(desk.state == before)
  }

  @Test(arguments: [
    ("иванова мария петровна", ["Иванова", "Мария", "Петровна", "", "", ""]),
    ("римский-корсаков", ["Римский-Корсаков", "", "", "", "", ""]),
    ("112-233-445 95", ["", "", "", "", "112-233-445 95", ""]),
    ("11223344595", ["", "", "", "", "112-233-445 95", ""]),
    ("+7 (916) 123-45-67", ["", "", "", "", "", "+7 916 123-45-67"]),
    ("нгуен 12.03.1990", ["Нгуен", "", "", "12.03.1990", "", ""]),
    ("12.03.1990", ["", "", "", "12.03.1990", "", ""]),
    ("нгуен ван 8 916 123-45-67", ["Нгуен", "Ван", "", "", "", "+7 916 123-45-67"]),
    ("112-233-445 96", ["", "", "", "", "", ""]),
    ("а б в г д", ["А", "Б", "В Г Д", "", "", ""]),
    ("?!", ["", "", "", "", "", ""]),
  ])
  func whatWasTypedGoesToItsField(text: String, fields: [String]) {
    let entries = CitizenForm.Entries(guessedFrom: text, today: day(2026, 11, 24))
    let shown: [CitizenForm.Field] = [
      .surname, .givenName, .patronymic, .birthDate, .snils, .phone,
    ]
    #expect(shown.map { entries[$0] } == fields)
  }

  @Test func nobodyFoundMakesANewCard() throws {
    let desk = TestDesk().go(to: .finder).type("нгуен ван").press(.enter)
      .expectScreens(.home, .situation, .citizenForm)
    #expect(try desk.state.requireCitizenForm().entries.surname == "Нгуен")
  }

  /// The change goes to whom the visit is for, not to whose card was looked at before.
  @Test func theChosenCitizensCardTakesThePlaceOfAnotherOnes() throws {
    let desk = TestDesk().go(to: .card).press(.function(2)).type("Кузнецов Иван").press(.enter)
      .expectScreens(.home, .card)
    #expect(desk.state.visit.citizen == Sample.ivan.id)
    desk.press(.control("e")).expectScreens(.home, .card, .citizenForm)
    #expect(try desk.state.requireCitizenForm().editing?.id == Sample.ivan.id)
  }

  @Test func fromHomeTheChosenCitizensCardComesNext() {
    TestDesk().press(.function(2)).type("Мария").press(.enter).expectScreens(.home, .card)
      .expectScreen(contains: "Иванова Мария Петровна", "112-233-445 95", "+7 916 123-45-67")
  }
}

@Suite struct CardTests {
  @Test func lookingAtACardTakesNobodyIntoTheVisit() {
    let desk = TestDesk().go(to: .card)
    #expect(desk.state.visit.citizen == nil)
    #expect(desk.effects.contains(.loadCard(Sample.maria.id, for: .look)))
    desk.press(.escape)
    #expect(desk.state.visit.citizen == nil)
  }

  @Test(arguments: [0, 1])
  func enterServesTheCitizenInTheSituationOfTheRow(row: Int) {
    let desk = TestDesk().go(to: .card)
    if row > 0 { desk.press(.down) }
    desk.press(.enter).expectScreens(.home, .situation)
    #expect(desk.state.visit.citizen == Sample.maria.id)
    #expect(desk.state.visit.situation == "birth-of-child")
    desk.expectScreen(contains: "выдано")
  }

  /// A card without a row goes to the search line, emptied of the name.
  @Test func enterOnAnEmptyCardGoesToTheSearchLine() {
    let desk = TestDesk().type("Кузнецов Иван").press(.enter).expectScreens(.home, .card)
    desk.press(.enter).expectScreens(.home)
    #expect(desk.state.visit.citizen == Sample.ivan.id)
    #expect(desk.state.search.field.isEmpty)
    desk.expectScreen(contains: "Визит: Кузнецов Иван")
  }

  /// Where a visit has its situation, an empty card leads back to it.
  @Test func enterOnAnEmptyCardGoesBackToTheVisitsSituation() {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(3), .control("u"))
    desk.type("Кузнецов Иван").press(.enter, .enter).expectScreens(.home, .situation)
    #expect(desk.state.visit.citizen == Sample.ivan.id)
    #expect(desk.state.visit.services.count == 1)
  }

  @Test func changingACardShowsTheChange() {
    let desk = TestDesk().go(to: .card).press(.control("e")).type("-Сидорова")
    _ = desk.takeEffects()
    desk.press(.function(4)).expectNotice(.citizenSaved).expectScreens(.home, .card)
      .expectScreen(contains: "Иванова-Сидорова Мария Петровна")
    var changed = Sample.maria
    changed.details.surname = "Иванова-Сидорова"
    #expect(
      desk.takeEffects() == [.changeCitizen(changed, basedOn: Sample.maria), .saveDraft(nil)])
  }

  @Test func ctrlEOutsideACardIsACursorKeyOrNothing() {
    let desk = TestDesk().go(to: .situation).press(.control("e")).expectScreens(.home, .situation)
    desk.press(.control("p")).type("изменить").press(.enter).expectNotice(.obstacle(.noCitizen))
  }
}

@Suite struct CitizenFormTests {
  @Test func savesANewCitizenIntoTheVisit() throws {
    let desk = newForm("Нгуен Ван")
    desk.focus(on: .patronymic).type("А").press(.tab).type("12.03.1990").press(.tab)
      .type("11223344595").press(.tab).type("89161234567")
    _ = desk.takeEffects()
    desk.press(.enter).expectNotice(.citizenSaved).expectScreens(.home, .situation)
    let citizen = try #require(desk.store.citizens.last)
    #expect(citizen.details.fullName == "Нгуен Ван А")
    #expect(citizen.details.birthDate == day(1990, 3, 12))
    #expect(citizen.details.snils?.digits == "11223344595")
    #expect(citizen.details.phone?.digits == "79161234567")
    #expect(desk.state.visit.citizen == citizen.id)
    let effects = desk.takeEffects()
    #expect(
      effects.prefix(2) == [.findDuplicates(citizen.details), .addCitizen(citizen)])
  }

  @Test(arguments: [
    (CitizenForm.Field.surname, "", Problem.nameMissing), (.patronymic, "01.02.1985", .digitInName),
    (.birthDate, "31.02.1990", .date),
    (.birthDate, "25.11.2026", .dateInFuture), (.snils, "112-233-445 96", .snils),
    (.phone, "12345", .phone),
  ])
  func aWrongFieldSaysWhatItWants(field: CitizenForm.Field, text: String, problem: Problem) throws {
    let desk = newForm("Нгуен")
    desk.focus(on: field).press(.control("u")).type(text)
    _ = desk.takeEffects()
    desk.press(.function(4)).expectNotice(.badField(problem))
    #expect(desk.takeEffects() == [])
    let form = try desk.state.requireCitizenForm()
    #expect(form.problems == [field: problem])
    #expect(form.field == field)
    #expect(form.text.text == text)
    // Typing takes the complaint away.
    desk.type("1")
    #expect(try desk.state.requireCitizenForm().problems.isEmpty)
  }

  @Test func theFirstWrongFieldComesIntoFocus() throws {
    let desk = newForm("Нгуен")
    desk.focus(on: .snils).type("1").focus(on: .phone).type("2").focus(on: .surname)
    desk.press(.function(4)).expectNotice(.badField(.snils))
    let form = try desk.state.requireCitizenForm()
    #expect(form.field == .snils)
    #expect(form.problems == [.snils: .snils, .phone: .phone])
  }

  @Test func tabAndArrowsGoRound() throws {
    let desk = newForm("Нгуен").focus(on: .surname)
    var fields: [CitizenForm.Field] = []
    for _ in CitizenForm.Field.allCases {
      fields.append(try desk.state.requireCitizenForm().field)
      desk.press(.tab)
    }
    #expect(Set(fields).count == CitizenForm.Field.allCases.count)
    #expect(try desk.state.requireCitizenForm().field == .surname)
    desk.press(.backTab)
    #expect(try desk.state.requireCitizenForm().field == .audience)
    desk.press(.right, .character(" "), .left)
    #expect(try desk.state.requireCitizenForm().entries.audience == .business)
    desk.expectScreen(contains: "< бизнес >", "Название")
  }

  @Test func escAsksBeforeAChangedFormIsLost() throws {
    let desk = newForm("Нгуен").press(.escape).expectQuestion(.dropCitizenForm(then: nil))
    desk.press(.escape).expectScreens(.home, .situation, .citizenForm)
    #expect(try desk.state.requireCitizenForm().entries.surname == "Нгуен")
    desk.press(.escape, .character("д")).expectScreens(.home, .situation)
    #expect(desk.store.draft == nil)
  }

  @Test(arguments: [
    (Key.function(2), [ScreenKind.home, .situation, .finder], Command.citizen),
    (.function(3), [.home], .home),
  ])
  func aCommandThatLeadsElsewhereAsksAndIsDone(
    key: Key, screens: [ScreenKind], command: Command
  ) {
    let desk = newForm("Нгуен").press(key).expectQuestion(.dropCitizenForm(then: command))
    desk.press(.character("н")).expectScreens(.home, .situation, .citizenForm)
    desk.press(key, .character("д"))
    #expect(desk.state.screens.map(ScreenKind.init) == screens)
  }

  @Test func aLikelyDoubleIsShownBeforeASecondCardIsMade() throws {
    let desk = newForm("Кузнецов Пётр").press(.function(4))
      .expectScreen(contains: "Похоже, карточка уже есть", "> Кузнецов Иван", "Это другой человек")
    #expect(desk.state.waiting == nil)
    // F4 again decides nothing.
    desk.press(.function(4)).expectNotice(.chooseCard)
    desk.press(.escape)
    #expect(try desk.state.requireCitizenForm().duplicates.isEmpty)
    #expect(desk.store.citizens.count == 2)
    desk.press(.function(4), .down, .enter).expectNotice(.citizenSaved)
    #expect(desk.store.citizens.last?.details.fullName == "Кузнецов Пётр")
  }

  @Test func theExistingCardCanBeTakenInstead() {
    let desk = newForm("Кузнецов Пётр").press(.function(4), .enter).expectScreens(.home, .situation)
    #expect(desk.state.visit.citizen == Sample.ivan.id)
    #expect(desk.store.citizens.count == 2)
    #expect(desk.store.draft == nil)
  }

  /// What was typed is kept until the other card is really there.
  @Test func aCardThatCannotBeLoadedKeepsTheForm() throws {
    let desk = newForm("Кузнецов Пётр")
    desk.press(.function(4))
    desk.holdsAnswers = true
    desk.press(.enter).receive(.failed(.corrupt(path: "/x", detail: "")))
      .expectNotice(.failed(.corrupt(path: "/x", detail: "")))
    #expect(try desk.state.requireCitizenForm().entries.givenName == "Пётр")
  }

  @Test func aRefusalKeepsTheForm() throws {
    let desk = newForm("Нгуен Ван")
    desk.store.failure = .diskFull(path: "/x")
    desk.press(.function(4)).expectNotice(.failed(.diskFull(path: "/x")))
    #expect(try desk.state.requireCitizenForm().entries.givenName == "Ван")
    #expect(desk.store.draft?.citizenForm?.entries.givenName == "Ван")
    desk.press(.function(4)).expectNotice(.citizenSaved)
  }

  /// Another window has changed the card: what it changed comes in, what both changed is shown, and
  /// the second F4 saves what the clerk sees.
  @Test func aConflictIsSettledInTheForm() throws {
    let desk = TestDesk().go(to: .citizenForm).press(.control("u")).type("Петрова")
    desk.store.citizens[0].details.surname = "Сидорова"
    desk.store.citizens[0].details.phone = Phone("89990000000")
    desk.store.citizens[0].version = 2
    desk.press(.function(4)).expectNotice(.cardChangedMeanwhile)
      .expectScreen(contains: "Уже исправлено на:")
    let form = try desk.state.requireCitizenForm()
    #expect(form.entries.surname == "Петрова")
    #expect(form.entries.phone == "+7 999 000-00-00")
    #expect(form.problems == [.surname: .changedMeanwhile("Сидорова")])
    #expect(form.editing?.version == 2)
    desk.press(.function(4)).expectNotice(.citizenSaved)
    let saved = try #require(desk.store.citizens.first)
    #expect(saved.details.surname == "Петрова")
    #expect(saved.details.phone?.digits == "79990000000")
    #expect(saved.version == 3)
  }

  @Test func aConflictOfAnotherCardIsOnlySaid() {
    let desk = TestDesk().go(to: .citizenForm)
    desk.receive(.failed(.conflict(current: Sample.ivan)))
      .expectNotice(.failed(.conflict(current: Sample.ivan)))
  }

  private func newForm(_ text: String) -> TestDesk {
    TestDesk().go(to: .finder).type(text).press(.end, .enter)
  }
}
