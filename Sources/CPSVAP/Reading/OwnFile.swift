package import Domain
package import JSON5

extension CatalogueBytes {
  /// Reads the project's own form: what `catalogue export --format json` writes, or one file of a
  /// catalogue's folder (a situation, or a list of services or of documents).
  package func ownReading(
    source: String? = nil, today: CalendarDate
  ) throws(JSON5Error) -> CatalogueReading {
    let document = try JSON5Document(name: path, bytes: bytes)
    let file = OwnFile(document: document)
    let content = try file.content()
    var reader = GraphReader(
      CatalogueGraph.graph(of: content), source: fileName, hasNamedSource: true, today: today)
    var reading = CatalogueReading()
    reading.counts = reader.read().counts
    reading.book = try file.book()
    reading.offers = try file.entries("offers")
    reading.years = try file.entries("calendar")
    reading.entries = content.entries.map {
      ImportedEntry(
        subject: OwnIRI.iri(of: EntryKey($0)), source: source ?? fileName, content: $0, facts: nil)
    }
    return reading
  }
}

private struct OwnFile {
  let document: JSON5Document

  func content() throws(JSON5Error) -> CatalogueContent {
    var content = CatalogueContent(situations: [], services: [], documents: [], fingerprint: [])
    switch document.root.content {
    case .object(let members) where members.contains(where: { $0.key == "in_words" }):
      content.situations = [try document.decode(LifeSituation.self)]
    case .object(let members):
      let names = Set(members.map(\.key))
      guard !names.isDisjoint(with: ["situations", "services", "documents"]) else {
        throw document.error(at: [], "neither `situations`, `services` nor `documents` is here")
      }
      content.situations = try list("situations", names)
      content.services = try list("services", names)
      content.documents = try list("documents", names)
    default:
      if document.node(at: [.index(0), .key("origin")]) != nil {
        content.documents = try document.decode([Document].self)
      } else {
        content.services = try document.decode([Service].self)
      }
    }
    try check(content)
    return content
  }

  func book() throws(JSON5Error) -> AdviceBook {
    guard case .object(let members) = document.root.content else {
      return AdviceBook(facts: [], parameters: [], rules: [])
    }
    let names = Set(members.map(\.key))
    return AdviceBook(
      facts: names.contains("in_words") ? [] : try list("facts", names),
      parameters: try list("parameters", names), rules: try list("rules", names))
  }

  /// A list that stands only in the file of a whole catalogue.
  func entries<Entry: Decodable>(_ name: String) throws(JSON5Error) -> [Entry]? {
    guard document.node(at: [.key(name)]) != nil else { return nil }
    return try document.decode([Entry].self, at: [.key(name)])
  }

  private func list<Entry: Decodable>(
    _ name: String, _ names: Set<String>
  ) throws(JSON5Error) -> [Entry] {
    names.contains(name) ? try document.decode([Entry].self, at: [.key(name)]) : []
  }

  private func check(_ content: CatalogueContent) throws(JSON5Error) {
    var seen: Set<EntryKey> = []
    for entry in content.entries {
      guard Service.ID(rawValue: entry.id).isWellFormed else {
        throw document.error(at: [], "`\(entry.id)` is no id: lower-case words with hyphens")
      }
      guard seen.insert(EntryKey(entry)).inserted else {
        throw document.error(at: [], "`\(entry.id)` is there twice")
      }
    }
  }
}

extension OwnIRI {
  static func iri(of key: EntryKey) -> String { root + key.kind.rawValue + ":" + key.id }
}
