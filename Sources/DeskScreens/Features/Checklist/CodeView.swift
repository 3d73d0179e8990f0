// A QR code on the screen: black on white whatever the theme, with all of the screen for it.

internal import Canvas
internal import DeskCore

extension Frame {
  /// - Parameter rates: whether the last one is the address of the rating.
  mutating func drawCodes(
    _ codes: ChecklistCodes, rates: Bool, in rect: Rect, _ context: Context
  ) {
    let words = context.words.checklist
    switch codes.making {
    case .underWay:
      draw(words.codesWait, in: rect.inset(columns: 2, rows: 1), style: context[.textMuted])
      return
    case .impossible:
      drawWrapped(
        words.codesImpossible, in: rect.inset(columns: 2, rows: 1), style: context[.statusWarning])
      return
    case .done: break
    }
    let symbols = codes.symbols
    guard symbols.indices.contains(codes.shown),
      CodeRoom(size).fits(side: symbols[codes.shown].side)
    else {
      drawWrapped(
        words.codesTooMany, in: rect.inset(columns: 2, rows: 1), style: context[.statusWarning])
      return
    }
    let symbol = symbols[codes.shown]
    let columns = symbol.side + 2 * CodeRoom.quietZone
    let (left, right) = rect.splitLeft(columns)
    draw(symbol, in: left, isInverted: codes.isInverted, depth: context.theme.depth)
    let isRating = rates && symbols.count > 1 && codes.shown == symbols.count - 1
    drawCodeWords(
      codes, of: symbols.count, isRating: isRating, in: right.inset(columns: 1, rows: 1), context)
  }

  private mutating func drawCodeWords(
    _ codes: ChecklistCodes, of count: Int, isRating: Bool, in rect: Rect, _ context: Context
  ) {
    let words = context.words.checklist
    var rest = rect
    if count > 1 {
      draw(words.codePlace(codes.shown + 1, count), in: rest, style: context[.heading])
      rest = rest.splitTop(2).rest
    }
    let used = drawWrapped(
      isRating ? words.rateCode : words.codeAdvice, in: rest, style: context[.text])
    rest = rest.splitTop(used + 1).rest
    for line in words.codeKeys.dropFirst(count > 1 ? 0 : 1) {
      rest = rest.splitTop(drawWrapped(line, in: rest, style: context[.textMuted])).rest
    }
    cursor = Point(column: rect.column, row: rect.row)
  }

  /// Two dots a cell, one over the other, the white zone with them.
  mutating func draw(
    _ symbol: DotMatrix, in rect: Rect, isInverted: Bool, depth: ColourDepth
  ) {
    let zone = CodeRoom.quietZone
    let side = symbol.side + 2 * zone
    // Without colours the terminal's letters are taken for light ones: they draw the white dots.
    let drawsWhite = depth == .mono
    let style = Style.blackOnWhite(depth)
    for row in 0..<(side + 1) / 2 {
      for column in 0..<side {
        let upper = symbol.isBlack(column: column - zone, row: 2 * row - zone)
        let lower = symbol.isBlack(column: column - zone, row: 2 * row + 1 - zone)
        let isExchanged = drawsWhite != isInverted
        fill(
          Rect(column: rect.column + column, row: rect.row + row, columns: 1, rows: 1),
          style: style,
          with: halfBlock(upper: upper != isExchanged, lower: lower != isExchanged))
      }
    }
  }
}

private func halfBlock(upper: Bool, lower: Bool) -> Character {
  switch (upper, lower) {
  case (true, true): "█"
  case (true, false): "▀"
  case (false, true): "▄"
  case (false, false): " "
  }
}

extension Style {
  fileprivate static func blackOnWhite(_ depth: ColourDepth) -> Style {
    switch depth {
    case .mono: .plain
    case .sixteen: Style(foreground: .indexed(0), background: .indexed(15))
    case .twoHundredFiftySix: Style(foreground: .indexed(16), background: .indexed(231))
    case .truecolor:
      Style(
        foreground: .rgb(red: 0, green: 0, blue: 0),
        background: .rgb(red: 255, green: 255, blue: 255))
    }
  }
}
