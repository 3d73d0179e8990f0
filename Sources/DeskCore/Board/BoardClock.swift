// The board's own minute: all of its times go on together with its clock, so that in between there is nothing to draw.

package import Domain

/// What is left of the allowed wait, or how long it has been over.
package enum WaitStanding: Hashable, Sendable {
  /// In minutes, begun ones counted: the whole limit at first, 1 until it is over.
  case left(Int)
  /// In whole minutes.
  case late(Int)
}

extension BoardState {
  /// Whole minutes from that moment to the beginning of this minute.
  package func minutes(since moment: Instant) -> Int {
    Int(max(0, clock.minute.milliseconds - moment.milliseconds) / 60_000)
  }

  /// The limit itself is passed to the second; the minutes beside it go with the clock.
  package func standing(of ticket: Ticket) -> WaitStanding {
    let left = ticket.waitLeft(at: clock.minute)
    guard ticket.waitLeft(at: clock.now) < 0 else {
      return .left(Int(min(FigureTally.waitLimit / 60_000, max(1, (left + 59_999) / 60_000))))
    }
    return .late(Int(max(0, -left) / 60_000))
  }

  /// When the picture becomes another one although nobody does anything: a minute is over, somebody has waited too
  /// long, or a new call flashes.
  package var changesAt: Instant {
    let minute = clock.minute + 60
    return min(minute, (isWall ? nextFlash : nextBreach) ?? minute)
  }

  private var nextBreach: Instant? {
    day.queue.waiting.lazy.map { $0.waitLeft(at: clock.now) }.filter { $0 >= 0 }.min()
      .map { Instant(milliseconds: clock.now.milliseconds + $0 + 1) }
  }

  private var nextFlash: Instant? {
    guard let newSince else { return nil }
    let seconds = max(0, clock.now.milliseconds - newSince.milliseconds) / 1000
    return seconds < Self.flashing ? newSince + seconds + 1 : nil
  }
}
