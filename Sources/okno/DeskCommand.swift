// The desk itself: the one command that takes the whole screen.

internal import Configuration
internal import Domain

/// What the desk is started with, options and configuration taken together.
struct DeskOptions: Sendable {
  var dataDirectory: String
  var configuration: Configuration
  var language: Language
  /// The theme's name by option or configuration; `nil` lets the desk choose by the terminal.
  var theme: String?
  /// Folders with themes of the user and of the machine, on top of the embedded ones.
  var themeDirectories: [String]
  /// False with `--no-colour`, `NO_COLOR` or `colour: false`.
  var allowsColour: Bool

  init(_ session: Session) throws(Failure) {
    let invocation = session.invocation
    dataDirectory = try session.dataDirectory()
    configuration = session.configuration
    language = session.language
    theme = invocation.value(CommonOptions.theme) ?? session.configuration.theme
    themeDirectories = session.environment.themeDirectories
    allowsColour =
      !invocation.has(CommonOptions.noColour) && !session.environment.refusesColour
      && session.configuration.colour
  }
}

/// Runs the desk until the clerk leaves it; returns the program's exit code.
func runDesk(_ options: DeskOptions) throws -> Int32 {
  throw Failure.internal("the desk is not part of this build")
}
