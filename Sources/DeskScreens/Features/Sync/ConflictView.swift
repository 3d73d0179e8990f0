// A conflict: two values side by side, by whom and when, and which one was chosen.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawConflict(
    _ screen: ConflictScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words.sync
    let conflict = screen.conflict
    let inside = rect.inset(columns: 1)
    let (head, below) = inside.splitTop(3)
    draw(words.conflictTitle, in: head, style: context[.heading])
    draw(
      nameAndFacts(of: conflict.current, context.words), in: head.line(1),
      style: context[.textStrong])
    let columns = TwoColumns(below)
    let (desks, rest) = below.splitTop(3)
    drawOrigin(words.inCentre, conflict.currentBy, in: columns.first(of: desks), state, context)
    drawOrigin(words.elsewhere, conflict.wantedBy, in: columns.second(of: desks), state, context)
    let list = rest.splitTop(conflict.fields.count).top
    drawList(
      count: conflict.fields.count, selection: screen.selection, in: list, isFocused: true, context
    ) { frame, index, line, style in
      let field = conflict.fields[index]
      let choice = screen.choices[field]
      let label = columns.label(of: line)
      frame.draw(context.words.field(field.formField), in: label, style: style)
      for (side, details, place) in [
        (ConflictScreen.Side.current, conflict.current, columns.first(of: line)),
        (.wanted, conflict.wanted, columns.second(of: line)),
      ] {
        let mark = choice == side ? "(•)" : "( )"
        frame.draw(
          "\(mark) \(details.shown(field, context.words))",
          in: place.splitLeft(place.columns - 1).left, style: style)
      }
    }
    drawWhole(screen, in: rest.splitTop(conflict.fields.count + 1).rest, context)
  }

  private mutating func drawOrigin(
    _ title: String, _ origin: CardConflict.Origin, in rect: Rect, _ state: State,
    _ context: Context
  ) {
    draw(capitalised(title), in: rect, style: context[.textMuted])
    draw(
      "\(origin.desk) · \(origin.time.age(state.clock))", in: rect.line(1),
      style: context[.text])
  }

  /// The two values in full, for the columns may be narrow; and what to do.
  private mutating func drawWhole(
    _ screen: ConflictScreen, in rect: Rect, _ context: Context
  ) {
    let words = context.words
    var passage = Passage(width: rect.columns)
    if let field = screen.field {
      let name = words.field(field.formField)
      let (current, wanted) = (
        screen.conflict.current.shown(field, words), screen.conflict.wanted.shown(field, words)
      )
      passage.add("\(name): ← \(current)")
      passage.add("\(name): → \(wanted)")
      passage.gap()
    }
    passage.add(words.sync.conflictAdvice, .textMuted)
    draw(passage, from: 0, in: rect, context)
  }
}

/// A label and two columns of the same width.
struct TwoColumns {
  private let left: Int
  private let labelColumns: Int
  private let width: Int

  /// The rows of a list begin two columns further right.
  init(_ rect: Rect) {
    left = rect.column + 2
    labelColumns = 15
    width = min(50, (rect.columns - 2 - labelColumns) / 2)
  }

  func label(of line: Rect) -> Rect { part(of: line, at: 0, labelColumns - 1) }
  func first(of line: Rect) -> Rect { part(of: line, at: labelColumns, width) }
  func second(of line: Rect) -> Rect { part(of: line, at: labelColumns + width, width) }

  private func part(of line: Rect, at offset: Int, _ columns: Int) -> Rect {
    Rect(column: left + offset, row: line.row, columns: columns, rows: line.rows)
  }
}

extension CitizenDetails {
  /// A field as people write it.
  func shown(_ field: CardField, _ words: Phrases) -> String {
    let text =
      switch field {
      case .audience: words.audience(audience)
      case .surname: surname
      case .givenName: givenName
      case .patronymic: patronymic
      case .birthDate: birthDate.map(typed) ?? ""
      case .snils: snils?.description ?? ""
      case .phone: phone?.description ?? ""
      }
    return text.isEmpty ? words.sync.empty : text
  }
}
