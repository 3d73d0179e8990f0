// What the ratings say: shares with the interval in which they lie, who answered, signs, by criterion and situation.

internal import Canvas
internal import DeskCore
package import Domain

/// One line of it; a heading stands above what it names.
package struct RatingLine: Hashable, Sendable {
  package var text: String
  package var isHeading = false
  package var isWarning = false
}

/// The picture in words, for the board and for a command's answer.
///
/// - Parameter title: of a situation.
package func ratingLines(
  _ picture: RatingPicture, language: Language, title: (LifeSituation.ID) -> String
) -> [RatingLine] {
  let words = RatingPicturePhrases.of(language)
  let summary = picture.summary
  var lines = [
    RatingLine(
      text: summary.shareBest.map { words.best($0, summary.bestInterval, summary.shareCount) }
        ?? words.tooFew),
    RatingLine(text: words.answered(summary)),
    RatingLine(text: words.control(picture.control)),
  ]
  if picture.callbacks != CallbackFigures() {
    lines.append(
      RatingLine(text: words.callbacks(picture.callbacks), isWarning: picture.callbacks.overdue > 0)
    )
  }
  lines += picture.signs.map { RatingLine(text: "! " + words.sign($0), isWarning: true) }
  if picture.signs.isEmpty { lines.append(RatingLine(text: words.noSigns)) }
  if let shares = summary.notBestByCriterion {
    lines.append(RatingLine(text: words.criteria, isHeading: true))
    for criterion in Criterion.allCases {
      let share = shares[criterion] ?? 0
      let name = Phrases.of(language).criterion(criterion)
      lines.append(RatingLine(text: words.share(name, share, summary.interval(of: share))))
    }
  }
  if !picture.situations.isEmpty {
    lines.append(RatingLine(text: words.situations, isHeading: true))
    lines += picture.situations.map { RatingLine(text: words.situation(title($0.situation), $0)) }
    if picture.situations.allSatisfy({ !$0.isTold }) {
      lines.append(RatingLine(text: words.monthsOnly))
    }
  }
  return lines
}

extension Frame {
  mutating func drawRatings(
    _ page: RatingsPage, _ state: BoardState, in rect: Rect, _ context: Context
  ) {
    let words = RatingPicturePhrases.of(state.language)
    let title = page.picture.map { words.title(typed($0.from), typed($0.to)) } ?? words.loading
    let inside = dialog(
      title, columns: min(100, rect.columns), rows: rect.rows, in: rect, context)
    let (body, foot) = inside.splitBottom(1)
    draw(words.keys, in: foot, style: context[.dialogBorder])
    cursor = Point(column: inside.column, row: inside.row)
    guard let picture = page.picture else { return }
    let lines = ratingLines(picture, language: state.language) { id in
      state.situations.first { $0.id == id }?.title(state.language) ?? id.rawValue
    }
    let rows = lines.flatMap { line in
      TextWrap.lines(line.text, width: body.columns).map { (text: String($0), line: line) }
    }
    let first = min(page.firstLine, max(0, rows.count - body.rows))
    for (offset, row) in rows.dropFirst(first).prefix(body.rows).enumerated() {
      let role: Role =
        row.line.isWarning ? .toastError : row.line.isHeading ? .dialogBorder : .dialog
      draw(row.text, in: body.line(offset), style: context[role])
    }
    drawScrollMarks(first: first, count: rows.count, in: body.inset(columns: -1), context)
  }
}
