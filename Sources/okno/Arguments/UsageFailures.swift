// What is wrong with a command line, and how it should be written.

internal import Domain
internal import JSON5

extension Failure {
  /// A mistake in how a command is written; `nil` before the command is known.
  static func usage(_ command: CommandSpec?, ru: String, en: String) -> Failure {
    let help = "\(command?.name ?? "okno") --help"
    func ended(_ sentence: String) -> String { sentence.hasSuffix("?") ? sentence : sentence + "." }
    return Failure(
      .usage, code: "usage", ru: "\(ended(ru)) Справка: \(help)",
      en: "\(ended(en)) Help: \(help)")
  }

  /// A group of commands without the word that chooses one.
  static func incomplete(_ path: [String], _ table: CommandTable) -> Failure {
    let name = (["okno"] + path).joined(separator: " ")
    let next = table.nextWords(path).joined(separator: ", ")
    return Failure(
      .usage, code: "usage",
      ru: "после «\(name)» нужно одно из слов: \(next). Справка: \(name) --help",
      en: "“\(name)” wants one of: \(next). Help: \(name) --help")
  }

  static func unknownCommand(
    _ path: [String], _ word: String, _ table: CommandTable
  ) -> Failure {
    let name = (["okno"] + path + [word]).joined(separator: " ")
    let next = table.nextWords(path)
    let near = nearest(to: word, among: next)
    let all = next.joined(separator: ", ")
    return Failure(
      .usage, code: "usage",
      ru: "нет команды «\(name)»" + (near.map { "; может быть, «\($0)»?" } ?? ".")
        + " Есть: \(all)",
      en: "there is no command “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? ".")
        + " There are: \(all)")
  }

  static func scan(
    _ error: ScanError, _ options: [OptionSpec], _ command: CommandSpec?
  ) -> Failure {
    switch error {
    case .unknown(let word):
      let name = String(word.drop { $0 == "-" })
      let near = name.count > 1 ? nearest(to: name, among: options.map(\.name)) : nil
      return usage(
        command,
        ru: "нет параметра «\(word)»" + (near.map { "; может быть, «--\($0)»?" } ?? ""),
        en: "there is no option “\(word)”" + (near.map { "; did you mean “--\($0)”?" } ?? ""))
    case .valueMissing(let name):
      let allowed = options.first { $0.name == name }?.value?.allowed
      return usage(
        command, ru: "параметру --\(name) нужно значение: \(allowed?(.ru) ?? "")",
        en: "the option --\(name) wants a value: \(allowed?(.en) ?? "")")
    case .valueUnwanted(let name):
      return usage(
        command, ru: "у параметра --\(name) не бывает значения",
        en: "the option --\(name) takes no value")
    }
  }

  /// A value that its kind does not accept; `option` is `nil` for an operand.
  static func refused(
    _ value: String, _ kind: ValueKind, _ option: OptionSpec?, _ command: CommandSpec?
  ) -> Failure {
    let name = option.map { "--\($0.name): " } ?? ""
    return usage(
      command, ru: "\(name)«\(value)» не подходит; допустимо: \(kind.allowed(.ru))",
      en: "\(name)“\(value)” does not fit; allowed: \(kind.allowed(.en))")
  }

  static func nearest(to word: String, among known: [String]) -> String? {
    known.first { Spelling.hint(for: word, among: [$0]) != "" }
  }
}
