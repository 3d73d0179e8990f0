// What a person does about refused operations, conflicts of cards, and cards of one person.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct RefusedTests {
  @Test func isSentAgain() {
    let desk = TestDesk().go(to: .refused).press(.enter).expectNotice(.taskDone(.retried))
      .expectScreens(.home, .sync)
    #expect(desk.effects.contains(.retryRefused(Sample.refusedChange.id)))
    #expect(desk.store.tasks.refused.isEmpty)
  }

  @Test func isDroppedWithAReasonAndNeverWithoutOne() {
    let desk = TestDesk().go(to: .refused).press(.end, .enter).expectNotice(.reasonMissing)
    desk.type("   ").press(.enter).expectNotice(.reasonMissing)
    #expect(!desk.store.tasks.refused.isEmpty)
    desk.type("просил  удалить ").press(.enter).expectNotice(.taskDone(.dropped))
      .expectScreens(.home, .sync)
    #expect(
      desk.effects.contains(.dropRefused(Sample.refusedChange.id, reason: "просил удалить")))
  }

  /// The name above the keys is the card's as it is after that, not as it was refused.
  @Test func theVisitsCitizenIsReadAgain() throws {
    let desk = TestDesk().press(.function(2)).type("Мария").press(.enter).go(to: .refused)
    let place = try #require(desk.store.citizens.firstIndex { $0.id == Sample.maria.id })
    desk.store.citizens[place].details.surname = "Прежняя"
    desk.press(.end).type("опечатка").press(.enter).expectNotice(.taskDone(.dropped))
    #expect(desk.state.card?.citizen.details.surname == "Прежняя")
    desk.expectScreen(contains: "Визит: Прежняя Мария")
  }

  @Test func theReasonIsATextField() throws {
    let desk = TestDesk().go(to: .refused).press(.end).type("аб").press(.home).type("в")
    #expect(try desk.requireRefused().reason.text == "ваб")
    desk.press(.up)
    #expect(try desk.requireRefused().action == .amend)
    desk.press(.tab)
    #expect(try desk.requireRefused().reason.text == "ваб")
    desk.press(.tab)
    #expect(try desk.requireRefused().action == .retry)
    desk.press(.backTab)
    #expect(try desk.requireRefused().action == .drop)
  }

  /// What was typed is not lost without asking, whichever key leads away.
  @Test(arguments: [
    (Key.escape, [ScreenKind.home, .sync]), (.function(3), [.home]),
    (.function(2), [.home, .finder]),
  ])
  func aTypedReasonIsNotLostWithoutAsking(key: Key, after: [ScreenKind]) {
    let desk = TestDesk().go(to: .refused).press(.end).type("причина").press(key)
    if case .confirm(.dropReason) = desk.state.overlay {} else { Issue.record("no question") }
    desk.press(.escape).expectScreens(.home, .sync, .refused)
    desk.press(key, .character("д"))
    #expect(desk.state.screens.map(ScreenKind.init) == after)
  }

  @Test func leavingAsksToo() {
    let desk = TestDesk().go(to: .refused).press(.end).type("причина").press(.function(10))
      .expectQuestion(.dropReason(then: .leave)).press(.character("д"))
    #expect(desk.store.hasQuit)
  }

  /// The form opens with the values that were refused; what is saved takes their place.
  @Test func aCardIsCorrected() throws {
    let desk = TestDesk().go(to: .refused).press(.down, .enter)
      .expectScreens(.home, .sync, .citizenForm)
    #expect(try desk.state.requireCitizenForm().entries.surname == "Иванова")
    desk.press(.end).type("а").press(.function(4)).expectNotice(.citizenSaved)
      .expectScreens(.home, .sync)
    var corrected = Sample.maria
    corrected.details.surname = "Ивановаа"
    #expect(
      desk.effects.contains(
        .amendRefused(Sample.refusedChange.id, corrected, basedOn: Sample.maria)))
    #expect(desk.store.tasks.refused.isEmpty)
    #expect(desk.state.rows(of: SyncScreen()).count == 1)
  }

  @Test func aVisitAndAnErasedCardCannotBeCorrected() {
    #expect(RefusedScreen(operation: Sample.refusedVisit).actions == [.retry, .drop])
    #expect(RefusedScreen(operation: Sample.refusedChange).actions == [.retry, .amend, .drop])
    var erased = Sample.refusedChange
    erased.refusal = .erased
    #expect(RefusedScreen(operation: erased).actions == [.retry, .drop])
  }

  @Test func whatTheStoreCannotDoStaysOpen() throws {
    let desk = TestDesk().go(to: .refused).press(.end).type("причина")
    desk.store.failure = .diskFull(path: "/x")
    desk.press(.enter).expectNotice(.failed(.diskFull(path: "/x")))
      .expectScreens(.home, .sync, .refused)
    #expect(try desk.requireRefused().reason.text == "причина")
    desk.press(.enter).expectNotice(.taskDone(.dropped))
  }
}

@Suite struct ConflictTests {
  /// Nothing is chosen beforehand, and nothing is saved before each field has its value.
  @Test func eachFieldIsChosen() throws {
    let desk = TestDesk().go(to: .conflict)
    #expect(try desk.requireConflict().choices == [:])
    desk.press(.function(4)).expectNotice(.chooseValue)
    desk.press(.left, .function(4)).expectNotice(.chooseValue)
    #expect(try desk.requireConflict().selection == 1)
    desk.press(.right, .function(4)).expectQuestion(.settleConflict)
    desk.press(.escape).expectScreens(.home, .sync, .conflict)
    desk.press(.function(4), .enter).expectNotice(.taskDone(.settled)).expectScreens(.home, .sync)
    var chosen = Sample.maria.details
    chosen.phone = Phone("89037654321")
    #expect(desk.effects.contains(.settleConflict(Sample.conflict, choosing: chosen)))
    #expect(desk.store.citizens[0].details.phone == Phone("89037654321"))
    #expect(desk.store.citizens[0].details.patronymic == "Петровна")
  }

  @Test func enterGoesFromFieldToFieldAndSavesAtTheEnd() throws {
    let desk = TestDesk().go(to: .conflict).press(.enter).expectNotice(.chooseValue)
    desk.press(.character(" "))
    #expect(try desk.requireConflict().choices[.patronymic] == .current)
    desk.press(.character(" "))
    #expect(try desk.requireConflict().choices[.patronymic] == .wanted)
    desk.press(.enter)
    #expect(try desk.requireConflict().selection == 1)
    desk.press(.right, .enter).expectQuestion(.settleConflict)
  }

  /// The citizen is here to be asked: the card leads to its conflict, and shows what came of it.
  @Test func isSettledFromTheCard() {
    let desk = TestDesk()
    desk.store.tasks = Sample.tasks
    desk.go(to: .card).expectScreen(contains: "! Есть спор", "спор   отчество, телефон")
    desk.press(.end, .enter).expectScreens(.home, .card, .conflict)
    desk.press(.left, .down, .right, .enter, .enter).expectNotice(.taskDone(.settled))
      .expectScreens(.home, .card)
    desk.expectScreen(contains: "+7 903 765-43-21").expectScreen(lacks: "спор")
  }

  /// Settled by somebody at another desk: it closes, and says why.
  @Test func goesWhereItWasSettledElsewhere() {
    let desk = TestDesk().go(to: .conflict).press(.right, .down, .right, .function(4))
      .expectQuestion(.settleConflict)
    desk.store.tasks.conflicts = []
    desk.receive(.syncChanged(SyncStatus(link: .linked, refused: 1))).expectNotice(.taskGone)
      .expectNoOverlay().expectScreens(.home, .sync)
  }

  /// Another value came meanwhile: what was chosen was chosen between others.
  @Test func isShownAnewWhereItChanged() throws {
    let desk = TestDesk().go(to: .conflict).press(.right)
    desk.store.tasks.conflicts[0].current.phone = Phone("89990000000")
    desk.receive(.syncChanged(SyncStatus(link: .linked, conflicts: 1)))
    #expect(try desk.requireConflict().choices == [:])
    #expect(try desk.requireConflict().conflict.current.phone == Phone("89990000000"))
  }

  @Test func isGoneWhenTheStoreDoesNotKnowItAnyMore() {
    let desk = TestDesk().go(to: .conflict).press(.right, .down, .right)
    desk.store.tasks.conflicts = []
    desk.press(.function(4), .enter).expectNotice(.taskGone).expectScreens(.home, .sync)
  }

  @Test func keysWaitWhileItIsBeingSaved() {
    let desk = TestDesk().go(to: .conflict).press(.right, .down, .right, .function(4))
    desk.holdsAnswers = true
    desk.press(.enter, .escape)
    desk.expectScreens(.home, .sync, .conflict)
    desk.deliver()
    desk.expectScreens(.home)
  }
}

@Suite struct DoubleTests {
  @Test(arguments: [
    (0, Sample.ivan.id, Sample.secondIvan.id), (1, Sample.secondIvan.id, Sample.ivan.id),
  ])
  func areMergedAfterAQuestion(row: Int, kept: Citizen.ID, merged: Citizen.ID) {
    let desk = TestDesk()
    desk.store.citizens.append(Sample.secondIvan)
    desk.go(to: .double)
    for _ in 0..<row { desk.press(.down) }
    desk.press(.enter).expectQuestion(.mergeCitizens(kept: kept, merged: merged))
    desk.press(.escape).expectScreens(.home, .sync, .double)
    desk.press(.enter, .enter).expectNotice(.taskDone(.merged(kept: kept, merged: merged)))
      .expectScreens(.home, .sync)
    #expect(desk.store.merged[kept]?.map(\.id) == [merged])
  }

  @Test func areKeptApart() {
    let desk = TestDesk().go(to: .double).press(.end, .enter)
      .expectQuestion(.keepApart(Sample.doubles.id)).press(.enter)
      .expectNotice(.taskDone(.keptApart)).expectScreens(.home, .sync)
    #expect(desk.store.tasks.duplicates.isEmpty)
    #expect(desk.effects.contains(.keepApart(Sample.doubles.id)))
  }

  /// A visit for the card that was merged goes on with the kept one.
  @Test func aVisitFollowsTheMergedCard() {
    let desk = TestDesk()
    desk.store.citizens.append(Sample.secondIvan)
    desk.go(to: .finder).type("Петрович").press(.enter)
    #expect(desk.state.visit.citizen == Sample.secondIvan.id)
    desk.go(to: .double).press(.enter, .enter)
      .expectNotice(.taskDone(.merged(kept: Sample.ivan.id, merged: Sample.secondIvan.id)))
    #expect(desk.state.visit.citizen == Sample.ivan.id)
    #expect(desk.state.card?.citizen == Sample.ivan)
  }

  /// A visit begun for a card that another desk has merged meanwhile goes on with the kept one.
  @Test func aDraftFollowsACardThatWasMergedElsewhere() {
    let desk = TestDesk().go(to: .situation)
    desk.store.merged[Sample.maria.id] = [Sample.secondIvan]
    var draft = VisitInProgress()
    draft.citizen = Sample.secondIvan.id
    draft.note = "Заметка"
    desk.store.draft = Draft(visit: draft)
    let again = desk.restarted().press(.enter)
    #expect(again.state.visit.citizen == Sample.maria.id)
    #expect(again.state.card?.citizen == Sample.maria)
  }

  /// From the kept card a merged one is taken out again, after a question.
  @Test func areSeparatedFromTheCard() {
    let desk = TestDesk()
    desk.store.merged[Sample.maria.id] = [Sample.secondIvan]
    desk.go(to: .card).expectScreen(contains: "влита  Кузнецов Иван Петрович")
    desk.press(.end, .enter)
      .expectQuestion(.unmergeCitizen(Sample.secondIvan, from: Sample.maria.id)).press(.enter)
      .expectNotice(.taskDone(.unmerged(from: Sample.maria.id))).expectScreens(.home, .card)
    desk.expectScreen(lacks: "влита")
    #expect(desk.store.citizens.contains(Sample.secondIvan))
  }

  /// A card of its person says so, and leads to the answer; the visit is not disturbed.
  @Test func areFoundOnTheCard() {
    let desk = TestDesk()
    desk.store.citizens.append(Sample.secondIvan)
    desk.store.tasks = Sample.tasks
    desk.go(to: .situation).press(.character(" "), .function(4), .function(2)).type("Петрович")
      .press(.enter, .function(3), .control("u")).type("Петрович").press(.enter)
      .expectScreen(contains: "двойник?  Кузнецов Иван")
    desk.press(.end, .enter).expectScreens(.home, .card, .double).press(.enter, .enter)
      .expectNotice(
        .taskDone(.merged(kept: Sample.ivan.id, merged: Sample.secondIvan.id))
      ).expectScreens(.home, .card)
    #expect(desk.state.visit.citizen == Sample.ivan.id)
    desk.expectScreen(contains: "Кузнецов Иван", "влита").expectScreen(lacks: "двойник")
  }

  @Test func oneAndTheOtherMakeOneOffer() {
    #expect(
      DuplicateOffer.ID(Sample.ivan.id, Sample.maria.id)
        == DuplicateOffer.ID(Sample.maria.id, Sample.ivan.id))
  }
}

extension TestDesk {
  fileprivate func requireRefused(
    at location: SourceLocation = #_sourceLocation
  ) throws -> RefusedScreen {
    var shown: RefusedScreen?
    if case .refused(let screen) = state.screen { shown = screen }
    return try #require(shown, sourceLocation: location)
  }

  fileprivate func requireConflict(
    at location: SourceLocation = #_sourceLocation
  ) throws -> ConflictScreen {
    var shown: ConflictScreen?
    if case .conflict(let screen) = state.screen { shown = screen }
    return try #require(shown, sourceLocation: location)
  }
}
