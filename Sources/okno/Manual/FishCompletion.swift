internal import Domain

struct FishCompletion {
  private let all: Completions

  init(_ completions: Completions) { all = completions }

  var script: String {
    var lines = ["# fish completion of okno, made by `okno completions fish`.", "", helper, ""]
    lines.append("complete -c okno -f")
    lines += CommonOptions.all.map { option("", $0) }
    for group in all.groups {
      for word in all.table.nextWords(group) {
        lines.append(
          "complete -c okno -n \(condition(group)) -a \(word) "
            + "-d \(Completions.quoted(all.summary(group + [word])))")
      }
    }
    for command in all.table.commands {
      lines += command.options.map { option("-n \(condition(command.path)) ", $0) }
      lines += command.operands.prefix(1).map {
        "complete -c okno -n \(condition(command.path)) \(argument($0.value))"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Whether the words before the cursor name just this command or group.
  private func condition(_ path: [String]) -> String {
    Completions.quoted("__okno_at " + Completions.quoted(path.joined(separator: " ")))
      .replacingQuotes()
  }

  private var helper: String {
    let options = all.optionsWithValues.map { "--\($0.name)" }.joined(separator: " ")
    var names: [String] = []
    for path in all.groups + all.table.commands.map(\.path) where !path.isEmpty {
      let name = Completions.quoted(path.joined(separator: " "))
      if !names.contains(name) { names.append(name) }
    }
    return """
      function __okno_at
          set -l path ''
          set -l skip ''
          for word in (commandline -opc)[2..-1]
              if test -n "$skip"
                  set skip ''
                  continue
              end
              switch $word
                  case \(options)
                      set skip 1
                  case '-*'
                  case '*'
                      set -l longer (string trim -- "$path $word")
                      if contains -- $longer \(names.joined(separator: " "))
                          set path $longer
                      end
              end
          end
          test "$path" = "$argv[1]"
      end
      """
  }

  private func option(_ condition: String, _ option: OptionSpec) -> String {
    let short = option.short.map { " -s \($0)" } ?? ""
    let value = option.value.map { " -r \(argument($0))" } ?? ""
    return "complete -c okno \(condition)-l \(option.name)\(short)\(value) "
      + "-d \(Completions.quoted(option.summary(all.language)))"
  }

  private func argument(_ kind: ValueKind) -> String {
    if let words = all.candidates(kind) {
      return "-f -a " + Completions.quoted(words.joined(separator: " "))
    }
    switch kind {
    case .file: return "-F"
    case .directory: return "-f -a '(__fish_complete_directories)'"
    default: return "-f"
    }
  }
}

extension String {
  /// fish does not end a quoted word as the other shells do: `\'` stands inside the quotes.
  fileprivate func replacingQuotes() -> String {
    split(separator: "'\\''", omittingEmptySubsequences: false).joined(separator: "\\'")
  }
}
