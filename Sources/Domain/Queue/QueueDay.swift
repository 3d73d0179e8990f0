/// The tickets of one day of a centre, as the board and the windows show them.
package struct QueueDay: Hashable, Sendable {
  /// The line: who may be called, the next one first.
  package var waiting: [Ticket]
  /// At a window: called, serving or held; the longest there first.
  package var atWindows: [Ticket]
  /// Done, gone or not come; the last first.
  package var ended: [Ticket]
  /// Open still from an earlier day: a person has to look at them. The oldest first.
  package var leftOver: [Ticket]

  /// - Parameters:
  ///   - tickets: of the day, and open ones from before.
  ///   - start: the beginning of the day.
  package init(_ tickets: [Ticket], from start: Instant) {
    let today = tickets.filter { $0.placed >= start }
    waiting = today.filter(\.isWaiting).sorted { $0.goesBefore($1) }
    atWindows = today.filter(\.state.isAtWindow).sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    ended = today.filter(\.state.isEnd).sorted { ($0.since, $0.id) > ($1.since, $1.id) }
    leftOver = tickets.filter { $0.placed < start && $0.isOpen }
      .sorted { ($0.placed, $0.id) < ($1.placed, $1.id) }
  }

  package static let empty = QueueDay([], from: Instant(milliseconds: 0))

  /// Those of which two desks took hold without knowing of each other.
  package var doubled: [Ticket] {
    (atWindows + waiting + ended + leftOver).filter(\.isDoubled)
  }

  /// What a window has, its own half included; one in hand before those that are held.
  package func tickets(at desk: Identifier<Desk>) -> [(ticket: Ticket, standing: TicketStanding)] {
    (atWindows + waiting + ended).compactMap { ticket in
      ticket.standing(at: desk).map { (ticket, $0) }
    }.sorted { one, other in
      let isHeld = (one.standing.state == .held, other.standing.state == .held)
      if isHeld.0 != isHeld.1 { return isHeld.1 }
      return (one.standing.since, one.ticket.id) < (other.standing.since, other.ticket.id)
    }
  }
}
