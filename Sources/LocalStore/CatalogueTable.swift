internal import Domain
internal import FoundationEssentials
internal import SQLite

/// The catalogue's rows: what lists need in columns, the whole entry as JSON.
enum CatalogueTable {
  enum Kind: String { case situation, service, document }

  static func contains(_ kind: Kind, _ id: String, _ connection: Connection) throws -> Bool {
    try connection.value(
      "SELECT 1 FROM catalogue_entry WHERE kind = ? AND id = ?", kind.rawValue, id, as: Int.self)
      != nil
  }

  static func title(
    _ kind: Kind, _ id: String, _ connection: Connection
  ) throws -> LocalizedText? {
    try connection.first(
      "SELECT title_ru, title_en FROM catalogue_entry WHERE kind = ? AND id = ?",
      kind.rawValue, id
    ) { LocalizedText(ru: try $0.next(), en: try $0.next()) }
  }

  /// The id of an entry that the catalogue has lost.
  static func shownTitle(
    _ kind: Kind, _ id: String, _ connection: Connection
  ) throws -> LocalizedText {
    try title(kind, id, connection) ?? LocalizedText(ru: id)
  }

  static func titles(
    _ kind: Kind, _ connection: Connection
  ) throws -> [String: LocalizedText] {
    var titles: [String: LocalizedText] = [:]
    try connection.forEach(
      "SELECT id, title_ru, title_en FROM catalogue_entry WHERE kind = ?", values: [kind.rawValue]
    ) { row in
      let id: String = try row.next()
      titles[id] = LocalizedText(ru: try row.next(), en: try row.next())
      return true
    }
    return titles
  }

  static func situations(_ connection: Connection) throws -> [SituationSummary] {
    let sources = try ImportedCatalogue.sources(connection)
    return try connection.all(
      """
      SELECT id, title_ru, title_en, audience FROM catalogue_entry
      WHERE kind = 'situation' ORDER BY position
      """
    ) { row in
      let id: String = try row.next()
      return SituationSummary(
        id: LifeSituation.ID(rawValue: id),
        title: LocalizedText(ru: try row.next(), en: try row.next()), audience: try row.word(),
        source: sources[id])
    }
  }

  /// Those that are most about the service first: where everybody needs it, and early.
  static func situations(
    with service: String, _ connection: Connection
  ) throws -> [LifeSituation.ID] {
    try connection.all(
      "SELECT situation FROM catalogue_link WHERE service = ? ORDER BY position", service
    ) { LifeSituation.ID(rawValue: try $0.next()) }
  }

  static func entry<Entry: Decodable>(
    _ kind: Kind, _ id: String, as type: Entry.Type, _ connection: Connection
  ) throws -> Entry? {
    let body = try connection.value(
      "SELECT body FROM catalogue_entry WHERE kind = ? AND id = ?", kind.rawValue, id,
      as: String.self)
    return try body.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  /// Entries of a kind, in the catalogue's order.
  static func entries<Entry: Decodable>(
    _ kind: Kind, _ connection: Connection,
    where isWanted: (_ id: String) -> Bool = { _ in true }
  ) throws -> [Entry] {
    let decoder = JSONDecoder()
    var entries: [Entry] = []
    try connection.forEach(
      "SELECT id, body FROM catalogue_entry WHERE kind = ? ORDER BY position",
      values: [kind.rawValue]
    ) { row in
      guard isWanted(try row.next()) else { return true }
      let body: String = try row.next()
      entries.append(try decoder.decode(Entry.self, from: Data(body.utf8)))
      return true
    }
    return entries
  }

  static func remove(_ key: EntryKey, _ connection: Connection) throws {
    try connection.run(
      "DELETE FROM catalogue_entry WHERE kind = ? AND id = ?", key.kind.rawValue, key.id)
  }

  /// What there is, imported or not.
  static func keys(_ connection: Connection) throws -> Set<EntryKey> {
    Set(
      try connection.all("SELECT kind, id FROM catalogue_entry") { row in
        guard let kind = EntryKey.Kind(rawValue: try row.next()) else {
          throw row.malformed(0, expected: "kind")
        }
        return EntryKey(kind: kind, id: try row.next())
      })
  }

  static func clear(_ connection: Connection) throws {
    try connection.run("DELETE FROM catalogue_entry")
    try connection.run("DELETE FROM catalogue_link")
  }

  /// Puts entries behind those that are there.
  ///
  /// - Parameter bodies: what `bodies(of:)` makes of the content.
  static func add(
    _ content: CatalogueContent, bodies: [String], _ connection: Connection
  ) throws {
    let last = try connection.value(
      "SELECT coalesce(max(position), -1) FROM catalogue_entry", as: Int.self)
    let first = (last ?? -1) + 1
    var bodies = bodies[...]
    for (place, situation) in content.situations.enumerated() {
      try insert(
        .situation, situation.id.rawValue, first + place, situation.title, situation.audience,
        bodies.removeFirst(), connection)
      try link(situation, connection)
    }
    for (place, service) in content.services.enumerated() {
      try insert(
        .service, service.id.rawValue, first + place, service.title, nil, bodies.removeFirst(),
        connection)
    }
    for (place, document) in content.documents.enumerated() {
      try insert(
        .document, document.id.rawValue, first + place, document.title, nil, bodies.removeFirst(),
        connection)
    }
  }

  /// The entries as JSON: situations, services, documents.
  static func bodies(of content: CatalogueContent) throws -> [String] {
    try content.situations.map { try BodyEncoder.text(of: $0) }
      + content.services.map { try BodyEncoder.text(of: $0) }
      + content.documents.map { try BodyEncoder.text(of: $0) }
  }

  private static func link(_ situation: LifeSituation, _ connection: Connection) throws {
    for (place, link) in situation.services.enumerated() {
      try connection.run(
        "INSERT OR IGNORE INTO catalogue_link (service, situation, position) VALUES (?, ?, ?)",
        link.id.rawValue, situation.id.rawValue, place + (link.when == nil ? 0 : 1000))
    }
  }

  private static func insert(
    _ kind: Kind, _ id: String, _ position: Int, _ title: LocalizedText, _ audience: Audience?,
    _ body: String, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO catalogue_entry (kind, id, position, title_ru, title_en, audience, body)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, kind.rawValue, id, position, title.ru, title.en, audience?.rawValue, body)
  }
}
