internal import Configuration
internal import Domain
internal import Themes

extension Session {
  private var knownThemes: [String] {
    ThemeLibrary(directories: environment.themeDirectories).names
  }

  /// A theme named on the command line is a word of it, and must fit whatever the command. The
  /// configuration's is checked where there is a screen: a backup at night must not fail for it.
  func checkNamedTheme() throws(Failure) {
    guard let name = invocation.value(CommonOptions.theme), !knownThemes.contains(name) else {
      return
    }
    throw .unknownTheme(name, knownThemes)
  }

  /// What is wrong with the configuration's theme: the reader of the file knows a name's form, and
  /// whether there is such a theme can be judged only where the themes are.
  var configuredThemeProblem: ConfigurationError? {
    guard let name = configuration.theme, let file = configurationPlaces.found else { return nil }
    let known = knownThemes
    if known.contains(name) { return nil }
    let list = known.joined(separator: ", ")
    return ConfigurationError(
      file: file, key: "theme",
      problem: LocalizedText(
        ru: "нет темы «\(name)»; допустимо: \(list)",
        en: "there is no theme “\(name)”; allowed: \(list)"))
  }
}
