internal import Domain
internal import JSON5

/// What a rule comes to, tried with every class of answers to the facts that it names.
struct RuleMeaning {
  /// More combinations are not tried.
  private static let most = 20_000

  let book: AdviceBook
  let today: CalendarDate

  func findings(in entry: CatalogueEntry<ServiceRule>) -> [CatalogueFinding] {
    let rule = entry.value.rule
    if case .always = rule.form { return [] }
    func found(_ problem: AdviceProblem, _ path: [JSON5Key] = []) -> CatalogueFinding {
      entry.finding(.advice(problem), at: [.key("rule")] + path)
    }
    let count = countOfAnswers(to: rule)
    guard count <= Self.most else { return [found(.tooManyAnswers(count))] }
    guard let answers = answers(to: rule, stated: [:]) else { return [] }
    let truths = rule.truths(answers)
    guard truths.contains(true) else { return [found(.neverDue)] }
    guard truths.contains(false) else { return [found(.alwaysDue)] }
    let contradictions = contradictions(rule, answers)
    let idle = rule.shortened(at: []).filter { $0.rule.truths(answers) == truths }.map(\.path)
    return contradictions.map { found(.contradiction, $0) }
      + idle.filter { !contradictions.contains($0) }.map { found(.changesNothing, $0) }
  }

  /// Services that the facts of a situation exclude; of a rule that nothing can meet is told already.
  func findings(in entry: CatalogueEntry<LifeSituation>) -> [CatalogueFinding] {
    let stated = values(stated: entry.value.facts ?? [:])
    guard !stated.isEmpty else { return [] }
    return entry.value.services.enumerated().compactMap { index, link in
      guard let rule = book.rule(for: link.id)?.rule,
        countOfAnswers(to: rule) <= Self.most,
        let answers = answers(to: rule, stated: stated), !rule.truths(answers).contains(true),
        let others = self.answers(to: rule, stated: [:]), rule.truths(others).contains(true)
      else { return nil }
      return entry.finding(
        .advice(.neverDueInSituation(link.id)),
        at: [.key("services"), .index(index), .key("id")])
    }
  }

  private func values(stated: [Fact.ID: StatedFact]) -> [Fact.ID: FactValue] {
    var values: [Fact.ID: FactValue] = [:]
    for (id, stated) in stated {
      guard let fact = book.fact(id), case .value(let value) = book.statement(stated, of: fact)
      else { continue }
      values[id] = value
    }
    return values
  }

  /// The nested conditions of which all together are never true.
  private func contradictions(_ rule: Rule, _ answers: [Circumstances]) -> [[JSON5Key]] {
    rule.nodes(at: []).dropFirst().filter { node in
      guard case .all = node.rule.form else { return false }
      return !node.rule.truths(answers).contains(true)
    }.map(\.path)
  }

  // MARK: - Answers

  /// Every combination of answers, or `nil` where a figure that the rule needs is not known for the
  /// day in any region: that is told of the figure itself.
  private func answers(to rule: Rule, stated: [Fact.ID: FactValue]) -> [Circumstances]? {
    guard let base = base(for: rule) else { return nil }
    var answers = [base]
    for (fact, values) in zip(facts(of: rule), combinations(of: rule)) {
      let values = stated[fact.id].map { [$0] } ?? values
      answers = answers.flatMap { known in values.map { known.knowing(fact.id, $0) } }
    }
    return answers
  }

  private func countOfAnswers(to rule: Rule) -> Int {
    combinations(of: rule).reduce(1) { min($0, Self.most + 1) * $1.count }
  }

  private func combinations(of rule: Rule) -> [[FactValue]] {
    guard let base = base(for: rule) else { return [] }
    return facts(of: rule).map { fact in
      let tests = rule.comparisons.filter { $0.fact == fact.id }.map(\.test)
      return AnswerClasses(of: fact, told: tests).values(in: base)
    }
  }

  private func facts(of rule: Rule) -> [Fact] {
    var seen: Set<Fact.ID> = []
    return rule.comparisons.filter { seen.insert($0.fact).inserted }.compactMap {
      book.fact($0.fact)
    }
  }

  /// A day and a region in which the rule's figures are known.
  private func base(for rule: Rule) -> Circumstances? {
    let needed = Set(rule.comparisons.compactMap(\.limit))
    let values = book.parameters.filter { needed.contains($0.id) }.flatMap(\.values)
    let regions: [String?] = [nil] + values.map(\.region)
    return regions.lazy
      .map { book.circumstances(today: today, region: $0, facts: [:]) }
      .first { base in needed.allSatisfy { base.limits[$0] != nil } }
  }
}

extension Rule {
  fileprivate func truths(_ answers: [Circumstances]) -> [Bool] {
    answers.map { truth(in: $0) == .yes }
  }

  /// The rule without one of its conditions, for each condition in an `all` or `any`.
  fileprivate func shortened(at path: [JSON5Key]) -> [(path: [JSON5Key], rule: Rule)] {
    switch form {
    case .all(let rules):
      Self.shortened(rules, at: path + [.key("all")]).map { ($0.path, Rule(.all($0.rules))) }
    case .any(let rules):
      Self.shortened(rules, at: path + [.key("any")]).map { ($0.path, Rule(.any($0.rules))) }
    case .not(let rule):
      rule.shortened(at: path + [.key("not")]).map { ($0.path, Rule(.not($0.rule))) }
    case .comparison, .always: []
    }
  }

  private static func shortened(
    _ rules: [Rule], at path: [JSON5Key]
  ) -> [(path: [JSON5Key], rules: [Rule])] {
    rules.enumerated().flatMap { index, rule in
      var without = rules
      without.remove(at: index)
      let inner = rule.shortened(at: path + [.index(index)]).map { shorter in
        var rules = rules
        rules[index] = shorter.rule
        return (path: shorter.path, rules: rules)
      }
      return [(path: path + [.index(index)], rules: without)] + inner
    }
  }
}
