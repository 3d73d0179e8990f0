// Where the parts of the situation's screen stand, and how far its panes scroll.

internal import Canvas
package import DeskCore
internal import Domain

/// The places of one size of the screen, and what the panes beside the services say: wrapped once for a
/// frame, since the length of one decides where another stands.
struct SituationLayout {
  /// A pane beside the services, with its title in the first row.
  struct Side {
    let pane: SituationScreen.Pane
    let rect: Rect
    let passage: Passage
  }

  let head: Rect
  let services: Rect
  /// All three panes on a wide screen, else the one that is shown.
  let sides: [Side]
  let foot: Rect

  init(_ screen: SituationScreen, _ words: SituationWords, in rect: Rect) {
    let inside = rect.inset(columns: 1)
    let (head, rest) = inside.splitTop(rect.rows >= 18 ? 3 : 2)
    let (body, foot) = rest.splitBottom(1)
    self.head = head
    self.foot = foot
    if body.columns >= 108, body.rows >= 18 {
      let (list, others) = body.splitLeft(body.columns * 36 / 100)
      let (detail, papers) = others.splitLeft(others.columns / 2)
      let dates = words.passage(.deadlines, columns: papers.columns - 1)
      let above = screen.rowsAboveDeadlines + 1
      let (upper, lower) = papers.splitBottom(
        min(dates.lines.count + above, papers.rows / 2))
      services = list
      sides = [
        words.side(.detail, detail.splitLeft(1).rest),
        words.side(.documents, upper.splitLeft(1).rest),
        Side(pane: .deadlines, rect: lower.splitLeft(1).rest, passage: dates),
      ]
    } else if body.columns >= 76 {
      let (list, side) = body.splitLeft(body.columns * 48 / 100)
      services = list
      sides = [words.side(screen.shownPane, side.splitLeft(1).rest)]
    } else {
      let (list, side) = body.splitTop(max(4, body.rows * 2 / 5))
      services = list
      sides = [words.side(screen.shownPane, side)]
    }
  }
}

extension SituationWords {
  fileprivate func side(_ pane: SituationScreen.Pane, _ rect: Rect) -> SituationLayout.Side {
    SituationLayout.Side(pane: pane, rect: rect, passage: passage(pane, columns: rect.columns))
  }
}

extension SituationLayout.Side {
  /// The room under the title, and under the date where the pane has one.
  func body(_ screen: SituationScreen) -> Rect {
    rect.splitTop(1 + (pane == .deadlines ? screen.rowsAboveDeadlines : 0)).rest
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
  if case .page(let page) = state.screen { return holdPage(page, in: &state, body, context) }
  if case .feedbackAnswer(let answer) = state.screen {
    return holdAnswer(answer, in: &state, body, context)
  }
  if case .checklist(let list) = state.screen {
    return holdChecklist(list, in: &state, body, context)
  }
  // No key scrolls what lies beneath an overlay.
  guard case .situation(var screen) = state.screen, screen.scroll > 0, state.overlay == nil else {
    return
  }
  let words = SituationWords(screen, state, context.words)
  let layout = SituationLayout(screen, words, in: body)
  guard let side = layout.sides.first(where: { $0.pane == screen.pane }) else { return }
  screen.scroll = min(screen.scroll, max(0, side.passage.lines.count - side.body(screen).rows))
  state.screen = .situation(screen)
}

private let unstyled = Theme(name: "unstyled", depth: .mono) { _ in .plain }
