import Domain

@testable import LocalStore

// What a person decides about that which sync leaves to people.

extension World {
  func decide(
    _ action: ClerkAction, _ store: LocalStore, _ stamp: Stamp
  ) throws(StoreError) {
    switch action {
    case .settle: try settle(store, stamp)
    case .merge: try merge(store, stamp)
    case .unmerge: try unmerge(store, stamp)
    case .retry:
      if let refused = try store.refusedOperations().randomElement(using: &random) {
        try store.retryRefused(refused.id, stamp)
      }
    case .drop:
      if let refused = try store.refusedOperations().randomElement(using: &random) {
        try store.dropRefused(refused.id, reason: "не нужно", stamp)
      }
    case .add, .change, .erase, .log, .undo, .rate, .issue, .call, .step, .open, .send, .read,
      .feedback, .answer, .tell, .wish, .callBack, .handOut, .bringIn:
      break
    }
  }

  private func settle(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    guard let conflict = try store.conflicts().randomElement(using: &random) else { return }
    let chosen = chance(0.5) ? conflict.current : conflict.wanted
    try store.settleConflict(conflict, choosing: chosen, stamp)
  }

  /// Mostly what is offered; now and then two cards that a clerk takes for one person's.
  private func merge(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    if chance(0.7), let offer = try store.duplicateOffers().randomElement(using: &random) {
      let (older, newer) = (offer.older.citizen.id, offer.newer.citizen.id)
      let isOlderKept = chance(0.5)
      return try store.mergeCitizens(
        kept: isOlderKept ? older : newer, merged: isOlderKept ? newer : older, stamp)
    }
    guard let kept = anybody(store), let merged = anybody(store) else { return }
    try store.mergeCitizens(kept: kept, merged: merged, stamp)
  }

  private func unmerge(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    let merged = store.ids("SELECT id FROM citizen WHERE merged_into IS NOT NULL ORDER BY id")
    guard let id = merged.randomElement(using: &random) else { return }
    try store.unmergeCitizen(Citizen.ID(id), stamp)
  }
}
