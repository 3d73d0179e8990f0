import DiscreteEvents
import Domain
import Sync

@testable import LocalStore

// Citizens who want to be called, supervisors who call, and words for ratings that come later.

extension World {
  /// Each has a number of its own, by which it is the same one in each run: its id is random.
  func wish(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    wishes += 1
    guard let phone = Phone("7900\(1_000_000 + wishes)") else { return }
    try store.recordRating(
      RatingEntry(situation: "birth-of-child", result: .given(score: 1, criteria: [])),
      callback: CallbackRequest(phone: phone, days: 3), words: CitizenWords("долго \(now)"), stamp)
  }

  func callBack(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    let open = try store.callbacks(stamp).filter { $0.phone != nil }
      .sorted { ($0.phone?.digits ?? "") < ($1.phone?.digits ?? "") }
    guard let call = open.randomElement(using: &random) else { return }
    try store.settle(
      call.id, Callback.Outcome.allCases.randomElement(using: &random) ?? .wonBack, stamp)
  }

  func handOut(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      tokens.append(try store.issueRatingToken(stamp))
    }
  }

  /// The region's file: the latest words, whichever desks have handed them out.
  func bringIn(_ store: LocalStore, _ stamp: Stamp) throws(StoreError) {
    for token in tokens.suffix(6) {
      let score = Int.random(in: 1...5, using: &random)
      _ = try store.answer(token, score: score, criteria: [.clarity], stamp)
    }
  }
}
