package import Domain
package import SQLite
internal import SearchText

/// By which of its texts an entry of the catalogue is found, as `catalogue_phrase.field` numbers it.
enum PhraseField: Int, CaseIterable {
  case title = 0
  /// A situation's own words, a synonym, a colloquial name.
  case synonym = 1
  case result = 2
  case body = 3
  /// The title or a colloquial name of a service that the situation leads to.
  case linkedService = 4

  /// What a hit in this text is worth. A situation that leads to the service that was asked for is
  /// worth showing, below the service.
  var weight: Double {
    switch self {
    case .title, .synonym: 1
    case .result: 0.62
    case .linkedService: 0.45
    case .body: 0.4
    }
  }
}

/// The catalogue's search text: a row for each phrase by which an entry can be found.
package enum CatalogueIndex {
  /// Replaces the whole index. Belongs in the transaction that replaces the catalogue.
  ///
  /// - Parameter sources: whose entries are, where they were imported.
  package static func rebuild(
    _ connection: Connection, _ content: CatalogueContent, sources: [EntryKey: String] = [:]
  ) throws {
    try connection.execute(
      """
      DELETE FROM catalogue_phrase;
      DELETE FROM catalogue_hit;
      INSERT INTO catalogue_search (catalogue_search) VALUES ('delete-all');
      """)
    try add(connection, content, sources: sources)
  }

  /// Adds entries to those that are there. Belongs in the transaction that adds them to the catalogue.
  static func add(
    _ connection: Connection, _ content: CatalogueContent, sources: [EntryKey: String]
  ) throws {
    let services = Dictionary(
      content.services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for situation in content.situations {
      let source = sources[EntryKey(.situation(situation))]
      try add(situation, services, source, connection)
    }
    for service in content.services {
      try add(service, sources[EntryKey(.service(service))], connection)
    }
  }

  private static func add(
    _ situation: LifeSituation, _ services: [Service.ID: Service], _ source: String?,
    _ connection: Connection
  ) throws {
    // Another catalogue has no words of the citizen's.
    let detail = source.map { LocalizedText(ru: $0) } ?? situation.inWords
    let hit = try addHit(.situation, situation.id.rawValue, situation.title, detail, connection)
    var phrases = Phrases()
    if let source { phrases.add(source, .body) }
    phrases.add(situation.title, .title)
    phrases.add(situation.inWords, .synonym)
    for synonym in situation.synonyms { phrases.add(synonym, .synonym) }
    for service in situation.services.compactMap({ services[$0.id] }) {
      phrases.add(service.title.ru, .linkedService)
      for name in service.colloquial { phrases.add(name, .linkedService) }
    }
    try store(phrases, hit, connection)
  }

  private static func add(
    _ service: Service, _ source: String?, _ connection: Connection
  ) throws {
    let detail = source.map { service.body.beside($0) } ?? service.body
    let hit = try addHit(.service, service.id.rawValue, service.title, detail, connection)
    var phrases = Phrases()
    if let source { phrases.add(source, .body) }
    phrases.add(service.title, .title)
    if let short = service.short { phrases.add(short, .synonym) }
    for name in service.colloquial { phrases.add(name, .synonym) }
    phrases.add(service.result, .result)
    phrases.add(service.body, .body)
    try store(phrases, hit, connection)
  }

  private static func addHit(
    _ kind: SearchHit.Kind, _ id: String, _ title: LocalizedText, _ detail: LocalizedText,
    _ connection: Connection
  ) throws -> Int64 {
    try connection.run(
      """
      INSERT INTO catalogue_hit (kind, id, title_ru, title_en, detail_ru, detail_en)
      VALUES (?, ?, ?, ?, ?, ?)
      """, kind.rawValue, id, title.ru, title.en, detail.ru, detail.en)
    return connection.lastInsertedRow
  }

  private static func store(_ phrases: Phrases, _ hit: Int64, _ connection: Connection) throws {
    for phrase in phrases.all {
      try connection.run(
        "INSERT INTO catalogue_phrase (hit, field, text, folded) VALUES (?, ?, ?, ?)", hit,
        phrase.field.rawValue, phrase.text, phrase.folded)
      try connection.run(
        "INSERT INTO catalogue_search (rowid, folded) VALUES (?, ?)", connection.lastInsertedRow,
        phrase.folded)
    }
  }
}

extension LocalizedText {
  /// With the source behind it; once where the two are the same.
  fileprivate func beside(_ source: String) -> LocalizedText {
    ru == source ? self : LocalizedText(ru: "\(ru) · \(source)", en: en.map { "\($0) · \(source)" })
  }
}

/// The phrases of one entry, each said once, under its weightiest field.
private struct Phrases {
  private(set) var all: [(text: String, folded: String, field: PhraseField)] = []
  private var seen: Set<String> = []

  mutating func add(_ text: LocalizedText, _ field: PhraseField) {
    add(text.ru, field)
    if let english = text.en { add(english, field) }
  }

  mutating func add(_ text: String, _ field: PhraseField) {
    let folded = Words.foldedText(text)
    guard !folded.isEmpty, seen.insert(folded).inserted else { return }
    all.append((text, folded, field))
  }
}
