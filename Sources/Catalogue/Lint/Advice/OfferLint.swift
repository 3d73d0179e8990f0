internal import Domain
internal import JSON5

/// Whether what an offer names exists, and for whom it is.
enum OfferLint {
  static func findings(
    in entry: CatalogueEntry<Offer>, _ catalogue: CatalogueText, _ book: AdviceBook
  ) -> [CatalogueFinding] {
    let offer = entry.value
    var findings = places(entry, catalogue) + days(entry, catalogue, book)
    if let rule = offer.when {
      findings += RuleReferences.findings(of: rule, at: [.key("when")], in: entry, book)
    } else if offer.from == nil {
      findings.append(entry.finding(.advice(.offerForEverybody), at: [.key("id")]))
    }
    return findings
  }

  private static func places(
    _ entry: CatalogueEntry<Offer>, _ catalogue: CatalogueText
  ) -> [CatalogueFinding] {
    let offer = entry.value
    let situations = catalogue.situations.map(\.value)
    guard let situation = situations.first(where: { $0.id == offer.situation }) else {
      let hint = Spelling.hint(
        for: offer.situation.rawValue, among: situations.map(\.id.rawValue))
      return [
        entry.finding(
          .advice(.unknownSituation(offer.situation, hint: hint)), at: [.key("situation")])
      ]
    }
    if let unknown = unknown(offer.service, entry, "service", catalogue) { return [unknown] }
    guard !situation.services.contains(where: { $0.id == offer.service }) else { return [] }
    return [
      entry.finding(
        .advice(.offerElsewhere(offer.service, offer.situation)), at: [.key("service")])
    ]
  }

  private static func days(
    _ entry: CatalogueEntry<Offer>, _ catalogue: CatalogueText, _ book: AdviceBook
  ) -> [CatalogueFinding] {
    let days = [("from", entry.value.from), ("until", entry.value.until)]
    return days.compactMap { key, day -> CatalogueFinding? in
      switch day?.origin {
      case .fact(let id):
        guard let fact = book.fact(id) else {
          let hint = Spelling.hint(for: id.rawValue, among: book.facts.map(\.id.rawValue))
          return entry.finding(.advice(.unknownFact(id, hint: hint)), at: [.key(key)])
        }
        guard fact.kind != .date else { return nil }
        return entry.finding(.advice(.offerOnNoDay(id)), at: [.key(key)])
      case .issued(let service): return unknown(service, entry, key, catalogue)
      case nil: return nil
      }
    }
  }

  private static func unknown(
    _ service: Service.ID, _ entry: CatalogueEntry<Offer>, _ key: String,
    _ catalogue: CatalogueText
  ) -> CatalogueFinding? {
    let services = catalogue.services.map(\.value.id.rawValue)
    guard !services.contains(service.rawValue) else { return nil }
    let hint = Spelling.hint(for: service.rawValue, among: services)
    return entry.finding(.unknownService(service, hint: hint), at: [.key(key)])
  }
}
