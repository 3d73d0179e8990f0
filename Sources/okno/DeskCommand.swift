// The desk itself: the one command that takes the whole screen.

internal import Canvas
internal import Configuration
internal import DeskRuntime
internal import Domain
internal import Terminal

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
  fileprivate init(_ session: Session) throws(Failure) {
    let configuration = session.configuration
    let invocation = session.invocation
    self.init(
      dataDirectory: try session.dataDirectory(),
      theme: invocation.value(CommonOptions.theme), configuredTheme: configuration.theme,
      language: invocation.value(CommonOptions.language).flatMap(Language.init(rawValue:)),
      configuredLanguage: configuration.language,
      depth: invocation.has(CommonOptions.noColour) ? .mono : nil,
      configuredDepth: configuration.colour ? nil : .mono, mouse: configuration.mouse,
      themeDirectories: session.environment.themeDirectories, offset: session.offset,
      centreName: configuration.centre, deskName: configuration.desk,
      handBack: configuration.handBack, ratingTimeout: configuration.ratingTimeout,
      escapeDelay: configuration.escapeDelay, sync: try session.deskSync())
  }
}

extension Session {
  /// Credentials that are of no use keep nobody from working: the screen says so.
  fileprivate func deskSync() throws(Failure) -> DeskSync {
    let directory = try dataDirectory()
    do throws(Failure) {
      return try CentralAccess(self).map { .linked($0.session(directory: directory)) } ?? .alone
    } catch {
      return .stopped(.credentials)
    }
  }
}

extension Failure {
  fileprivate init(_ failure: DeskFailure, folder: String?) {
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
