// The help: the keys of the screen, then those that work everywhere, from the key table.

internal import Canvas
internal import DeskCore

/// The lines of the help, broken for its width.
struct HelpPanel {
  static let keyColumns = 20

  let outer: Rect
  private(set) var lines: [(key: String, meaning: String)] = []

  init(in rect: Rect, _ entries: [(key: String, meaning: String)]) {
    let columns = min(90, rect.columns)
    for entry in entries {
      let wrapped = TextWrap.lines(entry.meaning, width: columns - 4 - Self.keyColumns)
      lines.append((entry.key, wrapped.first ?? ""))
      lines += wrapped.dropFirst().map { ("", $0) }
    }
    outer = rect.centred(columns: columns, rows: lines.count + 2)
  }

  /// The first line that shows the last one at the bottom.
  var mostScroll: Int { max(0, lines.count - max(0, outer.rows - 2)) }
}

extension State {
  func helpPanel(in rect: Rect, _ context: Context) -> HelpPanel {
    let words = context.words
    var entries: [(key: String, meaning: String)] = []
    if let topic = helpTopic {
      entries = [(words.onThisScreen, "")] + words.helpLines(topic) + [("", "")]
    }
    entries.append((words.everywhere, ""))
    entries += Command.allCases.filter { !$0.keys.isEmpty && $0.isGlobal }.map { command in
      let keys = command.keys.map(words.keyName).joined(separator: ", ")
      let reason = command.obstacle(in: self).map { " — \(words.notice(.obstacle($0)))" }
      return (keys, command.explanation(words.language) + (reason ?? ""))
    }
    return HelpPanel(in: rect, entries)
  }

  private var helpTopic: HelpTopic? {
    switch screen {
    case .home: .home
    case .situation: .situation
    case .finder: .finder
    case .card: .card
    case .citizenForm: .citizenForm
    case .visitForm: .visitForm
    case .sync: .sync
    case .refused: .refused
    case .conflict: .conflict
    case .double: .double
    case .checklist: .checklist
    case .rating, .keyTest, .account, .page, .feedbackForm, .feedback, .feedbackAnswer, .offerList,
      .callbacks:
      nil
    }
  }
}
