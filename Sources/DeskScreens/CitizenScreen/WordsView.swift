// A line in the citizen's own words: what is asked, the line itself, and who will read it.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  /// Rows of the line that are seen; of a longer one its end.
  private static let fieldRows = 3
  private static let rows = 10
  private static let widest = 72

  /// - Parameter note: who reads it.
  mutating func drawWords(
    _ form: WordsForm, _ words: CitizenScreenPhrases, note: String, in rect: Rect,
    _ context: Context
  ) {
    var bold = context[.rating]
    bold.attributes.insert(.bold)
    let body = rect.splitTop(max(0, (rect.rows - Self.rows) / 2)).rest
    draw(words.addWords, in: body.line(0), style: bold, alignment: .centre)
    sentence(words.noNames, in: body, from: 1, context)
    let field = body.splitTop(3).rest.splitTop(Self.fieldRows).top.centred(
      columns: min(Self.widest, rect.columns - 2), rows: Self.fieldRows)
    drawField(form.text, in: field, context)
    sentence(form.isFull ? words.wordsFull : words.sendWords, in: body, from: 6, context)
    sentence(note, in: body, from: 8, context)
  }

  private mutating func sentence(_ text: String, in rect: Rect, from row: Int, _ context: Context) {
    drawWrapped(
      text, in: rect.splitTop(row).rest.splitTop(2).top.inset(columns: 1),
      style: context[.rating], alignment: .centre)
  }

  private mutating func drawField(_ text: String, in rect: Rect, _ context: Context) {
    let style = context[.ratingChosen]
    fill(rect, style: style)
    let inside = rect.inset(columns: 1)
    // The cursor needs a column behind the last letter.
    let lines = TextWrap.lines(text, width: inside.columns - 1).suffix(rect.rows)
    for (row, line) in lines.enumerated() {
      draw(line, in: inside.line(row), style: style)
    }
    let last = DisplayWidth.columns(of: lines.last ?? "") + (text.last == " " ? 1 : 0)
    cursor = Point(
      column: inside.column + min(last, inside.columns - 1),
      row: inside.row + max(0, lines.count - 1))
  }
}
