// Sheets, cards, the draft and the desk's preferences, on the store's thread.

internal import DeskCore
internal import Domain
internal import FoundationEssentials
internal import LocalStore

extension LocalStore {
  func sheet(
    with service: Service.ID, preferring preferred: [LifeSituation.ID]
  ) throws(StoreError) -> SituationSheet? {
    let situations = try self.situations(with: service)
    guard let id = preferred.first(where: situations.contains) ?? situations.first else {
      return nil
    }
    return try sheet(of: id)
  }

  /// A look that finds the card gone is an answer, not a failure.
  func card(
    of id: Citizen.ID, for use: CardUse, _ stamp: Stamp
  ) throws(StoreError) -> CitizenCard? {
    do throws(StoreError) {
      guard use != .refresh else { return try cardAgain(of: id) }
      return try card(
        of: id, purpose: use == .visit || use == .draft ? "visit" : "look", stamp)
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  func save(_ draft: Draft?) throws(StoreError) {
    if let json = draft.flatMap(encoded) {
      try saveDraft(json)
    } else {
      try clearDraft()
    }
  }

  func remember(_ preference: Preference) throws(StoreError) {
    switch preference {
    case .theme(let name): try setSetting("theme", name)
    case .language(let language): try setSetting("language", language.rawValue)
    }
  }
}

func encoded(_ draft: Draft) -> String? {
  (try? JSONEncoder().encode(draft)).map { String(decoding: $0, as: UTF8.self) }
}

/// A draft of an older or newer program may not be readable; then there is none to offer.
func decodedDraft(_ json: String) -> Draft? {
  try? JSONDecoder().decode(Draft.self, from: Data(json.utf8))
}
