// What the wall shows: numbers and windows, nothing of anybody.

package import Domain

/// A call as the hall sees it.
package struct WallCall: Hashable, Sendable {
  package var number: String
  package var desk: Identifier<Desk>
  package var time: Instant
  package var step: TicketStep.ID
}

extension BoardState {
  /// How long a new call flashes, in seconds.
  package static let flashing: Int64 = 10

  /// Those who are called or have come today, the latest call first.
  package var calls: [WallCall] {
    day.queue.atWindows.filter { $0.state != .held }.compactMap { ticket in
      let call = ticket.steps.last { step in
        let kind = step.event.kind
        return !step.isBeside && (kind == .call || kind == .recall)
      }
      return call.map {
        WallCall(
          number: ticket.number, desk: $0.author.desk, time: $0.time, step: $0.id)
      }
    }.sorted { ($0.time, $0.step) > ($1.time, $1.step) }
  }

  /// Whether the newest call is drawn the other way round just now: it goes by seconds.
  package var isFlashing: Bool {
    guard let newSince else { return false }
    let seconds = (clock.now.milliseconds - newSince.milliseconds) / 1000
    return seconds >= 0 && seconds < Self.flashing && seconds.isMultiple(of: 2)
  }

  /// The window as the hall calls it.
  package func name(of desk: Identifier<Desk>) -> String {
    let name = day.windows.first { $0.id == desk }?.name ?? ""
    return name.isEmpty ? String("\(desk)".suffix(4)) : name
  }
}
