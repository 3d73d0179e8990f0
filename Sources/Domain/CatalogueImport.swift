// Entries that come from somebody else's catalogue.

/// An entry of another catalogue, as this one keeps it.
package struct ImportedEntry: Hashable, Sendable {
  /// In a place of its own: an entry has some thirty texts, and is handed from list to list.
  package indirect enum Content: Hashable, Sendable {
    case situation(LifeSituation)
    case service(Service)
    case document(Document)
  }

  package var mark: ImportMark
  package var content: Content

  package init(
    subject: String, source: String, content: Content, facts: [String: UInt64]?
  ) {
    mark = ImportMark(key: EntryKey(content), subject: subject, source: source, facts: facts)
    self.content = content
  }

  package var subject: String { mark.subject }
  package var source: String { mark.source }
  package var facts: [String: UInt64]? { mark.facts }
  /// The id in this catalogue.
  package var id: String { mark.key.id }
}

/// Where an imported entry comes from, and what its source said of it.
package struct ImportMark: Hashable, Sendable {
  package var key: EntryKey
  /// The IRI by which its source knows it: the same subject that comes again is the same entry.
  package var subject: String
  /// The source's name.
  package var source: String
  /// A fingerprint of what the source says, by property, so that a change is noticed in what the desk does not
  /// show too; `nil` where the content itself is all that was said.
  package var facts: [String: UInt64]?

  package init(key: EntryKey, subject: String, source: String, facts: [String: UInt64]?) {
    self.key = key
    self.subject = Self.line(subject)
    self.source = Self.line(source)
    self.facts = facts
  }

  /// Lists of marks are kept as lines of cells.
  private static func line(_ text: String) -> String {
    // Most are: no control, and no first byte of a line's end beyond ASCII.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xC2 && $0 != 0xE2 }) { return text }
    return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}

/// What a desk has already, for whoever compares. Content is asked for only where it decides.
package struct KnownCatalogue {
  package var imported: [ImportMark]
  package var ownKeys: Set<EntryKey>
  package var own: () throws -> CatalogueContent
  package var content: (EntryKey) throws -> ImportedEntry.Content?

  package init(
    imported: [ImportMark], ownKeys: Set<EntryKey>, own: @escaping () throws -> CatalogueContent,
    content: @escaping (EntryKey) throws -> ImportedEntry.Content?
  ) {
    self.imported = imported
    self.ownKeys = ownKeys
    self.own = own
    self.content = content
  }

  package init(own: CatalogueContent, imported: [ImportedEntry]) {
    self.init(
      imported: imported.map(\.mark), ownKeys: Set(own.entries.map(EntryKey.init)), own: { own },
      content: { key in imported.first { $0.mark.key == key }?.content })
  }
}

extension ImportedEntry.Content {
  package var id: String {
    switch self {
    case .situation(let situation): situation.id.rawValue
    case .service(let service): service.id.rawValue
    case .document(let document): document.id.rawValue
    }
  }
}

extension CatalogueContent {
  /// Every entry by itself, the situations first.
  package var entries: [ImportedEntry.Content] {
    situations.map { .situation($0) } + services.map { .service($0) }
      + documents.map { .document($0) }
  }

  /// With these entries behind its own.
  package func adding(_ entries: [ImportedEntry.Content]) -> CatalogueContent {
    var whole = self
    for entry in entries {
      switch entry {
      case .situation(let situation): whole.situations.append(situation)
      case .service(let service): whole.services.append(service)
      case .document(let document): whole.documents.append(document)
      }
    }
    return whole
  }
}

/// The kind and the id of an entry: what tells it in this catalogue.
package struct EntryKey: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case situation, service, document }
  package var kind: Kind
  package var id: String

  package init(kind: Kind, id: String) {
    self.kind = kind
    self.id = id
  }

  package init(_ content: ImportedEntry.Content) {
    kind =
      switch content {
      case .situation: .situation
      case .service: .service
      case .document: .document
      }
    id = content.id
  }
}
