internal import Domain
internal import SQLite
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
enum CatalogueIndex {
  /// How an entry looks in an answer, and by what it is found.
  struct Entry: Sendable {
    let kind: SearchHit.Kind
    let id: String
    let title: LocalizedText
    let detail: LocalizedText
    fileprivate(set) var phrases: Phrases
  }

  /// Replaces the whole index. Belongs in the transaction that replaces the catalogue.
  static func rebuild(_ connection: Connection, _ entries: [Entry]) throws {
    try connection.execute(
      """
      DELETE FROM catalogue_phrase;
      DELETE FROM catalogue_hit;
      INSERT INTO catalogue_search (catalogue_search) VALUES ('delete-all');
      """)
    try add(connection, entries)
  }

  /// Adds entries to those that are there. Belongs in the transaction that adds them to the catalogue.
  static func add(_ connection: Connection, _ entries: [Entry]) throws {
    for entry in entries {
      try connection.run(
        """
        INSERT INTO catalogue_hit (kind, id, title_ru, title_en, detail_ru, detail_en)
        VALUES (?, ?, ?, ?, ?, ?)
        """, entry.kind.rawValue, entry.id, entry.title.ru, entry.title.en, entry.detail.ru,
        entry.detail.en)
      let hit = connection.lastInsertedRow
      for phrase in entry.phrases.all {
        try connection.run(
          "INSERT INTO catalogue_phrase (hit, field, text, folded) VALUES (?, ?, ?, ?)", hit,
          phrase.field.rawValue, phrase.text, phrase.folded)
        try connection.run(
          "INSERT INTO catalogue_search (rowid, folded) VALUES (?, ?)", connection.lastInsertedRow,
          phrase.folded)
      }
    }
  }

  // MARK: What is indexed

  /// - Parameter sources: whose entries are, where they were imported.
  static func entries(_ content: CatalogueContent, sources: [EntryKey: String]) -> [Entry] {
    let services = Dictionary(
      content.services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let situations = content.situations.map { situation in
      let key = EntryKey(kind: .situation, id: situation.id.rawValue)
      return entry(situation, services, sources[key])
    }
    return situations
      + content.services.map { service in
        entry(service, sources[EntryKey(kind: .service, id: service.id.rawValue)])
      }
  }

  private static func entry(
    _ situation: LifeSituation, _ services: [Service.ID: Service], _ source: String?
  ) -> Entry {
    var phrases = Phrases()
    if let source { phrases.add(source, .body) }
    phrases.add(situation.title, .title)
    phrases.add(situation.inWords, .synonym)
    for synonym in situation.synonyms { phrases.add(synonym, .synonym) }
    for service in situation.services.compactMap({ services[$0.id] }) {
      phrases.add(service.title.ru, .linkedService)
      for name in service.colloquial { phrases.add(name, .linkedService) }
    }
    // Another catalogue has no words of the citizen's.
    return Entry(
      kind: .situation, id: situation.id.rawValue, title: situation.title,
      detail: source.map { LocalizedText(ru: $0) } ?? situation.inWords, phrases: phrases)
  }

  private static func entry(_ service: Service, _ source: String?) -> Entry {
    var phrases = Phrases()
    if let source { phrases.add(source, .body) }
    phrases.add(service.title, .title)
    if let short = service.short { phrases.add(short, .synonym) }
    for name in service.colloquial { phrases.add(name, .synonym) }
    phrases.add(service.result, .result)
    phrases.add(service.body, .body)
    return Entry(
      kind: .service, id: service.id.rawValue, title: service.title,
      detail: source.map { service.body.beside($0) } ?? service.body, phrases: phrases)
  }
}

extension LocalizedText {
  /// With the source behind it; once where the two are the same.
  fileprivate func beside(_ source: String) -> LocalizedText {
    ru == source ? self : LocalizedText(ru: "\(ru) · \(source)", en: en.map { "\($0) · \(source)" })
  }
}

/// The phrases of one entry, each said once, under its weightiest field.
struct Phrases: Sendable {
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
