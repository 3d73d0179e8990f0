// The citizen's own screen beside a desk.

internal import Canvas
internal import Configuration
internal import DeskRuntime
internal import Domain

extension CommandSpec {
  static let rate = CommandSpec(
    path: ["rate"],
    access: .anyone,
    summary: LocalizedText(
      ru: "экран заявителя у окна: приветствие и оценка",
      en: "the citizen's screen at a window: a greeting and the rating"),
    details: [
      LocalizedText(
        ru:
          "Второй терминал того же окна, повёрнутый к заявителю. Пока он открыт, оценку спрашивает "
          + "он, а сотрудник работает дальше. Хватает десяти цифр и Enter: 1…5 — оценка, 0 — не "
          + "оценивать, 6 и 9 — что важно, 8 — отметить, 7 — другой язык. Базу окна этот экран не "
          + "открывает.",
        en:
          "A second terminal of the same desk, turned to the citizen. While it is up it asks for the "
          + "rating, and the clerk goes on. Ten digits and Enter are enough: 1…5 rate, 0 for no "
          + "rating, 6 and 9 go through what mattered, 8 marks it, 7 is another language. This screen "
          + "does not open the desk's store."),
      LocalizedText(
        ru: "Выход: Ctrl-Q и код из настройки rating_leave_code; без неё — Ctrl-Q два раза. "
          + "SIGTERM закрывает экран всегда.",
        en: "To leave: Ctrl-Q and the code of the setting rating_leave_code; without one, Ctrl-Q "
          + "twice. SIGTERM always closes the screen."),
    ],
    isScreen: true,
    examples: ["okno rate", "okno rate --theme contrast"],
    run: { session in
      if let problem = session.configuredThemeProblem { throw Failure(problem) }
      let configuration = session.configuration
      let named = session.invocation.value(CommonOptions.language)
        .flatMap(Language.init(rawValue:))
      let languages = configuration.ratingLanguages
      let options = try session.citizenScreenOptions()
      do throws(DeskFailure) {
        try CitizenScreenProgram.run(
          options,
          CitizenScreenProgram.Rules(
            languages: named.map { first in [first] + languages.filter { $0 != first } }
              ?? languages,
            leaveCode: configuration.ratingLeaveCode))
        return .done(ExitCode.done.rawValue)
      } catch {
        throw Failure(error, folder: session.invocation.value(CommonOptions.data))
      }
    })
}

extension Session {
  /// What this screen needs to know, and no credentials.
  fileprivate func citizenScreenOptions() throws(Failure) -> DeskOptions {
    DeskOptions(
      dataDirectory: try dataDirectory(), theme: invocation.value(CommonOptions.theme),
      configuredTheme: configuration.theme,
      depth: invocation.has(CommonOptions.noColour) ? .mono : nil,
      configuredDepth: configuration.colour ? nil : .mono, mouse: false,
      themeDirectories: environment.themeDirectories, offset: offset,
      centreName: configuration.centre, deskName: configuration.desk,
      ratingTimeout: configuration.ratingTimeout, ratingForm: configuration.ratingForm,
      callbackDays: configuration.callbackDays, keyboard: configuration.ratingKeyboard,
      escapeDelay: configuration.escapeDelay)
  }
}
