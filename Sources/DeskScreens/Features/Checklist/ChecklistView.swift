// F7: the list on the screen.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawChecklist(
    _ screen: ChecklistScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let inside = screen.room(in: rect)
    draw(screen.passage(state, in: inside, context), from: screen.firstLine, in: inside, context)
    cursor = Point(column: inside.column, row: inside.row)
  }
}

/// Brings the first line back into what there is to see.
func holdChecklist(
  _ screen: ChecklistScreen, in state: inout State, _ body: Rect, _ context: Context
) {
  guard screen.firstLine > 0 else { return }
  var screen = screen
  let inside = screen.room(in: body)
  let lines = screen.passage(state, in: inside, context).lines.count
  screen.firstLine = max(0, min(screen.firstLine, lines - inside.rows))
  state.screen = .checklist(screen)
}

extension ChecklistScreen {
  /// A line that is longer than this is hard to read over a counter.
  private static let widest = 92

  fileprivate func room(in rect: Rect) -> Rect {
    let inside = rect.inset(columns: 1)
    return inside.centred(columns: min(inside.columns, Self.widest), rows: inside.rows)
  }

  /// One column stays free for the scroll marks.
  fileprivate func passage(_ state: State, in rect: Rect, _ context: Context) -> Passage {
    ChecklistWords(state.checklist(self), context.words).passage(columns: rect.columns - 1)
  }
}
