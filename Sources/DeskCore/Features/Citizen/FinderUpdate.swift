// The finder: find a citizen or create one, for this visit (F2).

internal import Canvas
internal import Domain

package struct FinderScreen: Hashable, Sendable {
  package var search = SearchState()
  package init() {}

  /// The rows: what was found, and behind it the offer to create a card.
  package var rowCount: Int { search.hits.count + 1 }
  package var isOnCreate: Bool { search.selection >= search.hits.count }
}

extension State {
  mutating func openFinder() -> [Effect] {
    if case .finder = screen { return [] }
    if asksToDropForm(then: .citizen) { return [] }
    closeCitizenForms()
    closeSync()
    screens.append(.finder(FinderScreen()))
    return []
  }

  mutating func updateFinder(_ key: Key) -> [Effect] {
    guard case .finder(var finder) = screen else { return [] }
    if move(&finder.search.selection, by: key, count: finder.rowCount, page: page) {
      screen = .finder(finder)
      return []
    }
    switch key {
    case .escape:
      screens.removeLast()
      return []
    case .enter:
      return choose(in: finder)
    default:
      let before = finder.search.field.characters
      guard finder.search.field.take(key) else { return [] }
      let effects =
        before == finder.search.field.characters ? [] : ask(&finder.search, kinds: [.citizen])
      screen = .finder(finder)
      return effects
    }
  }

  private mutating func choose(in finder: FinderScreen) -> [Effect] {
    guard !finder.search.isPending else {
      waiting = .searchToOpen
      return []
    }
    if let hit = finder.search.selected, case .citizen(let id) = hit.target {
      waiting = .card
      return [.loadCard(id, for: .visit)]
    }
    screen = .citizenForm(
      CitizenForm(
        entries: CitizenForm.Entries(guessedFrom: finder.search.text, today: clock.date)))
    return []
  }

  /// Takes the citizen into the visit and goes back to where the clerk was.
  mutating func choose(_ card: CitizenCard) {
    rememberForUndo()
    // What one citizen has said is not another one's.
    if let before = visit.citizen, before != card.citizen.id { forgetAnswers() }
    self.card = card
    visit.citizen = card.citizen.id
    if let situation = visit.situation, let known = caseAtHand(in: situation)?.eventDate {
      visit.eventDate = visit.eventDate ?? known
    }
  }

  mutating func show(_ loaded: CitizenCard?, for use: CardUse) -> [Effect] {
    // The draft's situation is waited for, not its citizen; anything else that nobody waits for any
    // more must not pull the screen away.
    guard use == .draft || use == .refresh || waiting == .card else { return [] }
    if use == .look || use == .visit { waiting = nil }
    guard let loaded else { return sayCitizenGone(use) }
    switch use {
    case .look:
      screens = [.home, .card(CardScreen(card: loaded))]
    case .visit:
      choose(loaded)
      leaveFinder()
    case .draft:
      // Of a card that was merged into another, that one is loaded.
      if loaded.merged.contains(where: { $0.id == visit.citizen }) {
        visit.citizen = loaded.citizen.id
      }
      if visit.citizen == loaded.citizen.id { card = loaded }
    case .refresh:
      refresh(loaded)
    }
    return []
  }

  /// Puts the card as it is now in place of the same one, or of one that was merged into it.
  private mutating func refresh(_ loaded: CitizenCard) {
    func isSame(_ shown: Citizen.ID?) -> Bool {
      shown == loaded.citizen.id || loaded.merged.contains { $0.id == shown }
    }
    for case (let place, .card(var shown)) in screens.enumerated()
    where isSame(shown.card.citizen.id) {
      shown.card = loaded
      shown.selection = max(0, min(shown.selection, shown.rowCount - 1))
      screens[place] = .card(shown)
    }
    if isSame(card?.citizen.id), isSame(visit.citizen) {
      card = loaded
      visit.citizen = loaded.citizen.id
    }
  }

  /// A visit whose citizen was erased goes on without a name.
  private mutating func sayCitizenGone(_ use: CardUse) -> [Effect] {
    // What is shown stays until the clerk leaves it.
    if use == .refresh { return [] }
    if use == .draft {
      // Another citizen may have been chosen since.
      guard visit.citizen != nil, card == nil else { return [] }
      visit.citizen = nil
    }
    typedAhead = []
    notice = .entryGone
    return []
  }

  mutating func closeFinder() {
    screens.removeAll { if case .finder = $0 { true } else { false } }
    if screens.isEmpty { screens = [.home] }
  }

  /// Closes the finder, or the form in which an existing card was found; from home the chosen
  /// citizen's card is what comes next.
  mutating func leaveFinder() {
    closeFinder()
    closeCitizenForms()
    showChosenCard()
    if screens == [.home], let card { screens.append(.card(CardScreen(card: card))) }
    showEventDate()
  }

  /// Puts the chosen citizen's card in the place of another one's: under the name of whom the visit is
  /// for, Ctrl-E would change somebody else.
  private mutating func showChosenCard() {
    guard let card else { return }
    for case (let place, .card(let shown)) in screens.enumerated()
    where shown.card.citizen.id != card.citizen.id {
      screens[place] = .card(CardScreen(card: card))
    }
  }
}
