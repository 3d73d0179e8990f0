// Calls after a low rating, in memory.

internal import DeskCore
package import Domain

extension MemoryStore {
  mutating func settle(_ id: Callback.ID, _ outcome: Callback.Outcome) -> Event {
    guard let place = callbacks.firstIndex(where: { $0.id == id && $0.outcome == nil }) else {
      return .failed(.notFound(kind: "callback", id: "\(id)"))
    }
    callbacks[place].phone = nil
    callbacks[place].outcome = outcome
    callbacks[place].settled = Sample.now.date(offset: .moscow)
    return .callbackSettled(id, outcome)
  }
}

extension Sample {
  /// One that is overdue, one of today, one with time, and two that are settled.
  package static let callbacks: [Callback] = {
    let today = now.date(offset: .moscow)
    func call(
      _ number: UInt64, asked: Int, _ outcome: Callback.Outcome? = nil
    ) -> Callback {
      let day = today.adding(days: asked)
      return Callback(
        id: id(number), phone: outcome == nil ? Phone("7900000\(1000 + number)") : nil, asked: day,
        due: day.adding(days: 3), outcome: outcome, settled: outcome.map { _ in today })
    }
    return [
      call(941, asked: -5), call(942, asked: -3), call(943, asked: -1),
      call(944, asked: -20, .wonBack),
      call(945, asked: -8, .unreached),
    ]
  }()
}
