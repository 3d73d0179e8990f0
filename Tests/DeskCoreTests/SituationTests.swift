// The situation: panes, marks, the event's date, and a visit about another situation.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct SituationTests {
  /// Space without a look marks what most people come for, not what some do first.
  @Test func theCursorBeginsOnAServiceForEverybody() throws {
    let desk = TestDesk()
    desk.holdsAnswers = true
    var sheet = SampleCatalogue.birth
    sheet.situation.services[0].when = LocalizedText(ru: "если нужно", en: "if needed")
    desk.press(.enter).receive(.situationLoaded(sheet, select: nil))
    #expect(try desk.state.requireSituation().selection == 1)
  }

  /// A date that is none keeps its pane, and F4 asks for it; it is never dropped without a word.
  @Test func aTextThatIsNoDateIsNotDropped() throws {
    let desk = TestDesk().type("родился").press(.enter, .character(" "), .tab, .tab, .tab)
    desk.type("31022026").press(.tab)
    #expect(try desk.state.requireSituation().pane == .deadlines)
    desk.press(.escape)
    #expect(try desk.state.requireSituation().pane == .services)
    desk.press(.function(4)).expectNotice(.badField(.date)).expectScreens(.home, .situation)
    #expect(try desk.state.requireSituation().pane == .deadlines)
    desk.press(.control("u")).type("01.11.20269")
    #expect(desk.state.visit.eventDate == CalendarDate("2026-11-01"))
    desk.press(.function(4)).expectScreens(.home, .situation, .visitForm)
  }

  @Test func tabGoesThroughThePanesAndRound() throws {
    let desk = TestDesk().go(to: .situation)
    var panes: [SituationScreen.Pane] = []
    for _ in 0..<5 {
      panes.append(try desk.state.requireSituation().pane)
      desk.press(.tab)
    }
    #expect(panes == [.services, .detail, .documents, .deadlines, .services])
    desk.press(.backTab, .backTab)
    #expect(try desk.state.requireSituation().pane == .deadlines)
  }

  @Test func enterShowsTheServiceAndGoesBack() throws {
    let desk = TestDesk().go(to: .situation).press(.enter)
    #expect(try desk.state.requireSituation().pane == .detail)
    desk.press(.enter)
    #expect(try desk.state.requireSituation().pane == .services)
  }

  @Test func escGoesToTheServicesFirst() throws {
    let desk = TestDesk().go(to: .situation).press(.tab, .tab, .escape)
      .expectScreens(.home, .situation)
    #expect(try desk.state.requireSituation().pane == .services)
    desk.press(.escape).expectScreens(.home)
  }

  @Test func spaceMarksAndUnmarksInEveryPane() {
    let desk = TestDesk().go(to: .situation)
    for _ in SituationScreen.Pane.allCases {
      desk.press(.character(" "))
      #expect(desk.state.visit.isMarked("birth-registration"))
      desk.press(.character(" "))
      #expect(!desk.state.visit.isMarked("birth-registration"))
      desk.press(.tab)
    }
  }

  /// One ↓ too many must not cost an ↑ that seems dead.
  @Test func scrollingStopsWhereThereIsNothingMore() throws {
    let desk = TestDesk(size: Size(columns: 60, rows: 20)).go(to: .situation).press(.tab, .end)
    let most = try desk.state.requireSituation().scroll
    #expect(most > 0)
    for _ in 0..<30 { desk.press(.down) }
    #expect(try desk.state.requireSituation().scroll == most)
    desk.press(.up)
    #expect(try desk.state.requireSituation().scroll == most - 1)
    // A larger screen shows more, and has less to scroll.
    desk.resize(columns: 132, rows: 43)
    #expect(try desk.state.requireSituation().scroll == 0)
  }

  @Test func helpScrollsNoFurtherThanItsLines() {
    let desk = TestDesk(size: Size(columns: 60, rows: 20)).press(.function(1))
    for _ in 0..<300 { desk.press(.down) }
    desk.expectScreen(contains: "Ctrl-L")
    let last = desk.state.overlay
    desk.press(.up)
    #expect(desk.state.overlay != last)
    #expect(desk.state.overlay != nil)
  }

  @Test func aDateIsTypedAndTheDeadlinesBecomeDays() {
    let desk = TestDesk().go(to: .situation).press(.tab, .tab, .tab)
      .expectScreen(contains: "ДД.ММ.ГГГГ", "1 месяц")
    desk.type("01.11.2026")
    #expect(desk.state.visit.eventDate == day(2026, 11, 1))
    desk.expectScreen(contains: "01.12.2026", "! скоро", "13.11.2026", "срок прошёл")
    desk.expectScreen(contains: "01.05.2027", "есть время")
  }

  @Test func aDateIsWrittenOutWhenItsPaneIsLeft() throws {
    let desk = TestDesk().go(to: .situation).press(.tab, .tab, .tab).type("1ю11ю26").press(.tab)
    #expect(try desk.state.requireSituation().dateField.text == "01.11.2026")
  }

  @Test func aTextThatIsNoDateSaysSo() throws {
    let desk = TestDesk().go(to: .situation).press(.tab, .tab, .tab).type("31.02.2026")
    #expect(try desk.state.requireSituation().dateProblem == .date)
    desk.expectScreen(contains: "! Нужна дата: ДД.ММ.ГГГГ")
    #expect(desk.state.visit.eventDate == nil)
    desk.press(.backspace)
    #expect(try desk.state.requireSituation().dateProblem == nil)
    desk.press(.escape)
    #expect(try desk.state.requireSituation().dateProblem == .date)
  }

  @Test func lettersInTheDeadlinesStillGoToTheSearchLine() {
    let desk = TestDesk().go(to: .situation).press(.tab, .tab, .tab).type("з")
      .expectScreens(.home)
    #expect(desk.state.search.text == "з")
  }

  /// A situation without an event has no field to type into: digits go to the search line.
  @Test func aSituationWithoutAnEventTakesNoDate() {
    let desk = TestDesk().press(.down, .enter, .tab, .tab, .tab).type("1").expectScreens(.home)
    #expect(desk.state.search.text == "1")
  }

  @Test func backspaceOutsideAFieldDoesNothing() {
    TestDesk().go(to: .situation).press(.backspace).expectScreens(.home, .situation)
  }

  @Test func markingInAnotherSituationAsksFirst() {
    let desk = elsewhere().expectQuestion(
      .switchSituation(SampleCatalogue.travel, "foreign-passport"))
    desk.press(.character("н")).expectNoOverlay()
    #expect(desk.state.visit.situation == "birth-of-child")
    desk.press(.character(" "), .character("д"))
    #expect(desk.state.visit.situation == "foreign-travel")
    #expect(desk.state.visit.services.map(\.id) == ["foreign-passport"])
    #expect(desk.state.sheet == SampleCatalogue.travel)
  }

  @Test func theCitizenStaysWhenTheSituationIsSwitched() {
    let desk = TestDesk().go(to: .card).press(.enter, .character(" "), .function(3), .control("u"))
    desk.press(.down, .enter, .character(" "), .enter)
    #expect(desk.state.visit.citizen == Sample.maria.id)
    #expect(desk.state.card?.citizen == Sample.maria)
  }

  @Test func f4InAnotherSituationOpensTheVisitsFormAndSaysSo() {
    let desk = elsewhere().press(.escape, .function(4)).expectNotice(.visitElsewhere)
      .expectScreen(contains: "Запись визита · Рождение ребёнка")
    desk.press(.escape).expectScreen(contains: "Выезд за границу —")
  }

  /// A date typed while looking at another situation counts there, and not for the visit.
  @Test func aDateTypedInAnotherSituationIsNotTheVisits() throws {
    let desk = TestDesk().press(.down, .enter, .character(" "), .function(3))
    desk.go(to: .situation).press(.tab, .tab, .tab).type("01.11.2026")
    #expect(desk.state.visit.eventDate == nil)
    desk.expectScreen(contains: "01.12.2026")
    // Taken over when the visit begins anew with it.
    desk.press(.escape, .character(" "), .enter)
    #expect(desk.state.visit.situation == "birth-of-child")
    #expect(desk.state.visit.eventDate == day(2026, 11, 1))
    #expect(try desk.state.requireSituation().dateField.text == "01.11.2026")
  }

  @Test func anUntouchedVisitBeginsWithTheSituationThatIsOpened() {
    let desk = TestDesk().go(to: .situation).press(.escape, .escape, .down, .enter)
    #expect(desk.state.visit.situation == "foreign-travel")
    #expect(desk.state.sheet == SampleCatalogue.travel)
    #expect(desk.store.draft == nil)
  }

  @Test func documentsAreMergedAndTheStricterOriginWins() {
    let all = SampleCatalogue.birth.papers(of: [] as [Service.ID]).flatMap(\.options)
    #expect(
      all.map(\.document.id) == [
        "passport", "medical-birth-certificate", "bank-details", "marriage-record", "snils-record",
      ])
    #expect(all.map(\.origin) == [.bring, .bring, .copy, .interagency, .interagency])
    #expect(all.first?.notes.map(\.ru) == ["заявителя", "обоих родителей"])
    #expect(
      all.first?.services == ["birth-registration", "residence-registration", "birth-allowance"])
    let one = SampleCatalogue.birth.papers(of: ["birth-allowance"] as [Service.ID])
    #expect(one.map(\.origin) == [.copy, .copy, .interagency])
  }

  @Test(arguments: [
    (day(2026, 11, 1), DatedDeadline.Urgency.soon), (day(2026, 10, 24), .soon),
    (day(2026, 10, 23), .passed), (day(2026, 11, 2), .ahead),
  ])
  func urgencyCountsFromToday(event: CalendarDate, urgency: DatedDeadline.Urgency) {
    let dated = SampleCatalogue.birth.deadlines(
      from: event, today: day(2026, 11, 24), in: SampleCalendar.calendar)
    #expect(dated.first { $0.deadline.within == Term(1, .months) }?.urgency == urgency)
  }

  @Test func theNearestDeadlineComesFirst() {
    let dated = SampleCatalogue.birth.deadlines(
      from: day(2026, 11, 1), today: day(2026, 11, 24), in: SampleCalendar.calendar)
    #expect(dated.map(\.lastDay) == [day(2026, 11, 16), day(2026, 12, 1), day(2027, 5, 1)])
    let undated = SampleCatalogue.birth.deadlines(
      from: nil, today: day(2026, 11, 24), in: SampleCalendar.calendar)
    #expect(undated.map(\.deadline) == SampleCatalogue.birth.situation.deadlines)
    #expect(undated.map(\.lastDay) == [nil, nil, nil])
  }

  private func elsewhere() -> TestDesk {
    TestDesk().go(to: .situation).press(.character(" "), .function(3), .control("u"))
      .press(.down, .enter, .character(" "))
  }
}
