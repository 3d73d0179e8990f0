// What was told at one visit is known at the next, and asked again after its time.

import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

@Suite struct RememberedFactsTests {
  private let day: Int64 = 86_400

  /// A desk that serves Мария in the birth of her child.
  private func serving(_ remarks: [Remark] = []) -> TestDesk {
    var store = MemoryStore()
    store.remarks = remarks
    return TestDesk(store: store).go(to: .card).press(.enter)
      .receive(.adviceLoaded(SampleAdvice.book))
  }

  private func remark(
    _ fact: Fact.ID, _ value: String, daysAgo: Int64 = 1, in situation: LifeSituation.ID? = nil,
    _ source: Remark.Source = .citizen, id: UInt64 = 700
  ) -> Remark {
    Remark(
      id: Sample.id(id), citizen: Sample.maria.id,
      content: .fact(fact, value: value, source), situation: situation,
      told: Sample.now + -daysAgo * day, desk: Sample.id(800))
  }

  private func question(_ desk: TestDesk) -> QuestionForm? {
    if case .question(let form) = desk.state.overlay { form } else { nil }
  }

  private func asked(_ desk: TestDesk) -> [Fact.ID] {
    var asked: [Fact.ID] = []
    desk.press(.function(8))
    while let form = question(desk), asked.count < 10 {
      asked.append(form.fact.id)
      desk.press(.tab)
    }
    return asked
  }

  @Test func answersAreKeptWithTheVisit() throws {
    let desk = serving()
    desk.press(.function(8))
    while let form = question(desk), form.fact.id != "income" { desk.press(.tab) }
    // By a document, and by hand.
    desk.press(.backTab).type("15000").press(.enter)
    while let form = question(desk), form.fact.id != "citizen" { desk.press(.tab) }
    if question(desk) != nil { desk.type("д") }
    if question(desk) != nil { desk.press(.escape) }
    #expect(desk.state.visit.sources == ["income": .document])
    desk.press(.character(" "), .function(4), .function(4), .function(9)).expectNotice(.visitSaved)
    let kept = Dictionary(
      uniqueKeysWithValues: desk.store.remarks.compactMap { remark -> (Fact.ID, Remark)? in
        guard case .fact(let fact, _, _) = remark.content else { return nil }
        return (fact, remark)
      })
    #expect(kept["income"]?.content == .fact("income", value: "1500000", .document))
    // An answer about the citizen holds everywhere.
    #expect(kept["income"]?.situation == nil && kept["income"]?.citizen == Sample.maria.id)
    // The next visit does not ask again.
    desk.go(to: .card).press(.enter)
    #expect(!asked(desk).contains("income"))
  }

  @Test func withoutACitizenNothingIsKept() {
    let desk = TestDesk().go(to: .situation).receive(.adviceLoaded(SampleAdvice.book))
    desk.press(.function(8))
    while let form = question(desk), form.fact.id != "citizen" { desk.press(.tab) }
    desk.type("д").press(.escape)
    desk.press(.character(" "), .function(4), .function(4), .function(9)).expectNotice(.visitSaved)
    #expect(desk.store.remarks.isEmpty)
  }

  @Test func whatIsKnownIsNotAsked() {
    #expect(asked(serving()).contains("citizen"))
    #expect(!asked(serving([remark("citizen", "yes")])).contains("citizen"))
  }

  @Test func afterItsTimeItIsAskedAgainWithTheOldAnswer() throws {
    // The sample's income is asked again after three months.
    #expect(!asked(serving([remark("income", "1500000", daysAgo: 80)])).contains("income"))
    let desk = serving([remark("income", "1500000", daysAgo: 100)])
    desk.press(.function(8))
    while let form = question(desk), form.fact.id != "income" { desk.press(.tab) }
    let form = try #require(question(desk))
    #expect(form.earlier?.content == .fact("income", value: "1500000", .citizen))
    desk.expectScreen(contains: "Раньше: 15", "спросите снова")
  }

  @Test func anAnswerAboutTheCaseHoldsInItsCaseOnly() {
    // Мария's case was opened a day ago.
    let inCase = remark("work", "hired", daysAgo: 0, in: "birth-of-child")
    #expect(!asked(serving([inCase])).contains("work"))
    let earlier = remark("work", "hired", daysAgo: 9, in: "birth-of-child")
    #expect(asked(serving([earlier])).contains("work"))
    let elsewhere = remark("work", "hired", daysAgo: 0, in: "foreign-travel")
    #expect(asked(serving([elsewhere])).contains("work"))
  }

  @Test func anAnswerThatTheCatalogueHasLostIsNone() {
    let desk = serving([remark("work", "astronaut"), remark("gone", "yes", id: 701)])
    #expect(asked(desk).contains("work"))
  }

  /// Who was at the window before has said it, and not whoever is chosen now.
  @Test func anotherCitizenBeginsWithoutAnswers() {
    let desk = serving()
    desk.press(.function(8))
    while let form = question(desk), form.fact.id != "citizen" { desk.press(.tab) }
    desk.type("д").press(.escape)
    #expect(desk.state.visit.answers?["citizen"] == .told("yes"))
    desk.press(.function(2)).type("Кузнецов").press(.enter)
    #expect(desk.state.visit.citizen == Sample.ivan.id && desk.state.visit.answers == nil)
    desk.press(.control("z")).expectNotice(.undone)
    #expect(desk.state.visit.answers?["citizen"] == .told("yes"))
  }

  @Test func answersAreLookedAtAndChanged() throws {
    let desk = serving([remark("income", "1500000", .interagency)])
    desk.press(.control("p")).type("ответы заявителя").press(.enter)
    desk.expectScreen(contains: "Доход на человека: 15", "по межведомственному запросу")
    desk.press(.enter)
    #expect(question(desk)?.fact.id == "income" && question(desk)?.earlier != nil)
    desk.type("20000").press(.enter)
    #expect(desk.state.visit.answers?["income"] == .told("2000000"))
    if question(desk) != nil { desk.press(.escape) }
    desk.press(.control("p")).type("ответы заявителя").press(.enter)
    desk.expectScreen(contains: "Доход на человека: 20", "этот визит")
    desk.press(.escape).expectNoOverlay()
  }

  @Test func withoutAnswersThereIsNothingToLookAt() {
    serving().press(.control("p")).type("ответы заявителя").press(.enter)
      .expectNotice(.obstacle(.nothingAnswered))
  }
}
