// What frames every screen: the header, the visit's strip, the line of advice, the key bar.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  /// Draws the frame around a screen.
  mutating func drawChrome(_ state: State, _ context: Context) {
    let (header, rest) = Rect(size).splitTop(1)
    let (middle, bar) = rest.splitBottom(1)
    let (upper, advice) = middle.splitBottom(1)
    drawHeader(state, in: header, context)
    drawKeyBar(state, in: bar, context)
    if let message = state.unreadMessage {
      drawMessageLine(message, state, in: advice, context)
    } else if let hint = state.hint {
      draw(context.words.hint(hint), in: advice.inset(columns: 1), style: context[.textMuted])
    }
    let (above, strip) = upper.splitBottom(state.hasVisitStrip ? 1 : 0)
    if state.hasVisitStrip { drawVisitStrip(state, in: strip, context) }
    let told = state.trainingLines(context.words)
    drawTrainingStrip(told, in: above.splitBottom(told.count).bottom, context)
  }

  /// The first line of a screen that is nobody's window: what it is, whose, and when.
  ///
  /// - Parameter mark: the columns that a training's mark takes at the beginning.
  mutating func drawSideHeader(
    _ title: String, centre: String, _ clock: Clock, mark: Int = 0, in rect: Rect,
    _ context: Context
  ) {
    fill(rect, style: context[.header])
    let names = [title, centre].filter { !$0.isEmpty }.joined(separator: " · ")
    let time = "\(typed(clock.date)) \(clock.time.short)"
    let line = rect.inset(columns: 1).splitLeft(mark).rest
    let (left, right) = line.splitLeft(line.columns - DisplayWidth.columns(of: time))
    draw(names, in: left.splitLeft(left.columns - 1).left, style: context[.header])
    draw(time, in: right, style: context[.headerMuted])
  }

  /// The notice in place of the advice, and over the lines above it where it is long.
  mutating func drawNotice(_ notice: Notice, _ context: Context) {
    let style = context[notice.isProblem ? .toastError : .toast]
    let text = (notice.isProblem ? "! " : "") + context.words.notice(notice)
    let lines = TextWrap.lines(text, width: size.columns - 2)
    let room = Rect(size).splitBottom(1).rest.splitBottom(min(lines.count, 4)).bottom
    fill(room, style: style)
    drawWrapped(text, in: room.inset(columns: 1), style: style)
  }

  /// Who is served and what is marked, on every screen but the visit's own form.
  private mutating func drawVisitStrip(_ state: State, in rect: Rect, _ context: Context) {
    let words = context.words
    var parts = state.ticketStrip(words)
    if state.hasVisit || parts.isEmpty {
      let name = state.card?.citizen.details.fullName ?? words.anonymous
      parts.append(parts.isEmpty ? "\(words.visitStrip): \(name)" : name)
    }
    if !state.visit.services.isEmpty { parts.append(words.marked(state.visit.services.count)) }
    if let sheet = state.sheet { parts.append(sheet.situation.title(words.language)) }
    let offers = state.card.map { state.offers(for: $0).count } ?? 0
    if offers > 0 { parts.append(words.offers.count(offers)) }
    parts += state.ticketDetails(words)
    fill(rect, style: context[.statusInfo])
    draw(
      parts.joined(separator: " · "), in: rect.inset(columns: 1), style: context[.statusInfo])
  }
}

extension State {
  fileprivate var hasVisit: Bool { visit.situation != nil || card != nil }
  fileprivate var hasVisitStrip: Bool { hasVisit || hasTicketStrip }

  /// The room for a screen inside its frame.
  var bodyRect: Rect {
    let told = trainingLines(Phrases.of(settings.language)).count
    return Rect(size).splitTop(1).rest.splitBottom((hasVisitStrip ? 3 : 2) + told).rest
  }

  fileprivate var hint: Hint? {
    switch screen {
    case .home: isBrowsing ? .home : .results
    case .situation(let situation):
      switch situation.pane {
      case .services: .situation
      case .deadlines: .eventDate
      case .detail, .documents: .situationPane
      }
    case .finder: .finder
    case .card(let card): card.isOnTask ? .cardTask : .card
    case .citizenForm(let form): form.duplicates.isEmpty ? .citizenForm : .duplicates
    case .visitForm: .visitForm
    case .sync: .sync
    case .refused(let refused): refused.action == .drop ? .refusedReason : .refused
    case .conflict: .conflict
    case .double: .double
    case .account: .account
    case .page(let page): page.hasAnswers ? .answers : .page
    case .feedbackForm: .feedbackForm
    case .feedback: .feedback
    case .feedbackAnswer: .feedbackAnswer
    case .checklist: .checklist
    case .offerList: .offerList
    case .callbacks(let list): list.outcome == nil ? .callbacks : nil
    case .rating, .keyTest: nil
    }
  }
}

extension Frame {
  private struct BarEntry {
    let keys: String
    let label: String
    let isDisabled: Bool
    var width: Int { DisplayWidth.columns(of: keys) + 1 + DisplayWidth.columns(of: label) }
  }

  /// The key bar: where the room ends, what can do nothing just now goes first.
  fileprivate mutating func drawKeyBar(_ state: State, in rect: Rect, _ context: Context) {
    fill(rect, style: context[.keyBar])
    let entries = barEntries(state, context, room: rect.columns - 2)
    var column = rect.column + 1
    for entry in entries {
      let style = context[entry.isDisabled ? .keyBarDisabled : .keyBar]
      column += draw(
        entry.keys, at: Point(column: column, row: rect.row),
        style: entry.isDisabled ? style : context[.keyBarKey])
      column += 1
      column += draw(entry.label, at: Point(column: column, row: rect.row), style: style) + 1
    }
  }

  private func barEntries(_ state: State, _ context: Context, room: Int) -> [BarEntry] {
    var shown = (Array(Command.bar.dropLast()) + [.palette, .leave]).map { command in
      (command: command, entry: entry(command, state, context))
    }
    let expendable: [Command] = [
      .ticket, .callNext, .checklist, .question, .rate, .home, .citizen, .palette, .logVisit,
    ]
    var next = 0
    while shown.reduce(-1, { $0 + $1.entry.width + 1 }) > room, next < expendable.count {
      shown.removeAll { $0.command == expendable[next] }
      next += 1
    }
    return shown.map(\.entry)
  }

  private func entry(_ command: Command, _ state: State, _ context: Context) -> BarEntry {
    BarEntry(
      keys: command.keys.map(KeyNames.short).joined(separator: "/"),
      label: command.label(context.words.language),
      isDisabled: command.obstacle(in: state) != nil)
  }
}
