// Where the parts of the situation's screen stand, and how far its panes scroll.

internal import Canvas
package import DeskCore
internal import Domain

/// The places of one size of the screen.
struct SituationLayout {
  /// A pane beside the services, with its title in the first row.
  struct Side {
    let pane: SituationScreen.Pane
    let rect: Rect
  }

  let head: Rect
  let services: Rect
  /// All three panes on a wide screen, else the one that is shown.
  let sides: [Side]
  let foot: Rect

  init(_ screen: SituationScreen, _ state: State, in rect: Rect, _ context: Context) {
    let inside = rect.inset(columns: 1)
    let (head, rest) = inside.splitTop(rect.rows >= 18 ? 3 : 2)
    let (body, foot) = rest.splitBottom(1)
    self.head = head
    self.foot = foot
    if body.columns >= 108, body.rows >= 18 {
      let (list, others) = body.splitLeft(body.columns * 36 / 100)
      let (detail, papers) = others.splitLeft(others.columns / 2)
      let dates = screen.passage(.deadlines, state, width: papers.columns - 2, context).lines.count
      let above = screen.rowsAboveDeadlines + 1
      let (upper, lower) = papers.splitBottom(min(dates + above, papers.rows / 2))
      services = list
      sides = [
        Side(pane: .detail, rect: detail.splitLeft(1).rest),
        Side(pane: .documents, rect: upper.splitLeft(1).rest),
        Side(pane: .deadlines, rect: lower.splitLeft(1).rest),
      ]
    } else if body.columns >= 76 {
      let (list, side) = body.splitLeft(body.columns * 48 / 100)
      services = list
      sides = [Side(pane: screen.shownPane, rect: side.splitLeft(1).rest)]
    } else {
      let (list, side) = body.splitTop(max(4, body.rows * 2 / 5))
      services = list
      sides = [Side(pane: screen.shownPane, rect: side)]
    }
  }
}

extension SituationLayout.Side {
  /// The room under the title, and under the date where the pane has one.
  func body(_ screen: SituationScreen) -> Rect {
    rect.splitTop(1 + (pane == .deadlines ? screen.rowsAboveDeadlines : 0)).rest
  }

  /// One column stays free for the scroll marks.
  func passage(_ screen: SituationScreen, _ state: State, _ context: Context) -> Passage {
    screen.passage(pane, state, width: rect.columns - 1, context)
  }
}

extension SituationScreen {
  /// The pane beside the services: the service itself, until another one is gone to.
  var shownPane: Pane { pane == .services ? .detail : pane }

  /// The event's date, and what is wrong with it.
  var rowsAboveDeadlines: Int {
    guard sheet.situation.event != nil else { return 0 }
    return dateProblem == nil ? 1 : 2
  }
}

/// Brings the scrolling of `state` back into what there is to see.
///
/// How far one can scroll depends on the words and on their width, which the core does not know:
/// call this after each update, so that ↑ answers at once after one ↓ too many.
package func holdScroll(in state: inout State) {
  let context = Context(theme: unstyled, words: Phrases.of(state.settings.language))
  let body = state.bodyRect
  if case .help(let line) = state.overlay, line > 0 {
    let most = state.helpPanel(in: body, context).mostScroll
    state.overlay = .help(firstLine: min(line, most))
  }
  guard case .situation(var screen) = state.screen, screen.scroll > 0 else { return }
  let layout = SituationLayout(screen, state, in: body, context)
  guard let side = layout.sides.first(where: { $0.pane == screen.pane }) else { return }
  let lines = side.passage(screen, state, context).lines.count
  screen.scroll = min(screen.scroll, max(0, lines - side.body(screen).rows))
  state.screen = .situation(screen)
}

private let unstyled = Theme(name: "unstyled", depth: .mono) { _ in .plain }
