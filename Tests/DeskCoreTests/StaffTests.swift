// Accounts: signing in, the lock, and what each role may.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct StaffTests {
  private func desk() -> TestDesk { TestDesk().withAccounts() }

  @Test func withoutAccountsTheDeskWorksAsItAlwaysDid() {
    let desk = TestDesk().receive(.staffLoaded(StaffRoster()))
    #expect(desk.state.lock == nil && desk.state.may(.serve))
    desk.expectScreen(contains: "без учётных записей").go(to: .visitForm)
    // To close the last administrator's account opens nothing.
    var closed = Sample.smirnova
    closed.disabled = Sample.now
    desk.receive(.staffLoaded(StaffRoster(employees: [closed, Sample.orlov])))
    #expect(desk.state.lock != nil)
  }

  @Test func nothingIsSeenBeforeASignIn() {
    let desk = desk()
    desk.expectScreen(contains: "Кто у окна?", "Орлов П. Н.")
      .expectScreen(lacks: "Поиск", "Рождение", "без учётных записей")
    desk.press(.function(2), .function(4), .control("p"), .control("z"))
    desk.expectScreens(.home).expectNoOverlay()
    #expect(desk.state.isLocked)
  }

  @Test(arguments: ["2", "орл", "Орлов п", "jhkjd"])
  func oneChoosesByNumberOrByName(typed: String) {
    let desk = desk().type(typed).press(.enter).expectScreen(contains: "Введите PIN", "Орлов П. Н.")
    desk.type("314159").press(.enter)
    #expect(desk.state.employee == Sample.orlov && desk.state.lock == nil)
    desk.expectScreen(contains: "Орлов П. Н.", "Что случилось?")
  }

  @Test func thePINIsDotsAndDigitsOnly() {
    let desk = desk().type("2").press(.enter).type("31а4 1x5").press(.paste("92"), .backspace)
    desk.expectScreen(contains: "••••••").expectScreen(lacks: "3141")
    #expect(desk.state.lock?.pin.count == 6)
    // Nothing of it stays in the state once it is given.
    desk.holdsAnswers = true
    desk.press(.enter)
    #expect(desk.state.lock?.pin.isEmpty == true && desk.state.waiting == .signIn)
    #expect(desk.takeEffects().last == .signIn(Sample.orlov.id, Sample.pin))
  }

  @Test func aShortPINIsNotSent() {
    let desk = desk().type("2").press(.enter).type("31415")
    _ = desk.takeEffects()
    desk.press(.enter)
    #expect(desk.takeEffects().isEmpty)
    desk.press(.escape).expectScreen(contains: "Кто у окна?")
  }

  @Test func wrongPINsAreSaidAndThenHaveToWait() {
    let desk = desk().type("2").press(.enter)
    desk.type("271828").press(.enter).expectScreen(contains: "! PIN не подошёл")
    for _ in 1...2 { desk.type("271828").press(.enter) }
    desk.expectScreen(contains: "Подождите 5 секунд")
    desk.receive(.signInAnswered(.refused(.locked))).expectScreen(contains: "Новый даст")
    desk.receive(.signInAnswered(.disabled)).expectScreen(contains: "закрыта", "Кто у окна?")
  }

  /// What is typed while the PIN is looked at is for the screen that comes; after a wrong one it is for nobody.
  @Test func keysTypedAheadWaitForTheScreen() {
    let desk = desk().type("2").press(.enter).type("314159")
    desk.holdsAnswers = true
    desk.press(.enter).type("род").deliver()
    #expect(desk.state.search.text == "род")
    let other = self.desk().type("2").press(.enter).type("271828")
    other.holdsAnswers = true
    other.press(.enter).type("314").deliver()
    #expect(other.state.lock?.pin.isEmpty == true)
  }

  // MARK: - The lock

  @Test func silenceLocksAndThePINOpensWhatWasThere() {
    let desk = desk().signIn(as: Sample.orlov).go(to: .visitForm)
    let before = (desk.state.visit, desk.state.screens)
    desk.advance(seconds: 599)
    #expect(desk.state.lock == nil)
    desk.advance(seconds: 2).expectScreen(contains: "Введите PIN", "Орлов П. Н.")
      .expectScreen(lacks: "Запись визита")
    desk.type("314159").press(.enter)
    #expect(desk.state.visit == before.0 && desk.state.screens == before.1)
    desk.expectNoOverlay()
  }

  @Test func aKeyPutsTheLockOff() {
    let desk = desk().signIn(as: Sample.orlov)
    desk.advance(seconds: 500).press(.down).advance(seconds: 500)
    #expect(desk.state.lock == nil)
    desk.advance(seconds: 101)
    #expect(desk.state.isLocked)
  }

  /// One alarm at a time: an idle desk must not wake more and more often.
  @Test func silenceIsWatchedByOneAlarm() {
    let desk = desk().signIn(as: Sample.orlov)
    for _ in 1...20 { desk.press(.down).receive(.tick) }
    let wakes = desk.takeEffects().count { if case .wake = $0 { true } else { false } }
    #expect(wakes == 1)
  }

  @Test func theCitizensScreenIsLockedAfterItAndNotOver() {
    let desk = desk().signIn(as: Sample.orlov)
    desk.go(to: .rating)
    for _ in 1...11 { desk.press(.down).type("4").advance(seconds: 59) }
    #expect(!desk.state.isLocked)
    desk.expectScreens(.home, .rating).press(.enter)
    #expect(desk.state.isLocked)
    _ = desk.expectNotice(.answerTaken)
  }

  @Test func anotherEmployeeGetsTheDraftOfferedAndAnEmptyDesk() {
    let desk = desk().signIn(as: Sample.orlov).go(to: .visitForm)
    let visit = desk.state.visit
    desk.press(.control("p")).type("закрыть экран").press(.enter).press(.escape)
    desk.signIn(as: Sample.smirnova)
    #expect(desk.state.employee == Sample.smirnova && desk.state.card == nil)
    desk.expectScreens(.home).expectScreen(contains: "Остался незаписанный визит")
    #expect(desk.state.putOff.map(\.visit) == [visit])
    desk.press(.enter)
    #expect(desk.state.visit.services == visit.services)
  }

  @Test func aSignOutKeepsTheDraftForWhoeverComes() {
    let desk = desk().signIn(as: Sample.orlov).go(to: .visitForm)
    let visit = desk.state.visit
    desk.press(.control("p")).type("закончить смену").press(.enter)
    #expect(desk.state.employee == nil && desk.state.isLocked)
    #expect(desk.store.draft?.visit == visit)
    desk.signIn(as: Sample.orlov).expectScreen(contains: "Остался незаписанный визит")
  }

  @Test func aClosedAccountIsSignedOutAtOnce() {
    let desk = desk().signIn(as: Sample.orlov).go(to: .visitForm)
    var roster = Sample.roster
    roster.employees[1].disabled = Sample.now
    desk.receive(.staffLoaded(roster))
    #expect(desk.state.employee == nil && !desk.state.putOff.isEmpty)
    desk.expectScreen(contains: "закрыта").expectScreen(lacks: "Орлов")
  }

  @Test func leavingIsPossibleFromTheLock() {
    #expect(desk().press(.function(10)).store.hasQuit)
  }

  // MARK: - Accounts

  @Test func theFirstAccountIsMadeAtTheDesk() {
    let desk = TestDesk().receive(.staffLoaded(StaffRoster()))
    desk.press(.control("p")).type("завести учет").press(.enter).expectScreens(.home, .account)
    desk.type("Смирнова А. В.").press(.tab).type("123456").press(.tab).type("123456").press(.enter)
    desk.expectScreen(contains: "угадают первым")
    for _ in 1...6 { desk.press(.backspace) }
    desk.type("314159").press(.tab).press(.enter).expectScreen(contains: "по-разному")
    for _ in 1...6 { desk.press(.backspace) }
    desk.type("314159").press(.enter).expectNotice(.accountReady).expectScreens(.home)
    #expect(desk.state.employee?.roles == [.administrator, .supervisor])
    #expect(desk.store.roster.hasAccounts)
  }

  @Test func oneChangesOnesOwnPIN() {
    let desk = desk().signIn(as: Sample.orlov)
    desk.press(.control("p")).type("сменить").press(.enter)
    func give(_ old: String) {
      desk.type(old).press(.tab).type("271828").press(.tab).type("271828").press(.enter)
    }
    give("999999")
    desk.expectScreen(contains: "Прежний PIN не подошёл")
    desk.type("314159").press(.tab, .tab).press(.enter).expectNotice(.pinChanged)
    #expect(desk.store.pins[Sample.orlov.id] == PIN("271828".utf8))
  }

  // MARK: - Roles

  @Test func whoDoesNotServeSeesNoCitizens() {
    let desk = desk().signIn(as: Sample.lunina)
    desk.expectScreen(lacks: "Сегодня").type("куз")
    #expect(desk.state.search.hits.isEmpty)
    desk.press(.escape).go(to: .situation).press(.character(" "))
      .expectNotice(.obstacle(.notPermitted))
    desk.press(.function(2)).expectNotice(.obstacle(.notPermitted))
  }
}
