// The link with the centre: what is so, what to do, and what waits for a person.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  /// On home: how far the first fill has come, or what waits for a person.
  mutating func drawSyncLine(_ state: State, in line: Rect, _ context: Context) {
    let sync = state.sync
    if let fill = sync.fill {
      drawFill(fill, isFirst: sync.synced == nil, in: line, context)
    } else if sync.tasks > 0 {
      draw(
        context.words.sync.attention(sync.refused, sync.conflicts, sync.duplicates), in: line,
        style: context[.statusWarning])
    }
  }

  mutating func drawSync(
    _ screen: SyncScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words.sync
    let inside = rect.inset(columns: 1)
    let (title, below) = inside.splitTop(1)
    draw(words.title, in: title, style: context[.heading])
    var passage = Passage(width: below.columns)
    for text in state.sync.sentences(state.clock, words) { passage.add(text.text, text.role) }
    let (top, rest) = below.splitTop(min(passage.lines.count, max(2, below.rows - 5)))
    draw(passage, from: 0, in: top, context)
    var list = rest
    if let fill = state.sync.fill {
      drawFill(fill, isFirst: state.sync.synced == nil, in: rest, context)
      list = rest.splitTop(1).rest
    }
    let (heading, rows) = list.splitTop(1).rest.splitTop(1)
    guard let tasks = screen.tasks else { return drawSyncRows(screen, state, in: rows, context) }
    let none =
      state.sync.tasks > 0 && !state.may(.serve) ? words.tasksOfClerks : words.noTasks
    draw(
      tasks.isEmpty ? none : words.tasks(tasks.count), in: heading,
      style: context[tasks.isEmpty ? .textMuted : .heading])
    drawSyncRows(screen, state, in: rows, context)
  }

  private mutating func drawSyncRows(
    _ screen: SyncScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let rows = state.rows(of: screen)
    cursor = Point(column: rect.column, row: rect.row)
    drawList(
      count: rows.count, selection: screen.selection, in: rect, isFocused: true, context
    ) { frame, index, line, style in
      let isSelected = index == screen.selection
      let (kind, text) = rows[index].texts(state.clock, context.words)
      guard !kind.isEmpty else {
        frame.draw(text, in: line, style: style)
        return
      }
      let (left, rest) = line.splitLeft(12)
      frame.draw(kind, in: left, style: isSelected ? style : context[.statusWarning])
      frame.draw(text, in: rest, style: style)
    }
  }
}

extension SyncRow {
  fileprivate func texts(_ clock: Clock, _ words: Phrases) -> (kind: String, text: String) {
    let sync = words.sync
    switch self {
    case .syncNow: return ("", sync.syncNow)
    case .refused(let operation):
      return (sync.refusedKind, operation.text(clock, words))
    case .conflict(let conflict):
      let fields = conflict.fields.map { lowerCased(words.field($0.formField)) }
      return (
        sync.conflictKind,
        "\(conflict.current.fullName) · \(fields.joined(separator: ", "))"
      )
    case .duplicate(let offer):
      return (
        sync.doubleKind,
        "\(offer.older.citizen.details.fullName) · \(lowerCased(sync.doubleReason(offer.reason)))"
      )
    }
  }
}

extension RefusedOperation {
  /// When, what, about whom or what.
  func text(_ clock: Clock, _ words: Phrases) -> String {
    let parts = [
      time.age(clock), words.sync.operation(kind), situation?(words.language),
      citizen?.details.fullName,
    ]
    return parts.compactMap { $0 }
      .joined(separator: " · ")
  }
}

/// «Дата рождения» → «дата рождения», but «СНИЛС».
func lowerCased(_ text: String) -> String {
  let isAbbreviation = text.prefix(2).allSatisfy(\.isUppercase)
  return isAbbreviation ? text : text.prefix(1).lowercased() + text.dropFirst()
}

extension CardField {
  var formField: CitizenForm.Field {
    switch self {
    case .audience: .audience
    case .surname: .surname
    case .givenName: .givenName
    case .patronymic: .patronymic
    case .birthDate: .birthDate
    case .snils: .snils
    case .phone: .phone
    }
  }
}

extension SyncStatus {
  /// What the screen says, one sentence a line.
  fileprivate func sentences(
    _ clock: Clock, _ words: SyncPhrases
  ) -> [(text: String, role: Role)] {
    var said: [(text: String, role: Role)] = []
    // Nothing is stored here then, and no sentence may say so.
    if trouble != .localStore { said.append((words.sentence(linkSentence(clock)), linkRole)) }
    guard link != .alone else { return said }
    if let synced {
      said.append((words.sentence(.data(synced.age(clock))), .text))
    } else if fill == nil {
      said.append((words.sentence(.noData), .text))
    }
    if pending > 0 {
      let isSending = link == .linked && trouble != .busy
      said.append((words.sentence(isSending ? .sending(pending) : .pending(pending)), .text))
    }
    switch trouble {
    case nil, .unreachable, .busy: break
    case .localStore: said.append((words.sentence(.trouble(.localStore)), .statusError))
    case .forked, .clock, .release, .rows:
      if let trouble { said.append((words.sentence(.trouble(trouble)), .statusWarning)) }
    }
    return said
  }

  private func linkSentence(_ clock: Clock) -> SyncSentence {
    switch link {
    case .alone: return .alone
    case .elsewhere: return .elsewhere
    case .connecting: return .connecting
    case .linked: return trouble == .busy ? .busy(again: nil) : .linked
    case .waiting(let until):
      let again = until > clock.now ? until.age(clock) : nil
      return trouble == .busy ? .busy(again: again) : .offline(again: again)
    case .stopped(let stop): return .stopped(stop)
    }
  }

  private var linkRole: Role {
    switch link {
    case .linked: .statusOk
    case .stopped: .statusError
    case .waiting: .statusWarning
    case .alone, .elsewhere, .connecting: .text
    }
  }
}
