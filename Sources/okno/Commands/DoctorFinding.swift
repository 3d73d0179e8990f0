internal import Configuration
internal import Domain

/// What `okno doctor` says about one thing: of the store, or of the configuration.
struct DoctorFinding {
  /// The word of the JSON, the same in every language.
  var subject: String
  /// What a person calls it.
  var name: LocalizedText
  var level: Finding.Level
  var detail: String
  /// The exit code that a fault of this kind leads to.
  var exit: ExitCode

  init(_ finding: Finding) {
    subject = finding.subject.rawValue
    name = finding.subject.name
    level = finding.level
    detail = finding.detail
    exit =
      switch finding.subject {
      case .folder, .file, .freeSpace, .writeAheadLog: .inputOutput
      case .permissions: .notPermitted
      case .writer: .tryAgain
      case .schema, .integrity, .foreignKeys, .auditChain, .operationChain: .badData
      case .library: .internal
      case .sync: .badData
      }
  }

  private init(configuration level: Finding.Level, _ detail: String) {
    subject = "configuration"
    name = LocalizedText(ru: "настройки", en: "configuration")
    self.level = level
    self.detail = detail
    exit = .configuration
  }

  static func configuration(_ session: Session) -> DoctorFinding {
    do throws(ConfigurationError) {
      let places = session.configurationPlaces
      _ = try Configuration.read(places)
      if let problem = session.configuredThemeProblem { throw problem }
      return DoctorFinding(
        configuration: .fine, places.found ?? session.words("по умолчанию", "defaults"))
    } catch {
      return DoctorFinding(configuration: .fault, error.message(session.language))
    }
  }

  /// Not by colour alone, and the same in every locale.
  var sign: String {
    switch level {
    case .fine: "ok"
    case .warning: "!"
    case .fault: "!!"
    }
  }

  /// `nil` when nothing is faulty; the first fault decides.
  static func failure(_ findings: [DoctorFinding]) -> Failure? {
    guard let worst = findings.first(where: { $0.level == .fault }) else { return nil }
    return Failure(
      worst.exit, code: worst.subject,
      ru: "\(worst.name(.ru)): \(DoctorWords.detail(worst.detail, .ru))",
      en: "\(worst.name(.en)): \(worst.detail)")
  }
}

extension Finding.Subject {
  fileprivate var name: LocalizedText {
    switch self {
    case .folder: LocalizedText(ru: "папка", en: "folder")
    case .file: LocalizedText(ru: "файл данных", en: "data file")
    case .permissions: LocalizedText(ru: "права", en: "modes")
    case .schema: LocalizedText(ru: "схема базы", en: "schema")
    case .integrity: LocalizedText(ru: "целостность базы", en: "integrity")
    case .foreignKeys: LocalizedText(ru: "записей без пары", en: "rows without their other half")
    case .auditChain: LocalizedText(ru: "цепочка журнала", en: "audit chain")
    case .operationChain: LocalizedText(ru: "цепочка операций", en: "operation chain")
    case .freeSpace: LocalizedText(ru: "место на диске", en: "free space")
    case .writer: LocalizedText(ru: "кто пишет сейчас", en: "writing now")
    case .writeAheadLog: LocalizedText(ru: "ещё не перенесено в файл", en: "not yet folded in")
    case .library: LocalizedText(ru: "библиотека", en: "library")
    case .sync: LocalizedText(ru: "связь с центром", en: "central store")
    }
  }
}
