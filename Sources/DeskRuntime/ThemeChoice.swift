internal import Themes

/// Which theme a screen begins with, and which it offers: the one place that decides it for the desk, the board and
/// the citizen's screen.
struct ThemeChoice {
  let name: String
  let offered: [String]

  /// The option wins, then what the clerk chose last, then the configuration; in a training the option alone counts
  /// before the training's own theme, so that nobody takes it for work.
  ///
  /// - Parameter remembered: what the clerk chose last; one that is there no more is passed over.
  /// - Throws: `.unknownTheme` where the option names none.
  init(
    _ options: DeskOptions, _ themes: ThemeLibrary, remembered: String?, isTraining: Bool
  ) throws(DeskFailure) {
    let known = themes.names
    if let wanted = options.theme, !known.contains(wanted) {
      throw .unknownTheme(wanted, known: known)
    }
    let wishes =
      isTraining
      ? [options.theme, ThemeLibrary.training]
      : [options.theme, remembered, options.configuredTheme]
    offered = isTraining ? [ThemeLibrary.training] + known : known
    name = wishes.compactMap(\.self).first(where: offered.contains) ?? ThemeLibrary.standard
  }
}
