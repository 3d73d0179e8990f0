package import Domain
internal import FoundationEssentials
internal import SQLite

/// Entries of other catalogues. They are one value of `meta`: read and written whole, a few times a year,
/// and put into the tables of the catalogue beside its own.
enum ImportedCatalogue {
  static func read(_ connection: Connection) throws -> [ImportedEntry] {
    guard let body = try Meta.get(.imported, connection, as: [UInt8].self) else { return [] }
    return try JSONDecoder().decode([ImportedEntry].self, from: Data(body))
  }

  static func write(_ entries: [ImportedEntry], _ connection: Connection) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = Array(try encoder.encode(entries))
    var hash = HashInput()
    hash.add(body)
    try Meta.set(.imported, body, connection)
    try Meta.set(.importedHash, hash.digest, connection)
  }

  /// Those that stay beside this content: an id that the centre's own catalogue takes is the centre's.
  static func kept(
    beside content: CatalogueContent, _ connection: Connection
  ) throws -> [ImportedEntry] {
    let entries = try read(connection)
    let own = Set(content.entries.map(EntryKey.init))
    let kept = entries.filter { !own.contains(EntryKey($0.content)) }
    if kept.count < entries.count { try write(kept, connection) }
    return kept
  }

  /// The catalogue without what was imported.
  static func own(_ connection: Connection) throws -> CatalogueContent {
    let imported = Set(try read(connection).map { EntryKey($0.content) })
    func isOwn(_ content: ImportedEntry.Content) -> Bool { !imported.contains(EntryKey(content)) }
    return CatalogueContent(
      situations: try CatalogueTable.entries(.situation, as: LifeSituation.self, connection)
        .filter { isOwn(.situation($0)) },
      services: try CatalogueTable.entries(.service, as: Service.self, connection)
        .filter { isOwn(.service($0)) },
      documents: try CatalogueTable.entries(.document, as: Document.self, connection)
        .filter { isOwn(.document($0)) },
      fingerprint: try Meta.get(.catalogueHash, connection, as: [UInt8].self) ?? [])
  }
}

extension LocalStore {
  /// What the desk has: its own catalogue, and what was imported.
  package func catalogueParts() throws(StoreError) -> (
    own: CatalogueContent, imported: [ImportedEntry]
  ) {
    try read { (try ImportedCatalogue.own($0), try ImportedCatalogue.read($0)) }
  }

  /// Keeps entries of another catalogue, in the place of those of the same subject; the audit says from
  /// which source how many came.
  package func keepImported(_ entries: [ImportedEntry], _ stamp: Stamp) throws(StoreError) {
    guard !entries.isEmpty else { return }
    try write { transaction in
      let connection = transaction.connection
      let own = try ImportedCatalogue.own(connection)
      var all = try ImportedCatalogue.read(connection)
      var places = Dictionary(
        all.enumerated().map { ($1.subject, $0) }, uniquingKeysWith: { first, _ in first })
      for entry in entries {
        if let place = places[entry.subject] {
          all[place] = entry
        } else {
          places[entry.subject] = all.count
          all.append(entry)
        }
      }
      try ImportedCatalogue.write(all, connection)
      try replaceCatalogue(with: own, own.fingerprint, connection)
      for source in Set(entries.map(\.source)).sorted() {
        try transaction.audit(.added, "catalogue", source, purpose: "import", stamp)
      }
    }
  }
}
