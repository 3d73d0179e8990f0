// To whom something can be offered: a list for a quiet time.

internal import Canvas
package import Domain

package struct OfferListScreen: Hashable, Sendable {
  /// Absent until the store has answered.
  package var lines: [OfferLine]?
  package var selection = 0

  package init() {}
}

extension State {
  mutating func openOfferList() -> [Effect] {
    if asksToDropForm(then: .offerList) { return [] }
    screens.removeAll { if case .offerList = $0 { true } else { false } }
    if screens.isEmpty { screens = [.home] }
    screens.append(.offerList(OfferListScreen()))
    return [.loadOfferList(region: settings.region)]
  }

  mutating func take(offerList lines: [OfferLine]) -> [Effect] {
    for case (let place, .offerList(var list)) in screens.enumerated() {
      list.lines = lines
      list.selection = max(0, min(list.selection, lines.count - 1))
      screens[place] = .offerList(list)
    }
    return []
  }

  /// Enter opens the card, where the offers are answered.
  mutating func updateOfferList(_ current: OfferListScreen, _ key: Key) -> [Effect] {
    var list = current
    if move(&list.selection, by: key, count: max(1, list.lines?.count ?? 0), page: page) {
      screen = .offerList(list)
      return []
    }
    switch key {
    case .escape:
      screens.removeLast()
      return []
    case .enter:
      guard let lines = list.lines, lines.indices.contains(list.selection) else { return [] }
      waiting = .card
      return [.loadCard(lines[list.selection].citizen, for: .look)]
    default: return asksToDropForm(then: nil) ? [] : leaveForSearch(key)
    }
  }
}
