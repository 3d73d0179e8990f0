internal import Dispatch
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
    let none = CatalogueContent(situations: [], services: [], documents: [], fingerprint: [])
    let content = none.adding(entries.map(\.content))
    let rows = CatalogueRows(content, sources: Self.sources(of: entries))
    try write { transaction in
      let connection = transaction.connection
      let before = try ImportedCatalogue.marks(connection)
      let subjects = Set(entries.map(\.subject))
      let earlier = before.filter { subjects.contains($0.subject) }
      for mark in earlier { try CatalogueTable.remove(mark.key, connection) }
      let stay = before.filter { !subjects.contains($0.subject) }
      try ImportedCatalogue.write(stay + entries.map(\.mark), connection)
      // Behind the others, without a look at those.
      try CatalogueIndex.add(connection, rows.indexed())
      try CatalogueTable.add(content, bodies: rows.bodies(), connection)
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

  static func sources(of entries: [ImportedEntry]) -> [EntryKey: String] {
    Dictionary(
      entries.map { ($0.mark.key, $0.source) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What the catalogue's rows are made of. Another core makes it, while this one writes: the words for the
/// search first, as they are written first.
struct CatalogueRows {
  private let words: Meanwhile<[CatalogueIndex.Entry]>
  private let texts: Meanwhile<[String]>

  init(_ content: CatalogueContent, sources: [EntryKey: String]) {
    let queue = DispatchQueue(label: "catalogue rows")
    words = Meanwhile(on: queue) { CatalogueIndex.entries(content, sources: sources) }
    texts = Meanwhile(on: queue) { try CatalogueTable.bodies(of: content) }
  }

  func indexed() throws -> [CatalogueIndex.Entry] { try words.value() }
  func bodies() throws -> [String] { try texts.value() }
}
