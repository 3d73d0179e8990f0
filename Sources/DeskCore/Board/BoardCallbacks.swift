// The list of calls over the supervisor's board.

internal import Canvas
internal import Domain

extension BoardState {
  mutating func openCallbacks() -> [BoardEffect] {
    overlay = .callbacks(CallbackList())
    return [.loadCallbacks]
  }

  mutating func readCallbacks(_ current: CallbackList, _ key: Key) -> [BoardEffect] {
    var list = current
    let wish = list.take(key, page: max(1, size.rows / 3))
    overlay = .callbacks(list)
    switch wish {
    case .nothing, .other: return []
    case .leave:
      overlay = nil
      return []
    case .settle(let id, let outcome): return [.settleCallback(id, outcome)]
    }
  }

  /// An answer to a list that was left is dropped.
  mutating func take(callbacks: [Callback]) {
    guard case .callbacks(var list) = overlay else { return }
    list.take(callbacks)
    overlay = .callbacks(list)
  }

  mutating func take(settled id: Callback.ID, _ outcome: Callback.Outcome) {
    notice = .callbackSettled
    guard case .callbacks(var list) = overlay else { return }
    list.settle(id, outcome, on: clock.date)
    overlay = .callbacks(list)
  }

  /// Somebody else was quicker: their outcome stands.
  mutating func take(failure: StoreError) -> [BoardEffect] {
    guard case .notFound("callback", _) = failure else {
      notice = .failed(failure)
      return []
    }
    notice = .callbackGone
    return [.loadCallbacks]
  }
}
