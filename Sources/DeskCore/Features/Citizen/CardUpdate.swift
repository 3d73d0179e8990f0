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

  package enum Row: Hashable, Sendable {
    case situationCase(SituationCase)
    case visit(Visit)
    case conflict(CardConflict)
    case duplicate(DuplicateOffer)
    /// A card that was merged into this one.
    case merged(Citizen)
  }

  package var rows: [Row] {
    cases.map(Row.situationCase) + card.visits.map(Row.visit) + card.conflicts.map(Row.conflict)
      + card.duplicates.map(Row.duplicate) + card.merged.map(Row.merged)
  }

  /// The row in focus is no case and no visit, but something to see to.
  package var isOnTask: Bool { selection >= card.cases.count + card.visits.count && rowCount > 0 }

  package var rowCount: Int {
    card.cases.count + card.visits.count + card.conflicts.count + card.duplicates.count
      + card.merged.count
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
    let row =
      current.rows.indices.contains(current.selection) ? current.rows[current.selection] : nil
    switch row {
    case .conflict(let conflict):
      screens.append(.conflict(ConflictScreen(conflict: conflict)))
      return []
    case .duplicate(let offer):
      screens.append(.double(DoubleScreen(offer: offer)))
      return []
    case .merged(let merged):
      overlay = .confirm(.unmergeCitizen(merged, from: current.card.citizen.id))
      return []
    case .situationCase, .visit, nil: break
    }
    if visit.citizen != current.card.citizen.id { choose(current.card) }
    if case .situationCase(let chosen) = row { return goOn(with: chosen) }
    if case .visit(let earlier) = row { return openSituation(earlier.situation) }
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
