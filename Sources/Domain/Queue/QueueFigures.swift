/// What the board and the wall show of the centre, as it was read in one moment.
package struct CentreDay: Hashable, Sendable {
  package var queue: QueueDay
  /// By name.
  package var windows: [DeskPresence]
  /// Today's, as aggregates only.
  package var ratings: RatingSummary
  /// Who is who at the windows.
  package var staff: StaffRoster
  /// Today's messages to windows, the latest first.
  package var messages: [DeskMessage]

  package init(
    queue: QueueDay, windows: [DeskPresence], ratings: RatingSummary = .none,
    staff: StaffRoster = StaffRoster(), messages: [DeskMessage] = []
  ) {
    self.queue = queue
    self.windows = windows
    self.ratings = ratings
    self.staff = staff
    self.messages = messages
  }

  package static let empty = CentreDay(queue: .empty, windows: [])
}

/// The figures of a day of the queue.
package struct QueueFigures: Hashable, Sendable {
  /// Tickets issued, by the hour of the day: 24 values.
  package private(set) var issued = [Int](repeating: 0, count: 24)
  /// Tickets done, by the hour of the day.
  package private(set) var done = [Int](repeating: 0, count: 24)
  /// Tickets done at a window, by the hour of the day.
  package private(set) var doneByWindow: [Identifier<Desk>: [Int]] = [:]
  /// How many wait now longer than the limit.
  package private(set) var lateNow = 0
  /// How many were called today after more than the limit.
  package private(set) var lateCalls = 0
  /// The mean wait of those called today, in milliseconds; absent where nobody was.
  package private(set) var meanWait: Int64?
  /// The mean length of serving of those done today, in milliseconds; absent where nobody was.
  package private(set) var meanServing: Int64?

  package init(_ day: QueueDay, offset: TimeZoneOffset, at now: Instant) {
    var waits: [Int64] = []
    var servings: [Int64] = []
    for ticket in day.waiting + day.atWindows + day.ended {
      issued[ticket.placed.civil(offset: offset).time.hour] += 1
      if let called = ticket.times.called {
        waits.append(max(0, called.milliseconds - ticket.placed.milliseconds))
      }
      guard ticket.state == .done, let ended = ticket.times.ended else { continue }
      if ticket.times.started != nil { servings.append(ticket.times.served) }
      let hour = ended.civil(offset: offset).time.hour
      done[hour] += 1
      if let desk = ticket.desk {
        doneByWindow[desk, default: [Int](repeating: 0, count: 24)][hour] += 1
      }
    }
    lateNow = day.waiting.count { $0.waitLeft(at: now) < 0 }
    lateCalls = waits.count { $0 > FigureTally.waitLimit }
    meanWait = Self.mean(waits)
    meanServing = Self.mean(servings)
  }

  private static func mean(_ lengths: [Int64]) -> Int64? {
    lengths.isEmpty ? nil : lengths.reduce(0, +) / Int64(lengths.count)
  }
}

extension Ticket {
  /// How much of the allowed wait is left, in milliseconds; below nothing once it is broken. Counted from
  /// the issue until the first call, and from the return of one that waits again.
  package func waitLeft(at now: Instant) -> Int64 {
    let from = times.called == nil ? placed : since
    return FigureTally.waitLimit - (now.milliseconds - from.milliseconds)
  }
}
