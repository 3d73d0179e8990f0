// The situation: services in order on one side; the service, the papers, the deadlines on the other.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawSituation(
    _ screen: SituationScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = SituationWords(screen, state, context.words)
    let layout = SituationLayout(screen, words, in: rect)
    drawSituationHead(screen, in: layout.head, context)
    drawServices(screen, state, in: layout.services, context)
    for side in layout.sides {
      drawSide(side, isAlone: layout.sides.count == 1, screen, words, context)
    }
    draw(context.words.referenceData, in: layout.foot, style: context[.textMuted])
  }

  private mutating func drawSituationHead(
    _ screen: SituationScreen, in rect: Rect, _ context: Context
  ) {
    let situation = screen.sheet.situation
    let language = context.words.language
    let used = draw(situation.title(language), in: rect, style: context[.heading])
    draw(
      " — «\(situation.inWords(language))»",
      in: rect.line(0).splitLeft(used).rest, style: context[.textMuted])
    let care = rect.splitTop(1).rest
    drawWrapped(situation.care(language), in: care, style: context[.text])
  }

  private mutating func drawServices(
    _ screen: SituationScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let isFocused = screen.pane == .services
    let (title, list) = rect.splitTop(1)
    drawPaneTitle(
      [PaneTitle(text: context.words.services, isShown: true, isFocused: isFocused)], in: title,
      context)
    let isOfVisit = state.visit.situation == screen.sheet.situation.id
    let known = state.caseAtHand(in: screen.sheet.situation.id)
    let judgements = state.judgements(screen.sheet)
    drawList(
      count: screen.sheet.services.count, selection: screen.selection, in: list,
      isFocused: isFocused, context
    ) { frame, index, line, style in
      let service = screen.sheet.services[index]
      let isMarked = isOfVisit && state.visit.isMarked(service.id)
      let isSelected = index == screen.selection
      frame.drawService(
        service, number: index + 1, isMarked: isMarked, progress: known?.services[service.id],
        isSelected: isSelected, line, style, context)
      let own = state.overruling(of: service.id, in: screen.sheet)?.verdict
      guard let verdict = own ?? judgements[service.id]?.verdict else { return }
      frame.draw(
        verdict.sign, in: line.splitLeft(3).rest, style: isSelected ? style : context[verdict.role])
    }
  }

  private mutating func drawService(
    _ service: Service, number: Int, isMarked: Bool, progress: SituationCase.Progress?,
    isSelected: Bool, _ line: Rect, _ style: Style, _ context: Context
  ) {
    let box = isMarked ? "[x]" : "[ ]"
    draw(box, in: line, style: isSelected || !isMarked ? style : context[.mark])
    let place = number < 10 ? " \(number)" : "\(number)"
    let rest = line.splitLeft(4).rest
    var tail = ""
    var role = Role.textMuted
    if let progress, progress != .open {
      tail = context.words.progress(progress)
      role = progress.role
    } else if service.channels.contains(.proactive) {
      tail = context.words.startsItself
    }
    let width = DisplayWidth.columns(of: tail)
    let (text, right) = rest.splitLeft(rest.columns - width - (tail.isEmpty ? 0 : 2))
    let title = service.title(context.words.language, within: text.columns - 3)
    draw("\(place) \(title)", in: text, style: style)
    draw(
      tail, in: right.splitLeft(max(0, right.columns - 1)).left,
      style: isSelected ? style : context[role], alignment: .right)
  }

  /// A pane under its title; a pane that is alone names the others, so that Tab is found.
  private mutating func drawSide(
    _ side: SituationLayout.Side, isAlone: Bool, _ screen: SituationScreen,
    _ words: SituationWords, _ context: Context
  ) {
    let isFocused = screen.pane == side.pane
    let panes: [SituationScreen.Pane] =
      isAlone ? [.detail, .documents, .deadlines] : [side.pane]
    let titles = panes.map { pane in
      PaneTitle(
        text: words.title(of: pane), isShown: pane == side.pane,
        isFocused: pane == side.pane && isFocused)
    }
    drawPaneTitle(titles, in: side.rect.line(0), context)
    if isFocused { cursor = Point(column: side.rect.column, row: side.rect.row) }
    if side.pane == .deadlines { drawEventDate(screen, in: side, isFocused: isFocused, context) }
    draw(
      side.passage, from: isFocused ? screen.scroll : 0, in: side.body(screen), context)
  }

  private mutating func drawEventDate(
    _ screen: SituationScreen, in side: SituationLayout.Side, isFocused: Bool, _ context: Context
  ) {
    guard let event = screen.sheet.situation.event else { return }
    let line = side.rect.line(1)
    let used = draw(
      "\(event.title(context.words.language)): ",
      in: line.splitLeft(line.columns - 13).left, style: context[.text])
    drawField(
      screen.dateField, placeholder: context.words.eventDateHint,
      in: line.splitLeft(used).rest.splitLeft(12).left, isFocused: isFocused,
      isInvalid: screen.dateProblem != nil, context)
    guard let problem = screen.dateProblem else { return }
    draw(
      "! \(context.words.problem(problem))", in: side.rect.line(2), style: context[.statusError])
  }
}

extension SituationCase.Progress {
  fileprivate var role: Role {
    switch self {
    case .issued: .statusOk
    case .refused: .statusWarning
    case .open, .consulted, .accepted, .redirected: .textMuted
    }
  }
}

/// One name in the line over a pane.
private struct PaneTitle {
  let text: String
  /// Whether its pane is the one below.
  let isShown: Bool
  let isFocused: Bool
}

extension Frame {
  /// A line with the names of panes: the one with the keys in brackets, the one shown strong.
  private mutating func drawPaneTitle(
    _ titles: [PaneTitle], in rect: Rect, _ context: Context
  ) {
    let isFocused = titles.contains { $0.isFocused }
    rule(
      row: rect.row, from: rect.column, to: rect.right - 1, lines: context.theme.lines,
      style: context[isFocused ? .borderFocus : .border])
    var column = rect.column + 1
    for title in titles {
      let role: Role = title.isFocused ? .borderFocus : title.isShown ? .textStrong : .textMuted
      let text = title.isFocused ? "[\(title.text)]" : " \(title.text) "
      column +=
        1
        + draw(
          text, at: Point(column: column, row: rect.row), style: context[role],
          maxColumns: rect.right - 1 - column)
    }
  }
}
