import Domain
import Testing

@Suite struct NextQuestionTests {
  @Test func theFactThatDecidesMostComesFirst() {
    let book = book([
      "a": .all([yes("plain"), yes("second")]),
      "b": .comparison(Comparison("second", .isTrue(true))),
      "c": .any([yes("second"), yes("plain")]),
    ])
    let question = book.nextQuestion(over: ["a", "b", "c"], in: known(book))
    #expect(question?.fact.id == "second")
    #expect(question?.services == ["a", "b", "c"])
  }

  @Test func whatNobodyKnowsIsNotAskedAgain() {
    let book = book(["a": .all([yes("plain"), yes("second")])])
    let first = book.nextQuestion(over: ["a"], in: known(book))
    #expect(first?.fact.id == "plain")
    let second = book.nextQuestion(over: ["a"], in: known(book), except: ["plain"])
    #expect(second?.fact.id == "second")
    #expect(
      book.nextQuestion(over: ["a"], in: known(book), except: ["plain", "second"]) == nil)
  }

  @Test func onlyOpenServicesCount() {
    let book = book(["a": .comparison(Comparison("plain", .isTrue(true)))])
    #expect(book.nextQuestion(over: [], in: known(book)) == nil)
    #expect(book.nextQuestion(over: ["unheard-of"], in: known(book)) == nil)
    let answered = known(book).knowing("plain", .truth(false))
    #expect(book.nextQuestion(over: ["a"], in: answered) == nil)
  }

  /// Each question is asked once, and at the end every service is decided.
  @Test func questionsComeToAnEnd() {
    var random = Seeded(5)
    for _ in 0..<200 {
      var rules: [Service.ID: Rule.Form] = [:]
      for index in 0..<10 {
        rules[Service.ID(rawValue: "s\(index)")] = Invented.rule(&random).form
      }
      let book = book(rules)
      let services = rules.keys.sorted()
      var circumstances = known(book)
      var asked: Set<Fact.ID> = []
      while let question = book.nextQuestion(over: services, in: circumstances) {
        #expect(asked.insert(question.fact.id).inserted)
        guard asked.count <= Invented.facts.count else { break }
        let value = Invented.value(of: question.fact, &random)
        circumstances = circumstances.knowing(question.fact.id, value)
      }
      for service in services {
        #expect(book.judgement(of: service, in: circumstances).verdict != .ask)
      }
    }
  }

  private func yes(_ fact: Fact.ID) -> Rule { Rule(.comparison(Comparison(fact, .isTrue(true)))) }

  private func book(_ rules: [Service.ID: Rule.Form]) -> AdviceBook {
    AdviceBook(
      facts: Invented.facts, parameters: Invented.parameters,
      rules: rules.sorted { $0.key < $1.key }.map {
        ServiceRule(service: $0.key, rule: Rule($0.value), provenance: Invented.provenance)
      })
  }

  private func known(_ book: AdviceBook) -> Circumstances {
    book.circumstances(today: Invented.today, region: "78", facts: [:])
  }
}
