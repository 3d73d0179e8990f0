extension Ticket.State {
  /// Nobody has to do anything with it any more, unless it is taken back.
  package var isEnd: Bool { self == .done || self == .left || self == .noShow }
  /// Whether it is at a window.
  package var isAtWindow: Bool { self == .called || self == .serving || self == .held }
}

/// When a ticket came how far, for the figures: first times, and lengths in milliseconds.
package struct TicketTimes: Hashable, Sendable {
  /// When it was called for the first time: the end of the wait that has a limit.
  package private(set) var called: Instant?
  /// When the citizen sat down for the first time.
  package private(set) var started: Instant?
  /// When it came to its end; absent while it has none.
  package private(set) var ended: Instant?
  /// How long it waited in all, up to the last end of waiting.
  package private(set) var waited: Int64 = 0
  /// How long it was served in all, up to the last end of serving.
  package private(set) var served: Int64 = 0

  package init() {}

  mutating func note(
    _ state: Ticket.State, since: Instant, until moment: Instant, _ next: Ticket.State
  ) {
    // Desks' clocks differ: no length is below nothing.
    let length = max(0, moment.milliseconds - since.milliseconds)
    switch state {
    case .waiting, .redirected: waited += length
    case .serving: served += length
    case .called, .held, .noShow, .left, .done: break
    }
    if next == .called { called = called ?? moment }
    if next == .serving { started = started ?? moment }
    ended = next.isEnd ? moment : nil
  }
}
