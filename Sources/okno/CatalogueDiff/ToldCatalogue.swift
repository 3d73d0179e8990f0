internal import DeskScreens
internal import Domain

/// A catalogue as lists of fields in words.
struct ToldCatalogue {
  let entries: [EntryKind: [ToldEntry]]

  /// - Parameter names: what services and documents are called where another entry names them: one that got another
  ///   title is then changed itself, and not whatever names it.
  init(_ catalogue: WholeCatalogue, _ phrases: Phrases, names: WholeCatalogue) {
    let words = EntryWords(catalogue, phrases, names: names)
    let content = catalogue.content
    var entries: [EntryKind: [ToldEntry]] = [
      .situation: content.situations.map(words.told),
      .service: content.services.map(words.told),
      .document: content.documents.map(words.told),
    ]
    if catalogue.saysRules {
      entries[.fact] = catalogue.book.facts.map(words.told)
      entries[.parameter] = catalogue.book.parameters.map(words.told)
      entries[.rule] = catalogue.book.rules.map(words.told)
    }
    entries[.offer] = catalogue.offers.map { $0.map(words.told) }
    entries[.year] = catalogue.years.map { $0.map(words.told) }
    self.entries = entries
  }
}

/// What entries say, in words.
struct EntryWords {
  let phrases: Phrases
  let rules: RuleText
  private let services: [Service.ID: String]
  private let documents: [Document.ID: String]

  init(_ catalogue: WholeCatalogue, _ phrases: Phrases, names: WholeCatalogue) {
    self.phrases = phrases
    let language = phrases.language
    rules = RuleText(book: catalogue.book, phrases: phrases)
    services = Dictionary(
      (names.content.services + catalogue.content.services).map { ($0.id, $0.title(language)) },
      uniquingKeysWith: { first, _ in first })
    documents = Dictionary(
      (names.content.documents + catalogue.content.documents).map { ($0.id, $0.title(language)) },
      uniquingKeysWith: { first, _ in first })
  }

  func say(_ text: LocalizedText) -> String { text(phrases.language) }

  func words(_ ru: String, _ en: String) -> String { say(LocalizedText(ru: ru, en: en)) }

  /// «Паспорт (passport)»: two entries may have one title.
  func name(_ id: Service.ID) -> String { services[id].map { "\($0) (\(id))" } ?? id.rawValue }

  func name(_ id: Document.ID) -> String { documents[id].map { "\($0) (\(id))" } ?? id.rawValue }

  func serviceTitle(_ id: Service.ID) -> String { services[id] ?? id.rawValue }

  func length(_ term: Term) -> String {
    phrases.termLength(term) + (term.note.map { " (\(say($0)))" } ?? "")
  }

  func basis(_ basis: LegalBasis) -> String {
    [basis.act, basis.article].compactMap(\.self).joined(separator: ", ")
  }

  func provenance(_ provenance: Provenance) -> [EntryField] {
    [
      EntryField("source", ru: "источник", en: "source", provenance.source),
      EntryField(
        "reviewed", ru: "проверено", en: "reviewed", provenance.reviewed.description),
    ]
  }
}
