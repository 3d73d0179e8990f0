// Keys on the list of calls at a desk.

internal import Canvas
internal import Domain

extension State {
  /// Each opening is a look at numbers, which the audit keeps.
  mutating func openCallbacks() -> [Effect] {
    if asksToDropForm(then: .callbacks) { return [] }
    screens.removeAll { if case .callbacks = $0 { true } else { false } }
    if screens.isEmpty { screens = [.home] }
    screens.append(.callbacks(CallbackList()))
    return [.loadCallbacks]
  }

  mutating func updateCallbacks(_ current: CallbackList, _ key: Key) -> [Effect] {
    var list = current
    let wish = list.take(key, page: page)
    screen = .callbacks(list)
    switch wish {
    case .nothing: return []
    case .leave:
      screens.removeLast()
      return []
    case .settle(let id, let outcome):
      waiting = .callback
      return [.settleCallback(id, outcome)]
    case .other: return asksToDropForm(then: nil) ? [] : leaveForSearch(key)
    }
  }

  mutating func take(callbacks: [Callback]) -> [Effect] {
    changeCallbacks { $0.take(callbacks) }
    return []
  }

  mutating func take(settled id: Callback.ID, _ outcome: Callback.Outcome) -> [Effect] {
    if waiting == .callback { waiting = nil }
    notice = .callbackSettled
    let today = clock.date
    changeCallbacks { $0.settle(id, outcome, on: today) }
    return []
  }

  /// Somebody else was quicker: their outcome stands.
  mutating func takeCallbackGone() -> [Effect] {
    notice = .taskGone
    return [.loadCallbacks]
  }

  private mutating func changeCallbacks(_ change: (inout CallbackList) -> Void) {
    for case (let place, .callbacks(var list)) in screens.enumerated() {
      change(&list)
      screens[place] = .callbacks(list)
    }
  }
}
