internal import Domain
internal import JSON5

/// What entries say of one another.
enum ReferenceLint {
  static func findings(in catalogue: CatalogueText) -> [CatalogueFinding] {
    needs(catalogue) + links(catalogue) + unlinked(catalogue) + unneeded(catalogue)
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
