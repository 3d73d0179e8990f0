internal import Domain

struct ZshCompletion {
  private let all: Completions

  init(_ completions: Completions) { all = completions }

  var script: String {
    let functions =
      all.groups.map(group)
      + all.table.commands.filter { !all.groups.contains($0.path) }.map(command)
    return
      (["#compdef okno", "# zsh completion of okno, made by `okno completions zsh`."]
      + functions + ["_okno \"$@\""]).joined(separator: "\n\n")
  }

  private func name(_ path: [String]) -> String { (["_okno"] + path).joined(separator: "_") }

  /// A function that completes the next word of a command's name.
  private func group(_ path: [String]) -> String {
    let words = all.table.nextWords(path)
    let options = all.table.command(path)?.allOptions ?? CommonOptions.all
    let list = words.map { word in
      Completions.quoted("\(word):\(all.summary(path + [word]))")
    }
    let cases = words.map { "        \($0)) \(name(path + [$0])) ;;" }
    return """
      \(name(path))() {
        local context state state_descr line
        typeset -A opt_args
        local -a commands
        commands=(
      \(list.map { "    \($0)" }.joined(separator: "\n"))
        )
        _arguments -C \\
      \(lines(options.map(specification)))
          '1: :->command' '*:: :->rest'
        case $state in
          command) _describe -t commands 'okno' commands ;;
          rest)
            case $words[1] in
      \(cases.joined(separator: "\n"))
            esac
            ;;
        esac
      }
      """
  }

  private func command(_ command: CommandSpec) -> String {
    let operands = command.operands.map { operand in
      let message = Self.escaped(operand.written(all.language))
      return Completions.quoted(
        (operand.isRepeated ? "*:" : ":") + message + ":" + action(operand.value))
    }
    let parts = command.allOptions.map(specification) + operands
    return """
      \(name(command.path))() {
        _arguments \\
      \(lines(parts, isLast: true))
      }
      """
  }

  private func lines(_ parts: [String], isLast: Bool = false) -> String {
    parts.enumerated().map { index, part in
      "    " + part + (isLast && index + 1 == parts.count ? "" : " \\")
    }.joined(separator: "\n")
  }

  private func specification(_ option: OptionSpec) -> String {
    let star = option.isRepeated ? "*" : ""
    let summary = Self.escaped(option.summary(all.language))
    guard let kind = option.value else {
      return Completions.quoted("\(star)--\(option.name)[\(summary)]")
    }
    let message = Self.escaped(kind.placeholder(all.language))
    return Completions.quoted(
      "\(star)--\(option.name)=[\(summary)]:\(message):\(action(kind))")
  }

  private func action(_ kind: ValueKind) -> String {
    if let words = all.candidates(kind) { return "(\(words.joined(separator: " ")))" }
    switch kind {
    case .file: return "_files"
    case .directory: return "_files -/"
    default: return " "
    }
  }

  /// Text inside a specification, where brackets and colons mean something.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "[]:\\".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
