// Home: the search line, and below it what was found or all situations.

internal import Canvas
internal import Domain

extension State {
  /// The list under an empty search line.
  package var isBrowsing: Bool { search.isBlank }

  mutating func updateHome(_ key: Key) -> [Effect] {
    let count = isBrowsing ? situations.count : search.hits.count
    if move(&search.selection, by: key, count: count, page: page) { return [] }
    switch key {
    case .enter: return openSelected()
    case .escape: return stepBackFromHome()
    default: return typeIntoSearch(key)
    }
  }

  /// Letters typed outside a form go to the search line, wherever the clerk is.
  mutating func typeIntoSearch(_ key: Key) -> [Effect] {
    let before = search.field
    var edited = search
    guard edited.field.take(key) else { return [] }
    if edited.field.characters == before.characters {
      search = edited
      return []
    }
    let effects = ask(&edited, kinds: searchKinds)
    search = edited
    return effects
  }

  private mutating func openSelected() -> [Effect] {
    if isBrowsing {
      guard situations.indices.contains(search.selection) else { return [] }
      return openSituation(situations[search.selection].id)
    }
    guard !search.isPending else {
      waiting = .searchToOpen
      return []
    }
    guard let hit = search.selected else {
      notice = .nothingFound
      return []
    }
    return open(hit)
  }

  mutating func open(_ hit: SearchHit) -> [Effect] {
    switch hit.target {
    case .situation(let id): return openSituation(id)
    case .service(let id):
      waiting = .situation
      return [.loadService(id, preferring: situationsAtHand)]
    case .citizen(let id):
      guard may(.serve) else { return refuse() }
      waiting = .card
      return [.loadCard(id, for: .look)]
    }
  }

  /// What a service may be asked for in: the visit that was begun, what is open for the citizen, and
  /// what the same words found.
  private var situationsAtHand: [LifeSituation.ID] {
    let begun = visit.isEmpty ? nil : visit.situation
    let open = (card?.cases ?? []).filter { $0.closed == nil }.map(\.situation)
    let found = search.hits.compactMap { hit in
      if case .situation(let id) = hit.target { id } else { nil }
    }
    return (begun.map { [$0] } ?? []) + open + found
  }

  mutating func openSituation(_ id: LifeSituation.ID) -> [Effect] {
    waiting = .situation
    return [.loadSituation(id, select: nil)]
  }

  private mutating func stepBackFromHome() -> [Effect] {
    if !search.field.isEmpty {
      remember(.cleared(search.field))
      return searchHome(for: SearchState.emptyField)
    }
    if visit.situation != nil || card != nil { overlay = .confirm(.discardVisit) }
    return []
  }

  /// Puts `field` into the search line and asks for it.
  mutating func searchHome(for field: TextField) -> [Effect] {
    var asked = search
    asked.field = field
    let effects = ask(&asked, kinds: searchKinds)
    search = asked
    return effects
  }

  /// An answer to the home search or to the finder's, whichever asked last.
  mutating func take(hits: [SearchHit], generation: Int) -> [Effect] {
    for (place, screen) in screens.enumerated() {
      guard case .finder(var finder) = screen, finder.search.generation == generation else {
        continue
      }
      finder.search.take(hits, generation)
      screens[place] = .finder(finder)
      return waiting == .searchToOpen ? openWaited() : []
    }
    guard search.generation == generation else { return [] }
    search.take(hits, generation)
    return waiting == .searchToOpen ? openWaited() : []
  }

  private mutating func openWaited() -> [Effect] {
    waiting = nil
    if case .finder = screen { return updateFinder(.enter) }
    if search.hits.isEmpty { typedAhead = [] }
    return openSelected()
  }
}

extension SearchState {
  fileprivate mutating func take(_ hits: [SearchHit], _ generation: Int) {
    self.hits = hits
    answered = generation
    selection = max(0, min(selection, hits.count - 1))
  }
}
