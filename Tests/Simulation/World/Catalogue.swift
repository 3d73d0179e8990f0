import Domain

/// Two situations and four services are enough for cases that share services.
enum SmallCatalogue {
  static let content = CatalogueContent(
    situations: [
      situation("birth-of-child", ["birth-certificate", "child-allowance"]),
      situation("change-of-residence", ["residence-registration", "passport"]),
    ],
    services: ["birth-certificate", "child-allowance", "residence-registration", "passport"]
      .map(service),
    documents: [], fingerprint: [1])

  private static let provenance = Provenance(
    source: "test", reviewed: CalendarDate(dayNumber: 20_000))

  private static func situation(
    _ id: LifeSituation.ID, _ services: [Service.ID]
  ) -> LifeSituation {
    let text = LocalizedText(ru: "Ситуация")
    return LifeSituation(
      id: id, title: text, audience: .person, inWords: text, synonyms: [], care: text, event: nil,
      questions: [], deadlines: [], services: services.map { LifeSituation.Link(id: $0) },
      provenance: provenance)
  }

  private static func service(_ id: Service.ID) -> Service {
    let text = LocalizedText(ru: "Услуга")
    return Service(
      id: id, title: text, colloquial: [], body: text, level: .federal, audience: [.person],
      channels: [.centre], fee: nil, term: nil, result: text, documents: [], note: nil,
      legalBasis: [], provenance: provenance)
  }
}
