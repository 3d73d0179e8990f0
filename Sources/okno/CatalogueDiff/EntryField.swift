internal import Domain

/// One thing that a catalogue says of an entry, as a person reads it. Two editions of an entry are
/// compared by these, so that whatever differs can be said.
struct EntryField: Hashable {
  /// For machines: the key in the catalogue's files.
  var code: String
  var name: LocalizedText
  var values: [String]

  init(_ code: String, ru: String, en: String, _ values: [String]) {
    self.code = code
    name = LocalizedText(ru: ru, en: en)
    self.values = values
  }

  init(_ code: String, ru: String, en: String, _ value: String?) {
    self.init(code, ru: ru, en: en, value.map { [$0] } ?? [])
  }

  /// A text of the catalogue: its Russian and its English, each a field.
  static func text(_ code: String, ru: String, en: String, _ text: LocalizedText?) -> [EntryField] {
    [
      EntryField(code, ru: ru, en: en, text?.ru),
      EntryField(
        "\(code)_en", ru: "\(ru) по-английски", en: "\(en) in English", text?.en),
    ]
  }
}

/// What kinds of entry a catalogue has, in the order in which they are told.
enum EntryKind: String, CaseIterable {
  case situation, service, document, fact, parameter, rule, offer
  case year = "calendar"

  var plural: LocalizedText {
    switch self {
    case .situation: LocalizedText(ru: "Жизненные ситуации", en: "Life situations")
    case .service: LocalizedText(ru: "Услуги", en: "Services")
    case .document: LocalizedText(ru: "Документы", en: "Documents")
    case .fact: LocalizedText(ru: "Факты", en: "Facts")
    case .parameter: LocalizedText(ru: "Величины", en: "Figures")
    case .rule: LocalizedText(ru: "Правила", en: "Rules")
    case .offer: LocalizedText(ru: "Предложения", en: "Offers")
    case .year: LocalizedText(ru: "Производственный календарь", en: "Production calendar")
    }
  }

  /// Whether CPSV-AP has a word for it.
  var isInStandard: Bool { [.situation, .service, .document].contains(self) }
}

/// An entry as it is told in a comparison.
struct ToldEntry {
  var id: String
  var title: String
  var fields: [EntryField]
}
