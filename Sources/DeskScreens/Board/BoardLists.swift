// The lists of the board: windows, who waits, what needs a look.

internal import Canvas
internal import DeskCore
internal import Domain

struct BoardLists {
  let state: BoardState
  let figures: QueueFigures
  let words: BoardPhrases
  let line: [Ticket]
  let others: [Ticket]

  init(_ state: BoardState, _ figures: QueueFigures, _ words: BoardPhrases) {
    self.state = state
    self.figures = figures
    self.words = words
    line = state.line
    others = state.others
  }

  func count(_ pane: BoardPane) -> Int {
    switch pane {
    case .windows: state.day.windows.count
    case .waiting: line.count
    case .other: others.count
    }
  }

  func title(_ pane: BoardPane) -> String { "\(words.pane(pane)): \(count(pane))" }

  func since(_ moment: Instant) -> String { words.minutes(state.minutes(since: moment)) }
}

extension Frame {
  /// Side by side where there is room, else the one in hand with the names of the others.
  mutating func drawPanes(_ lists: BoardLists, in rect: Rect, _ context: Context) {
    guard rect.columns >= 110 else {
      let (tabs, list) = rect.splitTop(1)
      drawTabs(lists, in: tabs.inset(columns: 1), context)
      drawPane(lists.state.pane, lists, in: list.inset(columns: 1), context)
      return
    }
    let (left, right) = rect.splitLeft(rect.columns / 2)
    let (upper, lower) = right.splitTop(rect.rows * 3 / 5)
    let windows = HeatMap.isShown(in: left) ? left.splitTop(rect.rows * 3 / 5).top : left
    if windows != left {
      drawHeatMap(lists, in: left.splitTop(rect.rows * 3 / 5).rest.inset(columns: 1), context)
    }
    for (pane, place) in [(BoardPane.windows, windows), (.waiting, upper), (.other, lower)] {
      let (title, list) = place.inset(columns: 1).splitTop(1)
      let isHere = lists.state.pane == pane
      draw(
        (isHere ? "> " : "  ") + lists.title(pane), in: title,
        style: context[isHere ? .heading : .textMuted])
      drawPane(pane, lists, isMapped: windows != left, in: list, context)
    }
  }

  private mutating func drawTabs(_ lists: BoardLists, in rect: Rect, _ context: Context) {
    var column = rect.column
    for pane in BoardPane.allCases {
      let isHere = lists.state.pane == pane
      let title = isHere ? "[\(lists.title(pane))]" : " \(lists.title(pane)) "
      column += draw(
        title, at: Point(column: column, row: rect.row),
        style: context[isHere ? .heading : .textMuted], clip: rect)
      column += 1
    }
  }

  /// - Parameter isMapped: the day of each window stands below, and not in its line.
  private mutating func drawPane(
    _ pane: BoardPane, _ lists: BoardLists, isMapped: Bool = false, in rect: Rect,
    _ context: Context
  ) {
    let state = lists.state
    guard lists.count(pane) > 0 else {
      draw(
        pane == .windows ? lists.words.noWindows : lists.words.nobody, in: rect,
        style: context[.textMuted])
      return
    }
    let selection =
      switch pane {
      case .windows: state.window
      case .waiting: state.waiting
      case .other: state.other
      }
    var list = rect
    var heat: HeatRow?
    if pane == .windows {
      let (upper, foot) = rect.splitBottom(1)
      list = upper
      drawWindowDetails(state.day.windows[selection], lists, in: foot, context)
      heat = isMapped ? nil : HeatRow(lists.figures, context.theme)
    }
    drawList(
      count: lists.count(pane), selection: selection, in: list,
      isFocused: state.pane == pane && state.overlay == nil, context
    ) { frame, index, line, style in
      switch pane {
      case .windows:
        frame.drawWindow(state.day.windows[index], heat, lists, in: line, style, context)
      case .waiting: frame.drawWaiting(lists.line[index], lists, in: line, style, context)
      case .other: frame.drawOther(lists.others[index], lists, in: line, style, context)
      }
    }
  }

  private mutating func drawWaiting(
    _ ticket: Ticket, _ lists: BoardLists, in line: Rect, _ style: Style, _ context: Context
  ) {
    let (wait, role) = lists.wait(of: ticket)
    let isSelected = style != context[.text]
    let waitStyle = isSelected ? style : context[role]
    let (number, rest) = line.splitLeft(6)
    draw(ticket.number, in: number, style: style)
    let (time, title) = rest.splitLeft(22)
    draw(wait, in: time, style: waitStyle)
    draw(lists.about(ticket).joined(separator: " · "), in: title, style: style)
  }

  private mutating func drawOther(
    _ ticket: Ticket, _ lists: BoardLists, in line: Rect, _ style: Style, _ context: Context
  ) {
    let state = lists.state
    let (number, rest) = line.splitLeft(6)
    draw(ticket.number, in: number, style: style)
    var parts = [lists.words.ticketState(ticket.state)]
    if ticket.isDoubled { parts.append(lists.words.doubled) }
    if state.day.queue.leftOver.contains(where: { $0.id == ticket.id }) {
      parts.append(
        lists.words.leftOver(
          String(typed(ticket.placed.date(offset: state.clock.offset)).prefix(5)))
      )
    }
    parts.append(ticket.since.civil(offset: state.clock.offset).time.short)
    if let desk = ticket.desk { parts.append(state.name(of: desk)) }
    draw((parts + lists.about(ticket)).joined(separator: " · "), in: rest, style: style)
  }
}

extension BoardLists {
  /// Below so many minutes what is left of the wait is marked.
  private static let soon = 3

  fileprivate func wait(of ticket: Ticket) -> (text: String, role: Role) {
    switch state.standing(of: ticket) {
    case .late(let over):
      (words.late(over == 0 ? words.underOneMinute : words.minutes(over)), .statusError)
    case .left(let left):
      (words.left(words.minutes(left)), left <= Self.soon ? .statusWarning : .text)
    }
  }

  /// What tells a ticket apart: its weight, the window it was sent to, what it is about, the last word.
  fileprivate func about(_ ticket: Ticket) -> [String] {
    let title = ticket.situation.map { id in
      state.situations.first { $0.id == id }?.title(state.language) ?? id.rawValue
    }
    return [
      ticket.priority > 0 ? words.priority(ticket.priority) : nil,
      ticket.destination.map { "> \(state.name(of: $0))" }, title,
      ticket.comment.isEmpty ? nil : ticket.comment,
    ].compactMap { $0 }
  }
}
