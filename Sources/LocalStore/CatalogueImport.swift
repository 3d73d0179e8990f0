package import Domain
internal import SQLite

// Another catalogue comes in.

extension LocalStore {
  /// What is there already. Its closures read this store.
  package func knownCatalogue() throws(StoreError) -> KnownCatalogue {
    let (marks, keys) = try read { connection in
      (try ImportedCatalogue.marks(connection), try CatalogueTable.keys(connection))
    }
    return KnownCatalogue(
      imported: marks, ownKeys: keys.subtracting(marks.map(\.key)),
      own: { try self.read { try ImportedCatalogue.own($0) } },
      content: { key in try self.read { try ImportedCatalogue.content(of: key, $0) } })
  }

  /// Keeps entries of another catalogue, in the place of those of the same subject; the audit says from
  /// which source they came.
  package func keepImported(_ entries: [ImportedEntry], _ stamp: Stamp) throws(StoreError) {
    guard !entries.isEmpty else { return }
    try write { transaction in
      let connection = transaction.connection
      let before = try ImportedCatalogue.marks(connection)
      let subjects = Set(entries.map(\.subject))
      let earlier = before.filter { subjects.contains($0.subject) }
      for mark in earlier { try CatalogueTable.remove(mark.key, connection) }
      let stay = before.filter { !subjects.contains($0.subject) }
      try ImportedCatalogue.write(stay + entries.map(\.mark), connection)
      try addToCatalogue(entries, connection)
      if !earlier.isEmpty {
        // The search knows the old words.
        let own = try ImportedCatalogue.own(connection)
        try replaceCatalogue(with: own, own.fingerprint, connection)
      }
      try Meta.set(.imports, stamp.now, connection)
      for source in Set(entries.map(\.source)).sorted() {
        try transaction.audit(.added, "catalogue", source, purpose: "import", stamp)
      }
    }
  }

  /// Puts new entries behind the others, without a look at those.
  private func addToCatalogue(_ entries: [ImportedEntry], _ connection: Connection) throws {
    let none = CatalogueContent(situations: [], services: [], documents: [], fingerprint: [])
    let content = none.adding(entries.map(\.content))
    try CatalogueTable.add(content, connection)
    try CatalogueIndex.add(connection, content, sources: Self.sources(of: entries))
  }

  static func sources(of entries: [ImportedEntry]) -> [EntryKey: String] {
    Dictionary(
      entries.map { ($0.mark.key, $0.source) }, uniquingKeysWith: { first, _ in first })
  }
}
