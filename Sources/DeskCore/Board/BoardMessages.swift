// A line from the board to a window, and what the central store says of the desks.

internal import Canvas
package import Domain

/// When a desk was last heard of.
package struct DeskHearing: Hashable, Sendable {
  /// The beginning of that minute; absent where it never was.
  package var time: Instant?
  /// Transactions of the centre that it had not taken then.
  package var behind: Int64

  package init(time: Instant?, behind: Int64) {
    self.time = time
    self.behind = behind
  }
}

extension BoardState {
  /// A desk that polls is heard of each 20 seconds or so; one that is not for longer than so many minutes is silent.
  package static let silence = 2

  /// How long a window has been silent, in minutes; `nil` for one that is not, or of which nobody knows.
  package func silence(of desk: Identifier<Desk>) -> Int? {
    guard let time = heard[desk]?.time else { return nil }
    let age = minutes(since: time)
    return age > Self.silence ? age : nil
  }

  /// Today's latest message to the window.
  package func message(to desk: Identifier<Desk>) -> DeskMessage? {
    day.messages.first { $0.recipient == desk }
  }

  /// Who is at the window: of one that is closed nobody.
  package func employee(at window: DeskPresence) -> Employee? {
    guard window.state != .closed else { return nil }
    return window.employee.flatMap { day.staff[$0] }
  }

  /// By the minute: of a desk that is heard of all the time there is no news in between.
  mutating func take(_ desks: [HeardDesk], at now: Instant) {
    heard = Dictionary(
      desks.map { desk in
        let time = desk.age.map { age in
          Clock(now: Instant(milliseconds: now.milliseconds - age), offset: clock.offset).minute
        }
        return (desk.desk, DeskHearing(time: time, behind: desk.behind))
      }, uniquingKeysWith: { first, _ in first })
  }

  mutating func beginMessage() {
    guard pane == .windows, day.windows.indices.contains(window) else {
      notice = .chooseWindow
      return
    }
    overlay = .message(day.windows[window].id, TextField(room: DeskMessage.longest))
  }

  mutating func writeMessage(
    _ desk: Identifier<Desk>, _ field: TextField, _ key: Key
  ) -> [BoardEffect] {
    var field = field
    switch key {
    case .escape: overlay = nil
    case .enter:
      let text = field.line
      guard DeskMessage.isText(text) else { break }
      overlay = nil
      return [.send(desk, text)]
    default:
      _ = field.take(key)
      overlay = .message(desk, field)
    }
    return []
  }
}
