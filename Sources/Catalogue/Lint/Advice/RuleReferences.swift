internal import Domain
internal import JSON5

/// Whether what a rule names exists and can be compared.
enum RuleReferences {
  static func findings(
    in entry: CatalogueEntry<ServiceRule>, _ book: AdviceBook
  ) -> [CatalogueFinding] {
    findings(of: entry.value.rule, at: [.key("rule")], in: entry, book)
  }

  static func findings<Value>(
    of rule: Rule, at path: [JSON5Key], in entry: CatalogueEntry<Value>, _ book: AdviceBook
  ) -> [CatalogueFinding] {
    rule.nodes(at: path).flatMap { node -> [CatalogueFinding] in
      guard case .comparison(let comparison) = node.rule.form else { return [] }
      return problems(comparison, book).map { entry.finding(.advice($0), at: node.path) }
    }
  }

  private static func problems(_ comparison: Comparison, _ book: AdviceBook) -> [AdviceProblem] {
    guard let fact = book.fact(comparison.fact) else {
      let hint = Spelling.hint(
        for: comparison.fact.rawValue, among: book.facts.map(\.id.rawValue))
      return [.unknownFact(comparison.fact, hint: hint)]
    }
    guard comparison.test.kinds.contains(fact.kind) else {
      return [.unfitComparison(fact.id, fact.kind)]
    }
    switch comparison.test {
    case .isOneOf(let ids): return choices(ids, of: fact)
    case .limit(_, let limit): return figure(limit.parameter, of: fact, book)
    case .amount(_, let kopecks) where fact.kind == .money && kopecks != 0:
      return [.moneyInRule(kopecks)]
    default: return []
    }
  }

  private static func choices(_ ids: [String], of fact: Fact) -> [AdviceProblem] {
    let known = (fact.choices ?? []).map(\.id)
    return ids.filter { !known.contains($0) }.map {
      .unknownChoice($0, of: fact.id, hint: Spelling.hint(for: $0, among: known))
    }
  }

  private static func figure(
    _ id: Parameter.ID, of fact: Fact, _ book: AdviceBook
  ) -> [AdviceProblem] {
    guard let parameter = book.parameter(id) else {
      let hint = Spelling.hint(for: id.rawValue, among: book.parameters.map(\.id.rawValue))
      return [.unknownParameter(id, hint: hint)]
    }
    return parameter.kind == fact.kind ? [] : [.unfitFigure(id, fact.kind)]
  }
}

/// What situations say of facts.
enum StatementLint {
  static func findings(
    in entry: CatalogueEntry<LifeSituation>, _ book: AdviceBook
  ) -> [CatalogueFinding] {
    (entry.value.facts ?? [:]).compactMap { id, stated in
      let path: [JSON5Key] = [.key("facts"), .key(id.rawValue)]
      guard let fact = book.fact(id) else {
        let hint = Spelling.hint(for: id.rawValue, among: book.facts.map(\.id.rawValue))
        return entry.finding(.advice(.unknownFact(id, hint: hint)), at: path)
      }
      guard book.statement(stated, of: fact) == nil else { return nil }
      return entry.finding(.advice(.unfitStatement(id)), at: path)
    }
  }
}

extension Rule {
  /// Every condition with its place in the file, this one at `path`.
  func nodes(at path: [JSON5Key]) -> [(path: [JSON5Key], rule: Rule)] {
    let inner =
      switch form {
      case .all(let rules): Self.nodes(rules, at: path + [.key("all")])
      case .any(let rules): Self.nodes(rules, at: path + [.key("any")])
      case .not(let rule): rule.nodes(at: path + [.key("not")])
      case .comparison, .always: [(path: [JSON5Key], rule: Rule)]()
      }
    return [(path, self)] + inner
  }

  private static func nodes(
    _ rules: [Rule], at path: [JSON5Key]
  ) -> [(path: [JSON5Key], rule: Rule)] {
    rules.enumerated().flatMap { $1.nodes(at: path + [.index($0)]) }
  }
}
