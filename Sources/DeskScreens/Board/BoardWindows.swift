// The windows of the board: a line each, and all that is known of the chosen one.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawWindow(
    _ window: DeskPresence, _ heat: HeatRow?, _ lists: BoardLists, in line: Rect, _ style: Style,
    _ context: Context
  ) {
    var left = line
    if let bars = heat?.text(of: window.id), !bars.isEmpty {
      let split = line.splitLeft(line.columns - DisplayWidth.columns(of: bars) - 2)
      left = split.left
      draw("|\(bars)|", in: split.rest, style: style)
    }
    let (name, rest) = left.splitLeft(min(14, left.columns / 3))
    let isSelected = style != context[.text]
    let isSilent = lists.state.silence(of: window.id) != nil
    let isFree = window.state == .free && lists.state.inHand(at: window.id) == nil
    let rowStyle =
      isSelected ? style : isSilent ? context[.statusWarning] : isFree ? context[.statusOk] : style
    draw(
      lists.state.name(of: window.id), in: name.splitLeft(name.columns - 1).left, style: rowStyle)
    draw(
      lists.row(of: window).joined(separator: " · "),
      in: rest.splitLeft(rest.columns - (heat == nil ? 0 : 1)).left, style: rowStyle)
  }

  /// What the window's own line may have had no room for.
  mutating func drawWindowDetails(
    _ window: DeskPresence, _ lists: BoardLists, in line: Rect, _ context: Context
  ) {
    draw(
      lists.details(of: window).joined(separator: " · "), in: line.splitLeft(2).rest,
      style: context[.textMuted])
  }
}

extension BoardLists {
  /// The ticket, its state and since when; what is wrong; who is there, and what is served.
  fileprivate func row(of window: DeskPresence) -> [String] {
    let inHand = state.inHand(at: window.id)
    let message = state.message(to: window.id).flatMap { $0.seen == nil ? $0 : nil }
    return [
      inHand?.ticket.number,
      inHand.map { words.ticketState($0.standing.state) } ?? words.state(window.state),
      inHand.flatMap { $0.ticket.isDoubled ? words.doubled : nil },
      since(state.since(of: window)),
      state.silence(of: window.id).map { words.silent(words.minutes($0)) },
      state.employee(at: window)?.name,
      message.map { words.unread(time($0.sent)) },
      window.situations.isEmpty ? words.everything : words.serves(window.situations.count),
    ].compactMap { $0 }
  }

  /// The link, the last message, and what is served by name.
  fileprivate func details(of window: DeskPresence) -> [String] {
    let hearing = state.heard[window.id]
    let link = hearing.map { hearing in
      hearing.time.map { words.heard(age($0)) } ?? words.neverHeard
    }
    let behind = hearing.flatMap { $0.behind > 0 ? words.behind($0.behind) : nil }
    let message = state.message(to: window.id).map { message in
      message.seen.map { words.read(time($0)) } ?? words.unread(time(message.sent))
    }
    let serves = window.situations.map { id in
      state.situations.first { $0.id == id }?.title(state.language) ?? id.rawValue
    }
    return [
      state.name(of: window.id), state.employee(at: window)?.name, link, behind, message,
      serves.isEmpty ? words.everything : serves.joined(separator: ", "),
    ].compactMap { $0 }
  }

  private func age(_ moment: Instant) -> String {
    let minutes = state.minutes(since: moment)
    return minutes == 0 ? words.underOneMinute : words.minutes(minutes)
  }

  private func time(_ moment: Instant) -> String {
    moment.civil(offset: state.clock.offset).time.short
  }
}
