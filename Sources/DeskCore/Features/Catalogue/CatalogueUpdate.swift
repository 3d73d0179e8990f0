// A new catalogue from the centre comes in between two clients, never while one is at the window.

internal import Domain

extension State {
  /// Home is in front, with nothing typed, nothing put together and nothing awaited.
  var isBetweenClients: Bool {
    screens == [.home] && overlay == nil && waiting == nil && search.field.isEmpty
      && visit.situation == nil && card == nil && unsaved == nil
  }

  /// Asks for the catalogue that waits, once nobody is at the window.
  mutating func changeCatalogue() -> [Effect] {
    guard catalogueWaits, isBetweenClients else { return [] }
    catalogueWaits = false
    return [.changeCatalogue]
  }

  /// The store has another catalogue from now on. What undo would bring back is of the old one.
  mutating func take(catalogue: [SituationSummary]) -> [Effect] {
    list(catalogue)
    advice = nil
    offerBook = nil
    undo.removeAll { if case .change = $0 { true } else { false } }
    if notice == nil { notice = .catalogueChanged }
    return []
  }

  /// Puts the situations in the order of the language. The list changes under the clerk's hand: the same
  /// situation stays selected.
  mutating func list(_ catalogue: [SituationSummary]) {
    let ordered = catalogue.inOrderOfTitles(settings.language)
    if isBrowsing, situations.indices.contains(search.selection) {
      let selected = situations[search.selection].id
      search.selection = ordered.firstIndex { $0.id == selected } ?? 0
    }
    situations = ordered
  }
}
