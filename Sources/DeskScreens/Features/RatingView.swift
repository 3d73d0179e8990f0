// The citizen's screen: large digits and plain words, nothing personal, nothing of the clerk's.

internal import Canvas
internal import DeskCore
internal import Domain

/// The lines of a rating that depend on where it is asked.
struct RatingLines {
  /// How criteria are chosen.
  var criteria: String
  /// The last line.
  var footer: String
}

extension Frame {
  mutating func drawRating(_ rating: RatingForm, _ lines: RatingLines, _ context: Context) {
    fill(Rect(size), style: context[.rating])
    if size.columns < State.leastSize.columns || size.rows < State.leastSize.rows {
      drawSmallRating(rating, lines, context)
    } else {
      drawWideRating(rating, lines, context)
    }
  }

  /// A line of words where the desk's own screen has asked.
  mutating func drawWrittenRating(
    _ form: WordsForm, footer: String, _ state: State, _ context: Context
  ) {
    fill(Rect(size), style: context[.rating])
    let (body, foot) = Rect(size).splitBottom(1)
    let words = CitizenScreenPhrases.of(state.settings.language)
    drawWords(form, words, note: words.wordsApartHere, in: body, context)
    draw(footer, in: foot.inset(columns: 1), style: context[.rating], alignment: .right)
  }

  private mutating func drawWideRating(
    _ rating: RatingForm, _ lines: RatingLines, _ context: Context
  ) {
    let words = context.words
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
    if case .score = rating.answer { drawCriteria(rating, lines, from: row + 1, context) }
    let privacy = size.rows - 2
    centre(words.ratingPrivacy, privacy, context[.rating])
    draw(
      lines.footer, in: Rect(column: 0, row: size.rows - 1, columns: size.columns - 1, rows: 1),
      style: context[.rating], alignment: .right)
  }

  /// On twelve rows the criteria take the place of the digits.
  private mutating func drawSmallRating(
    _ rating: RatingForm, _ lines: RatingLines, _ context: Context
  ) {
    let words = context.words
    if rating.cursor != nil {
      centre(rating.chosenWord(words), 0, context[.ratingChosen], bold: true)
      drawCriterionLines(rating, from: 1, columns: 1, context)
      centre(lines.criteria, 9, context[.rating])
      centre(words.ratingConfirm, 10, context[.rating], bold: true)
    } else {
      centre(words.ratingQuestion, 0, context[.rating], bold: true)
      _ = drawDigits(rating, from: 1, scale: 1, context)
      switch rating.answer {
      case nil:
        centre(words.ratingInvitation, 8, context[.rating], bold: true)
        drawBelow(words.ratingPrivacy, from: 9, context[.rating], context)
        centre(
          "\(words.ratingDecline) · \(lines.footer)", size.rows - 1, context[.rating])
        return
      case .declines:
        drawBelow(words.ratingDeclined, from: 8, context[.ratingChosen], context)
      case .score:
        centre(
          "\(rating.chosenWord(words)) · \(words.ratingConfirm)", 8, context[.rating], bold: true)
        centre(lines.criteria, 9, context[.rating])
      }
      if rating.answer != .declines { centre(words.ratingDecline, 10, context[.rating]) }
    }
    centre(lines.footer, size.rows - 1, context[.rating])
  }

  private mutating func drawBelow(
    _ text: String, from row: Int, _ style: Style, _ context: Context
  ) {
    drawWrapped(
      text, in: Rect(column: 0, row: row, columns: size.columns, rows: size.rows - 1 - row),
      style: style, alignment: .centre)
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
    _ rating: RatingForm, from row: Int, scale: Int, _ context: Context
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
      let word = context.words.ratingWords[digit - 1]
      // In a narrow column the word stands below, for the one that is chosen.
      guard cell > 11 else { continue }
      draw(
        isChosen ? "> \(word) <" : word, in: rect.line(rect.rows - 1), style: style,
        alignment: .centre)
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
    _ rating: RatingForm, _ row: Int, _ context: Context
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
    _ rating: RatingForm, _ lines: RatingLines, from row: Int, _ context: Context
  ) {
    let room = size.rows - 2 - row
    guard room > 1 else { return }
    centre(lines.criteria, row - 1, context[.rating])
    drawCriterionLines(
      rating, from: row, columns: room < Criterion.allCases.count ? 2 : 1, context)
  }

  private mutating func drawCriterionLines(
    _ rating: RatingForm, from row: Int, columns: Int, _ context: Context
  ) {
    let criteria = Criterion.allCases
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

extension RatingForm {
  /// «5 — отлично».
  fileprivate func chosenWord(_ words: Phrases) -> String {
    guard case .score(let digit) = answer else { return "" }
    return "\(digit) — \(words.ratingWords[digit - 1])"
  }

  fileprivate func chosenPoint(cell: Int, row: Int, columns: Int) -> Point? {
    guard case .score(let digit) = answer else { return nil }
    return Point(column: (digit - 1) * cell + (columns - cell * 5) / 2 + 1, row: row)
  }
}

/// A heading with its letters apart, larger to the eye.
private func spaced(_ text: String) -> String {
  String(text.flatMap { [$0, " "] }.dropLast())
}
