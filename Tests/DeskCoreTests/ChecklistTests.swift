// F7: the list, the printer, the codes.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct ChecklistTests {
  // MARK: What it is about

  @Test(arguments: [ScreenKind.home, .finder, .citizenForm, .page, .sync])
  func withoutASituationF7SaysWhatIsMissing(screen: ScreenKind) {
    let desk = TestDesk()
    switch screen {
    case .finder: desk.press(.function(2))
    case .citizenForm: desk.go(to: .citizenForm)
    default: desk.go(to: screen)
    }
    let before = desk.state.screens
    desk.press(.function(7)).expectNotice(.obstacle(.noSituation))
    #expect(desk.state.screens == before)
  }

  @Test func onASituationItIsForWhatIsMarked() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(7))
    desk.expectScreens(.home, .situation, .checklist)
    let list = try list(desk)
    #expect(list.steps.map(\.service.id) == ["birth-registration"])
    #expect(!list.coversSituation)
    desk.expectScreen(contains: "Памятка: Рождение ребёнка", "Паспорт (заявителя)", "1. Гос")
    desk.expectScreen(lacks: "Реквизиты счёта")
  }

  @Test func withNothingMarkedItIsForTheWholeSituation() throws {
    let desk = TestDesk().go(to: .checklist)
    #expect(try list(desk).steps.count == 4)
    desk.expectScreen(contains: "по всем услугам ситуации", "Реквизиты счёта")
  }

  /// A situation beside the visit is listed as it is looked at, with the date that was typed there.
  @Test func aSituationThatIsOnlyLookedAtHasItsOwnDate() throws {
    let desk = TestDesk().press(.down, .enter, .character(" "), .function(3))
    desk.go(to: .situation).press(.tab, .tab, .tab).type("01.11.2026").press(.function(7))
    let list = try list(desk)
    #expect(list.situation.id == "birth-of-child")
    #expect(list.eventDate == CalendarDate(year: 2026, month: 11, day: 1))
    #expect(desk.state.visit.situation == "foreign-travel")
  }

  @Test func inTheVisitsFormItIsTheVisits() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(4), .function(7))
    desk.expectScreens(.home, .situation, .visitForm, .checklist)
    #expect(try list(desk).steps.count == 1)
    desk.press(.escape).expectScreens(.home, .situation, .visitForm)
    #expect(desk.state.visit.isInForm)
  }

  /// The case on the row: what was not handed in, with the case's own day.
  @Test func onACardItIsTheCasesAndLoadsItsSituation() throws {
    let desk = TestDesk().go(to: .card)
    desk.holdsAnswers = true
    desk.press(.function(7), .down)
    #expect(desk.state.typedAhead == [.down])
    desk.deliver()
    desk.expectScreens(.home, .card, .checklist)
    let list = try list(desk)
    #expect(list.steps.map(\.service.id) == ["birth-allowance"])
    #expect(list.eventDate == CalendarDate(year: 2026, month: 11, day: 1))
    #expect(desk.state.visit.situation == nil)
    desk.press(.escape).expectScreens(.home, .card)
  }

  @Test func aCaseOfASituationThatIsGoneSaysSo() {
    let desk = TestDesk()
    desk.store.cases[0].situation = "gone"
    desk.go(to: .card).press(.function(7)).expectNotice(.entryGone).expectScreens(.home, .card)
  }

  @Test func aFailureGivesTheKeysBack() {
    let desk = TestDesk().go(to: .card)
    desk.holdsAnswers = true
    desk.press(.function(7)).receive(.failed(.busy(holder: nil)))
      .expectNotice(.failed(.busy(holder: nil)))
    #expect(desk.state.waiting == nil)
    desk.deliver().expectScreens(.home, .card)
  }

  // MARK: What the rules and the calendar say

  /// Of the services that the answers exclude no paper is asked for.
  @Test func whatIsNotDueIsNotListed() throws {
    let desk = TestDesk().go(to: .situation).receive(.adviceLoaded(SampleAdvice.book))
    desk.press(.tab, .tab, .tab).type("01.01.2026").press(.function(7))
    let list = try list(desk)
    #expect(list.notDue.map(\.id) == ["birth-allowance"])
    #expect(!list.papers.flatMap(\.options).contains { $0.document.id == "bank-details" })
    #expect(list.hasOpenQuestions)
  }

  /// F8 is answered in front of the list, which changes with the answer.
  @Test func anAnswerChangesTheList() throws {
    let desk = TestDesk().go(to: .situation).receive(.adviceLoaded(SampleAdvice.book))
    desk.press(.function(7))
    #expect(try list(desk).notDue.isEmpty)
    desk.press(.function(8))
    while case .question(let form) = desk.state.overlay, form.fact.id != "work" {
      desk.press(.tab)
    }
    desk.press(.end, .up, .enter, .escape)
    #expect(try list(desk).notDue.map(\.id) == ["residence-registration"])
  }

  @Test func aYearThatIsMissingIsSaid() throws {
    let desk = TestDesk().go(to: .checklist)
    #expect(try list(desk).hasInexactDays)
    desk.press(.end).expectScreen(contains: "без учёта переносов")
    desk.receive(.calendarLoaded(SampleCalendar.calendar, problem: nil))
    #expect(try !list(desk).hasInexactDays)
    desk.expectScreen(lacks: "без учёта переносов")
  }

  @Test func aCalendarThatCannotBeReadIsTold() {
    TestDesk().receive(.calendarLoaded(SampleCalendar.calendar, problem: "x.json5:1"))
      .expectNotice(.calendarUnread("x.json5:1"))
  }

  // MARK: Keys

  @Test func itScrollsAndComesBackAtOnce() {
    let desk = TestDesk().go(to: .checklist).press(.end)
    let bottom = firstLine(desk)
    #expect(bottom > 0)
    desk.press(.down)
    #expect(firstLine(desk) == bottom)
    desk.press(.up)
    #expect(firstLine(desk) == bottom - 1)
    desk.press(.home)
    #expect(firstLine(desk) == 0)
  }

  @Test func lettersGoToTheSearchLine() {
    TestDesk().go(to: .checklist).type("ро").expectScreens(.home)
      .expectScreen(contains: "ро")
  }

  // MARK: The printer

  @Test func enterPrintsTheList() throws {
    let desk = TestDesk().go(to: .checklist).press(.enter).expectNotice(.printed(.done))
    #expect(desk.store.printed == [try list(desk)])
  }

  @Test(arguments: [PrintResult.failed, .noCommand])
  func whatIsNotPrintedIsSaid(result: PrintResult) {
    let desk = TestDesk().go(to: .checklist)
    desk.store.printResult = result
    desk.press(.enter).expectNotice(.printed(result))
    #expect(desk.state.printing == nil)
    desk.expectScreens(.home, .situation, .checklist)
  }

  @Test func aSecondEnterPrintsNothingWhileTheFirstIsUnderWay() {
    let desk = TestDesk().go(to: .checklist)
    desk.holdsAnswers = true
    desk.press(.enter).expectNotice(.printing)
    desk.press(.enter).expectNotice(.printing)
    desk.deliver().expectNotice(.printed(.done))
    #expect(desk.store.printed.count == 1)
  }

  @Test func aPrinterThatIsSilentHasFailedAndMaySpeakLater() {
    let desk = TestDesk().go(to: .checklist)
    desk.holdsAnswers = true
    desk.press(.enter).expectNotice(.printing)
    desk.advance(seconds: 11).expectNotice(.printed(.failed))
    #expect(desk.state.printing == nil)
    desk.deliver().expectNotice(.printed(.done))
  }

  // MARK: The codes

  @Test func f7TurnsTheListIntoCodesAndBack() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(7), .function(7))
    #expect(try #require(codes(desk)).symbols.count > 1)
    desk.expectScreen(contains: "1 из", "Esc к списку").expectScreen(lacks: "F10")
    desk.press(.function(7))
    #expect(codes(desk) == nil)
    desk.press(.function(7), .escape).expectScreens(.home, .situation, .checklist)
    #expect(codes(desk) == nil)
  }

  @Test func keysGoFromCodeToCodeAndStayWithin() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(7), .function(7))
    let last = try #require(codes(desk)).symbols.count - 1
    desk.press(.left)
    #expect(codes(desk)?.shown == 0)
    desk.press(.right)
    #expect(codes(desk)?.shown == 1)
    desk.press(.end, .right)
    #expect(codes(desk)?.shown == last)
    desk.press(.home, .tab)
    #expect(codes(desk)?.isInverted == true)
    desk.type("ы")
    desk.expectScreens(.home, .situation, .checklist)
  }

  /// A larger screen has room for more in each code.
  @Test func anotherSizeMakesTheCodesAnew() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(7), .function(7))
    let before = try #require(codes(desk)).symbols.count
    desk.press(.end).resize(columns: 132, rows: 43)
    let after = try #require(codes(desk)).symbols.count
    #expect(after < before)
    #expect(try #require(codes(desk)?.shown) < after)
  }

  @Test func withoutALibraryNoCodeIsPromised() {
    let desk = TestDesk().go(to: .checklist).press(.function(7))
    desk.receive(.codesMade(nil)).expectScreen(contains: "libqrencode")
    desk.press(.escape).expectScreens(.home, .situation, .checklist)
  }

  @Test func aListThatIsTooLongForTheScreenSaysSo() {
    let desk = TestDesk(size: Size(columns: 60, rows: 20)).press(.end, .enter, .function(7))
    desk.press(.function(7)).expectScreen(contains: "Экран мал")
    desk.press(.escape).expectScreens(.home, .situation, .checklist)
  }

  private func list(_ desk: TestDesk) throws -> Checklist {
    guard case .checklist(let screen) = desk.state.screen else {
      throw Missing()
    }
    return desk.state.checklist(screen)
  }

  private struct Missing: Error {}

  private func firstLine(_ desk: TestDesk) -> Int {
    if case .checklist(let screen) = desk.state.screen { screen.firstLine } else { -1 }
  }

  private func codes(_ desk: TestDesk) -> ChecklistCodes? {
    if case .checklist(let screen) = desk.state.screen { screen.codes } else { nil }
  }

  // MARK: - To rate later

  private func deskWithAForm() -> TestDesk {
    let desk = TestDesk(ratingForm: RatingAddress("https://example.org/{token}"))
    return desk.go(to: .situation).press(.function(7))
  }

  @Test func theListHasAPlaceToRateLater() throws {
    let desk = deskWithAForm()
    #expect(desk.store.issuedTokens == 1)
    guard case .checklist(let shown) = desk.state.screen else {
      Issue.record("no list is open")
      return
    }
    let address = try #require(desk.state.checklist(shown).rateAt)
    #expect(address.hasPrefix("https://example.org/0000000000000007"))
    desk.press(.enter).expectNotice(.printed(.done))
    #expect(desk.store.printed.map(\.rateAt) == [address])
  }

  /// A code that was made before the word had come is made again.
  @Test func aWordThatComesLateIsInTheCodeToo() {
    let desk = TestDesk(ratingForm: RatingAddress("https://example.org/{token}"))
    desk.go(to: .situation)
    desk.holdsAnswers = true
    desk.press(.function(7), .function(7)).deliver()
    let made = desk.effects.compactMap { effect -> Bool? in
      if case .makeCodes(let list) = effect { list.rateAt != nil } else { nil }
    }
    #expect(made == [false, true])
  }

  @Test func withoutAFormNoWordIsHandedOut() {
    let desk = TestDesk().go(to: .situation).press(.function(7))
    #expect(desk.store.issuedTokens == 0)
  }
}
