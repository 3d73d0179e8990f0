// What lies over a screen: help from the key table, the palette, questions; and the key test.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  /// Clears a box in the middle and returns its inside.
  mutating func dialog(
    _ title: String, columns: Int, rows: Int, in rect: Rect, _ context: Context
  ) -> Rect {
    let outer = rect.centred(columns: columns, rows: rows)
    fill(outer, style: context[.dialog])
    box(
      outer, lines: context.theme.lines, style: context[.dialogBorder], title: title,
      titleStyle: context[.dialogBorder])
    return outer.inset(columns: 2, rows: 1)
  }

  mutating func drawHelp(_ state: State, from first: Int, in rect: Rect, _ context: Context) {
    let panel = state.helpPanel(in: rect, context)
    let inside = dialog(
      context.words.helpTitle, columns: panel.outer.columns, rows: panel.outer.rows, in: rect,
      context)
    let start = min(max(0, first), panel.mostScroll)
    for (offset, line) in panel.lines.dropFirst(start).prefix(inside.rows).enumerated() {
      let (left, right) = inside.line(offset).splitLeft(HelpPanel.keyColumns)
      let isHeading = line.meaning.isEmpty
      draw(line.key, in: isHeading ? inside.line(offset) : left, style: context[.dialogBorder])
      draw(line.meaning, in: right, style: context[.dialog])
    }
    drawScrollMarks(
      first: start, count: panel.lines.count, in: inside.inset(columns: -1), context)
    cursor = Point(column: inside.column, row: inside.row)
  }

  mutating func drawPalette(
    _ palette: Palette, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words
    let rows = state.rows(of: palette)
    let title =
      switch palette.level {
      case .commands: words.paletteTitle
      case .themes: words.themesTitle
      case .languages: words.languagesTitle
      }
    let height = palette.level == .commands ? 16 : rows.count + 2
    let inside = dialog(
      title, columns: min(76, rect.columns), rows: min(height, rect.rows), in: rect, context)
    var list = inside
    var typing: Point?
    if palette.level == .commands {
      let (top, rest) = inside.splitTop(1)
      drawField(
        palette.query, placeholder: words.paletteHint, in: top, isFocused: true, context)
      typing = cursor
      list = rest
    }
    drawList(
      count: rows.count, selection: palette.selection, in: list, isFocused: true, context
    ) { frame, index, line, style in
      let isSelected = index == palette.selection
      frame.drawPaletteRow(rows[index], isSelected: isSelected, line, style, state, context)
    }
    if let typing { cursor = typing }
  }

  private mutating func drawPaletteRow(
    _ row: PaletteRow, isSelected: Bool, _ line: Rect, _ style: Style, _ state: State,
    _ context: Context
  ) {
    let obstacle = state.obstacle(to: row)
    switch row {
    case .command(let command):
      let keys = command.keys.map(context.words.keyName).joined(separator: ", ")
      let width = DisplayWidth.columns(of: keys)
      let (text, right) = line.splitLeft(line.columns - width - 1)
      let muted = isSelected || obstacle == nil ? style : context[.textMuted]
      drawPaletteCommand(
        command.explanation(context.words.language), obstacle, in: text, muted, context)
      draw(keys, in: right, style: muted, alignment: .right)
    case .training(let command):
      let muted = isSelected || obstacle == nil ? style : context[.textMuted]
      drawPaletteCommand(
        command.explanation(context.words.language), obstacle, in: line, muted, context)
    case .theme(let name): draw(context.words.themeName(name), in: line, style: style)
    case .language(let language):
      draw(context.words.languageName(language), in: line, style: style)
    }
  }

  private mutating func drawPaletteCommand(
    _ name: String, _ obstacle: Obstacle?, in text: Rect, _ style: Style, _ context: Context
  ) {
    let used = draw(name, in: text, style: style)
    guard let obstacle, text.columns - used > 4 else { return }
    draw(
      " — \(context.words.notice(.obstacle(obstacle)))", in: text.splitLeft(used).rest,
      style: style)
  }

  mutating func drawConfirmation(
    _ confirmation: Confirmation, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words
    let width = min(60, rect.columns)
    var lines = TextWrap.lines(words.question(confirmation), width: width - 4)
    if case .withdrawVisit(let logged) = confirmation,
      let line = state.day?.visits.first(where: { $0.visit.id == logged.id })
    {
      lines.append(words.visitLine(line, offset: state.clock.offset))
    }
    let inside = dialog("", columns: width, rows: lines.count + 4, in: rect, context)
    for (offset, line) in lines.enumerated() {
      draw(line, in: inside.line(offset), style: context[.dialog])
    }
    let (yes, no) = (words.yes.prefix(1), words.no.prefix(1))
    let habit = confirmation.loses ? ("", "Enter/") : ("Enter/", "")
    var answers = [
      "\(habit.0)\(yes) — \(words.yes.lowercased())",
      "\(habit.1)Esc/\(no) — \(words.no.lowercased())",
    ]
    if case .resumeDraft = confirmation {
      answers = [
        "Enter — \(words.yes.lowercased())", "Esc — \(words.later)", "Del — \(words.dropIt)",
      ]
    }
    draw(
      answers.joined(separator: "   "), in: inside.line(lines.count + 1),
      style: context[.dialogBorder])
    cursor = Point(column: inside.column, row: inside.row + lines.count + 1)
  }

  mutating func drawKeyTest(_ test: KeyTestScreen, in rect: Rect, _ context: Context) {
    let inside = rect.inset(columns: 1)
    let (head, rest) = inside.splitTop(3)
    draw(context.words.keyTestTitle, in: head, style: context[.heading])
    draw(context.words.keyTestHint, in: head.line(1), style: context[.textMuted])
    for (offset, key) in test.keys.prefix(rest.rows).enumerated() {
      draw(
        context.words.keyName(key), in: rest.line(offset),
        style: context[offset == 0 ? .textStrong : .textMuted])
    }
    cursor = Point(column: rest.column, row: rest.row)
  }
}
