internal import CResources
package import Domain

/// The catalogue that is part of the program.
package struct BundledCatalogue: CatalogueSource {
  package init() {}

  package func files() -> [CatalogueFile] {
    Self.resources().map { group, resource in
      CatalogueFile(
        group: group, name: Self.name(of: resource),
        bytes: Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count)))
    }
  }

  /// The folder in the source tree, in which an author mends what lint finds.
  package var root: String { "Sources/Catalogue/Resources" }

  package var isReleased: Bool { true }

  /// The situations that the desk promises to its clerks.
  package var requiredSituations: [LifeSituation.ID] {
    [
      "birth-of-child", "business-start", "change-of-residence", "disability", "foreign-travel",
      "home-purchase", "job-loss", "loss-of-relative", "lost-documents", "marriage",
      "multi-child-family", "retirement",
    ]
  }

  package var requiredRules: Int { 120 }

  /// Another value than that of any other content or decoder. Reads the embedded bytes where they
  /// lie and parses nothing, since the desk asks for it at each start.
  package func fingerprint() -> [UInt8] {
    var hash = CatalogueHash()
    for (group, resource) in Self.resources() {
      hash.add(
        group: group, name: Self.name(of: resource),
        bytes: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
    }
    return hash.finish()
  }

  /// Reads every entry.
  package func load() throws(CatalogueError) -> CatalogueContent {
    try CatalogueReader.content(of: files(), fingerprint: fingerprint())
  }

  /// Reads facts, parameters and rules.
  package func adviceBook() throws(CatalogueError) -> AdviceBook {
    try CatalogueReader.adviceBook(of: files())
  }

  package func calendarYears() throws(CatalogueError) -> [CalendarYear] {
    try CatalogueReader.calendarYears(of: files())
  }

  /// Reads what the desk offers by itself.
  package func offers() throws(CatalogueError) -> [Offer] {
    try CatalogueReader.offers(of: files())
  }

  private static func resources() -> [(CatalogueGroup, okno_resource)] {
    (0..<okno_resource_count()).compactMap { index in
      let resource = okno_resource_at(index)
      guard let group = groups[String(cString: resource.group)] else { return nil }
      return (group, resource)
    }
  }

  private static func name(of resource: okno_resource) -> String { String(cString: resource.name) }

  private static let groups: [String: CatalogueGroup] = [
    "catalogue/documents": .documents,
    "catalogue/services": .services,
    "catalogue/situations": .situations,
    "catalogue/facts": .facts,
    "catalogue/parameters": .parameters,
    "catalogue/rules": .rules,
    "catalogue/calendar": .calendar,
    "catalogue/offers": .offers,
  ]
}
