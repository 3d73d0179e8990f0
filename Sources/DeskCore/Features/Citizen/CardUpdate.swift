// The citizen's card: open cases, then earlier visits.

internal import Canvas
package import Domain

package struct CardScreen: Hashable, Sendable {
  package var card: CitizenCard
  package var selection = 0

  package init(card: CitizenCard) { self.card = card }

  /// Open cases first, the latest first in each part.
  package var cases: [SituationCase] {
    card.cases.sorted {
      ($0.closed == nil ? 0 : 1, -$0.opened.milliseconds)
        < ($1.closed == nil ? 0 : 1, -$1.opened.milliseconds)
    }
  }

  package var rowCount: Int { cases.count + card.visits.count + card.merged.count }

  /// The card on the row that was merged into this one.
  package func merged(at row: Int) -> Citizen? {
    let place = row - cases.count - card.visits.count
    return card.merged.indices.contains(place) ? card.merged[place] : nil
  }
}

extension State {
  mutating func updateCard(_ current: CardScreen, _ key: Key) -> [Effect] {
    var current = current
    if move(&current.selection, by: key, count: current.rowCount, page: page) {
      screen = .card(current)
      return []
    }
    switch key {
    case .escape:
      screens.removeLast()
      return []
    case .enter, .character(" "):
      return serve(current)
    default:
      return leaveForSearch(key)
    }
  }

  /// Takes the citizen for this visit, and opens the case or the visit's situation on the row.
  private mutating func serve(_ current: CardScreen) -> [Effect] {
    if let merged = current.merged(at: current.selection) {
      overlay = .confirm(.unmergeCitizen(merged, from: current.card.citizen.id))
      return []
    }
    if visit.citizen != current.card.citizen.id { choose(current.card) }
    let cases = current.cases
    if cases.indices.contains(current.selection) {
      return goOn(with: cases[current.selection])
    }
    let row = current.selection - cases.count
    if current.card.visits.indices.contains(row) {
      return openSituation(current.card.visits[row].situation)
    }
    if let situation = visit.situation { return openSituation(situation) }
    // What comes next is what happened, not the name by which the card was found.
    search = SearchState()
    screens = [.home]
    return []
  }

  /// Opens the case's situation; of two births, the one on the row.
  private mutating func goOn(with chosen: SituationCase) -> [Effect] {
    if visit.isEmpty {
      visit.situation = chosen.situation
      visit.services = []
      visit.eventDate = chosen.eventDate
    }
    return openSituation(chosen.situation)
  }

  mutating func editCitizen() -> [Effect] {
    guard case .card(let current) = screen else { return [] }
    screens.append(.citizenForm(CitizenForm(editing: current.card.citizen)))
    return []
  }
}
