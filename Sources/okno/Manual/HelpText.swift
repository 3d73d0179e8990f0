// What `--help` prints, made from the command table.

internal import Canvas
internal import Domain

struct HelpText {
  private static let width = 100

  let table: CommandTable
  let language: Language

  /// Help for the command with this name, or for the commands that begin so.
  func text(_ path: [String]) -> String {
    guard let command = table.command(path) else { return group(path) }
    return path.isEmpty ? program(command) : single(command)
  }

  // MARK: - One command

  private func single(_ command: CommandSpec) -> String {
    var lines = ["\(command.name) — \(command.summary(language))", ""]
    lines += TextWrap.lines(
      words("Вызов: ", "Usage: ") + command.synopsis(language), width: Self.width)
    for paragraph in command.details {
      lines += [""] + TextWrap.lines(paragraph(language), width: Self.width)
    }
    if !command.operands.isEmpty {
      lines += ["", words("Что указать:", "Operands:")]
      lines += rows(command.operands.map { ($0.written(language), $0.summary(language)) })
    }
    if !command.options.isEmpty {
      lines += ["", words("Параметры:", "Options:")] + rows(command.options.map(row))
    }
    lines += common(command) + shape(command) + examples(command)
    return lines.joined(separator: "\n")
  }

  private func common(_ command: CommandSpec) -> [String] {
    let options = command.allOptions.filter { !command.options.contains($0) }
    return ["", words("Общие параметры:", "Common options:")] + rows(options.map(row))
  }

  private func shape(_ command: CommandSpec) -> [String] {
    guard !command.shape.isEmpty else { return [] }
    return ["", words("С --json печатает:", "With --json prints:")]
      + command.shape.split(separator: "\n").map { "  \($0)" }
  }

  private func examples(_ command: CommandSpec) -> [String] {
    guard !command.examples.isEmpty else { return [] }
    return ["", words("Примеры:", "Examples:")] + command.examples.map { "  \($0)" }
  }

  private func row(_ option: OptionSpec) -> (String, String) {
    let short = option.short.map { "-\($0), " } ?? ""
    let needed = option.isRequired ? words(" (обязательно)", " (required)") : ""
    let allowed: String
    switch option.value {
    case .number, .date: allowed = "; " + (option.value?.allowed(language) ?? "")
    default: allowed = ""
    }
    return (short + option.written(language), option.summary(language) + allowed + needed)
  }

  // MARK: - Several commands

  private func program(_ desk: CommandSpec) -> String {
    let intro = words(
      "okno — рабочее место сотрудника МФЦ, от жизненной ситуации до оценки",
      "okno — the clerk's desk of a public-service centre, from life situation to rating")
    var lines = [intro, ""]
    lines += [
      words("Вызов: okno [параметры]            ", "Usage: okno [options]            ")
        + desk.summary(language)
    ]
    lines += [words("       okno КОМАНДА [параметры] …", "       okno COMMAND [options] …"), ""]
    lines += [words("Команды:", "Commands:")] + list(table.commands.filter { !$0.path.isEmpty })
    lines += ["", words("Параметры рабочего места:", "Options of the desk:")]
    lines += rows(desk.options.map(row))
    lines += ["", words("Общие параметры:", "Common options:")]
    lines += rows(CommonOptions.all.map(row))
    lines += ["", words("Коды завершения:", "Exit codes:")]
    lines += rows(ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning(language)) })
    lines += [
      "",
      words(
        "Подробно: okno КОМАНДА --help; руководство: okno man | man -l -",
        "More: okno COMMAND --help; the manual: okno man | man -l -"),
    ]
    return lines.joined(separator: "\n")
  }

  private func group(_ path: [String]) -> String {
    let name = (["okno"] + path).joined(separator: " ")
    let lines =
      [words("Команды «\(name)»:", "Commands of “\(name)”:")] + list(table.commands(below: path))
      + ["", words("Подробно: \(name) … --help", "More: \(name) … --help")]
    return lines.joined(separator: "\n")
  }

  private func list(_ commands: [CommandSpec]) -> [String] {
    rows(
      commands.map { command in
        let operands = command.operands.map { operand in
          operand.isRequired ? operand.written(language) : "[\(operand.written(language))]"
        }
        return ((command.path + operands).joined(separator: " "), command.summary(language))
      })
  }

  // MARK: - Layout

  /// Two columns; the second one wrapped.
  private func rows(_ rows: [(String, String)]) -> [String] {
    let widest = 34
    let left = min(widest, rows.map { DisplayWidth.columns(of: $0.0) }.max() ?? 0)
    return rows.flatMap { name, meaning -> [String] in
      let wrapped = TextWrap.lines(meaning, width: Self.width - left - 4)
      let pad = String(repeating: " ", count: max(0, left - DisplayWidth.columns(of: name)))
      let indent = String(repeating: " ", count: left + 4)
      if DisplayWidth.columns(of: name) > left {
        return ["  " + name] + wrapped.map { indent + $0 }
      }
      let first = "  " + name + pad + "  " + (wrapped.first ?? "")
      return [first] + wrapped.dropFirst().map { indent + $0 }
    }
  }

  private func words(_ ru: String, _ en: String) -> String {
    LocalizedText(ru: ru, en: en)(language)
  }

  // MARK: - For machines

  /// The table's rows below `path` as JSON.
  func json(_ path: [String]) -> JSONValue {
    .array(table.commands(below: path)) { command in
      [
        "command": .string(command.name), "summary": .string(command.summary(language)),
        "usage": .string(command.synopsis(language)),
        "operands": .array(command.operands) {
          ["name": .string($0.written(language)), "summary": .string($0.summary(language))]
        },
        "options": .array(command.allOptions) {
          [
            "name": .string("--\($0.name)"), "value": .text($0.value?.placeholder(language)),
            "required": .bool($0.isRequired), "summary": .string($0.summary(language)),
          ]
        },
        "json": command.shape.isEmpty ? .null : .string(command.shape),
      ]
    }
  }
}
