// Two cards that may be one person's: the fields side by side, and three answers.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawDouble(_ screen: DoubleScreen, in rect: Rect, _ context: Context) {
    let words = context.words.sync
    let inside = rect.inset(columns: 1)
    let (head, below) = inside.splitTop(2)
    draw(words.doubleTitle, in: head, style: context[.heading])
    draw(words.doubleReason(screen.offer.reason), in: head.line(1), style: context[.text])
    let answers = DoubleScreen.Answer.allCases
    let (table, list) = below.splitTop(
      min(CardField.allCases.count + 4, below.rows - answers.count))
    drawTable(screen.offer, in: table, context)
    drawList(
      count: answers.count, selection: screen.selection, in: list, isFocused: true, context
    ) { frame, index, line, style in
      frame.draw(words.answer(answers[index]), in: line, style: style)
    }
  }

  /// What differs is drawn stronger, with a sign for those who see no difference in strength.
  private mutating func drawTable(_ offer: DuplicateOffer, in rect: Rect, _ context: Context) {
    let words = context.words
    let columns = TwoColumns(rect)
    let head = rect.line(0)
    draw(words.sync.olderCard, in: columns.first(of: head), style: context[.textMuted])
    draw(words.sync.newerCard, in: columns.second(of: head), style: context[.textMuted])
    var rows = CardField.allCases.map { field in
      (
        words.field(field.formField), offer.older.citizen.details.shown(field, words),
        offer.newer.citizen.details.shown(field, words)
      )
    }
    rows.append((words.sync.visitCount, "\(offer.older.visits)", "\(offer.newer.visits)"))
    rows.append((words.sync.caseCount, "\(offer.older.cases)", "\(offer.newer.cases)"))
    for (offset, row) in rows.prefix(max(0, rect.rows - 1)).enumerated() {
      let line = rect.line(offset + 1)
      let differs = offset < CardField.allCases.count && row.1 != row.2
      let style = context[differs ? .textStrong : .text]
      draw(differs ? "*" : " ", in: line, style: style)
      draw(row.0, in: columns.label(of: line), style: context[.text])
      for (text, place) in [(row.1, columns.first(of: line)), (row.2, columns.second(of: line))] {
        draw(text, in: place.splitLeft(place.columns - 1).left, style: style)
      }
    }
  }
}
