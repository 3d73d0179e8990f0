// The first line of every screen: which window this is, the day and the time, the link.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawHeader(_ state: State, in rect: Rect, _ context: Context) {
    // A training has the line to itself in another colour; the mark at its beginning is drawn last.
    let (strong, soft): (Role, Role) =
      state.training == nil ? (.header, .headerMuted) : (.demo, .demo)
    fill(rect, style: context[strong])
    let mark = state.trainingMark(context.words).map { DisplayWidth.columns(of: $0) } ?? 0
    let line = rect.inset(columns: 1).splitLeft(mark).rest
    let layout = HeaderLayout(state, columns: line.columns, context)
    let (left, rest) = line.splitLeft(line.columns - layout.right)
    draw(
      layout.names, in: left.splitLeft(left.columns - 2).left, style: context[strong])
    let used = draw("\(layout.date) · ", in: rest, style: context[soft])
    let chip = layout.chip
    var place = Point(column: rest.column + used, row: rest.row)
    place.column += draw(chip.attention, at: place, style: context[strong], clip: rest)
    draw(chip.separator + chip.rest, at: place, style: context[soft], clip: rest)
  }
}

extension State {
  /// Who is signed in; that nobody has to. Nothing while the screen waits for a sign-in.
  fileprivate func whoIsThere(_ words: Phrases) -> String? {
    guard staff != nil else { return nil }
    return hasAccounts ? (lock == nil ? employee?.name : nil) : words.staff.noAccounts
  }
}

/// Who has how many columns. It depends on the width and the names alone, so that nothing moves
/// while numbers change.
private struct HeaderLayout {
  let names: String
  let date: String
  let chip: SyncChip
  /// The columns of the date and of the room for the link.
  let right: Int

  init(_ state: State, columns: Int, _ context: Context) {
    let words = context.words
    let (desk, who) = (state.settings.deskName, state.whoIsThere(words))
    let parts =
      state.training.map { [$0.scene.lesson(words.language)] }
      ?? state.settings.preview.map { [words.preview, $0] }
      ?? [words.productName, desk, who ?? "", state.settings.centreName].filter { !$0.isEmpty }
    let whole = parts.joined(separator: " · ")
    let today = state.clock.date
    // The year is known to a clerk who has no room for it; at 80 columns it would take that of what waits.
    date =
      columns < 96 && state.sync.link != .alone
      ? "\(typed(today).prefix(5)) \(state.clock.time.short)"
      : "\(words.weekdays[today.weekday - 1]) \(typed(today)) \(state.clock.time.short)"
    let dateColumns = DisplayWidth.columns(of: date) + 3
    let kept = min(DisplayWidth.columns(of: whole), columns < 76 ? 14 : columns / 4)
    let room = min(SyncChip.widest, columns - kept - 2 - dateColumns)
    chip = SyncChip(state.sync, state.clock, columns: room, words)
    right = dateColumns + (state.sync.link == .alone ? chip.columns : room)
    // Who is at work is read to its end where that can be.
    let shorter = who.map { [desk, $0].filter { !$0.isEmpty }.joined(separator: " · ") }
    let left = columns - right - 2
    let ways =
      state.training != nil
      ? [whole]
      : state.settings.preview == nil
        ? [whole, shorter ?? whole, who ?? whole] : [whole, words.preview, words.shortPreview]
    names = ways.first { DisplayWidth.columns(of: $0) <= left } ?? whole
  }
}
