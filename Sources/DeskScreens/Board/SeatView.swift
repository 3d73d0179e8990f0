// The trainee's screen on a trainer's terminal. It is the trainee's as it is, but for its first line, which says whose
// the keys are.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawSeat(_ seat: TrainerSeat, _ clock: Clock, _ context: Context) {
    let words = context.words.training
    if let picture = seat.picture {
      grid.lay(picture.grid, below: 1)
      if let at = picture.cursor, at.row > 0, grid.bounds.contains(at) { cursor = at }
    } else {
      draw(words.seatComes, in: Rect(size).inset(columns: 1).line(2), style: context[.textMuted])
    }
    let line = Rect(size).line(0)
    let style = context[seat.isLeading ? .statusError : .demo]
    fill(line, style: style)
    let parts = [
      words.mark,
      seat.picture.flatMap { isCut($0) ? words.cut($0.size.columns, $0.size.rows) : nil },
      seat.isLeading ? words.leading : words.looking,
    ]
    draw(
      parts.compactMap(\.self).joined(separator: " · "),
      in: line.inset(columns: 1).splitLeft(line.columns - 8).left, style: style)
    draw(clock.time.short, in: line.inset(columns: 1), style: style, alignment: .right)
  }

  /// Whether the trainee's terminal is larger than this one.
  private func isCut(_ picture: Frame) -> Bool {
    picture.size.columns > size.columns || picture.size.rows > size.rows
  }
}
