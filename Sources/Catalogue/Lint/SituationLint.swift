internal import Domain
internal import JSON5

/// What can be said of one situation by itself.
enum SituationLint {
  /// Ways of saying it besides the title; a search that knows fewer misses people.
  private static let synonymsWanted = 8

  static func findings(
    in entry: CatalogueEntry<LifeSituation>, today: CalendarDate?
  ) -> [CatalogueFinding] {
    name(entry) + lists(entry) + order(entry) + deadlines(entry)
      + WordList.findings(entry, entry.value.synonyms, "synonyms", wanted: synonymsWanted)
      + ProvenanceLint.findings(entry, entry.value.provenance, today: today)
  }

  private static func name(_ entry: CatalogueEntry<LifeSituation>) -> [CatalogueFinding] {
    let id = entry.value.id.rawValue
    guard entry.text.name.split(separator: "/").last.map(String.init) != id + ".json5" else {
      return []
    }
    return [entry.finding(.fileNameDiffers(id: id), at: [.key("id")])]
  }

  private static func lists(_ entry: CatalogueEntry<LifeSituation>) -> [CatalogueFinding] {
    let situation = entry.value
    var findings: [CatalogueFinding] = []
    if situation.services.isEmpty {
      findings.append(entry.finding(.emptyList("services"), at: [.key("services")]))
    }
    if situation.questions.isEmpty {
      findings.append(entry.finding(.emptyList("questions"), at: [.key("questions")]))
    }
    return findings
  }

  /// The list's order is the order in which things are done, so that `after` always points upwards
  /// and can make no circle.
  private static func order(_ entry: CatalogueEntry<LifeSituation>) -> [CatalogueFinding] {
    let listed = Set(entry.value.services.map(\.id))
    var findings: [CatalogueFinding] = []
    var above: Set<Service.ID> = []
    for (index, link) in entry.value.services.enumerated() {
      let path: [JSON5Key] = [.key("services"), .index(index)]
      for (place, id) in (link.after ?? []).enumerated() where !above.contains(id) {
        findings.append(
          entry.finding(
            listed.contains(id) ? .afterComesLater(id) : .afterUnlisted(id),
            at: path + [.key("after"), .index(place)]))
      }
      if !above.insert(link.id).inserted {
        findings.append(entry.finding(.serviceListedTwice(link.id), at: path + [.key("id")]))
      }
    }
    return findings
  }

  private static func deadlines(_ entry: CatalogueEntry<LifeSituation>) -> [CatalogueFinding] {
    let listed = Set(entry.value.services.map(\.id))
    var findings: [CatalogueFinding] = []
    for (index, deadline) in entry.value.deadlines.enumerated() {
      let path: [JSON5Key] = [.key("deadlines"), .index(index)]
      if entry.value.event == nil {
        findings.append(entry.finding(.deadlineWithoutEvent, at: path))
      }
      if let id = deadline.service, !listed.contains(id) {
        findings.append(
          entry.finding(.deadlineServiceUnlisted(id), at: path + [.key("service")]))
      }
      if deadline.legalBasis == nil {
        findings.append(entry.finding(.withoutLegalBasis, at: path + [.key("title")]))
      }
      if deadline.within.count < 1 {
        findings.append(
          entry.finding(
            .oddTerm(count: deadline.within.count), at: path + [.key("within"), .key("count")]))
      }
    }
    return findings
  }
}
