// What the syncing thread has to say.

package import Domain
package import LocalStore
internal import Sync

package enum SyncReport: Hashable, Sendable {
  /// The picture has changed.
  case status(SyncStatus)
  /// Everything was sent and everything is here; the sums count from the start.
  case cycleDone(SyncTally)
  /// The last word: what was done up to the stop, cycles or not.
  case ended(SyncTally)
  /// What became of a call.
  case called(CallAnswer)
  /// Which catalogue the desk has and which one waits, after each look at the store.
  case catalogue(CatalogueStanding)
}

/// What has gone over the link.
package struct SyncTally: Hashable, Sendable {
  /// Operations that the central store took.
  package var pushed = 0
  /// Operations that it refused.
  package var rejected = 0
  /// Rows that came and are stored.
  package var pulled = 0

  /// What is sent again after a failover, or around a first fill, counts once.
  private var countedThrough: Int64 = 0

  package init() {}

  /// Counts what the store has just done.
  mutating func count(_ command: StoreCommand, _ result: StoreResult) {
    guard result != .failed else { return }
    switch command {
    case .settle(let verdicts, let sent):
      for (operation, verdict) in zip(sent, verdicts.verdicts)
      where operation.sequence > countedThrough {
        if case .refused = verdict.kind { rejected += 1 } else { pushed += 1 }
      }
      countedThrough = max(countedThrough, sent.last?.sequence ?? 0)
    case .apply(let page): pulled += page.rows.count
    case .applySnapshot(let rows): pulled += rows.count
    default: break
    }
  }
}

/// Why a run of syncing has ended.
package enum SyncEnd: Hashable, Sendable {
  case stopped
  /// Another process of this desk keeps the link.
  case elsewhere
  case store(StoreError)
}
