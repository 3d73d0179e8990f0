// A bar that fills, with per cent and counts, so that it says the same without colours.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  /// «Первая загрузка  41 % [########------] 410 000 из 1 000 000».
  mutating func drawFill(
    _ fill: SyncStatus.Fill, isFirst: Bool, in line: Rect, _ context: Context
  ) {
    let words = context.words.sync
    let share = fill.percent
    let percent = String(repeating: " ", count: share < 10 ? 2 : share < 100 ? 1 : 0) + "\(share) %"
    let label = "\(isFirst ? words.firstFill : words.laterFill) \(percent) "
    let counts = " " + words.rows(grouped(fill.done), grouped(fill.total))
    // The room of the largest count, so that the bar stands still.
    let widest = DisplayWidth.columns(
      of: " " + words.rows(grouped(fill.total), grouped(fill.total)))
    let used = draw(label, in: line, style: context[.text])
    let room = min(40, line.columns - used - widest)
    let (bar, rest) = line.splitLeft(used).rest.splitLeft(max(0, room))
    drawBar(share: share, in: bar, context)
    draw(counts, in: rest, style: context[.textMuted])
  }

  private mutating func drawBar(share: Int, in rect: Rect, _ context: Context) {
    guard rect.columns > 4 else { return }
    draw("[", in: rect, style: context[.textMuted])
    let inside = rect.inset(columns: 1)
    let (done, open) = inside.splitLeft(inside.columns * share / 100)
    let isUnicode = context.theme.lines == .unicode
    self.fill(done.line(0), style: context[.textStrong], with: isUnicode ? "█" : "#")
    self.fill(open.line(0), style: context[.textMuted], with: isUnicode ? "·" : ".")
    draw("]", at: Point(column: rect.right - 1, row: rect.row), style: context[.textMuted])
  }
}
