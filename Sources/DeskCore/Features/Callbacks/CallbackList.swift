// Whom to call after a low rating, and what came of it: one list for the desk and for the supervisor's board.

internal import Canvas
package import Domain

package struct CallbackList: Hashable, Sendable {
  /// Those that wait, the most urgent first, and then those that were settled of late. Absent until the store has
  /// answered.
  package var calls: [Callback]?
  package var selection = 0
  /// The outcome that is chosen for the call in front; absent while none is asked for.
  package var outcome: Int?

  package static let outcomes = Callback.Outcome.allCases

  package init() {}

  package var selected: Callback? {
    guard let calls, calls.indices.contains(selection) else { return nil }
    return calls[selection]
  }

  package func figures(today: CalendarDate) -> CallbackFigures {
    let calls = calls ?? []
    return CallbackFigures(
      open: calls.count { $0.outcome == nil }, overdue: calls.count { $0.isOverdue(on: today) },
      settled: calls.count { $0.outcome != nil }, wonBack: calls.count { $0.outcome == .wonBack })
  }
}

/// What a key on the list asks for.
enum CallbackWish: Equatable {
  case nothing
  case leave
  case settle(Callback.ID, Callback.Outcome)
  /// The key is none of the list's.
  case other
}

extension CallbackList {
  mutating func take(_ key: Key, page: Int) -> CallbackWish {
    if let chosen = outcome { return choose(chosen, key) }
    if move(&selection, by: key, count: max(1, calls?.count ?? 0), page: page) { return .nothing }
    switch key {
    case .escape: return .leave
    case .enter:
      if let selected, selected.outcome == nil { outcome = 0 }
      return .nothing
    default: return .other
    }
  }

  private mutating func choose(_ chosen: Int, _ key: Key) -> CallbackWish {
    var row = chosen
    if move(&row, by: key, count: Self.outcomes.count, page: Self.outcomes.count) {
      outcome = row
      return .nothing
    }
    switch key {
    case .escape:
      outcome = nil
      return .nothing
    case .character(let digit):
      guard let number = digit.wholeNumberValue, Self.outcomes.indices.contains(number - 1) else {
        return .nothing
      }
      row = number - 1
    case .enter: break
    default: return .nothing
    }
    outcome = nil
    return selected.map { .settle($0.id, Self.outcomes[row]) } ?? .nothing
  }

  mutating func take(_ found: [Callback]) {
    calls = found
    outcome = nil
    selection = max(0, min(selection, found.count - 1))
  }

  /// The call goes to those that are settled, without another look at the numbers.
  mutating func settle(_ id: Callback.ID, _ outcome: Callback.Outcome, on day: CalendarDate) {
    guard var calls, let index = calls.firstIndex(where: { $0.id == id }) else { return }
    var call = calls.remove(at: index)
    call.phone = nil
    call.outcome = outcome
    call.settled = day
    calls.append(call)
    take(calls)
  }
}
