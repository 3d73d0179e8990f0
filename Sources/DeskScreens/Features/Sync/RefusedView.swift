// A refused operation: what, when, about whom, why it was refused, and what can be done.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawRefused(
    _ screen: RefusedScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words.sync
    let operation = screen.operation
    let inside = rect.inset(columns: 1)
    let (title, below) = inside.splitTop(1)
    draw(words.refusedTitle, in: title, style: context[.heading])
    var passage = Passage(width: below.columns)
    passage.add(operation.text(state.clock, context.words), .textStrong)
    if let details = operation.citizen?.details {
      let known = facts(of: details, context.words)
      if !known.isEmpty { passage.add(known) }
    }
    passage.gap()
    passage.add("! \(capitalised(words.refusal(operation.refusal))).", .statusWarning)
    passage.add(words.refusalAdvice(operation.refusal))
    passage.gap()
    let (top, rest) = below.splitTop(
      min(passage.lines.count, below.rows - screen.actions.count - 1))
    draw(passage, from: 0, in: top, context)
    drawActions(screen, in: rest, context)
  }

  private mutating func drawActions(
    _ screen: RefusedScreen, in rect: Rect, _ context: Context
  ) {
    let words = context.words.sync
    var typing: Point?
    drawList(
      count: screen.actions.count, selection: screen.selection, in: rect, isFocused: true, context
    ) { frame, index, line, style in
      let action = screen.actions[index]
      let used = frame.draw(words.action(action), in: line, style: style)
      guard action == .drop else { return }
      let isFocused = index == screen.selection
      frame.drawField(
        screen.reason, placeholder: words.reasonHint, in: line.splitLeft(used + 1).rest,
        isFocused: isFocused, context)
      if isFocused { typing = frame.cursor }
    }
    if let typing { cursor = typing }
    let foot = rect.splitTop(screen.actions.count + 1).rest
    drawWrapped(words.dropMeans, in: foot, style: context[.textMuted])
  }
}

/// «карточка удалена» → «Карточка удалена».
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
