// The situation: services in order on one side; the service, the papers, the deadlines on the other.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawSituation(
    _ screen: SituationScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let (head, rest) = rect.inset(columns: 1).splitTop(rect.rows >= 18 ? 3 : 2)
    drawSituationHead(screen, in: head, context)
    let (body, foot) = rest.splitBottom(1)
    draw(context.words.referenceData, in: foot, style: context[.textMuted])
    if body.columns >= 108, body.rows >= 18 {
      drawWide(screen, state, in: body, context)
    } else if body.columns >= 76 {
      let (list, pane) = body.splitLeft(body.columns * 47 / 100)
      drawServices(screen, state, in: list, context)
      drawPane(screen, state, in: pane.splitLeft(1).rest, context)
    } else {
      let (list, pane) = body.splitTop(max(4, body.rows * 2 / 5))
      drawServices(screen, state, in: list, context)
      drawPane(screen, state, in: pane, context)
    }
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

  /// Everything at once: services, the service, and papers above deadlines.
  private mutating func drawWide(
    _ screen: SituationScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let (list, rest) = rect.splitLeft(rect.columns * 36 / 100)
    let (detail, papers) = rest.splitLeft(rest.columns / 2)
    drawServices(screen, state, in: list, context)
    let dates = screen.deadlinePassage(state, width: papers.columns - 3, context).lines.count + 3
    let (upper, lower) = papers.splitBottom(min(dates, papers.rows / 2))
    drawPane(screen, .detail, state, in: detail.splitLeft(1).rest, context)
    drawPane(screen, .documents, state, in: upper.splitLeft(1).rest, context)
    drawPane(screen, .deadlines, state, in: lower.splitLeft(1).rest, context)
  }

  private mutating func drawServices(
    _ screen: SituationScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let isFocused = screen.pane == .services
    let (title, list) = rect.splitTop(1)
    drawPaneTitle(context.words.services, in: title, isFocused: isFocused, context)
    let isOfVisit = state.visit.situation == screen.sheet.situation.id
    let known = state.caseAtHand(in: screen.sheet.situation.id)
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
    if let progress, progress != .open {
      tail = context.words.progress(progress)
    } else if service.channels.contains(.proactive) {
      tail = context.words.startsItself
    }
    let width = DisplayWidth.columns(of: tail)
    let (text, right) = rest.splitLeft(rest.columns - width - (tail.isEmpty ? 0 : 2))
    draw("\(place) \(service.title(context.words.language))", in: text, style: style)
    draw(
      tail, in: right.splitLeft(max(0, right.columns - 1)).left,
      style: isSelected ? style : context[.textMuted], alignment: .right)
  }

  private mutating func drawPane(
    _ screen: SituationScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    drawPane(screen, screen.pane == .services ? .detail : screen.pane, state, in: rect, context)
  }

  private mutating func drawPane(
    _ screen: SituationScreen, _ pane: SituationScreen.Pane, _ state: State, in rect: Rect,
    _ context: Context
  ) {
    let isFocused = screen.pane == pane
    let words = context.words
    let (title, body) = rect.splitTop(1)
    let first = isFocused ? screen.scroll : 0
    switch pane {
    case .services, .detail:
      drawPaneTitle(words.service, in: title, isFocused: isFocused, context)
      let passage = screen.detailPassage(width: body.columns - 1, context)
      draw(passage, from: first, in: body, context)
    case .documents:
      drawPaneTitle(words.documents, in: title, isFocused: isFocused, context)
      let passage = screen.documentPassage(state, width: body.columns - 1, context)
      draw(passage, from: first, in: body, context)
    case .deadlines:
      drawPaneTitle(words.deadlines, in: title, isFocused: isFocused, context)
      drawDeadlines(screen, state, in: body, isFocused: isFocused, context)
    }
    if isFocused, pane != .deadlines { cursor = Point(column: rect.column, row: rect.row) }
  }

  private mutating func drawDeadlines(
    _ screen: SituationScreen, _ state: State, in rect: Rect, isFocused: Bool, _ context: Context
  ) {
    var rest = rect
    if let event = screen.sheet.situation.event {
      let (label, below) = rest.splitTop(1)
      let used = draw("\(event.title(context.words.language)): ", in: label, style: context[.text])
      drawField(
        screen.dateField, placeholder: context.words.eventDateHint,
        in: label.splitLeft(used).rest.splitLeft(12).left, isFocused: isFocused,
        isInvalid: screen.dateProblem != nil, context)
      rest = below
      if let problem = screen.dateProblem {
        let (line, below) = rest.splitTop(1)
        draw(context.words.problem(problem), in: line, style: context[.statusError])
        rest = below
      }
    } else if isFocused {
      cursor = Point(column: rect.column, row: rect.row)
    }
    let passage = screen.deadlinePassage(state, width: rest.columns - 1, context)
    draw(passage, from: isFocused ? screen.scroll : 0, in: rest, context)
  }

  mutating func drawPaneTitle(
    _ title: String, in rect: Rect, isFocused: Bool, _ context: Context
  ) {
    let style = context[isFocused ? .borderFocus : .border]
    rule(
      row: rect.row, from: rect.column, to: rect.right - 1, lines: context.theme.lines,
      style: style)
    let shown = isFocused ? "[\(title)]" : " \(title) "
    draw(
      shown, at: Point(column: rect.column + 1, row: rect.row),
      style: context[isFocused ? .borderFocus : .textStrong], maxColumns: rect.columns - 2)
  }
}
