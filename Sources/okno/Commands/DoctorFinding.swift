internal import Configuration
internal import Domain

/// What `okno doctor` says about one thing: of the store, or of the configuration.
struct DoctorFinding {
  var subject: String
  var level: Finding.Level
  var detail: String
  /// The exit code that a fault of this kind leads to.
  var exit: ExitCode

  init(_ finding: Finding) {
    subject = finding.subject.rawValue
    level = finding.level
    detail = finding.detail
    exit =
      switch finding.subject {
      case .folder, .file, .freeSpace, .writeAheadLog: .inputOutput
      case .permissions: .notPermitted
      case .writer: .tryAgain
      case .schema, .integrity, .foreignKeys, .auditChain, .operationChain: .badData
      case .library: .internal
      }
  }

  private init(configuration level: Finding.Level, _ detail: String) {
    subject = "configuration"
    self.level = level
    self.detail = detail
    exit = .configuration
  }

  static func configuration(_ session: Session) -> DoctorFinding {
    do throws(ConfigurationError) {
      let places = session.configurationPlaces
      _ = try Configuration.read(places)
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
      worst.exit, code: worst.subject, ru: "\(worst.subject): \(worst.detail)",
      en: "\(worst.subject): \(worst.detail)")
  }
}
