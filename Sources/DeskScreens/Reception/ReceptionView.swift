// The reception's screens.

package import Canvas
package import DeskCore
internal import Domain

/// Draws the reception with `theme`. The frame depends on nothing else.
package func view(_ state: ReceptionState, theme: Theme) -> Frame {
  let context = Context(theme: theme, words: Phrases.of(state.language))
  var frame = Frame(size: state.size, style: theme[.text])
  guard !state.isTooSmall else {
    frame.drawTooSmall(state.size, context)
    return frame
  }
  frame.drawReception(state, context)
  return frame
}

extension Frame {
  fileprivate mutating func drawReception(_ state: ReceptionState, _ context: Context) {
    let words = ReceptionPhrases.of(state.language)
    let (header, rest) = Rect(size).splitTop(1)
    let (body, bar) = rest.splitBottom(1)
    drawSideHeader(
      words.title, centre: state.centreName, state.clock, in: header, context)
    let inside = body.inset(columns: 2, rows: 1)
    switch state.step {
    case .situation: drawQuestion(state, words, in: inside, context)
    case .details: drawDetails(state, words, in: inside, context)
    case .issuing: draw(words.issuing, in: inside, style: context[.textStrong])
    case .issued(let issued): drawIssued(issued, state, words, in: body, context)
    }
    let style = context[state.failure == nil ? .keyBar : .toastError]
    fill(bar, style: style)
    draw(state.barText(words, context), in: bar.inset(columns: 1), style: style)
    if state.showsHelp { drawKeys(words, in: body, context) }
  }

  private mutating func drawQuestion(
    _ state: ReceptionState, _ words: ReceptionPhrases, in rect: Rect, _ context: Context
  ) {
    let prompt = "\(words.ask) "
    let (label, field) = rect.line(0).splitLeft(DisplayWidth.columns(of: prompt))
    draw(prompt, in: label, style: context[.textStrong])
    drawField(state.search.field, in: field, isFocused: true, context)
    let typing = cursor
    let choices = state.choices
    drawList(
      count: choices.count + 1, selection: state.search.selection, in: rect.splitTop(2).rest,
      isFocused: true, context
    ) { frame, index, line, style in
      let text =
        choices.indices.contains(index) ? choices[index].title(state.language) : words.other
      frame.draw(text, in: line, style: style)
    }
    cursor = typing
  }

  private mutating func drawDetails(
    _ state: ReceptionState, _ words: ReceptionPhrases, in rect: Rect, _ context: Context
  ) {
    let title = state.situation.flatMap { id in
      state.situations.first { $0.id == id }?.title(state.language)
    }
    draw("\(words.about): \(title ?? words.other)", in: rect, style: context[.heading])
    for field in ReceptionState.Field.allCases {
      let line = rect.splitTop(2 + field.rawValue * 2).rest.line(0)
      let isHere = state.field == field
      let (label, value) = line.splitLeft(22)
      draw(
        "\(isHere ? ">" : " ") \(words.field(field))", in: label,
        style: context[isHere ? .textStrong : .text])
      if field == .appointment {
        drawField(
          state.appointment, placeholder: words.appointmentHint, in: value, isFocused: isHere,
          context)
      } else {
        let style = context[isHere ? .inputFocus : .input]
        fill(value, style: style)
        draw("< \(state.value(field, words, context)) >", in: value, style: style)
        if isHere { cursor = Point(column: value.column, row: value.row) }
      }
    }
    guard let group = state.group.map({ state.groups[$0] }) else { return }
    drawWrapped(
      "\(words.basis): \(group.basis)", in: rect.splitTop(8).rest, style: context[.textMuted])
  }

  private mutating func drawIssued(
    _ issued: IssuedTicket, _ state: ReceptionState, _ words: ReceptionPhrases, in rect: Rect,
    _ context: Context
  ) {
    fill(rect, style: context[.rating])
    let number = issued.ticket.number
    let wide = (rect.columns - 4) / LargeGlyphs.columns(number.count, scale: 1)
    let scale = max(1, min(wide, (rect.rows - 8) / LargeGlyphs.side))
    let height = LargeGlyphs.side * scale
    let top = rect.row + max(1, (rect.rows - height - 6) / 2)
    func row(_ offset: Int, _ rows: Int = 1) -> Rect {
      Rect(column: rect.column, row: top + offset, columns: rect.columns, rows: rows)
    }
    draw(words.yourNumber, in: row(0), style: context[.rating], alignment: .centre)
    drawLarge(
      text: number, scale: scale, ink: context.theme.lines == .unicode ? "█" : "#",
      in: row(2, height), style: context[.rating])
    draw(
      words.wait(issued.wait), in: row(height + 3), style: context[.rating], alignment: .centre)
    draw(words.watch, in: row(height + 4), style: context[.rating], alignment: .centre)
    let role: Role = issued.printing == .failed ? .toastError : .rating
    draw(
      words.printing(issued.printing), in: row(height + 5), style: context[role],
      alignment: .centre)
  }

  private mutating func drawKeys(
    _ words: ReceptionPhrases, in rect: Rect, _ context: Context
  ) {
    let inside = dialog(
      context.words.helpTitle, columns: min(60, rect.columns), rows: words.help.count + 2, in: rect,
      context)
    for (offset, line) in words.help.enumerated() {
      let (key, meaning) = inside.line(offset).splitLeft(16)
      draw(line.key, in: key, style: context[.dialogBorder])
      draw(line.meaning, in: meaning, style: context[.dialog])
    }
  }
}

extension ReceptionState {
  fileprivate func value(
    _ field: Field, _ words: ReceptionPhrases, _ context: Context
  ) -> String {
    switch field {
    case .audience: context.words.audience(audience)
    case .group: group.map { "\($0 + 1)  \(groups[$0].title(language))" } ?? words.noGroup
    case .appointment: appointment.text
    }
  }

  fileprivate func barText(_ words: ReceptionPhrases, _ context: Context) -> String {
    if let failure { return "! " + context.words.notice(.failed(failure)) }
    switch step {
    case .situation: return words.situationAdvice
    case .details: return words.detailsAdvice
    case .issuing: return ""
    case .issued: return words.issuedAdvice
    }
  }
}
