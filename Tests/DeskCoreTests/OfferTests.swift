// What the desk offers by itself, and what becomes of it.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct OfferTests {
  /// A desk with Мария's card in front.
  private func atCard() -> TestDesk {
    TestDesk().go(to: .card).receive(.adviceLoaded(SampleAdvice.book))
      .receive(.offersLoaded(SampleAdvice.offers))
  }

  private func form(_ desk: TestDesk) -> OfferForm? {
    if case .offer(let form) = desk.state.overlay { form } else { nil }
  }

  /// Opens the sample's offer for the thirtieth birthday.
  private func atOffer() -> TestDesk {
    let desk = atCard().press(.control("o"))
    if case .offers(let menu) = desk.state.overlay {
      let index = menu.offers.firstIndex { $0.id == "thirty" } ?? 0
      desk.press(.character(Character("\(index + 1)")))
    }
    return desk
  }

  @Test func theCardShowsThemWithTheirReason() {
    atCard().expectScreen(contains: "Предложите: ", "Исполнилось 30 лет")
    TestDesk().go(to: .card).press(.control("o")).expectNotice(.obstacle(.nothingToOffer))
    TestDesk().press(.control("o")).expectNotice(.obstacle(.noCitizen))
  }

  @Test func whatIsTakenIsKeptAndGoesOnInItsSituation() throws {
    let desk = atOffer()
    #expect(form(desk)?.offer.id == "thirty")
    desk.press(.character("1")).expectNotice(.remarkKept)
    let remark = try #require(desk.store.remarks.first)
    guard case .offer("thirty", .taken, "", _) = remark.content else {
      Issue.record("\(remark.content)")
      return
    }
    #expect(desk.state.visit.citizen == Sample.maria.id)
    #expect(desk.state.visit.situation == "foreign-travel")
    #expect(desk.state.offers(for: try #require(desk.state.card)).allSatisfy { $0.id != "thirty" })
  }

  @Test func notTodayIsOfferedAgainTomorrow() throws {
    let desk = atOffer().press(.character("2")).expectNotice(.remarkKept)
    #expect(desk.store.remarks.count == 1)
    func thirty() -> StandingOffer? {
      guard case .card(let screen) = desk.state.screen else { return nil }
      return desk.state.offers(for: screen.card).first { $0.id == "thirty" }
    }
    #expect(thirty() == nil)
    desk.advance(seconds: 86_400).receive(.tick)
    #expect(thirty()?.wasPutOff == true)
  }

  @Test func whoDeclinesIsAskedWhy() throws {
    let desk = atOffer().press(.character("3"))
    #expect(form(desk)?.reason != nil)
    desk.press(.enter).expectNotice(.reasonMissing)
    #expect(desk.store.remarks.isEmpty)
    desk.type("уже сделал").press(.enter).expectNotice(.remarkKept)
    guard case .offer("thirty", .declined, "уже сделал", _) = desk.store.remarks.first?.content
    else {
      Issue.record("\(desk.store.remarks)")
      return
    }
    desk.advance(seconds: 86_400).receive(.tick)
    #expect(desk.state.offers(for: Sample.mariasCard).contains { $0.id == "thirty" })
    guard case .card(let screen) = desk.state.screen else { return }
    #expect(desk.state.offers(for: screen.card).allSatisfy { $0.id != "thirty" })
  }

  @Test func escTakesNothing() {
    let desk = atOffer().press(.character("3"), .escape)
    #expect(form(desk) != nil && form(desk)?.reason == nil)
    desk.press(.escape).expectNoOverlay()
    #expect(desk.store.remarks.isEmpty)
  }

  /// What was begun is not given up for an offer.
  @Test func anOfferThatIsTakenLeavesTheVisitAsItIs() {
    let desk = atCard().press(.enter).press(.character(" "))
    let situation = desk.state.visit.situation
    desk.press(.control("o"))
    if case .offers(let menu) = desk.state.overlay {
      let index = menu.offers.firstIndex { $0.id == "thirty" } ?? 0
      desk.press(.character(Character("\(index + 1)")))
    }
    desk.press(.character("1")).expectNotice(.remarkKept)
    #expect(desk.state.visit.situation == situation && !desk.state.visit.services.isEmpty)
  }
}
