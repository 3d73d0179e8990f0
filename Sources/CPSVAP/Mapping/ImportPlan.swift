package import Domain

/// What an import would do with the entries that the desk has already.
package struct ImportPlan: Hashable, Sendable {
  /// An entry that is known and says something else now. It is never overwritten without being told to.
  package struct Conflict: Hashable, Sendable {
    package var entry: ImportedEntry
    /// What differs: properties.
    package var fields: [String]
    /// The desk's own catalogue has it: that one is never replaced.
    package var isOwn: Bool
  }

  package var new: [ImportedEntry] = []
  package var conflicts: [Conflict] = []
  package var unchanged = 0

  /// - Parameters:
  ///   - own: the desk's own catalogue.
  ///   - imported: what earlier imports brought.
  package init(_ entries: [ImportedEntry], own: CatalogueContent, imported: [ImportedEntry]) {
    var known = Known(own: own, imported: imported)
    for entry in entries {
      guard let (there, isOwn) = known.entry(entry) else {
        new.append(entry)
        continue
      }
      let fields = Self.differences(there, entry)
      if fields.isEmpty {
        unchanged += 1
      } else {
        conflicts.append(Conflict(entry: entry, fields: fields, isOwn: isOwn))
      }
    }
  }

  private static func differences(_ old: ImportedEntry, _ new: ImportedEntry) -> [String] {
    guard let oldFacts = old.facts, let newFacts = new.facts else {
      return differences(old.content, new.content)
    }
    return Set(oldFacts.keys).union(newFacts.keys).filter { oldFacts[$0] != newFacts[$0] }.sorted()
  }

  private static func differences(
    _ old: ImportedEntry.Content, _ new: ImportedEntry.Content
  ) -> [String] {
    switch (old, new) {
    case (.situation(let old), .situation(let new)): fields(old, new)
    case (.service(let old), .service(let new)): fields(old, new)
    case (.document(let old), .document(let new)): fields(old, new)
    default: ["kind"]
    }
  }

  private static func fields<Entry: Equatable>(_ old: Entry, _ new: Entry) -> [String] {
    guard old != new else { return [] }
    let pairs = zip(Mirror(reflecting: old).children, Mirror(reflecting: new).children)
    return pairs.compactMap { old, new in
      "\(old.value)" == "\(new.value)" ? nil : new.label
    }
  }
}

/// Entries by subject and by id.
private struct Known {
  private let own: [EntryKey: ImportedEntry.Content]
  private let imported: [String: ImportedEntry]
  private let importedByKey: [EntryKey: ImportedEntry]
  /// What the own catalogue says in the words of CPSV-AP.
  private var ownFacts: Facts
  private let ownNodes: [String: Graph.Node]

  init(own content: CatalogueContent, imported: [ImportedEntry]) {
    own = Dictionary(
      content.entries.map { (EntryKey($0), $0) }, uniquingKeysWith: { first, _ in first })
    self.imported = Dictionary(
      imported.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    importedByKey = Dictionary(
      imported.map { (EntryKey($0.content), $0) }, uniquingKeysWith: { first, _ in first })
    let graph = Statements(CatalogueGraph.graph(of: content))
    ownFacts = Facts(graph)
    ownNodes = Dictionary(
      graph.subjects.compactMap { node in
        graph.graph.term(node).iri.map { ($0, node) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The entry that is the same subject, or has the same id.
  mutating func entry(_ entry: ImportedEntry) -> (entry: ImportedEntry, isOwn: Bool)? {
    if let there = imported[entry.subject] { return (there, false) }
    let key = EntryKey(entry.content)
    if let there = importedByKey[key] { return (there, false) }
    guard let content = own[key] else { return nil }
    let facts = ownNodes[entry.subject].map { ownFacts.facts(of: $0) }
    return (
      ImportedEntry(
        subject: entry.subject, source: "", content: content,
        facts: entry.facts == nil ? nil : facts),
      true
    )
  }
}
