internal import Domain

/// How a command ended; the codes of BSD's sysexits(3) that the contract of the command line names.
enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case usage = 64
  case badData = 65
  case unreachable = 69
  case `internal` = 70
  case cannotCreate = 73
  case inputOutput = 74
  case tryAgain = 75
  case notPermitted = 77
  case configuration = 78

  var meaning: LocalizedText {
    switch self {
    case .done: LocalizedText(ru: "сделано", en: "done")
    case .usage: LocalizedText(ru: "команда написана неверно", en: "the command is written wrongly")
    case .badData:
      LocalizedText(
        ru: "данные не подходят или повреждены", en: "the data do not fit or are damaged")
    case .unreachable:
      LocalizedText(
        ru: "центральное хранилище недоступно", en: "the central store cannot be reached")
    case .internal: LocalizedText(ru: "ошибка программы", en: "a fault of the program")
    case .cannotCreate:
      LocalizedText(
        ru: "файл или папку не удалось создать", en: "a file or a folder cannot be created")
    case .inputOutput:
      LocalizedText(ru: "ошибка чтения или записи", en: "reading or writing failed")
    case .tryAgain: LocalizedText(ru: "занято, повторите позже", en: "busy, try again later")
    case .notPermitted: LocalizedText(ru: "нет прав", en: "not permitted")
    case .configuration:
      LocalizedText(ru: "ошибка в настройках", en: "a fault in the configuration")
    }
  }
}
