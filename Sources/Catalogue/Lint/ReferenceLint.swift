internal import Domain
internal import JSON5

/// What entries say of one another.
enum ReferenceLint {
  static func findings(in catalogue: CatalogueText) -> [CatalogueFinding] {
    needs(catalogue) + links(catalogue) + names(catalogue) + unlinked(catalogue)
      + unneeded(catalogue)
  }

  private static func needs(_ catalogue: CatalogueText) -> [CatalogueFinding] {
    let origins = Dictionary(
      catalogue.documents.map { ($0.value.id, $0.value.origin) }, uniquingKeysWith: { $1 })
    var findings: [CatalogueFinding] = []
    for entry in catalogue.services {
      for (index, need) in entry.value.documents.enumerated() {
        let path: [JSON5Key] = [.key("documents"), .index(index)]
        guard let origin = origins[need.id] else {
          let hint = Spelling.hint(for: need.id.rawValue, among: origins.keys.map(\.rawValue))
          findings.append(
            entry.finding(.unknownDocument(need.id, hint: hint), at: path + [.key("id")]))
          continue
        }
        if need.oneOf != nil, need.origin ?? origin == .interagency {
          findings.append(
            entry.finding(.choiceOfFetched(need.id), at: path + [.key("one_of")]))
        }
        if origin == .interagency, let asked = need.origin, asked != .interagency {
          findings.append(
            entry.finding(.askedForInteragency(need.id), at: path + [.key("origin")]))
        }
      }
    }
    return findings
  }

  private static func links(_ catalogue: CatalogueText) -> [CatalogueFinding] {
    let known = Set(catalogue.services.map(\.value.id))
    var findings: [CatalogueFinding] = []
    for entry in catalogue.situations {
      for (index, link) in entry.value.services.enumerated() where !known.contains(link.id) {
        let hint = Spelling.hint(for: link.id.rawValue, among: known.map(\.rawValue))
        findings.append(
          entry.finding(
            .unknownService(link.id, hint: hint),
            at: [.key("services"), .index(index), .key("id")]))
      }
    }
    return findings
  }

  /// Each of a situation's services under names of its own: a clerk marks what the list calls it.
  private static func names(_ catalogue: CatalogueText) -> [CatalogueFinding] {
    let services = Dictionary(
      catalogue.services.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    return catalogue.situations.flatMap { names($0, services) }
  }

  private static func names(
    _ entry: CatalogueEntry<LifeSituation>, _ services: [Service.ID: Service]
  ) -> [CatalogueFinding] {
    var findings: [CatalogueFinding] = []
    var named: [String: Service] = [:]
    for (index, link) in entry.value.services.enumerated() {
      guard let service = services[link.id] else { continue }
      let names = namesInLists(of: service)
      for name in names {
        guard let first = named[name], isAnother(service, than: first) else { continue }
        findings.append(
          entry.finding(
            .sameNameInList(name, first: first.id),
            at: [.key("services"), .index(index), .key("id")]))
        break
      }
      for name in names { named[name] = named[name] ?? service }
    }
    return findings
  }

  /// Of two entries with one title, `IdentityLint` has told already.
  private static func isAnother(_ service: Service, than first: Service) -> Bool {
    service.id != first.id && service.title.ru != first.title.ru
  }

  /// What lists call a service, whatever their width and language.
  private static func namesInLists(of service: Service) -> [String] {
    [service.short, service.title].compactMap { $0 }.flatMap { text in
      Language.allCases.map { text($0) }
    }
  }

  private static func unlinked(_ catalogue: CatalogueText) -> [CatalogueFinding] {
    let linked = Set(catalogue.situations.flatMap { $0.value.services.map(\.id) })
    return catalogue.services.filter { !linked.contains($0.value.id) }
      .map { $0.finding(.unlinkedService($0.value.id), at: [.key("id")]) }
  }

  private static func unneeded(_ catalogue: CatalogueText) -> [CatalogueFinding] {
    let needed = Set(catalogue.services.flatMap { $0.value.documents.map(\.id) })
    return catalogue.documents.filter { !needed.contains($0.value.id) }
      .map { $0.finding(.unneededDocument($0.value.id), at: [.key("id")]) }
  }
}
