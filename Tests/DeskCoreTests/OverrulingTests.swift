// An employee's own answer about a service in place of the rule's.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct OverrulingTests {
  private func serving(_ remarks: [Remark] = []) -> TestDesk {
    var store = MemoryStore()
    store.remarks = remarks
    return TestDesk(store: store).go(to: .card).press(.enter)
      .receive(.adviceLoaded(SampleAdvice.book))
  }

  private func verdict(_ desk: TestDesk, _ service: Int) -> Judgement.Verdict? {
    guard case .situation(let screen) = desk.state.screen else { return nil }
    let id = screen.sheet.services[service].id
    return desk.state.overruling(of: id, in: screen.sheet)?.verdict
      ?? desk.state.judgements(screen.sheet)[id]?.verdict
  }

  /// On the first service, which is due by its rule.
  private func overruled() -> TestDesk {
    serving().press(.home, .control("t")).press(.character("2")).type("свидетельство уже есть")
      .press(.enter).expectNotice(.feedbackDone(.given))
  }

  @Test func theAnswerStandsWithItsReasonBesideTheRules() {
    let desk = overruled()
    #expect(verdict(desk, 0) == .notDue)
    desk.expectScreen(contains: "[ ]- 1", "Ответ сотрудника: не подходит", "По правилу")
  }

  @Test func itGoesToTheCataloguesOwnerWithoutWhatTheCitizenSaid() throws {
    let desk = overruled()
    let feedback = try #require(desk.store.feedback.first?.feedback)
    #expect(feedback.kind == .overruled && feedback.text == "свидетельство уже есть")
    #expect(feedback.seen.hasPrefix("due → not_due\n"))
  }

  @Test func itIsKeptWithTheCase() throws {
    let desk = overruled()
    let service = try #require(desk.state.visit.overruled?.first?.key)
    desk.press(.character(" "), .function(4), .function(4), .function(9)).expectNotice(.visitSaved)
    let remark = try #require(desk.store.remarks.first)
    #expect(
      remark.content == .verdict(service, .notDue, reason: "свидетельство уже есть")
        && remark.situation == "birth-of-child")
    let later = serving([remark]).press(.home)
    #expect(verdict(later, 0) == .notDue)
  }

  /// What an employee says of a service holds on the citizen's list.
  @Test func theListFollowsTheEmployee() throws {
    let desk = overruled().press(.function(7)).expectScreens(.home, .situation, .checklist)
    guard case .checklist(let screen) = desk.state.screen else { return }
    let list = desk.state.checklist(screen)
    #expect(list.ruledOut.map(\.id) == ["birth-registration"])
    #expect(!list.notDue.map(\.id).contains("birth-registration"))
    #expect(!list.steps.map(\.service.id).contains("birth-registration"))
  }

  @Test func aReasonIsWanted() {
    let desk = serving().press(.home, .control("t"), .enter, .enter).expectNotice(.reasonMissing)
    desk.press(.escape, .escape).expectNoOverlay()
    #expect(desk.state.visit.overruled == nil)
  }

  @Test func itCanBeTakenBack() {
    let desk = overruled().press(.control("z")).expectNotice(.undone)
    #expect(verdict(desk, 0) == .due)
  }

  /// What a person has answered is not asked about any more.
  @Test func nothingIsAskedForWhatIsAnswered() {
    let desk = serving().press(.home)
    for _ in 0..<4 {
      desk.press(.control("t"), .character("1")).type("знаю").press(.enter)
        .expectNotice(.feedbackDone(.given)).press(.down)
    }
    desk.press(.function(8)).expectNotice(.obstacle(.nothingToAsk))
  }

  @Test func withoutAServiceOrRulesThereIsNothingToOverrule() {
    TestDesk().press(.control("t")).expectNotice(.obstacle(.noService))
    TestDesk().go(to: .situation).press(.control("t"))
      .expectNotice(.obstacle(.noDecisionSupport))
    serving().press(.function(3), .control("t")).expectNotice(.obstacle(.noService))
  }
}
