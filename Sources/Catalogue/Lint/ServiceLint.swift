internal import Domain
internal import JSON5

/// What can be said of one service by itself.
enum ServiceLint {
  /// Names that people use besides the title.
  private static let colloquialWanted = 2

  /// What a list has room for on a screen of 80 columns.
  private static let roomInLists = 26

  static func findings(
    in entry: CatalogueEntry<Service>, today: CalendarDate?
  ) -> [CatalogueFinding] {
    lists(entry) + numbers(entry) + names(entry)
      + WordList.findings(entry, entry.value.colloquial, "colloquial", wanted: colloquialWanted)
      + ProvenanceLint.findings(entry, entry.value.provenance, today: today)
  }

  private static func lists(_ entry: CatalogueEntry<Service>) -> [CatalogueFinding] {
    let service = entry.value
    var findings: [CatalogueFinding] = []
    if service.audience.isEmpty {
      findings.append(entry.finding(.emptyList("audience"), at: [.key("audience")]))
    }
    if service.channels.isEmpty {
      findings.append(entry.finding(.emptyList("channels"), at: [.key("channels")]))
    }
    if service.legalBasis.isEmpty {
      findings.append(entry.finding(.withoutLegalBasis, at: [.key("legal_basis")]))
    }
    var seen: Set<Document.ID> = []
    for (index, need) in service.documents.enumerated() where !seen.insert(need.id).inserted {
      findings.append(
        entry.finding(
          .documentListedTwice(need.id), at: [.key("documents"), .index(index), .key("id")]))
    }
    return findings + choices(entry)
  }

  private static func choices(_ entry: CatalogueEntry<Service>) -> [CatalogueFinding] {
    let words = entry.value.documents.compactMap(\.oneOf)
    return entry.value.documents.enumerated().compactMap { index, need in
      guard let word = need.oneOf, words.count(where: { $0 == word }) == 1 else { return nil }
      return entry.finding(
        .choiceOfOne(word), at: [.key("documents"), .index(index), .key("one_of")])
    }
  }

  private static func names(_ entry: CatalogueEntry<Service>) -> [CatalogueFinding] {
    func isTooLong(_ text: LocalizedText) -> Bool {
      [text.ru, text.en ?? ""].contains { $0.count > roomInLists }
    }
    guard let short = entry.value.short else {
      return isTooLong(entry.value.title)
        ? [entry.finding(.titleTooLongForLists(mostCharacters: roomInLists), at: [.key("title")])]
        : []
    }
    return isTooLong(short)
      ? [entry.finding(.shortNameTooLong(mostCharacters: roomInLists), at: [.key("short")])] : []
  }

  private static func numbers(_ entry: CatalogueEntry<Service>) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    if let fee = entry.value.fee, fee.kopecks < 0 || fee.kopecks % 100 != 0 {
      findings.append(
        entry.finding(.oddFee(kopecks: fee.kopecks), at: [.key("fee"), .key("kopecks")]))
    }
    if let term = entry.value.term, term.count < 1 {
      findings.append(
        entry.finding(.oddTerm(count: term.count), at: [.key("term"), .key("count")]))
    }
    return findings
  }
}
