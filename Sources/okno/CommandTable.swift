// The command table: what `okno` can do. Help, completions, the manual and dispatch are made from it.

internal import Domain

struct CommandTable: Sendable {
  let commands: [CommandSpec]

  static let okno: CommandTable = CommandTable(commands: [
    .desk, .reception, .board, .rate, .demo, .demoList, .demoLint, .demoPreview, .demoWatch,
    .demoTell, .search,
    .situationList,
    .situationShow, .advise, .offers,
    .catalogueLint, .catalogueImport, .catalogueExport, .catalogueDiff, .citizenAdd, .citizenFind,
    .citizenShow, .citizenErase, .ticketIssue, .ticketNext, .ticketList, .visitLog, .visitList,
    .ratingSummary, .ratingHours, .ratingWords, .ratingImport, .ratingCallbacks, .ratingSettle,
    .staffAdd, .staffList,
    .staffDisable, .staffEnable, .staffRoles, .staffResetPIN, .report,
    .auditList, .auditVerify, .sync, .backup, .restore, .doctor, .centralInit, .centralEnrol,
    .centralStatus, .centralRevoke, .centralPublish, .centralMakeKey, .centralNewEpoch,
    .centralPrune, .themeCheck, .completions, .manual,
  ])

  func command(_ path: [String]) -> CommandSpec? { commands.first { $0.path == path } }

  /// The commands whose names begin with these words.
  func commands(below path: [String]) -> [CommandSpec] {
    commands.filter { $0.path.starts(with: path) }
  }

  /// Whether a command's name begins with these words.
  func isPrefix(_ path: [String]) -> Bool { !commands(below: path).isEmpty }

  /// Whether another word may follow to name a command.
  func isGroup(_ path: [String]) -> Bool { !nextWords(path).isEmpty }

  /// The words that may follow, in the table's order.
  func nextWords(_ path: [String]) -> [String] {
    var words: [String] = []
    for command in commands(below: path) where command.path.count > path.count {
      let word = command.path[path.count]
      if !words.contains(word) { words.append(word) }
    }
    return words
  }
}
