internal import Domain
internal import JSON5

/// What can be said of one fact by itself.
enum FactLint {
  static func findings(in entry: CatalogueEntry<Fact>) -> [CatalogueFinding] {
    keys(entry) + choices(entry) + bounds(entry)
  }

  /// A kind has the keys that it needs and no others.
  private static func keys(_ entry: CatalogueEntry<Fact>) -> [CatalogueFinding] {
    let fact = entry.value
    let isNumeric = fact.kind == .number || fact.kind == .money
    let keys: [(name: String, isThere: Bool, isNeeded: Bool, isAllowed: Bool)] = [
      ("yes", fact.yes != nil, fact.kind == .yesNo, fact.kind == .yesNo),
      ("no", fact.no != nil, fact.kind == .yesNo, fact.kind == .yesNo),
      ("choices", fact.choices?.isEmpty == false, fact.kind == .choice, fact.kind == .choice),
      ("range", fact.range != nil, isNumeric, isNumeric),
      ("unit", fact.unit != nil, false, fact.kind == .number),
    ]
    return keys.compactMap { key in
      if key.isNeeded, !key.isThere {
        return entry.finding(.advice(.keyMissing(key.name, kind: fact.kind)))
      }
      guard key.isThere, !key.isAllowed else { return nil }
      return entry.finding(.advice(.keyUnwanted(key.name, kind: fact.kind)), at: [.key(key.name)])
    }
  }

  private static func choices(_ entry: CatalogueEntry<Fact>) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    var ids: [String: String] = [:]
    for (index, choice) in (entry.value.choices ?? []).enumerated() {
      let path: [JSON5Key] = [.key("choices"), .index(index), .key("id")]
      if !Fact.ID(rawValue: choice.id).isWellFormed {
        findings.append(entry.finding(.malformedID(choice.id), at: path))
      }
      if let first = ids[choice.id] {
        findings.append(entry.finding(.duplicateID(choice.id, first: first), at: path))
      }
      ids[choice.id] = "\(entry.text.name):\(entry.text.line(of: entry.path + path))"
    }
    return findings
  }

  private static func bounds(_ entry: CatalogueEntry<Fact>) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    if let range = entry.value.range, range.from > range.to {
      findings.append(entry.finding(.advice(.emptyRange), at: [.key("range")]))
    }
    if let kind = Fact.ID.builtIn[entry.value.id], kind != entry.value.kind {
      findings.append(entry.finding(.advice(.builtInOfAnotherKind(kind)), at: [.key("kind")]))
    }
    return findings
  }
}
