internal import Domain

// What a service costs, how long it takes, and what stays in words.

extension GraphReader {
  // MARK: Money

  /// Roubles are a fee; money of other countries stays in the words.
  func fee(_ costs: [Cost]) -> Fee? {
    guard costs.count == 1, let amount = costs[0].amount, amount.isInRoubles,
      let kopecks = amount.kopecks
    else { return nil }
    return Fee(kopecks: kopecks, note: costs[0].note)
  }

  /// What the service's other parts do not say.
  mutating func note(_ node: Graph.Node, _ costs: [Cost], _ time: String?) -> LocalizedText? {
    var parts = [Words.localized(said.literals(node, .description))]
    parts += costs.map(\.words)
    parts.append(time.map { LocalizedText(ru: $0) })
    for rule in known(node, .rule) where said.graph.term(rule).iri?.hasPrefix(OwnIRI.root) != true {
      parts.append(label(rule))
    }
    parts.append(contacts(node))
    let texts = parts.compactMap(\.self)
    guard !texts.isEmpty else { return nil }
    let russian = texts.map(\.ru).joined(separator: " · ")
    let english = texts.map { $0(.en) }.joined(separator: " · ")
    return LocalizedText(
      ru: Words.line(russian),
      en: texts.allSatisfy { $0.en == nil } ? nil : Words.line(english))
  }

  /// Where to ask: telephones, addresses and hours of its contact points.
  private mutating func contacts(_ node: Graph.Node) -> LocalizedText? {
    var words: [String] = []
    for point in known(node, .contact) {
      for property in [Property.telephone, .email, .page, .openingHours] {
        for object in said.objects(point, property) {
          let iri = property == .openingHours ? nil : said.graph.term(object).iri
          guard let text = label(object)?.ru ?? iri.map(Words.line) else { continue }
          words.append(text.hasPrefix("mailto:") ? String(text.dropFirst(7)) : text)
        }
      }
    }
    return words.isEmpty ? nil : LocalizedText(ru: words.joined(separator: ", "))
  }

  // MARK: Time

  /// The processing time; where days do not say it, in words.
  mutating func term(_ node: Graph.Node) -> (term: Term?, note: String?) {
    if let own = ownTerm(node) { return (own, nil) }
    let written = said.literals(node, .processingTime).map { Words.line($0.text) }
    guard let first = written.first else { return (nil, nil) }
    if Set(written).count > 1 {
      warn(
        node, "несколько сроков: \(written.joined(separator: ", "))",
        "it has several processing times: \(written.joined(separator: ", "))")
    }
    switch WrittenDuration(first) {
    case .term(let term): return (term, nil)
    case .words(let words): return (nil, words)
    case .empty:
      warn(node, "пустой срок «\(first)»", "an empty processing time “\(first)”")
      return (nil, nil)
    case .malformed:
      warn(
        node, "срок «\(first)» — не xsd:duration",
        "the processing time “\(first)” is no xsd:duration")
      return (nil, first)
    }
  }

  /// Working days, which xsd:duration cannot say: a rule of ours does.
  private func ownTerm(_ node: Graph.Node) -> Term? {
    for rule in said.objects(node, .rule) {
      let words = said.objects(rule, .category).lazy.compactMap { category in
        said.graph.term(category).iri.flatMap { OwnIRI.word("term", $0) }
      }.first?.split(separator: ":")
      guard let words, words.count == 2, let count = Int(words[0]),
        let unit = Term.Unit(rawValue: String(words[1]))
      else { continue }
      let notes = said.literals(rule, .description)
      return Term(count, unit, note: hasTermNote(rule) ? Words.localized(notes) : nil)
    }
    return nil
  }

  /// The description repeats the title where there is nothing else to say.
  private func hasTermNote(_ rule: Graph.Node) -> Bool {
    Set(said.literals(rule, .description)) != Set(said.literals(rule, .title))
  }
}
