// What a command takes: the table's columns.

internal import Domain

/// The kind of a value: it decides what is accepted, what help calls it and what a shell completes.
enum ValueKind: Hashable, Sendable {
  case text
  /// One of these words.
  case choice([String])
  case number(ClosedRange<Int>)
  /// A day, `2026-11-24`.
  case date
  /// An id of the catalogue.
  case situation, service
  /// A UUID.
  case identifier
  /// A theme's name.
  case theme
  case file, directory

  /// What stands for the value in a synopsis.
  func placeholder(_ language: Language) -> String {
    let words: LocalizedText =
      switch self {
      case .text: LocalizedText(ru: "ТЕКСТ", en: "TEXT")
      case .choice(let words): LocalizedText(ru: words.joined(separator: "|"))
      case .number: LocalizedText(ru: "N")
      case .date: LocalizedText(ru: "ДАТА", en: "DATE")
      case .situation, .service, .identifier: LocalizedText(ru: "ID")
      case .theme: LocalizedText(ru: "ИМЯ", en: "NAME")
      case .file: LocalizedText(ru: "ФАЙЛ", en: "FILE")
      case .directory: LocalizedText(ru: "ПАПКА", en: "DIR")
      }
    return words(language)
  }

  /// Whether `text` can be a value of this kind; whether the thing exists is another question.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .text: true
    case .choice(let words): words.contains(text)
    case .number(let range): Int(text).map(range.contains) ?? false
    case .date: CalendarDate(text) != nil
    case .situation, .service: LifeSituation.ID(rawValue: text).isWellFormed
    case .identifier: UUIDv7(text) != nil
    case .theme, .file, .directory: !text.isEmpty
    }
  }

  /// What may stand there, for a message.
  var allowed: LocalizedText {
    switch self {
    case .text: LocalizedText(ru: "любой текст", en: "any text")
    case .choice(let words): LocalizedText(ru: words.joined(separator: ", "))
    case .number(let range):
      LocalizedText(
        ru: "целое число от \(range.lowerBound) до \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .date: LocalizedText(ru: "день в виде 2026-11-24", en: "a day such as 2026-11-24")
    case .situation:
      LocalizedText(
        ru: "обозначение вида birth-of-child (список: okno situation list)",
        en: "an id such as birth-of-child (list: okno situation list)")
    case .service:
      LocalizedText(
        ru: "обозначение вида birth-registration (список: okno situation show ID)",
        en: "an id such as birth-registration (list: okno situation show ID)")
    case .identifier:
      LocalizedText(
        ru: "UUID, как его напечатала программа", en: "a UUID as the program printed it")
    case .theme: LocalizedText(ru: "имя темы", en: "a theme's name")
    case .file: LocalizedText(ru: "путь к файлу", en: "a path of a file")
    case .directory: LocalizedText(ru: "путь к папке", en: "a path of a folder")
    }
  }
}

/// One option of a command.
struct OptionSpec: Hashable, Sendable {
  /// Without the hyphens.
  var name: String
  var short: Character?
  /// `nil` for an option that takes no value.
  var value: ValueKind?
  var isRequired = false
  var isRepeated = false
  var summary: LocalizedText

  init(
    _ name: String, short: Character? = nil, _ value: ValueKind? = nil, isRequired: Bool = false,
    isRepeated: Bool = false, ru: String, en: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.isRequired = isRequired
    self.isRepeated = isRepeated
    self.summary = LocalizedText(ru: ru, en: en)
  }

  var scanned: ScannedOption {
    ScannedOption(name: name, short: short, takesValue: value != nil)
  }

  /// `--limit N`.
  func written(_ language: Language) -> String {
    "--\(name)" + (value.map { " \($0.placeholder(language))" } ?? "")
  }
}

/// One operand of a command: a word that is no option.
struct OperandSpec: Hashable, Sendable {
  var value: ValueKind
  var isRequired = true
  /// The last operand may take all words that are left.
  var isRepeated = false
  var summary: LocalizedText

  init(
    _ value: ValueKind, isRequired: Bool = true, isRepeated: Bool = false, ru: String, en: String
  ) {
    self.value = value
    self.isRequired = isRequired
    self.isRepeated = isRepeated
    self.summary = LocalizedText(ru: ru, en: en)
  }

  func written(_ language: Language) -> String {
    value.placeholder(language) + (isRepeated ? "…" : "")
  }
}
