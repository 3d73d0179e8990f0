// The citizen's screen: large digits and plain words, nothing personal, nothing of the clerk's.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawRating(_ rating: RatingScreen, _ state: State, _ context: Context) {
    let words = context.words
    fill(Rect(size), style: context[.rating])
    let scale = size.columns >= 110 && size.rows >= 36 ? 2 : 1
    let digitRows = 5 * scale + 2
    let criteriaRows = Criterion.allCases.count + 1
    // The criteria have their room from the start, so that an answer moves nothing.
    let needed = 4 + digitRows + 1 + criteriaRows
    let top = max(0, (size.rows - 2 - needed) / 2)
    var row = top
    row = centre(spaced(words.ratingQuestion), row, context[.rating], bold: true)
    row += 1
    row = drawDigits(rating, from: row, scale: scale, context)
    row = drawAnswerLine(rating, row, context)
    if case .score = rating.answer { drawCriteria(rating, from: row + 1, context) }
    let privacy = size.rows - 2
    centre(words.ratingPrivacy, privacy, context[.rating])
    let handBack = words.ratingHandBack(KeyNames.name(of: state.settings.handBack))
    draw(
      handBack, in: Rect(column: 0, row: size.rows - 1, columns: size.columns - 1, rows: 1),
      style: context[.rating], alignment: .right)
  }

  @discardableResult
  private mutating func centre(
    _ text: String, _ row: Int, _ style: Style, bold: Bool = false
  ) -> Int {
    var style = style
    if bold { style.attributes.insert(.bold) }
    draw(
      text, in: Rect(column: 0, row: row, columns: size.columns, rows: 1), style: style,
      alignment: .centre)
    return row + 1
  }

  private mutating func drawDigits(
    _ rating: RatingScreen, from row: Int, scale: Int, _ context: Context
  ) -> Int {
    let cell = size.columns / 5
    let ink: Character = context.theme.lines == .unicode ? "█" : "#"
    for digit in 1...5 {
      let isChosen = rating.answer == .score(digit)
      let style = context[isChosen ? .ratingChosen : .rating]
      let rect = Rect(
        column: (digit - 1) * cell + (size.columns - cell * 5) / 2, row: row, columns: cell,
        rows: 5 * scale + 2)
      if isChosen {
        fill(rect, style: style)
        box(rect, lines: context.theme.lines, style: style)
      }
      drawDigit(digit, in: rect.splitBottom(1).rest, scale: scale, ink: ink, style: style)
      let word =
        isChosen
        ? "> \(context.words.ratingWords[digit - 1]) <" : context.words.ratingWords[digit - 1]
      draw(word, in: rect.line(rect.rows - 1), style: style, alignment: .centre)
    }
    cursor = rating.chosenPoint(cell: cell, row: row + 5 * scale + 1, columns: size.columns)
    return row + 5 * scale + 2
  }

  private mutating func drawDigit(
    _ digit: Int, in rect: Rect, scale: Int, ink: Character, style: Style
  ) {
    let left = rect.column + (rect.columns - LargeGlyphs.side * scale) / 2
    drawLarge(
      Character("\(digit)"), at: Point(column: left, row: rect.row + 1), scale: scale, ink: ink,
      in: rect, style: style)
  }

  private mutating func drawAnswerLine(
    _ rating: RatingScreen, _ row: Int, _ context: Context
  ) -> Int {
    let words = context.words
    switch rating.answer {
    case nil:
      return centre("\(words.ratingInvitation) · \(words.ratingDecline)", row + 1, context[.rating])
    case .declines:
      return centre(words.ratingDeclined, row + 1, context[.ratingChosen], bold: true)
    case .score:
      return centre(
        "\(words.ratingConfirm) · \(words.ratingDecline)", row, context[.rating], bold: true)
    }
  }

  /// The criteria in one column, or in two where the screen is low.
  private mutating func drawCriteria(
    _ rating: RatingScreen, from row: Int, _ context: Context
  ) {
    let room = size.rows - 2 - row
    guard room > 1 else { return }
    centre(context.words.ratingCriteria, row - 1, context[.rating])
    let criteria = Criterion.allCases
    let columns = room < criteria.count ? 2 : 1
    let perColumn = (criteria.count + columns - 1) / columns
    let width = 30
    let left = (size.columns - width * columns) / 2
    for (index, criterion) in criteria.enumerated() {
      let line = Rect(
        column: left + index / perColumn * width, row: row + index % perColumn, columns: width,
        rows: 1)
      guard line.row < size.rows - 2 else { continue }
      let isChosen = rating.criteria.contains(criterion)
      let isHere = rating.cursor == index
      let pointer = isHere ? ">" : " "
      let text = "\(pointer) [\(isChosen ? "x" : " ")] \(context.words.criterion(criterion))"
      draw(text, in: line, style: context[isHere ? .ratingChosen : .rating])
      if isHere { cursor = Point(column: line.column, row: line.row) }
    }
  }
}

extension RatingScreen {
  fileprivate func chosenPoint(cell: Int, row: Int, columns: Int) -> Point? {
    guard case .score(let digit) = answer else { return nil }
    return Point(column: (digit - 1) * cell + (columns - cell * 5) / 2 + 1, row: row)
  }
}

/// A heading with its letters apart, larger to the eye.
private func spaced(_ text: String) -> String {
  String(text.flatMap { [$0, " "] }.dropLast())
}
