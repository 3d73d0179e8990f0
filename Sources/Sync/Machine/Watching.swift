internal import Domain

// While a board looks at the centre's day: it has to show within two seconds what any desk has done, and to say so
// when it cannot.

extension SyncMachine {
  /// Milliseconds until the next poll.
  func restingTime(_ turn: Turn) -> Int64 {
    let poll = Int64(store?.poll ?? 5) * 1000
    let isWatched = store?.isWatched == true
    return Int64(
      Double(isWatched ? min(poll, SyncTiming.watchedPoll) : poll) * (0.8 + 0.4 * turn.chance))
  }

  /// From now on an answer is waited for that the board shows.
  mutating func beginListening(_ turn: Turn) {
    silentAt = store?.isWatched == true ? turn.at + SyncTiming.silence : nil
  }

  /// The link may be slow and not lost, but what is shown gets old.
  mutating func takeSilence(_ turn: Turn) {
    guard let moment = silentAt, moment <= turn.at else { return }
    silentAt = nil
    linkTrouble = .unreachable
  }
}
