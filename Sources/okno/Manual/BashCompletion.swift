struct BashCompletion {
  private let all: Completions

  init(_ completions: Completions) { all = completions }

  var script: String {
    """
    # bash completion of okno, made by `okno completions bash`.

    _okno() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path='' word skip='' i
      # bash takes --option=value for three words.
      if [[ $cur == = ]]; then
        cur=''
      elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
      fi
      COMPREPLY=()

      # shellcheck disable=SC2207 # words without blanks
      case $prev in
    \(optionCases)
      esac

      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -n $skip ]]; then
          [[ $word == = ]] || skip=''
          continue
        fi
        case $word in
          \(withValues)) skip=1 ;;
          -* | =) ;;
          *)
            case "$path $word" in
              \(prefixes)) path="$path $word" ;;
            esac
            ;;
        esac
      done

      # shellcheck disable=SC2207
      case $path in
    \(pathCases)
      esac
    }
    complete -F _okno okno
    """
  }

  private var optionCases: String {
    all.optionsWithValues.map { option in
      "    --\(option.name)) \(reply(option.value)); return ;;"
    }.joined(separator: "\n")
  }

  private func reply(_ kind: ValueKind?) -> String {
    guard let kind else { return ":" }
    if let words = all.candidates(kind) {
      return #"COMPREPLY=($(compgen -W "\#(words.joined(separator: " "))" -- "$cur"))"#
    }
    switch kind {
    case .file: return #"compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur"))"#
    case .directory: return #"compopt -o filenames; COMPREPLY=($(compgen -d -- "$cur"))"#
    default: return ":"
    }
  }

  private var withValues: String {
    all.optionsWithValues.map { "--\($0.name)" }.joined(separator: " | ")
  }

  /// What may be a command's name or its beginning.
  private var prefixes: String {
    let paths = all.groups + all.table.commands.map(\.path)
    var words: [String] = []
    for path in paths where !path.isEmpty {
      let word = "\" " + path.joined(separator: " ") + "\""
      if !words.contains(word) { words.append(word) }
    }
    return words.joined(separator: " | ")
  }

  private var pathCases: String {
    var cases: [String] = []
    for group in all.groups {
      let words = all.table.nextWords(group)
      let options = all.table.command(group)?.allOptions ?? CommonOptions.all
      cases.append(pathCase(group, words + options.map { "--\($0.name)" }, files: nil))
    }
    for command in all.table.commands where !all.groups.contains(command.path) {
      let words = command.operands.last.flatMap { all.candidates($0.value) } ?? []
      cases.append(
        pathCase(
          command.path, words + command.allOptions.map { "--\($0.name)" },
          files: command.operands.last?.value))
    }
    return cases.joined(separator: "\n")
  }

  private func pathCase(_ path: [String], _ words: [String], files: ValueKind?) -> String {
    let pattern = path.isEmpty ? "''" : "\" " + path.joined(separator: " ") + "\""
    var actions = [#"COMPREPLY=($(compgen -W "\#(words.joined(separator: " "))" -- "$cur"))"#]
    if files == .file {
      actions.append(
        #"[[ $cur == -* ]] || { compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")); }"#)
    }
    return "    \(pattern)) \(actions.joined(separator: "; ")) ;;"
  }
}
