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

  package init(_ entries: [ImportedEntry], known: KnownCatalogue) throws {
    var there = EntriesThere(known)
    for entry in entries {
      let key = entry.mark.key
      let fields: [String]
      let isOwn: Bool
      if let mark = there.mark(of: entry) {
        isOwn = false
        fields =
          try Self.differences(mark.facts, entry.facts)
          ?? Self.differences(known.content(mark.key), entry.content)
      } else if known.ownKeys.contains(key) {
        isOwn = true
        let own = try there.own(entry)
        fields =
          Self.differences(own.facts, entry.facts)
          ?? Self.differences(own.content, entry.content)
      } else {
        new.append(entry)
        continue
      }
      if fields.isEmpty {
        unchanged += 1
      } else {
        conflicts.append(Conflict(entry: entry, fields: fields, isOwn: isOwn))
      }
    }
  }

  /// The properties in which two sources differ; `nil` where one has none.
  private static func differences(
    _ old: [String: UInt64]?, _ new: [String: UInt64]?
  ) -> [String]? {
    guard let old, let new else { return nil }
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }

  private static func differences(
    _ old: ImportedEntry.Content?, _ new: ImportedEntry.Content
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

/// The entries that are there, by subject and by id.
private struct EntriesThere {
  private let known: KnownCatalogue
  private let bySubject: [String: ImportMark]
  private let byKey: [EntryKey: ImportMark]
  /// The own catalogue, read once it is asked for.
  private var own: OwnEntries?

  init(_ known: KnownCatalogue) {
    self.known = known
    bySubject = Dictionary(
      known.imported.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    byKey = Dictionary(
      known.imported.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The imported entry that is the same subject, or has the same id.
  func mark(of entry: ImportedEntry) -> ImportMark? {
    bySubject[entry.subject] ?? byKey[entry.mark.key]
  }

  /// What the desk's own catalogue says of an entry, and what it would say in CPSV-AP.
  mutating func own(
    _ entry: ImportedEntry
  ) throws -> (content: ImportedEntry.Content?, facts: [String: UInt64]?) {
    var own = try self.own ?? OwnEntries(known.own())
    defer { self.own = own }
    return (own.contents[entry.mark.key], own.facts(of: entry.subject))
  }
}

private struct OwnEntries {
  let contents: [EntryKey: ImportedEntry.Content]
  private var reader: GraphReader
  private var facts: Facts
  private let nodes: [String: Graph.Node]

  init(_ content: CatalogueContent) {
    contents = Dictionary(
      content.entries.map { (EntryKey($0), $0) }, uniquingKeysWith: { first, _ in first })
    reader = GraphReader(
      CatalogueGraph.graph(of: content), source: "", hasNamedSource: true,
      today: CalendarDate(dayNumber: 0))
    reader.findKinds()
    let said = reader.said
    facts = Facts(said, types: reader.types)
    nodes = Dictionary(
      said.subjects.compactMap { node in said.graph.term(node).iri.map { ($0, node) } },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func facts(of subject: String) -> [String: UInt64]? {
    nodes[subject].map { reader.facts(of: $0, &facts) }
  }
}
