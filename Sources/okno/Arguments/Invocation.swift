// From the words of a command line to a row of the table with its values.

internal import Domain
internal import JSON5

/// An option with its value; an empty text for a flag.
struct GivenOption: Sendable {
  let name: String
  let value: String
}

extension [GivenOption] {
  // A list and no dictionary, whose type would have to be made at each start.
  fileprivate func has(_ option: OptionSpec) -> Bool { contains { $0.name == option.name } }
}

/// What a person asked for, checked against the table.
struct Invocation: Sendable {
  enum Request: Sendable {
    case run(CommandSpec)
    /// Help for the commands whose names begin with these words.
    case help([String])
    case version
  }

  var request: Request
  /// In the order of the command line.
  private(set) var given: [GivenOption]
  private(set) var operands: [String]

  /// The command to run, if any.
  var command: CommandSpec? { if case .run(let command) = request { command } else { nil } }

  func has(_ option: OptionSpec) -> Bool { given.has(option) }
  func all(_ option: OptionSpec) -> [String] {
    given.filter { $0.name == option.name }.map(\.value)
  }
  /// The last one given counts.
  func value(_ option: OptionSpec) -> String? {
    given.last { $0.name == option.name }?.value
  }
  func number(_ option: OptionSpec) -> Int? { value(option).flatMap { Int($0) } }
  func date(_ option: OptionSpec) -> CalendarDate? { value(option).flatMap { CalendarDate($0) } }

  /// The operand at a place of the table; empty where an optional one was left out.
  func operand(_ index: Int) -> String { operands.indices.contains(index) ? operands[index] : "" }
}

extension Invocation {
  /// Reads the words after the program's name.
  init(_ words: [String], table: CommandTable) throws(Failure) {
    var scan = CommandScan(rest: words, table: table)
    let path = try scan.takePath()
    if scan.has(CommonOptions.help) {
      self.init(request: .help(path), given: scan.given, operands: [])
      return
    }
    if path.isEmpty, scan.has(CommonOptions.version) {
      self.init(request: .version, given: scan.given, operands: [])
      return
    }
    guard let command = table.command(path) else { throw .incomplete(path, table) }
    try scan.takeOptions(of: command)
    if command.isScreen, scan.has(CommonOptions.json) {
      throw .usage(
        command, ru: "у экрана нет вида --json", en: "a screen cannot be printed as --json")
    }
    if scan.has(CommonOptions.help) {
      self.init(request: .help(path), given: scan.given, operands: [])
      return
    }
    if scan.has(CommonOptions.version) {
      self.init(request: .version, given: scan.given, operands: [])
      return
    }
    try Self.check(scan.rest, of: command)
    if let missing = command.options.first(where: { $0.isRequired && !scan.has($0) }) {
      throw .usage(
        command,
        ru: "не хватает параметра \(missing.written(.ru))",
        en: "the option \(missing.written(.en)) is missing")
    }
    self.init(request: .run(command), given: scan.given, operands: scan.rest)
  }

  private static func check(_ words: [String], of command: CommandSpec) throws(Failure) {
    let operands = command.operands
    for (index, word) in words.enumerated() {
      guard index < operands.count || operands.last?.isRepeated == true else {
        throw .usage(command, ru: "лишнее слово «\(word)»", en: "one word too many: “\(word)”")
      }
      let kind = operands[min(index, operands.count - 1)].value
      guard kind.accepts(word) else { throw .refused(word, kind, nil, command) }
    }
    if words.count < operands.count, operands[words.count].isRequired {
      let missing = operands[words.count]
      throw .usage(
        command,
        ru: "не хватает: \(missing.written(.ru)) — \(missing.summary(.ru))",
        en: "missing: \(missing.written(.en)) — \(missing.summary(.en))")
    }
  }
}

/// The words that are left, and the options found so far.
private struct CommandScan {
  var rest: [String]
  let table: CommandTable
  var given: [GivenOption] = []

  init(rest: [String], table: CommandTable) {
    self.rest = rest
    self.table = table
  }

  func has(_ option: OptionSpec) -> Bool { given.has(option) }

  /// The command's name: words of the table, with common options before and between them.
  mutating func takePath() throws(Failure) -> [String] {
    var path: [String] = []
    while table.isGroup(path) {
      // After `--` there are only operands, and a command with others below it has none.
      let own = table.command(path)?.options ?? []
      try take(CommonOptions.all + own, of: nil, stopsAtOperand: true)
      guard let word = rest.first else { break }
      guard table.isPrefix(path + [word]) else { throw .unknownCommand(path, word, table) }
      path.append(word)
      rest.removeFirst()
    }
    return path
  }

  mutating func takeOptions(of command: CommandSpec) throws(Failure) {
    // A screen says for itself that it has no JSON.
    let options = command.allOptions + [CommonOptions.json]
    // An option of one command stood before the name of another.
    if let stray = given.first(where: { each in !options.contains { $0.name == each.name } }) {
      throw .scan(.unknown("--\(stray.name)"), command.allOptions, command)
    }
    try take(command.allOptions, of: command, stopsAtOperand: false)
    if command.path.isEmpty, let word = rest.first { throw .unknownCommand([], word, table) }
  }

  private mutating func take(
    _ options: [OptionSpec], of command: CommandSpec?, stopsAtOperand: Bool
  ) throws(Failure) {
    let found: ScannedWords
    do throws(ScanError) {
      found = try OptionScanner.scan(
        rest, options: options.map(\.scanned), stopsAtOperand: stopsAtOperand)
    } catch {
      throw .scan(error, options, command)
    }
    rest = found.rest
    for each in found.options {
      guard let option = options.first(where: { $0.name == each.name }) else { continue }
      let value = each.value ?? ""
      if let kind = option.value, !kind.accepts(value) {
        throw .refused(value, kind, option, command)
      }
      if !option.isRepeated, option.value != nil,
        let earlier = given.first(where: { $0.name == option.name }),
        earlier.value != value
      {
        throw .usage(
          command, ru: "параметр --\(option.name) дан дважды",
          en: "the option --\(option.name) is given twice")
      }
      given.append(GivenOption(name: option.name, value: value))
    }
  }
}
