// The wall of the hall: who is called, and where to. Numbers only.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawWall(_ state: BoardState, _ context: Context) {
    let words = BoardPhrases.of(state.language)
    fill(Rect(size), style: context[.rating])
    let (header, body) = Rect(size).splitTop(1)
    drawWallHeader(state, words, in: header, context)
    let calls = state.calls
    guard let latest = calls.first else {
      draw(
        words.noCalls, in: body.centred(columns: size.columns, rows: 1), style: context[.rating],
        alignment: .centre)
      return
    }
    let lower = drawLatest(latest, state, words, in: body, context)
    drawEarlier(Array(calls.dropFirst()), state, words, in: lower, context)
  }

  private mutating func drawWallHeader(
    _ state: BoardState, _ words: BoardPhrases, in rect: Rect, _ context: Context
  ) {
    let isOld = state.trouble != nil || state.isCutOff
    let style = context[isOld ? .toastError : .header]
    fill(rect, style: style)
    let name = state.centreName.isEmpty ? words.wallTitle : state.centreName
    let line = rect.inset(columns: 1)
    draw(
      isOld ? "! \(words.noLink) · \(name)" : name, in: line.splitLeft(line.columns - 6).left,
      style: style)
    draw(state.clock.time.short, in: line, style: style, alignment: .right)
  }

  /// The newest call as large as it goes; returns the room below it.
  private mutating func drawLatest(
    _ call: WallCall, _ state: BoardState, _ words: BoardPhrases, in rect: Rect, _ context: Context
  ) -> Rect {
    let window = state.name(of: call.desk)
    let number = window.filter(\.isNumber)
    // A window that is called by a word has its word below.
    let large = number.isEmpty || number.count > 3 ? call.number : "\(call.number)>\(number)"
    let wide = (rect.columns - 4) / LargeGlyphs.columns(large.count, scale: 1)
    let scale = max(1, min(wide, (rect.rows * 3 / 5 - 4) / LargeGlyphs.side))
    let (band, lower) = rect.splitTop(LargeGlyphs.side * scale + 4)
    let style = context[state.isFlashing ? .ratingChosen : .rating]
    fill(band, style: style)
    let ink: Character = context.theme.lines == .unicode ? "█" : "#"
    drawLarge(
      text: large, scale: scale, ink: ink, in: band.inset(columns: 0, rows: 1), style: style)
    var words = style
    words.attributes.insert(.bold)
    draw(
      state.sentence(call), in: band.line(band.rows - 2), style: words, alignment: .centre)
    return lower
  }

  private mutating func drawEarlier(
    _ calls: [WallCall], _ state: BoardState, _ words: BoardPhrases, in rect: Rect,
    _ context: Context
  ) {
    guard rect.rows > 2 else { return }
    rule(row: rect.row, in: rect, context)
    let list = rect.splitTop(1).rest
    let isLarge = size.columns >= 160 && list.rows >= 8
    let height = isLarge ? LargeGlyphs.side + 1 : 1
    let ink: Character = context.theme.lines == .unicode ? "█" : "#"
    for (place, call) in calls.prefix(list.rows / height).enumerated() {
      let line = Rect(
        column: list.column, row: list.row + place * height, columns: list.columns, rows: height)
      let number = state.name(of: call.desk).filter(\.isNumber)
      if isLarge, !number.isEmpty, number.count <= 3 {
        drawLarge(
          text: "\(call.number)>\(number)", scale: 1, ink: ink, in: line, style: context[.rating])
      } else {
        draw(state.sentence(call), in: line, style: context[.rating], alignment: .centre)
      }
    }
  }

  private mutating func rule(row: Int, in rect: Rect, _ context: Context) {
    let dash: Character = context.theme.lines == .unicode ? "─" : "-"
    fill(
      Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: context[.rating],
      with: dash)
  }
}

extension BoardState {
  /// «А012 — окно 4».
  fileprivate func sentence(_ call: WallCall) -> String {
    let words = BoardPhrases.of(language)
    let name = self.name(of: call.desk)
    let isNamed = name.lowercased().hasPrefix(words.window)
    return "\(call.number) — \(isNamed ? name.lowercased() : "\(words.window) \(name)")"
  }
}
