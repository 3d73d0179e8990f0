// Ratings and the calls that citizens ask for beside them, on the store's thread.

internal import DeskCore
internal import Domain
internal import LocalStore

extension LocalStore {
  func perform(rating effect: Effect, _ stamp: Stamp) throws(StoreError) -> Event? {
    switch effect {
    case .recordRating(let entry, let words):
      try recordRating(entry, words: words, stamp)
      return .ratingRecorded(entry.result)
    case .issueRatingToken: return .ratingTokenIssued(try issueRatingToken(stamp))
    case .loadCallbacks: return .callbacksLoaded(try callbacks(stamp))
    case .settleCallback(let id, let outcome):
      try settle(id, outcome, stamp)
      return .callbackSettled(id, outcome)
    default: return nil
    }
  }
}
