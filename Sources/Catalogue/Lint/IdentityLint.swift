internal import Domain
internal import JSON5

/// Ids and titles: well formed, and each once among entries of its kind.
enum IdentityLint {
  static func findings(in catalogue: CatalogueText) -> [CatalogueFinding] {
    findings(catalogue.documents, titles: \.title)
      + findings(catalogue.services, titles: \.title)
      + findings(catalogue.situations, titles: \.title)
      + findings(catalogue.facts, titles: \.title)
      + findings(catalogue.parameters, titles: \.title)
      + findings(catalogue.offers, titles: \.reason)
      + catalogue.situations.flatMap(questions)
  }

  private static func findings<Value: Identifiable>(
    _ entries: [CatalogueEntry<Value>], titles: (Value) -> LocalizedText
  ) -> [CatalogueFinding] where Value.ID: CatalogueID {
    var findings: [CatalogueFinding] = []
    var ids: [Value.ID: String] = [:]
    var named: [String: String] = [:]
    for entry in entries {
      let id = entry.value.id
      let title = titles(entry.value).ru
      if !id.isWellFormed {
        findings.append(entry.finding(.malformedID(id.rawValue), at: [.key("id")]))
      }
      if let first = ids[id] {
        findings.append(entry.finding(.duplicateID(id.rawValue, first: first), at: [.key("id")]))
      } else if let first = named[title] {
        findings.append(entry.finding(.sameTitle(title, first: first), at: [.key("title")]))
      }
      ids[id] = ids[id] ?? entry.place
      named[title] = named[title] ?? entry.place
    }
    return findings
  }

  private static func questions(_ entry: CatalogueEntry<LifeSituation>) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    var ids: [String: String] = [:]
    for (index, question) in entry.value.questions.enumerated() {
      let path: [JSON5Key] = [.key("questions"), .index(index), .key("id")]
      if !Service.ID(rawValue: question.id).isWellFormed {
        findings.append(entry.finding(.malformedID(question.id), at: path))
      }
      if let first = ids[question.id] {
        findings.append(entry.finding(.duplicateID(question.id, first: first), at: path))
      }
      ids[question.id] = "\(entry.text.name):\(entry.text.line(of: path))"
    }
    return findings
  }
}
