// The visit's form.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawVisitForm(
    _ form: VisitForm, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words
    let inside = rect.inset(columns: 1)
    let (head, rest) = inside.splitTop(2)
    let used = draw(words.visitForm, in: head, style: context[.heading])
    if let sheet = state.sheet {
      draw(
        " · \(sheet.situation.title(words.language))", in: head.line(0).splitLeft(used).rest,
        style: context[.textMuted])
    }
    let (body, foot) = rest.splitBottom(4)
    let fields = state.visitFields
    let selection = fields.firstIndex(of: form.field) ?? 0
    drawList(
      count: fields.count, selection: selection, in: body, isFocused: true, context
    ) { frame, index, line, style in
      frame.drawVisitField(fields[index], form, state, line, style, context)
    }
    drawWrapped(
      choices(of: form.field, words), in: foot.inset(columns: 0, rows: 1),
      style: context[.textMuted])
    draw(words.saveHint, in: foot.line(3), style: context[.textStrong])
  }

  /// What the field can be, with the digit that takes each.
  private func choices(of field: VisitForm.Field, _ words: Phrases) -> String {
    switch field {
    case .citizen: words.citizenHint
    case .service: numbered(Outcome.allCases.map(words.outcome))
    case .channel: numbered(VisitChannel.allCases.map(words.visitChannel))
    case .note: ""
    }
  }

  /// «1 принято заявление · 2 консультация», a choice never broken in two.
  private func numbered(_ choices: [String]) -> String {
    choices.enumerated().map {
      "\($0 + 1) \($1)".split(separator: " ").joined(separator: "\u{00A0}")
    }
    .joined(separator: " · ")
  }

  private mutating func drawVisitField(
    _ field: VisitForm.Field, _ form: VisitForm, _ state: State, _ line: Rect, _ style: Style,
    _ context: Context
  ) {
    let words = context.words
    switch field {
    case .citizen:
      let name = state.card?.citizen.details.fullName ?? words.anonymous
      drawLabelled(words.citizen, name, line, style)
    case .service(let index):
      guard state.visit.services.indices.contains(index) else { return }
      let id = state.visit.services[index].id
      let outcome = "< \(words.outcome(state.visit.outcome(of: id))) >"
      let width = DisplayWidth.columns(of: outcome)
      let (left, right) = line.splitLeft(line.columns - width - 1)
      let service = state.sheet?.services.first { $0.id == id }
      let title = service?.title(words.language, within: left.columns - 4) ?? id.rawValue
      draw("[x] \(title)", in: left, style: style)
      draw(outcome, in: right, style: style, alignment: .right)
    case .channel:
      drawLabelled(
        words.visitChannelTitle, "< \(words.visitChannel(state.visit.channel)) >", line, style)
    case .note:
      let (label, input) = line.splitLeft(18)
      draw(words.visitNote, in: label, style: style)
      drawField(form.note, in: input, isFocused: form.field == .note, context)
    }
  }

  private mutating func drawLabelled(
    _ label: String, _ value: String, _ line: Rect, _ style: Style
  ) {
    let (left, right) = line.splitLeft(18)
    draw(label, in: left, style: style)
    draw(value, in: right, style: style)
  }
}
