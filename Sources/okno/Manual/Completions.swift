// The shells' completions, made from the command table.

internal import Catalogue
internal import Domain
internal import Themes

struct Completions {
  let table: CommandTable
  let language: Language

  func script(for shell: String) -> String {
    switch shell {
    case "zsh": ZshCompletion(self).script
    case "fish": FishCompletion(self).script
    default: BashCompletion(self).script
    }
  }

  /// Every beginning of a command's name: the groups, and the program itself.
  var groups: [[String]] {
    var groups: [[String]] = [[]]
    for command in table.commands {
      for length in 1..<max(1, command.path.count) {
        let group = Array(command.path.prefix(length))
        if !groups.contains(group) { groups.append(group) }
      }
    }
    return groups
  }

  /// What a group or a command does, for a list of words.
  func summary(_ path: [String]) -> String {
    if let command = table.command(path) { return command.summary(language) }
    return table.nextWords(path).joined(separator: ", ")
  }

  /// All options of all commands that take a value, each name once.
  var optionsWithValues: [OptionSpec] {
    var names: Set<String> = []
    return table.commands.flatMap(\.allOptions).filter {
      $0.value != nil && names.insert($0.name).inserted
    }
  }

  /// The words that may stand for a value; `nil` where there is no list of them.
  func candidates(_ kind: ValueKind) -> [String]? {
    switch kind {
    case .choice(let words): words
    case .situation: Self.catalogue.situations
    case .service: Self.catalogue.services
    case .theme: ThemeLibrary().names
    case .number(let range) where range.upperBound - range.lowerBound < 10: range.map { "\($0)" }
    default: nil
    }
  }

  /// The ids of the bundled catalogue: asking the store at each Tab would create one.
  private static let catalogue: (situations: [String], services: [String]) = {
    guard let content = try? BundledCatalogue().load() else { return ([], []) }
    return (content.situations.map(\.id.rawValue), content.services.map(\.id.rawValue))
  }()

  /// A text as one word of any of the three shells.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
