/// How long a citizen will wait who takes a ticket now.
package struct WaitEstimate: Hashable, Sendable {
  /// If all goes quickly, in minutes.
  package var optimistic: Int
  /// If all goes slowly, in minutes; never less than `optimistic`.
  package var pessimistic: Int

  package init(optimistic: Int, pessimistic: Int) {
    self.optimistic = optimistic
    self.pessimistic = pessimistic
  }
}

/// How long serving takes in one situation, in milliseconds: the quarter of servings that were the
/// quickest lies below `quick`, the slowest quarter above `slow`.
package struct ServingTime: Hashable, Sendable {
  package var quick: Int64
  package var slow: Int64

  /// Where nothing is known yet: five to fifteen minutes.
  package static let unknown = ServingTime(quick: 300_000, slow: 900_000)
  /// Fewer servings than these say nothing.
  package static let fewest = 5

  package init(quick: Int64, slow: Int64) {
    self.quick = quick
    self.slow = slow
  }

  /// From the lengths of servings, in any order; `nil` where they are too few.
  package init?(lengths: [Int64]) {
    guard lengths.count >= Self.fewest else { return nil }
    let sorted = lengths.sorted()
    quick = sorted[sorted.count / 4]
    slow = sorted[sorted.count * 3 / 4]
  }
}

/// What an expected wait is worked out from.
///
/// The rule: whoever goes before the new ticket, and may be called by a window that could call it, is
/// served first, and the windows share that work evenly. Quickly: everybody takes the quick time and
/// whoever is at a window now is done at once. Slowly: everybody takes the slow time, and so do those at
/// the windows from now on.
package struct WaitQuestion: Sendable {
  package var situation: LifeSituation.ID?
  package var priority: Int
  package var waiting: [Ticket]
  package var windows: [DeskPresence]
  package var times: [LifeSituation.ID: ServingTime]
  /// Of all situations together.
  package var common: ServingTime

  package init(
    situation: LifeSituation.ID?, priority: Int, waiting: [Ticket], windows: [DeskPresence],
    times: [LifeSituation.ID: ServingTime], common: ServingTime
  ) {
    self.situation = situation
    self.priority = priority
    self.waiting = waiting
    self.windows = windows
    self.times = times
    self.common = common
  }

  /// `nil` where no window is open that serves the situation: nobody can say.
  package var estimate: WaitEstimate? {
    let able = windows.filter { $0.isOpen && $0.serves(situation) }
    guard !able.isEmpty else { return nil }
    let ahead = waiting.filter { ticket in
      ticket.priority >= priority && able.contains { $0.mayCall(ticket) }
    }
    let busy = able.count { $0.state == .serving }
    if ahead.isEmpty, busy < able.count { return WaitEstimate(optimistic: 0, pessimistic: 0) }
    let times = ahead.map { time(of: $0.situation) }
    let quick = times.reduce(0) { $0 + $1.quick } / Int64(able.count)
    let atWindows = Int64(busy) * time(of: situation).slow
    let slow = (times.reduce(0) { $0 + $1.slow } + atWindows) / Int64(able.count)
    return WaitEstimate(
      optimistic: Int(quick / 60_000), pessimistic: Int((max(quick, slow) + 59_999) / 60_000))
  }

  private func time(of situation: LifeSituation.ID?) -> ServingTime {
    situation.flatMap { times[$0] } ?? common
  }
}

extension DeskPresence {
  /// Whether this window may call the ticket: it was sent here, or to nobody in particular.
  package func mayCall(_ ticket: Ticket) -> Bool {
    ticket.isWaiting
      && (ticket.destination.map { $0 == id } ?? serves(ticket.situation))
  }
}
