// One row of the command table. Help, completions, the manual and dispatch are made from it.

internal import Domain

/// Who may call a command, once the desk has accounts.
enum CommandAccess: Hashable, Sendable {
  /// It shows nothing personal and changes nothing, or asks by itself: a screen its user, `central` the server.
  case anyone
  case needs(Permission)
}

struct CommandSpec: Sendable {
  /// The words that call it: `["visit", "log"]`; empty for the desk.
  var path: [String]
  /// A test holds the whole table: a command that it does not know fails it.
  var access: CommandAccess = .anyone
  /// The option with which it shows nothing personal and changes nothing, so that anyone may call it.
  var isOpenWith: OptionSpec?
  /// The option with which a command that anyone may call shows something personal, as `serve` may see it.
  var isPersonalWith: OptionSpec?
  var summary: LocalizedText
  /// Paragraphs of explanation for help and manual.
  var details: [LocalizedText] = []
  var operands: [OperandSpec] = []
  var options: [OptionSpec] = []
  /// Whether it takes the whole screen; such a command has no `--json`.
  var isScreen = false
  /// Whether it can do without the configuration, so that a broken file does not stand in its way.
  var needsConfiguration = true
  /// Whether it reads standard input, so that no PIN can come that way.
  var readsInput = false
  /// The shape of what `--json` prints; empty for a screen.
  var shape = ""
  var examples: [String] = []
  var run: @Sendable (Session) throws -> Reply

  /// `okno visit log`.
  var name: String { (["okno"] + path).joined(separator: " ") }

  /// Its own options and the common ones that it takes.
  var allOptions: [OptionSpec] {
    options + CommonOptions.all.filter { !isScreen || $0 != CommonOptions.json }
  }

  /// One line that says how it is called.
  func synopsis(_ language: Language) -> String {
    let parts =
      options.map { option in
        let written = option.written(language) + (option.isRepeated ? "…" : "")
        return option.isRequired ? written : "[\(written)]"
      }
      + operands.map { operand in
        let written = operand.written(language)
        return operand.isRequired ? written : "[\(written)]"
      }
    return ([name] + parts).joined(separator: " ")
  }
}

/// The options that every command takes, before its name or after it.
enum CommonOptions {
  static let data = OptionSpec(
    "data", .directory,
    ru: "папка с данными (обычно $XDG_DATA_HOME/okno)",
    en: "the folder of the data (usually $XDG_DATA_HOME/okno)")
  static let config = OptionSpec(
    "config", .file,
    ru: "файл настроек (обычно $XDG_CONFIG_HOME/okno/config.json5, затем /etc/okno/config.json5)",
    en:
      "the configuration (usually $XDG_CONFIG_HOME/okno/config.json5, then /etc/okno/config.json5)")
  static let theme = OptionSpec(
    "theme", .theme, ru: "цвета экрана, по имени", en: "the colours of the screen, by name")
  static let language = OptionSpec(
    "lang", .choice(Language.allCases.map(\.rawValue)), ru: "язык", en: "the language")
  static let noColour = OptionSpec(
    "no-colour", ru: "без цвета (так же, как переменная NO_COLOR)",
    en: "no colour (like the variable NO_COLOR)")
  static let json = OptionSpec(
    "json", ru: "напечатать одно значение JSON и ничего больше",
    en: "print one JSON value and nothing else")
  static let actor = OptionSpec(
    "as", .text,
    ru: "кто это делает: имя или номер учётной записи; PIN спросят, или он в файле OKNO_PIN_FILE",
    en: "who does this: the account's name or id; the PIN is asked for, or is in OKNO_PIN_FILE")
  static let help = OptionSpec(
    "help", short: "h", ru: "справка об этой команде", en: "help for this command")
  static let version = OptionSpec(
    "version", ru: "версия программы", en: "the program's version")

  static let all = [data, config, theme, language, noColour, json, actor, help, version]
}
