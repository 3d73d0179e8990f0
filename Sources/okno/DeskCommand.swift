// The desk itself: the one command that takes the whole screen.

internal import Canvas
internal import Configuration
internal import DeskRuntime
internal import Domain
internal import Terminal
internal import Themes

/// Runs the desk until the clerk leaves it; returns the program's exit code.
func runDesk(_ session: Session) throws -> Int32 {
  let options = try DeskOptions(session)
  try checkConfiguredTheme(session)
  do {
    try DeskProgram.run(options)
    return ExitCode.done.rawValue
  } catch {
    throw Failure(error)
  }
}

/// The name of a theme can be judged only where the themes are: the reader of the file knows its form.
private func checkConfiguredTheme(_ session: Session) throws(Failure) {
  guard let name = session.configuration.theme, let file = session.configurationPlaces.found else {
    return
  }
  let known = ThemeLibrary(directories: session.environment.themeDirectories).names
  if known.contains(name) { return }
  let list = known.joined(separator: ", ")
  throw Failure(
    ConfigurationError(
      file: file, key: "theme",
      problem: LocalizedText(
        ru: "нет темы «\(name)»; допустимо: \(list)",
        en: "there is no theme “\(name)”; allowed: \(list)")))
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
      escapeDelay: configuration.escapeDelay)
  }
}

extension Failure {
  fileprivate init(_ failure: DeskFailure) {
    switch failure {
    case .store(let error): self.init(error)
    case .terminal(let error): self.init(error)
    case .unknownTheme(let name, let known):
      let list = known.joined(separator: ", ")
      self.init(
        .usage, code: "unknown_theme",
        ru: "нет темы «\(name)». Есть: \(list)",
        en: "there is no theme “\(name)”. There are: \(list)")
    }
  }
}
