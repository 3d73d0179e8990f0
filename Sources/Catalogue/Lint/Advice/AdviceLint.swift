internal import Domain
internal import JSON5

/// What facts, figures, rules, services and situations say of one another.
enum AdviceLint {
  static func findings(
    in catalogue: CatalogueText, _ source: some CatalogueSource, today: CalendarDate?
  ) -> [CatalogueFinding] {
    let book = AdviceBook(
      facts: catalogue.facts.map(\.value), parameters: catalogue.parameters.map(\.value),
      rules: catalogue.rules.map(\.value))
    let references = catalogue.rules.flatMap { RuleReferences.findings(in: $0, book) }
    let statements = catalogue.situations.flatMap { StatementLint.findings(in: $0, book) }
    var findings = services(catalogue) + regions(catalogue, book) + references + statements
    findings += unused(catalogue, book) + few(catalogue, source)
    findings += catalogue.offers.flatMap { OfferLint.findings(in: $0, catalogue, book) }
    // A rule that compares what cannot be compared would only seem to mean nothing.
    if references.isEmpty, statements.isEmpty {
      let meaning = RuleMeaning(book: book, today: today ?? lastReviewed(catalogue))
      findings += catalogue.rules.flatMap(meaning.findings)
      findings += catalogue.situations.flatMap(meaning.findings)
    }
    return findings
  }

  /// A day that depends on the files alone.
  private static func lastReviewed(_ catalogue: CatalogueText) -> CalendarDate {
    catalogue.rules.map(\.value.provenance.reviewed).max() ?? CalendarDate(dayNumber: 0)
  }

  /// Facts that no rule asks for, but for those that the program knows by itself.
  private static func unused(
    _ catalogue: CatalogueText, _ book: AdviceBook
  ) -> [CatalogueFinding] {
    let rules = book.rules.map(\.rule) + catalogue.offers.compactMap(\.value.when)
    let used = Set(rules.flatMap { $0.comparisons.map(\.fact) })
    return catalogue.facts.filter {
      !used.contains($0.value.id) && Fact.ID.builtIn[$0.value.id] == nil
    }.map { $0.finding(.advice(.unusedFact($0.value.id)), at: [.key("id")]) }
  }

  private static func few(
    _ catalogue: CatalogueText, _ source: some CatalogueSource
  ) -> [CatalogueFinding] {
    let count = Set(catalogue.rules.map(\.value.service)).count
    guard count < source.requiredRules else { return [] }
    return [
      CatalogueFinding(
        file: source.root + "/" + CatalogueGroup.rules.folder, line: 0,
        problem: .advice(.fewRules(count: count, wanted: source.requiredRules)))
    ]
  }

  /// Each rule is that of one service, and stands in the file of the service's name.
  private static func services(_ catalogue: CatalogueText) -> [CatalogueFinding] {
    let files = Dictionary(
      catalogue.services.map { ($0.value.id, $0.text.fileName) }, uniquingKeysWith: { $1 })
    var first: [Service.ID: String] = [:]
    var findings: [CatalogueFinding] = []
    for entry in catalogue.rules {
      let id = entry.value.service
      if let place = first[id] {
        findings.append(
          entry.finding(.advice(.secondRule(id, first: place)), at: [.key("service")]))
      }
      first[id] =
        first[id] ?? "\(entry.text.name):\(entry.text.line(of: entry.path + [.key("service")]))"
      guard let file = files[id] else {
        let hint = Spelling.hint(for: id.rawValue, among: files.keys.map(\.rawValue))
        findings.append(
          entry.finding(
            .advice(.ruleForUnknownService(id, hint: hint)), at: [.key("service")]))
        continue
      }
      if file != entry.text.fileName {
        findings.append(
          entry.finding(.advice(.ruleInAnotherFile(name: file)), at: [.key("service")]))
      }
    }
    return findings
  }

  /// The regions of figures are choices of the fact `region`.
  private static func regions(
    _ catalogue: CatalogueText, _ book: AdviceBook
  ) -> [CatalogueFinding] {
    let known = Set((book.fact(.region)?.choices ?? []).map(\.id))
    return catalogue.parameters.flatMap { entry in
      entry.value.values.enumerated().compactMap { index, value in
        guard let region = value.region, !known.contains(region) else { return nil }
        let hint = Spelling.hint(for: region, among: known)
        return entry.finding(
          .advice(.unknownChoice(region, of: .region, hint: hint)),
          at: [.key("values"), .index(index), .key("region")])
      }
    }
  }
}

extension JSON5Document {
  /// `family.json5`.
  fileprivate var fileName: String { name.split(separator: "/").last.map(String.init) ?? name }
}
