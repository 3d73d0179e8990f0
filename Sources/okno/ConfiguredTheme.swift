internal import Configuration
internal import Domain
internal import Themes

extension Session {
  /// What is wrong with the configuration's theme: the reader of the file knows a name's form, and
  /// whether there is such a theme can be judged only where the themes are.
  var configuredThemeProblem: ConfigurationError? {
    guard let name = configuration.theme, let file = configurationPlaces.found else { return nil }
    let known = ThemeLibrary(directories: environment.themeDirectories).names
    if known.contains(name) { return nil }
    let list = known.joined(separator: ", ")
    return ConfigurationError(
      file: file, key: "theme",
      problem: LocalizedText(
        ru: "нет темы «\(name)»; допустимо: \(list)",
        en: "there is no theme “\(name)”; allowed: \(list)"))
  }
}
