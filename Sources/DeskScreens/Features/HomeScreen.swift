// Home: the search line; below it what was found, or all situations and the day.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawHome(_ state: State, in rect: Rect, _ context: Context) {
    let (top, list) = rect.splitTop(2)
    let line = top.inset(columns: 1).line(0)
    let prompt = "\(context.words.searchPrompt): "
    let (label, field) = line.splitLeft(DisplayWidth.columns(of: prompt))
    draw(prompt, in: label, style: context[.textStrong])
    drawField(
      state.search.field, placeholder: context.words.searchHint, in: field, isFocused: true, context
    )
    let typing = cursor
    drawSyncLine(state, in: top.inset(columns: 1).splitTop(1).rest, context)
    if state.isBrowsing {
      drawBrowsing(state, in: list.inset(columns: 1), context)
    } else {
      drawResults(state.search, in: list.inset(columns: 1), context)
    }
    cursor = typing
  }

  private mutating func drawBrowsing(_ state: State, in rect: Rect, _ context: Context) {
    if rect.columns >= 76 {
      let (left, right) = rect.splitLeft(rect.columns / 2)
      drawSituations(state, in: left, context)
      drawDay(state, in: right.inset(columns: 1), context)
      return
    }
    let wanted = min(state.situations.count + 1, max(6, rect.rows - 3))
    let (upper, lower) = rect.splitTop(wanted)
    drawSituations(state, in: upper, context)
    if lower.rows > 1 {
      drawDay(state, in: lower.splitTop(1).rest, context)
    }
  }

  private mutating func drawSituations(_ state: State, in rect: Rect, _ context: Context) {
    let (title, list) = rect.splitTop(1)
    draw(context.words.whatHappened, in: title, style: context[.heading])
    drawList(
      count: state.situations.count, selection: state.search.selection, in: list, isFocused: true,
      context
    ) { frame, index, line, style in
      frame.draw(
        state.situations[index].listed(context.words.language), in: line, style: style)
    }
  }

  private mutating func drawDay(_ state: State, in rect: Rect, _ context: Context) {
    // Today's visits are named by their citizens.
    guard let day = state.day, state.may(.serve) else { return }
    let words = context.words
    let (title, rest) = rect.splitTop(1)
    let count = day.visits.isEmpty ? words.noVisits : words.visits(day.visits.count)
    let line = state.window.map { " · \(words.queue.waiting($0.waiting))" } ?? ""
    draw("\(words.today): \(count)\(line)", in: title, style: context[.heading])
    let (visits, foot) = rest.rows > 3 ? rest.splitBottom(1) : (rest, rest.splitBottom(0).bottom)
    if foot.rows > 0 {
      draw(words.ratingsToday(day.ratings), in: foot, style: context[.textMuted])
    }
    for (offset, line) in day.visits.prefix(visits.rows).enumerated() {
      draw(
        words.visitLine(line, offset: state.clock.offset), in: visits.line(offset),
        style: context[.text])
    }
  }

  /// What was found: the kind, the title, what tells it apart, and why it was found.
  mutating func drawResults(_ search: SearchState, in rect: Rect, _ context: Context) {
    if search.hits.isEmpty {
      let isDone = !search.isPending
      draw(
        isDone ? context.words.nothingFound : context.words.searching, in: rect,
        style: context[.textMuted])
      if isDone, rect.rows > 1 {
        draw(context.words.nothingFoundAdvice, in: rect.line(1), style: context[.textMuted])
      }
      return
    }
    drawList(
      count: search.hits.count, selection: search.selection, in: rect, isFocused: true, context
    ) { frame, index, line, style in
      frame.drawHit(search.hits[index], isSelected: index == search.selection, line, style, context)
    }
  }

  mutating func drawHit(
    _ hit: SearchHit, isSelected: Bool, _ line: Rect, _ style: Style, _ context: Context
  ) {
    let muted = isSelected ? style : context[.textMuted]
    let (kind, rest) = line.splitLeft(11)
    draw(context.words.kind(hit.kind), in: kind, style: muted)
    let reason = hit.reasonToShow.map(context.words.reason) ?? ""
    let reasonWidth = min(DisplayWidth.columns(of: reason), rest.columns * 2 / 5)
    let (text, why) = rest.splitLeft(rest.columns - reasonWidth - 1)
    let used = draw(hit.title, in: text, style: style)
    if text.columns - used > 6, !hit.detail.isEmpty {
      draw(
        " · \(hit.detail)", in: text.splitLeft(used).rest, style: muted)
    }
    draw(reason, in: why.splitLeft(1).rest, style: muted, alignment: .right)
  }
}

extension Phrases {
  /// «14:05  Рождение ребёнка · Иванова Мария Петровна».
  func visitLine(_ line: VisitLine, offset: TimeZoneOffset) -> String {
    let time = line.visit.ended.civil(offset: offset).time.short
    return "\(time)  \(line.situationTitle(language)) · \(line.citizenName ?? anonymous)"
  }
}

extension SearchHit {
  /// The surest reason; before it, that the text was not read as it was typed, which is what a person
  /// would wonder about.
  fileprivate var reasonToShow: Reason? {
    let reading = reasons.first { reason in
      switch reason {
      case .keyboardLayout, .transliteration, .correctedSpelling: true
      default: false
      }
    }
    return reading ?? reasons.first
  }
}
