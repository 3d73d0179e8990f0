// What a crash must not lose.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct DraftTests {
  @Test func everyChangeIsKept() {
    let desk = TestDesk().go(to: .situation)
    #expect(desk.store.draft == nil)
    desk.press(.character(" "))
    #expect(desk.store.draft?.visit.services.map(\.id) == ["birth-registration"])
    desk.press(.function(4), .end)
    #expect(desk.store.draft?.visit.isInForm == true)
    desk.press(.left)
    #expect(desk.store.draft?.visit.services.first?.outcome == .accepted)
    desk.press(.tab, .right, .tab).type("не взял паспорт")
    #expect(desk.store.draft?.visit.channel == .phone)
    #expect(desk.store.draft?.visit.note == "не взял паспорт")
    desk.press(.function(2)).type("Мария").press(.enter)
    #expect(desk.store.draft?.visit.citizen == Sample.maria.id)
  }

  @Test func aKeyThatChangesNothingKeepsNothing() {
    let desk = TestDesk().go(to: .situation).press(.character(" "))
    _ = desk.takeEffects()
    desk.press(.tab, .down, .up, .function(1), .escape, .control("p"), .escape)
    desk.resize(columns: 60, rows: 20).receive(.tick)
    #expect(desk.takeEffects() == [])
  }

  @Test func aCrashedVisitIsOfferedAndResumedWhole() throws {
    let desk = TestDesk().go(to: .situation)
    desk.press(.tab, .tab, .tab).type("20.11.2026").press(.escape, .character(" "))
    desk.press(.function(2)).type("Кузнецов").press(.enter, .function(4))
    desk.press(.left, .tab, .right, .tab).type("заметка")
    let before = desk.state

    let next = desk.restarted()
    let draft = try #require(desk.store.draft)
    next.expectQuestion(.resumeDraft(draft))
      .expectScreen(contains: "Остался незаписанный визит", "Esc — позже")
    next.press(.enter).expectScreens(.home, .situation, .visitForm)
    #expect(next.state.visit == before.visit)
    #expect(next.state.card?.citizen == Sample.ivan)
    #expect(next.state.sheet == before.sheet)
    #expect(try next.state.requireVisitForm().note.text == "заметка")
    next.expectScreen(contains: "Кузнецов Иван", "заметка", "по телефону")
    #expect(next.store.draft == draft)
  }

  @Test func aNewCitizensFormIsResumedBesideTheVisit() throws {
    let desk = TestDesk().go(to: .situation).press(.character(" "), .function(2))
    desk.type("Новый Человек").press(.enter).focus(on: .patronymic).type("Отчество")
    let next = desk.restarted().press(.enter).expectScreens(.home, .situation, .citizenForm)
    let form = try next.state.requireCitizenForm()
    #expect(form.entries.surname == "Новый")
    #expect(form.entries.patronymic == "Отчество")
    #expect(form.editing == nil)
    next.press(.function(4)).expectNotice(.citizenSaved).expectScreens(.home, .situation)
    #expect(next.state.card?.citizen.details.fullName == "Новый Человек Отчество")
    #expect(next.state.visit.services.count == 1)
  }

  /// A card that was being changed is changed, not created a second time.
  @Test func aChangedCardIsResumedAsAChange() throws {
    let desk = TestDesk().go(to: .citizenForm).type("ья")
    let next = desk.restarted().press(.enter).expectScreens(.home, .citizenForm)
    let form = try next.state.requireCitizenForm()
    #expect(form.editing == Sample.maria)
    #expect(form.original.surname == "Иванова")
    #expect(form.entries.surname == "Ивановаья")
    next.press(.function(4)).expectNotice(.citizenSaved)
    #expect(next.store.citizens.map(\.details.surname) == ["Ивановаья", "Кузнецов"])
  }

  @Test func escPutsTheDraftOffAndTheNextStartOffersItAgain() {
    let desk = crashed()
    let next = desk.restarted().press(.escape).expectNotice(.draftKept).expectScreens(.home)
    #expect(next.store.draft == desk.store.draft)
    #expect(next.state.visit == VisitInProgress())
    let third = next.restarted()
    #expect(third.state.overlay == desk.store.draft.map { .confirm(.resumeDraft($0)) })
    third.press(.escape).expectNotice(.draftKept)
  }

  /// Work that comes after «later» must not push the old draft out of the store.
  @Test func newWorkDoesNotLoseADraftThatWasPutOff() throws {
    let old = crashed()
    let oldDraft = try #require(old.store.draft)
    let second = old.restarted().press(.escape).expectNotice(.draftKept)
    second.press(.down, .enter, .character(" "))
    #expect(second.store.draft?.visit.situation == "foreign-travel")
    // Logged: what is left is the old draft.
    _ = second.takeEffects()
    second.press(.function(4), .function(4), .function(9)).expectNotice(.visitSaved)
    #expect(second.store.draft == oldDraft)
    // In the visit's own transaction, so that a crash right after it loses nothing.
    let left = second.takeEffects().compactMap { effect -> Draft? in
      if case .logVisit(_, _, _, let draft) = effect { draft } else { nil }
    }
    #expect(left == [oldDraft])
    second.press(.down, .enter, .character(" "))
    // Crashed again: both are there, the newer one first.
    let third = second.restarted()
    third.expectScreen(contains: "незаписанный визит").press(.delete)
    third.expectQuestion(.resumeDraft(oldDraft)).press(.enter)
    #expect(third.state.visit == oldDraft.visit)
    #expect(third.state.putOff.isEmpty)
  }

  @Test func deleteDropsTheDraft() {
    let next = crashed().restarted()
    _ = next.takeEffects()
    next.press(.delete).expectNoOverlay()
    #expect(next.takeEffects() == [.saveDraft(nil)])
    #expect(next.store.draft == nil)
  }

  /// The next citizen is here: what is typed is no answer, whichever letter it begins with.
  @Test(arguments: ["нет денег", "дети"])
  func lettersGoToTheSearchLine(text: String) {
    let next = crashed().restarted()
    let draft = next.store.draft
    next.type(text).expectNoOverlay().expectScreens(.home)
    #expect(next.state.search.text == text)
    #expect(next.store.draft == draft)
    #expect(next.restarted().state.overlay == draft.map { .confirm(.resumeDraft($0)) })
  }

  /// Nothing is written over the draft before the clerk has answered.
  @Test func anUnansweredOfferLeavesTheDraftAlone() {
    let next = crashed().restarted()
    let draft = next.store.draft
    next.resize(columns: 100, rows: 30).receive(.tick).press(.character("x"), .function(3))
    #expect(!next.effects.contains { if case .saveDraft = $0 { true } else { false } })
    #expect(next.store.draft == draft)
  }

  @Test func interruptionKeepsTheDraft() {
    let desk = crashed()
    desk.receive(.interrupted)
    #expect(desk.store.hasQuit)
    #expect(desk.store.draft != nil)
  }

  /// A draft of a citizen who has been erased goes on without a name.
  @Test func aDraftOfAnErasedCitizenGoesOnAnonymously() {
    let desk = TestDesk().go(to: .card)
    desk.press(.enter, .character(" "))
    var store = desk.store
    store.citizens.removeAll { $0.id == Sample.maria.id }
    let next = TestDesk(store: store).press(.enter).expectNotice(.entryGone)
    #expect(next.state.visit.citizen == nil)
    #expect(next.state.visit.services.count == 1)
    next.press(.function(4), .function(4), .function(9)).expectNotice(.visitSaved)
  }

  /// Keys typed while the draft's situation is still loading find the situation, not home.
  @Test func keysTypedWhileTheDraftLoadsWaitForItsSituation() {
    let desk = TestDesk().go(to: .card).press(.enter, .character(" "))
    let next = desk.restarted()
    next.holdsAnswers = true
    next.press(.enter, .down, .character(" "))
    next.deliver()
    #expect(next.state.visit.services.map(\.id) == ["birth-registration", "newborn-snils"])
  }

  private func crashed() -> TestDesk {
    TestDesk().go(to: .situation).press(.character(" "))
  }
}
