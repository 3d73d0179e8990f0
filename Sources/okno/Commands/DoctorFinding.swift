internal import Configuration
internal import Catalogue
internal import CentralStore
internal import Domain
internal import LocalStore

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
    self.init("configuration", ru: "настройки", en: "configuration", level, detail)
  }

  private init(
    _ subject: String, ru: String, en: String, _ level: Finding.Level, _ detail: String
  ) {
    self.subject = subject
    name = LocalizedText(ru: ru, en: en)
    self.level = level
    self.detail = detail
    exit = .configuration
  }

  /// With what the desk enters the central store: whether the file can be used, and whether it is for
  /// the desk as which the data were synced last.
  static func credentials(_ session: Session) -> DoctorFinding {
    func finding(_ level: Finding.Level, _ detail: String) -> DoctorFinding {
      DoctorFinding("credentials", ru: "доступ к центру", en: "credentials", level, detail)
    }
    do throws(Failure) {
      guard let path = session.credentialsPath, let access = try CentralAccess(session) else {
        return finding(
          .fine, session.words("нет: окно работает без центра", "none: the desk works alone"))
      }
      let given = access.credentials.deskID
      let known = LocalStore.enrolledDesk(try session.dataDirectory())
      guard let known, known != given else { return finding(.fine, "\(path), \(given)") }
      return finding(
        .warning,
        session.words(
          "\(path): окно \(given), а данные до сих пор обменивались как \(known). После повторного "
            + "подключения это верно; иначе это файл другого окна",
          "\(path): desk \(given), but the data were synced as \(known) until now. That is right after "
            + "enrolling again; otherwise the file is another desk's"))
    } catch {
      return finding(.fault, error.message(session.language))
    }
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

  /// The years of the production calendar, and whether those that the centre has written can be read.
  static func calendar(_ session: Session) -> DoctorFinding {
    func finding(_ level: Finding.Level, _ detail: String) -> DoctorFinding {
      DoctorFinding(
        "calendar", ru: "производственный календарь", en: "production calendar", level, detail)
    }
    let centre = CentreCalendar.read(session.environment.calendarFolders)
    if let problem = centre.problems.first { return finding(.fault, problem) }
    guard let own = try? BundledCatalogue().calendarYears() else {
      return finding(.fault, "the bundled years cannot be read")
    }
    let years = Set((own + centre.years).map(\.year))
    let list = years.sorted().map(String.init).joined(separator: ", ")
    let today = session.now.date(offset: session.offset)
    guard !years.contains(today.year) else { return finding(.fine, list) }
    return finding(
      .warning,
      session.words(
        "\(list); года \(today.year) нет, сроки в рабочих днях считаются без переносов выходных",
        "\(list); \(today.year) is missing, and working days count without transfers of days off"))
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
      en: "\(worst.name(.en)): \(DoctorWords.detail(worst.detail, .en))")
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
