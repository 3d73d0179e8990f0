import Domain
import Testing

@Suite struct NextQuestionTests {
  @Test func theFactThatDecidesMostComesFirst() {
    let book = book([
      "a": .all([yes("plain"), yes("second")]),
      "b": .comparison(Comparison("second", .isTrue(true))),
      "c": .any([yes("second"), yes("plain")]),
    ])
    let question = book.assessment(in: known(book)).nextQuestion(over: ["a", "b", "c"])
    #expect(question?.fact.id == "second")
    #expect(question?.services == ["a", "b", "c"])
  }

  @Test func whatNobodyKnowsIsNotAskedAgain() {
    let book = book(["a": .all([yes("plain"), yes("second")])])
    let first = book.assessment(in: known(book)).nextQuestion(over: ["a"])
    #expect(first?.fact.id == "plain")
    let second = book.assessment(in: known(book)).nextQuestion(over: ["a"], except: ["plain"])
    #expect(second?.fact.id == "second")
    let third = book.assessment(in: known(book)).nextQuestion(
      over: ["a"], except: ["plain", "second"])
    #expect(third == nil)
  }

  @Test func onlyOpenServicesCount() {
    let book = book(["a": .comparison(Comparison("plain", .isTrue(true)))])
    #expect(book.assessment(in: known(book)).nextQuestion(over: []) == nil)
    #expect(book.assessment(in: known(book)).nextQuestion(over: ["unheard-of"]) == nil)
    let answered = known(book).knowing("plain", .truth(false))
    #expect(book.assessment(in: answered).nextQuestion(over: ["a"]) == nil)
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
      while let question = book.assessment(in: circumstances).nextQuestion(over: services) {
        #expect(asked.insert(question.fact.id).inserted)
        guard asked.count <= Invented.facts.count else { break }
        let value = Invented.value(of: question.fact, &random)
        circumstances = circumstances.knowing(question.fact.id, value)
      }
      for service in services {
        #expect(book.assessment(in: circumstances).judgement(of: service).verdict != .ask)
      }
    }
  }

  /// Every fact in turn, with each class of its answers, by the rules themselves.
  @Test func noOtherFactDecidesMore() {
    var random = Seeded(6)
    for _ in 0..<100 {
      var rules: [Service.ID: Rule.Form] = [:]
      for index in 0..<8 { rules[Service.ID(rawValue: "s\(index)")] = Invented.rule(&random).form }
      let book = book(rules)
      var circumstances = known(book)
      for fact in Invented.facts.shuffled(using: &random).prefix(2) {
        circumstances = circumstances.knowing(fact.id, Invented.value(of: fact, &random))
      }
      let services = rules.keys.sorted()
      let assessment = book.assessment(in: circumstances)
      guard let question = assessment.nextQuestion(over: services) else { continue }
      let needs = Set(services.flatMap { assessment.judgement(of: $0).needs })
      let shares = needs.map { (fact: $0, share: share(of: $0, book, circumstances)) }
      let chosen = shares.first { $0.fact == question.fact.id }
      #expect(shares.allSatisfy { $0.share <= (chosen?.share ?? 0) + 1e-9 })
    }
  }

  /// How many services an answer settles on average.
  private func share(
    of id: Fact.ID, _ book: AdviceBook, _ circumstances: Circumstances
  ) -> Double {
    let open = book.rules.map(\.rule).filter { $0.judgement(in: circumstances).needs.contains(id) }
    let tests = Set(open.flatMap(\.comparisons).filter { $0.fact == id }.map(\.test))
    let values =
      book.fact(id).map {
        AnswerClasses(of: $0, told: Array(tests)).values(in: circumstances)
      } ?? []
    let settled = values.map { value in
      let known = circumstances.knowing(id, value)
      return open.count { $0.truth(in: known) != .unknown }
    }
    return Double(settled.reduce(0, +)) / Double(max(values.count, 1))
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
