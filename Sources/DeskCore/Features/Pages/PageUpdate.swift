// Keys on a page.

internal import Canvas
internal import Domain

extension State {
  mutating func updatePage(_ current: PageScreen, _ key: Key) -> [Effect] {
    var current = current
    if move(&current.firstLine, by: key, count: 4000, page: page) {
      screen = .page(current)
      return []
    }
    switch key {
    case .escape:
      screens.removeLast()
      return []
    case .enter: return noteAnswers(on: current)
    default: return asksToDropForm(then: nil) ? [] : leaveForSearch(key)
    }
  }

  /// The answers on the own day are read: they are not shown again.
  private mutating func noteAnswers(on current: PageScreen) -> [Effect] {
    guard case .ownDay(var day?) = current.content, !day.answers.isEmpty else { return [] }
    let ids = day.answers.map(\.answer.id)
    day.answers = []
    screen = .page(PageScreen(content: .ownDay(day)))
    return [.noteAnswers(ids)]
  }
}
