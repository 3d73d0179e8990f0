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

/// What only a supervisor is shown beside the picture: windows by name, and citizens' words.
package struct RatingDetails {
  package var window: (Identifier<Desk>) -> String
  package var words: [String]

  package init(words: [String] = [], window: @escaping (Identifier<Desk>) -> String) {
    self.words = words
    self.window = window
  }
}

/// The picture in words, for the board and for a command's answer.
///
/// - Parameter title: of a situation.
package func ratingLines(
  _ picture: RatingPicture, language: Language, details: RatingDetails? = nil,
  title: (LifeSituation.ID) -> String
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
  var signs = picture.signs.map { words.sign($0) }
  if let details {
    signs += picture.month.aboveOthers.map { words.aboveOthers(details.window($0.desk), $0) }
  }
  lines += signs.map { RatingLine(text: "! " + $0, isWarning: true) }
  if signs.isEmpty { lines.append(RatingLine(text: words.noSigns)) }
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
  if let details {
    lines += monthLines(picture.month, details.window, words) + wordLines(details.words, words)
  }
  return lines
}

/// A month by the hour and by window, with what is a sign there.
package func ratingMonthLines(
  _ month: MonthPicture, language: Language, window: (Identifier<Desk>) -> String
) -> [RatingLine] {
  let words = RatingPicturePhrases.of(language)
  return month.aboveOthers.map {
    RatingLine(text: "! " + words.aboveOthers(window($0.desk), $0), isWarning: true)
  } + monthLines(month, window, words)
}

private func monthLines(
  _ month: MonthPicture, _ window: (Identifier<Desk>) -> String, _ words: RatingPicturePhrases
) -> [RatingLine] {
  guard !month.windows.isEmpty else { return [RatingLine(text: words.noHours)] }
  var lines: [RatingLine] = []
  if !month.hours.isEmpty {
    lines.append(RatingLine(text: words.hours, isHeading: true))
    lines += month.hours.map { RatingLine(text: words.hour($0)) }
  }
  lines.append(RatingLine(text: words.windows, isHeading: true))
  return lines
    + month.windows.map { RatingLine(text: words.window(window($0.desk), $0.answers)) }
}

private func wordLines(_ told: [String], _ words: RatingPicturePhrases) -> [RatingLine] {
  guard !told.isEmpty else { return [] }
  return [RatingLine(text: words.words, isHeading: true)]
    + told.map { RatingLine(text: words.quoted($0)) }
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
    let details = RatingDetails(words: page.words) { state.name(of: $0) }
    let lines = ratingLines(picture, language: state.language, details: details) { id in
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
