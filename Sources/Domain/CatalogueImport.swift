// Entries that come from somebody else's catalogue.

/// An entry of another catalogue, as this one keeps it.
package struct ImportedEntry: Codable, Hashable, Sendable {
  package enum Content: Codable, Hashable, Sendable {
    case situation(LifeSituation)
    case service(Service)
    case document(Document)
  }

  /// The IRI by which its source knows it: the same subject that comes again is the same entry.
  package var subject: String
  /// The source's name.
  package var source: String
  package var content: Content
  /// What the source says of it, by property, so that a change is noticed in what the desk does not
  /// show too; `nil` where the content itself is all that was said.
  package var facts: [String: String]?

  package init(
    subject: String, source: String, content: Content, facts: [String: String]?
  ) {
    self.subject = subject
    self.source = source
    self.content = content
    self.facts = facts
  }

  /// The id in this catalogue.
  package var id: String { content.id }
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
