// The trainee's desk on a trainer's terminal: looked at, and led.

package import Canvas
internal import Domain

package struct TrainerSeat: Hashable, Sendable {
  /// The trainee's screen is before the trainer.
  package var isOpen = false
  /// The trainer's keys go to the trainee's desk.
  package var isLeading = false
  /// Absent until it has come.
  package var picture: Frame?

  package init() {}

  /// Shows the trainee's screen, and the board again.
  package static let showKey = Key.function(8)
  /// Take the keys, and give them back. Some terminals keep F12 for themselves.
  package static let leadKeys: [Key] = [.function(12), .control("y")]
}

/// What a trainer's terminal asks of the way to the trainee's desk.
package enum SeatRequest: Hashable, Sendable {
  case open, close
  case lead(Bool)
  case key(Key)
}

extension BoardState {
  mutating func openSeat() -> [BoardEffect] {
    guard seat != nil else { return [] }
    seat = TrainerSeat()
    seat?.isOpen = true
    return [.seat(.open)]
  }

  mutating func closeSeat() -> [BoardEffect] {
    seat = TrainerSeat()
    return [.seat(.close)]
  }

  /// What came from the trainee's desk while its screen is not shown any more is of no use.
  mutating func take(picture: Frame) {
    if seat?.isOpen == true { seat?.picture = picture }
  }

  mutating func loseSeat(_ why: BoardNotice) {
    guard seat != nil else { return }
    seat = TrainerSeat()
    notice = why
  }

  /// Keys before the trainee's screen.
  mutating func pressSeat(_ seat: TrainerSeat, _ key: Key) -> [BoardEffect] {
    let isLeave = Command.leave.keys.contains(key)
    if seat.isLeading {
      guard isLeave || TrainerSeat.leadKeys.contains(key) else { return [.seat(.key(key))] }
      self.seat?.isLeading = false
      return [.seat(.lead(false))]
    }
    if isLeave { return [.quit] }
    if Command.redraw.keys.contains(key) { return [.redraw] }
    if TrainerSeat.leadKeys.contains(key), seat.picture != nil {
      self.seat?.isLeading = true
      return [.seat(.lead(true))]
    }
    if key == TrainerSeat.showKey || key == .escape { return closeSeat() }
    return trainingOrder(key).map { [.train($0)] } ?? []
  }

  /// The clock of a training, a digit each; a trainer has the link and what may happen besides.
  func trainingOrder(_ key: Key) -> TrainingOrder? {
    guard let training, case .character(let digit) = key else { return nil }
    switch digit {
    case "0": return .speed(training.speed == 0 ? 1 : 0)
    case "1": return .speed(1)
    case "2": return .speed(2)
    case "3": return .speed(10)
    case "4": return .nextArrival
    default: break
    }
    guard seat != nil else { return nil }
    switch digit {
    case "5": return .link(isDown: true)
    case "6": return .link(isDown: false)
    case "7": return .incident(.faint)
    case "8": return .incident(.complaint)
    default: return nil
    }
  }

  /// A trainer writes to the trainee, whichever window is chosen.
  mutating func beginComment() {
    overlay = .comment(TextField(room: DeskMessage.longest))
  }

  mutating func writeComment(_ field: TextField, _ key: Key) -> [BoardEffect] {
    var field = field
    switch key {
    case .escape: overlay = nil
    case .enter:
      let text = field.line
      guard DeskMessage.isText(text) else { break }
      overlay = nil
      notice = .commentShown
      return [.train(.comment(text))]
    default:
      _ = field.take(key)
      overlay = .comment(field)
    }
    return []
  }
}
