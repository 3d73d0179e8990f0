// The desk itself: the one command that takes the whole screen.

internal import Canvas
internal import CentralStore
internal import Configuration
internal import DeskRuntime
internal import DeskScreens
internal import Domain
internal import Terminal
internal import Training
internal import TrainingRuntime

/// Runs the desk until the clerk leaves it; returns the program's exit code.
func runDesk(_ session: Session) throws -> Int32 {
  let options = try DeskOptions(session)
  if let problem = session.configuredThemeProblem { throw Failure(problem) }
  do {
    try DeskProgram.run(options)
    return ExitCode.done.rawValue
  } catch {
    throw Failure(error, folder: session.invocation.value(CommonOptions.data))
  }
}

extension DeskOptions {
  /// Options and configuration taken together.
  init(_ session: Session) throws(Failure) {
    self.init(session, directory: try session.dataDirectory(), try session.deskLink())
  }

  /// Of a day of training: a folder of its own, and no central store, whose credentials are not even read.
  init(_ session: Session, training: TrainingSetup, in directory: String) {
    let language = session.language
    self.init(session, directory: directory, (sync: .alone, centre: "", desk: ""))
    self.training = training
    centreName = training.lesson.title(language)
    deskName = TrainingDay.windowName(1, language)
    lockAfter = 0
    retentionDays = 0
  }

  /// Of a trainer's board on a day under way.
  init(_ session: Session, watching directory: String) {
    self.init(session, directory: directory, (sync: .alone, centre: "", desk: ""))
    watchesTraining = true
    centreName = ""
  }

  private init(_ session: Session, directory: String, _ link: DeskLink) {
    let configuration = session.configuration
    let invocation = session.invocation
    self.init(
      dataDirectory: directory,
      theme: invocation.value(CommonOptions.theme), configuredTheme: configuration.theme,
      language: invocation.value(CommonOptions.language).flatMap(Language.init(rawValue:)),
      configuredLanguage: configuration.language,
      depth: invocation.has(CommonOptions.noColour) ? .mono : nil,
      configuredDepth: configuration.colour ? nil : .mono, mouse: configuration.mouse,
      themeDirectories: session.environment.themeDirectories, offset: session.offset,
      // The names under which the desk was enrolled stand where the configuration gives none.
      centreName: configuration.centre.isEmpty ? link.centre : configuration.centre,
      deskName: configuration.desk.isEmpty ? link.desk : configuration.desk,
      handBack: configuration.handBack, ratingTimeout: configuration.ratingTimeout,
      ratingForm: configuration.ratingForm, callbackDays: configuration.callbackDays,
      keyboard: configuration.ratingKeyboard,
      lockAfter: configuration.lockAfter, retentionDays: configuration.retentionDays,
      escapeDelay: configuration.escapeDelay, noShow: configuration.noShow,
      baseline: configuration.baseline, region: configuration.region,
      calendarFolders: session.environment.calendarFolders,
      printCommand: configuration.checklistPrint,
      actor: session.actor?.id, sync: link.sync, preview: session.preview?.shownName)
  }
}

/// What a desk's credentials say.
private typealias DeskLink = (sync: DeskSync, centre: String, desk: String)

extension Session {
  /// Credentials that are of no use keep nobody from working: the screen says so.
  fileprivate func deskLink() throws(Failure) -> DeskLink {
    let directory = try dataDirectory()
    // What is tried in a preview is nobody's business at the centre.
    guard preview == nil else { return (.alone, "", "") }
    do throws(Failure) {
      guard let access = try CentralAccess(self) else { return (.alone, "", "") }
      return (
        .linked(access.session(directory: directory)), access.credentials.centre,
        access.credentials.desk
      )
    } catch {
      return (.stopped(.credentials), "", "")
    }
  }
}

extension Failure {
  init(_ failure: DeskFailure, folder: String?) {
    switch failure {
    case .store(let error): self.init(error, folder: folder)
    case .terminal(let error): self.init(error)
    case .unknownTheme(let name, let known): self = .unknownTheme(name, known)
    }
  }

  static func unknownTheme(_ name: String, _ known: [String]) -> Failure {
    let list = known.joined(separator: ", ")
    return Failure(
      .usage, code: "unknown_theme", ru: "нет темы «\(name)». Есть: \(list)",
      en: "there is no theme “\(name)”. There are: \(list)")
  }
}
