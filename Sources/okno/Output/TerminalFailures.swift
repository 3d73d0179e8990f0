// Why the screen cannot be opened, in a person's words.

internal import Domain
internal import Terminal

extension Failure {
  init(_ error: TerminalError) {
    let words = Self.words(error)
    self.init(
      Self.exit(error), code: "terminal", ru: words.ru, en: words.en ?? words.ru)
  }

  /// A terminal that is missing is a way of calling; one that is described wrongly is configuration.
  private static func exit(_ error: TerminalError) -> ExitCode {
    switch error {
    case .notATerminal: .usage
    case .system: .internal
    case .unnamed, .unknown, .tooSimple, .noUTF8Locale, .refused: .configuration
    }
  }

  private static func words(_ error: TerminalError) -> LocalizedText {
    switch error {
    case .notATerminal(let stream):
      LocalizedText(
        ru:
          "экран открывается в терминале, а \(stream == .input ? "ввод" : "вывод") перенаправлен. "
          + "Запустите без перенаправления или возьмите команды: okno --help",
        en: "the screen needs a terminal, but standard \(stream.rawValue) is redirected. "
          + "Run it without redirection, or use the commands: okno --help")
    case .unnamed:
      LocalizedText(
        ru: "не задан тип терминала. Например: TERM=xterm-256color okno",
        en: "the terminal has no type. For instance: TERM=xterm-256color okno")
    case .unknown(let name):
      LocalizedText(
        ru: "терминал «\(name)» не описан на этой машине. Установите ncurses-term или задайте TERM",
        en: "this machine does not know the terminal “\(name)”. Install ncurses-term, or set TERM")
    case .tooSimple(let name):
      LocalizedText(
        ru:
          "терминал «\(name)» не умеет показывать экран. Возьмите другой или команды: okno --help",
        en: "the terminal “\(name)” cannot show a screen. Use another, or the commands: okno --help"
      )
    case .noUTF8Locale:
      LocalizedText(
        ru: "на машине нет ни одной локали UTF-8. Установите: apt-get install locales",
        en: "this machine has no UTF-8 locale. Install one: apt-get install locales")
    case .refused(let name):
      LocalizedText(
        ru: "терминал «\(name)» не удалось открыть. Задайте TERM=xterm",
        en: "the terminal “\(name)” could not be opened. Set TERM=xterm")
    case .system(let call, let code):
      LocalizedText(
        ru: "система отказала: \(call), ошибка \(code). Повторите; не поможет — okno doctor",
        en: "the system refused: \(call), error \(code). Try again; if it persists: okno doctor")
    }
  }
}
