internal import Catalogue
package import Domain
internal import SQLite
internal import Sync

// The catalogue as the desk reads it: single entries, when they are needed.

extension LocalStore {
  /// Stores the catalogue, unless the one with this fingerprint is stored already: then `content` is
  /// not even asked for, which keeps the start of the program short. A release of the centre comes
  /// before the program's own catalogue.
  ///
  /// - Parameter fingerprint: a hash of the files from which the catalogue would be read.
  /// - Returns: whether it was stored anew.
  @discardableResult
  package func installCatalogue(
    _ content: () throws -> CatalogueContent, fingerprint: [UInt8]
  ) throws(StoreError) -> Bool {
    let isStored = try read { connection in
      let release = try ReleaseTable.active(connection)?.fingerprint
      return try Self.isStored(release ?? fingerprint, connection)
    }
    guard !isStored else { return false }
    return try write { transaction in
      let connection = transaction.connection
      guard try !usesRelease(transaction), try !Self.isStored(fingerprint, connection) else {
        return false
      }
      try replaceCatalogue(with: try content(), fingerprint, connection)
      return true
    }
  }

  /// Whether there is a catalogue at all, be it this program's or not.
  package func hasCatalogue() throws(StoreError) -> Bool {
    try read { try Meta.get(.catalogueHash, $0, as: [UInt8].self) != nil }
  }

  /// Within a transaction. What was imported stays beside it.
  func replaceCatalogue(
    with content: CatalogueContent, _ fingerprint: [UInt8], _ connection: Connection
  ) throws {
    let imported = try ImportedCatalogue.kept(beside: content, connection)
    let whole = content.adding(imported.map(\.content))
    let rows = CatalogueRows(whole, sources: Self.sources(of: imported))
    try CatalogueTable.clear(connection)
    try CatalogueIndex.rebuild(connection, rows.indexed())
    try CatalogueTable.add(whole, bodies: rows.bodies(), connection)
    try Meta.set(.catalogueHash, fingerprint, connection)
  }

  static func isStored(_ fingerprint: [UInt8], _ connection: Connection) throws -> Bool {
    try Meta.get(.catalogueHash, connection, as: [UInt8].self) == fingerprint
  }

  /// All life situations, in the catalogue's order.
  package func situations() throws(StoreError) -> [SituationSummary] {
    try read { try CatalogueTable.situations($0) }
  }

  /// A life situation with its services and their documents; `nil` for an id not in the catalogue.
  package func sheet(of id: LifeSituation.ID) throws(StoreError) -> SituationSheet? {
    try read { connection in
      let entry = try CatalogueTable.entry(
        .situation, id.rawValue, as: LifeSituation.self, connection)
      guard let situation = entry else { return nil }
      let services = try situation.services.compactMap { link in
        try CatalogueTable.entry(.service, link.id.rawValue, as: Service.self, connection)
      }
      return SituationSheet(
        situation: situation, services: services,
        documents: try Self.documents(of: services, connection))
    }
  }

  /// A service by itself, for one that no situation lists; `nil` for an id not in the catalogue.
  package func serviceSheet(of id: Service.ID) throws(StoreError) -> ServiceSheet? {
    try read { connection in
      try CatalogueTable.entry(.service, id.rawValue, as: Service.self, connection).map {
        ServiceSheet(service: $0, documents: try Self.documents(of: [$0], connection))
      }
    }
  }

  private static func documents(
    of services: [Service], _ connection: Connection
  ) throws -> [Document.ID: Document] {
    var documents: [Document.ID: Document] = [:]
    for id in Set(services.flatMap(\.documents).map(\.id)) {
      documents[id] = try CatalogueTable.entry(
        .document, id.rawValue, as: Document.self, connection)
    }
    return documents
  }

  /// The life situations in which a service stands, in the catalogue's order.
  package func situations(with service: Service.ID) throws(StoreError) -> [LifeSituation.ID] {
    try read { try CatalogueTable.situations(with: service.rawValue, $0) }
  }

  /// What the situations are called, by their ids.
  package func situationTitles() throws(StoreError) -> [String: LocalizedText] {
    try read { try CatalogueTable.titles(.situation, $0) }
  }

  /// What the services are called, by their ids.
  package func serviceTitles() throws(StoreError) -> [String: LocalizedText] {
    try read { try CatalogueTable.titles(.service, $0) }
  }

  /// The facts, figures and rules of the catalogue in use. They are read anew each time: whoever
  /// advises keeps them.
  package func adviceBook() throws(StoreError) -> AdviceBook {
    try read { connection in
      if let number = try ReleaseTable.active(connection)?.number,
        let content = try ReleaseTable.content(of: number, connection)
      {
        return try CatalogueRelease(content: content).adviceBook()
      }
      return try BundledCatalogue().adviceBook()
    }
  }

  /// Which days are working days: by the program, in its place by the catalogue in use, and in its by
  /// the centre's own years.
  ///
  /// - Parameter folders: where the centre keeps its years, see `CentreCalendar`.
  /// - Returns: the calendar, and what is wrong with the centre's files.
  package func productionCalendar(
    with folders: [String]
  ) throws(StoreError) -> (calendar: ProductionCalendar, problems: [String]) {
    var years = try read { connection in
      let own = try BundledCatalogue().calendarYears()
      guard let number = try ReleaseTable.active(connection)?.number,
        let content = try ReleaseTable.content(of: number, connection)
      else { return own }
      return own + (try CatalogueRelease(content: content).calendarYears())
    }
    let centre = CentreCalendar.read(folders)
    years += centre.years
    return (ProductionCalendar(years), centre.problems)
  }

  /// What it takes to make offers, read anew each time as the advice is.
  package func offerBook() throws(StoreError) -> OfferBook {
    try read { connection in
      let release = try ReleaseTable.active(connection).flatMap {
        try ReleaseTable.content(of: $0.number, connection)
      }
      return OfferBook(
        offers: try release.map { try CatalogueRelease(content: $0).offers() }
          ?? BundledCatalogue().offers(),
        situations: try CatalogueTable.entries(.situation, connection),
        services: try CatalogueTable.entries(.service, connection))
    }
  }

  package func service(_ id: Service.ID) throws(StoreError) -> Service? {
    try read { try CatalogueTable.entry(.service, id.rawValue, as: Service.self, $0) }
  }
}
