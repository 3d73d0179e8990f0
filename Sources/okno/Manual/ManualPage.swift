// The manual, made from the command table, the desk's key table and the configuration's keys.

internal import Configuration
internal import DeskCore
internal import DeskScreens
internal import Domain

struct ManualPage {
  let table: CommandTable
  let language: Language

  var text: String {
    var page = Roff()
    page.title(
      "OKNO", section: 1, date: Program.released, source: "okno \(Program.version)",
      manual: words("Окно", "Okno"))
    page.section(words("НАЗВАНИЕ", "NAME"))
    page.line(
      words(
        "okno - рабочее место сотрудника МФЦ, от жизненной ситуации до оценки",
        "okno - the clerk's desk of a public-service centre, from life situation to rating"))
    synopsis(&page)
    description(&page)
    commands(&page)
    options(&page)
    keys(&page)
    configuration(&page)
    exitCodes(&page)
    environment(&page)
    files(&page)
    return page.text
  }

  private func synopsis(_ page: inout Roff) {
    page.section(words("ВЫЗОВ", "SYNOPSIS"))
    page.verbatim(
      words(
        ["okno [параметры]", "okno КОМАНДА [параметры] …"],
        ["okno [options]", "okno COMMAND [options] …"]))
  }

  private func description(_ page: inout Roff) {
    page.section(words("ОПИСАНИЕ", "DESCRIPTION"))
    page.paragraph(
      words(
        "Без команды открывает экран сотрудника: человек говорит, что случилось, экран показывает, "
          + "какие услуги из этого следуют, что принести и до какого дня; визит записывается, и "
          + "заявитель ставит оценку. Все данные лежат в одном файле этой машины, сеть не нужна.",
        "Without a command opens the clerk's screen: a person says what happened, the screen shows "
          + "which services follow, what to bring and until when; the visit is logged, and the "
          + "citizen rates it. All data are in one file of this machine; no network is needed."))
    page.paragraph(
      words(
        "Команды делают то же без экрана и годятся для сценариев: с --json каждая печатает одно "
          + "значение JSON на стандартный вывод, сообщения идут в стандартный поток ошибок.",
        "The commands do the same without the screen, for scripts: with --json each prints one JSON "
          + "value on standard output, and messages go to standard error."))
  }

  private func commands(_ page: inout Roff) {
    page.section(words("КОМАНДЫ", "COMMANDS"))
    for command in table.commands where !command.path.isEmpty {
      page.subsection(command.name)
      page.verbatim([command.synopsis(language)])
      page.paragraph(sentence(command.summary(language)))
      command.details.forEach { page.paragraph($0(language)) }
      for operand in command.operands {
        page.item(operand.written(language), operand.summary(language))
      }
      for option in command.options { item(option, &page) }
      if !command.shape.isEmpty {
        page.paragraph(words("С --json печатает:", "With --json prints:"))
        page.verbatim(command.shape.split(separator: "\n").map(String.init))
      }
      page.paragraph(words("Примеры:", "Examples:"))
      page.verbatim(command.examples)
    }
  }

  private func options(_ page: inout Roff) {
    page.section(words("ОБЩИЕ ПАРАМЕТРЫ", "COMMON OPTIONS"))
    page.paragraph(
      words(
        "Пишутся до имени команды или после него.", "Stand before a command's name or after it."))
    CommonOptions.all.forEach { item($0, &page) }
    page.subsection(words("Рабочее место", "The desk"))
    table.command([])?.options.forEach { item($0, &page) }
  }

  private func item(_ option: OptionSpec, _ page: inout Roff) {
    let short = option.short.map { "-\($0), " } ?? ""
    let allowed: String
    switch option.value {
    case .number, .date: allowed = "; " + (option.value?.allowed(language) ?? "")
    default: allowed = ""
    }
    let needed = option.isRequired ? words(" Обязательно.", " Required.") : ""
    page.item(
      short + option.written(language), sentence(option.summary(language) + allowed) + needed)
  }

  private func keys(_ page: inout Roff) {
    let phrases = Phrases.of(language)
    page.section(words("КЛАВИШИ", "KEYS"))
    page.paragraph(
      words(
        "Esc и цифра заменяют функциональную клавишу там, где её нет. Буквы вне форм попадают в "
          + "строку поиска. Команды без клавиши — в палитре, Ctrl-P.",
        "Esc and a digit stand for a function key where a terminal has none. Letters outside forms "
          + "go to the search line. Commands without a key are in the palette, Ctrl-P."))
    for command in Command.allCases {
      let names = command.keys.map { phrases.keyName($0) }.joined(separator: ", ")
      let term = names.isEmpty ? command.label(language) : names
      page.item(term, sentence(command.explanation(language)))
    }
    for topic in HelpTopic.allCases {
      page.subsection(topic.title(language))
      for line in phrases.helpLines(topic) { page.item(line.key, sentence(line.meaning)) }
    }
  }

  private func configuration(_ page: inout Roff) {
    page.section(words("НАСТРОЙКИ", "CONFIGURATION"))
    page.paragraph(
      words(
        "Файл JSON5: один объект { }, примечания после //, запятая в конце допустима. Неизвестный "
          + "ключ или недопустимое значение — ошибка с именем файла и строкой, код 78.",
        "A JSON5 file: one object { }, comments after //, a trailing comma is allowed. An unknown "
          + "key or a value that is not allowed is an error with file and line, exit code 78."))
    for key in ConfigurationKey.all {
      page.item(
        "\(key.name): \(key.standard)",
        sentence(key.meaning(language)) + " "
          + sentence(words("Допустимо: ", "Allowed: ") + key.allowed(language)))
    }
  }

  private func exitCodes(_ page: inout Roff) {
    page.section(words("КОДЫ ЗАВЕРШЕНИЯ", "EXIT STATUS"))
    for code in ExitCode.allCases {
      page.item("\(code.rawValue)", sentence(code.meaning(language)))
    }
    page.paragraph(
      words(
        "С --json ошибка печатается в стандартный поток ошибок как "
          + #"{"error":{"code","message"}}."#,
        "With --json a failure is printed on standard error as "
          + #"{"error":{"code","message"}}."#))
  }

  private func environment(_ page: inout Roff) {
    page.section(words("ПЕРЕМЕННЫЕ", "ENVIRONMENT"))
    for (name, meaning) in variables { page.item(name, meaning(language)) }
  }

  private var variables: [(String, LocalizedText)] {
    [
      (
        "XDG_DATA_HOME",
        LocalizedText(
          ru: "Где лежит папка okno с данными; обычно ~/.local/share.",
          en: "Where the folder okno with the data lies; usually ~/.local/share.")
      ),
      (
        "XDG_CONFIG_HOME",
        LocalizedText(
          ru: "Где лежит папка okno с настройками; обычно ~/.config.",
          en: "Where the folder okno with the configuration lies; usually ~/.config.")
      ),
      (
        "OKNO_DSN",
        LocalizedText(
          ru: "Строка соединения с центральным хранилищем для okno central.",
          en: "The connection string of the central store for okno central.")
      ),
      (
        "OKNO_PIN_FILE",
        LocalizedText(
          ru: "Файл с PIN того, кто назван в --as; доступный только владельцу (600).",
          en: "A file with the PIN of whoever is named by --as, for its owner alone (600).")
      ),
      ("NO_COLOR", LocalizedText(ru: "Не пустая — без цвета.", en: "Not empty: no colour.")),
      (
        "COLORTERM",
        LocalizedText(
          ru: "truecolor или 24bit — терминал знает все цвета.",
          en: "truecolor or 24bit: the terminal knows all colours.")
      ),
      ("TERM", LocalizedText(ru: "Вид терминала.", en: "The kind of terminal.")),
      (
        "TZ",
        LocalizedText(
          ru: "Часовой пояс, если его нет в настройках.",
          en: "The time zone, where the configuration names none.")
      ),
    ]
  }

  private func files(_ page: inout Roff) {
    page.section(words("ФАЙЛЫ", "FILES"))
    page.item(
      "~/.local/share/okno/okno.sqlite",
      words("Данные окна; открыты только владельцу.", "The desk's data, its owner's alone."))
    page.item(
      "~/.config/okno/config.json5, /etc/okno/config.json5",
      words("Настройки: читается первый найденный.", "Configuration: the first one found is read."))
    page.item(
      "~/.config/okno/credentials.json5, /etc/okno/credentials.json5",
      words(
        "Доступ окна к центральному хранилищу; читается первый найденный, открыт только владельцу.",
        "The desk's credentials for the central store: the first one found is read; its owner's "
          + "alone."))
    page.item(
      words(
        "~/.config/okno/themes/ИМЯ.json5, /etc/okno/themes/ИМЯ.json5",
        "~/.config/okno/themes/NAME.json5, /etc/okno/themes/NAME.json5"),
      words("Свои темы экрана; проверка: okno theme check.", "Themes; check: okno theme check."))
  }

  private func words<Value>(_ ru: Value, _ en: Value) -> Value { language == .ru ? ru : en }

  /// With a capital letter and a full stop.
  private func sentence(_ text: String) -> String {
    let capital = text.prefix(1).uppercased() + text.dropFirst()
    return ".?!…".contains(text.last ?? ".") ? capital : capital + "."
  }
}

extension HelpTopic {
  static let all = HelpTopic.allCases

  func title(_ language: Language) -> String {
    let title: LocalizedText =
      switch self {
      case .home: LocalizedText(ru: "Начало", en: "Home")
      case .situation: LocalizedText(ru: "Жизненная ситуация", en: "Life situation")
      case .finder: LocalizedText(ru: "Поиск заявителя", en: "Finding a citizen")
      case .card: LocalizedText(ru: "Карточка заявителя", en: "The citizen's card")
      case .citizenForm: LocalizedText(ru: "Форма заявителя", en: "The citizen's form")
      case .visitForm: LocalizedText(ru: "Запись визита", en: "Logging a visit")
      case .checklist: LocalizedText(ru: "Список для заявителя", en: "The citizen's checklist")
      case .sync: LocalizedText(ru: "Связь с центром", en: "The link with the centre")
      case .refused: LocalizedText(ru: "Непринятая запись", en: "A refused entry")
      case .conflict: LocalizedText(ru: "Спорная карточка", en: "A disputed card")
      case .double: LocalizedText(ru: "Две карточки одного человека", en: "Two cards of one person")
      }
    return title(language)
  }
}
