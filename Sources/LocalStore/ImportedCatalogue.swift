internal import Domain
internal import SQLite

/// Entries of other catalogues: they stand in the tables of the catalogue behind its own. Whose they are is a
/// value of `meta`, read and written whole, a few times a year.
enum ImportedCatalogue {
  static func marks(_ connection: Connection) throws -> [ImportMark] {
    MarkLines.marks(try Meta.get(.imported, connection, as: String.self) ?? "")
  }

  /// Within a transaction.
  static func write(_ marks: [ImportMark], _ connection: Connection) throws {
    try Meta.set(.imported, MarkLines.text(marks), connection)
    let situations = marks.filter { $0.key.kind == .situation }
    try Meta.set(.importedSituations, MarkLines.sources(situations), connection)
  }

  /// Whose each imported situation is, by its id: a list shows it, and reads no entry for that.
  static func sources(_ connection: Connection) throws -> [String: String] {
    guard let text = try Meta.get(.importedSituations, connection, as: String.self) else {
      return [:]
    }
    return MarkLines.sources(text)
  }

  /// Within a transaction: those that stay beside this content, with theirs, in the catalogue's order. An id
  /// that the centre's own catalogue takes is the centre's.
  static func kept(
    beside content: CatalogueContent, _ connection: Connection
  ) throws -> [ImportedEntry] {
    let marks = try marks(connection)
    guard !marks.isEmpty else { return [] }
    let own = Set(content.entries.map(EntryKey.init))
    let kept = marks.filter { !own.contains($0.key) }
    if kept.count < marks.count { try write(kept, connection) }
    return try kept.compactMap { mark in
      try self.content(of: mark.key, connection).map {
        ImportedEntry(
          subject: mark.subject, source: mark.source, content: $0, facts: mark.facts)
      }
    }
  }

  static func content(
    of key: EntryKey, _ connection: Connection
  ) throws -> ImportedEntry.Content? {
    switch key.kind {
    case .situation:
      try CatalogueTable.entry(.situation, key.id, as: LifeSituation.self, connection)
        .map { .situation($0) }
    case .service:
      try CatalogueTable.entry(.service, key.id, as: Service.self, connection)
        .map { .service($0) }
    case .document:
      try CatalogueTable.entry(.document, key.id, as: Document.self, connection)
        .map { .document($0) }
    }
  }

  /// The catalogue without what was imported.
  static func own(_ connection: Connection) throws -> CatalogueContent {
    let imported = Set(try marks(connection).map(\.key))
    func isOwn(_ kind: EntryKey.Kind, _ id: String) -> Bool {
      !imported.contains(EntryKey(kind: kind, id: id))
    }
    return CatalogueContent(
      situations: try CatalogueTable.entries(.situation, connection) { isOwn(.situation, $0) },
      services: try CatalogueTable.entries(.service, connection) { isOwn(.service, $0) },
      documents: try CatalogueTable.entries(.document, connection) { isOwn(.document, $0) },
      fingerprint: try Meta.get(.catalogueHash, connection, as: [UInt8].self) ?? [])
  }
}

/// Marks as lines of cells; in the last cell the fingerprints, each with its property.
private enum MarkLines {
  static func text(_ marks: [ImportMark]) -> String {
    var text: [UInt8] = []
    for mark in marks {
      if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
      for cell in [mark.key.kind.rawValue, mark.key.id, mark.subject, mark.source] {
        text += cell.utf8
        text.append(UInt8(ascii: "\t"))
      }
      write(mark.facts, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func write(_ facts: [String: UInt64]?, to text: inout [UInt8]) {
    text.append(UInt8(ascii: facts == nil ? "-" : "+"))
    var isFirst = true
    for (property, fingerprint) in (facts ?? [:]).sorted(by: { $0.key < $1.key }) {
      if !isFirst { text.append(0x1F) }
      isFirst = false
      text += Hexadecimal.digits(fingerprint)
      text.append(UInt8(ascii: " "))
      text += property.utf8
    }
  }

  static func marks(_ text: String) -> [ImportMark] {
    text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 5, let kind = EntryKey.Kind(rawValue: String(cells[0])) else {
        return nil
      }
      return ImportMark(
        key: EntryKey(kind: kind, id: String(cells[1])), subject: String(cells[2]),
        source: String(cells[3]), facts: cells[4].first == "+" ? facts(cells[4].dropFirst()) : nil)
    }
  }

  private static func facts(_ cell: Substring) -> [String: UInt64] {
    var facts: [String: UInt64] = [:]
    for fact in cell.split(separator: "\u{1F}") {
      let words = fact.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2, let fingerprint = UInt64(words[0], radix: 16) else { continue }
      facts[String(words[1])] = fingerprint
    }
    return facts
  }

  static func sources(_ marks: [ImportMark]) -> String {
    marks.map { "\($0.key.id)\t\($0.source)" }.joined(separator: "\n")
  }

  static func sources(_ text: String) -> [String: String] {
    var sources: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.count == 2 { sources[String(cells[0])] = String(cells[1]) }
    }
    return sources
  }
}
