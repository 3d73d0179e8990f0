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
    if isBrowsing { holdSelection(in: catalogue) }
    situations = catalogue
    advice = nil
    offerBook = nil
    undo.removeAll { if case .change = $0 { true } else { false } }
    if notice == nil { notice = .catalogueChanged }
    return []
  }

  /// The list changes under the clerk's hand: the same situation stays selected.
  private mutating func holdSelection(in catalogue: [SituationSummary]) {
    guard situations.indices.contains(search.selection) else { return }
    let selected = situations[search.selection].id
    search.selection = catalogue.firstIndex { $0.id == selected } ?? 0
  }
}
