// Why a command did not do what it was asked: what happened and what to do, at the edge and in the
// person's language.

internal import Configuration
internal import Domain

struct Failure: Error, Hashable, Sendable {
  var exit: ExitCode
  /// A word for machines, `error.code` in JSON.
  var code: String
  var message: LocalizedText

  init(_ exit: ExitCode, code: String, ru: String, en: String) {
    self.exit = exit
    self.code = code
    message = LocalizedText(ru: ru, en: en)
  }

  /// What stands on standard error with `--json`.
  func json(_ language: Language) -> JSONValue {
    ["error": ["code": .string(code), "message": .string(message(language))]]
  }
}

extension Failure {
  init(_ error: ConfigurationError) {
    self.init(
      .configuration, code: "configuration",
      ru: "настройки: \(error.message(.ru))", en: "configuration: \(error.message(.en))")
  }

  static func `internal`(_ detail: String) -> Failure {
    Failure(
      .internal, code: "internal",
      ru: "ошибка программы: \(detail). Сообщите о ней тем, кто обслуживает программу",
      en: "a fault of the program: \(detail). Please report it")
  }

  static func badData(_ code: String, ru: String, en: String) -> Failure {
    Failure(.badData, code: code, ru: ru, en: en)
  }
}
