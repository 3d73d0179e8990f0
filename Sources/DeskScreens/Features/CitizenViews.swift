// Citizens: the finder, the card, the card's form.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawFinder(
    _ finder: FinderScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let inside = rect.inset(columns: 1)
    let (top, rest) = inside.splitTop(3)
    draw(context.words.findCitizen, in: top, style: context[.heading])
    drawField(
      finder.search.field, placeholder: context.words.findCitizenHint, in: top.line(1),
      isFocused: true, context)
    let typing = cursor
    drawList(
      count: finder.rowCount, selection: finder.search.selection, in: rest, isFocused: true, context
    ) { frame, index, line, style in
      let isSelected = index == finder.search.selection
      if index < finder.search.hits.count {
        frame.drawHit(finder.search.hits[index], isSelected: isSelected, line, style, context)
      } else {
        frame.draw(context.words.createCitizen, in: line, style: style)
      }
    }
    cursor = typing
  }

  mutating func drawCard(_ screen: CardScreen, _ state: State, in rect: Rect, _ context: Context) {
    let words = context.words
    let inside = rect.inset(columns: 1)
    let offers = state.offers(for: screen.card).prefix(Self.mostOffers)
    let (head, rest) = inside.splitTop(3 + (offers.isEmpty ? 0 : offers.count + 1))
    let details = screen.card.citizen.details
    draw(details.fullName, in: head, style: context[.heading])
    draw(facts(of: details, words), in: head.line(1), style: context[.text])
    for (row, offer) in offers.enumerated() {
      draw(
        "\(words.offers.offer): \(offer.line(state, words))", in: head.line(3 + row),
        style: context[.statusInfo])
    }
    if !screen.card.conflicts.isEmpty || !screen.card.duplicates.isEmpty {
      draw(words.sync.cardAttention, in: head.line(2), style: context[.statusWarning])
    }
    guard screen.rowCount > 0 else {
      draw(words.noCases, in: rest, style: context[.textMuted])
      return
    }
    drawList(
      count: screen.rowCount, selection: screen.selection, in: rest, isFocused: true, context
    ) { frame, index, line, style in
      let (kind, text) = rowTexts(screen, index, state, words)
      let (left, rest) = line.splitLeft(screen.kindColumns)
      let muted = index == screen.selection ? style : context[.textMuted]
      frame.draw(kind, in: left, style: muted)
      frame.draw(text, in: rest, style: style)
    }
  }

  /// The rest is in the list of Ctrl-O.
  private static let mostOffers = 3

  mutating func drawCitizenForm(_ form: CitizenForm, in rect: Rect, _ context: Context) {
    let words = context.words
    let inside = rect.inset(columns: 1)
    let (title, rest) = inside.splitTop(2)
    let heading = form.editing == nil ? words.newCitizen : words.changeCitizen
    draw(heading, in: title, style: context[.heading])
    let (fields, below) = rest.splitTop(CitizenForm.Field.allCases.count + 1)
    for (offset, field) in CitizenForm.Field.allCases.enumerated() {
      drawFormField(field, form, in: fields.line(offset), context)
    }
    guard !form.duplicates.isEmpty else { return }
    draw(words.samePerson, in: below, style: context[.statusWarning])
    drawList(
      count: form.duplicates.count + 1, selection: form.duplicateSelection,
      in: below.splitTop(1).rest, isFocused: true, context
    ) { frame, index, line, style in
      if index < form.duplicates.count {
        frame.draw(
          nameAndFacts(of: form.duplicates[index].details, words), in: line, style: style)
      } else {
        frame.draw(words.createAnyway, in: line, style: style)
      }
    }
  }

  private mutating func drawFormField(
    _ field: CitizenForm.Field, _ form: CitizenForm, in line: Rect, _ context: Context
  ) {
    let words = context.words
    let (label, rest) = line.splitLeft(16)
    let isFocused = form.field == field && form.duplicates.isEmpty
    let isName = field == .surname && form.entries.audience == .business
    draw(
      isName ? words.businessName : words.field(field), in: label,
      style: context[isFocused ? .textStrong : .text])
    let (input, side) = rest.splitLeft(min(36, rest.columns))
    let problem = form.problems[field]
    if field == .audience {
      let style = context[isFocused ? .inputFocus : .input]
      fill(input, style: style)
      draw("< \(words.audience(form.entries.audience)) >", in: input, style: style)
      if isFocused { cursor = Point(column: input.column, row: input.row) }
    } else {
      drawField(
        isFocused ? form.text : TextField(form.entries[field]),
        placeholder: field == .birthDate ? words.eventDateHint : "", in: input,
        isFocused: isFocused, isInvalid: problem != nil, context)
    }
    if let problem {
      draw(
        "! \(words.problem(problem))", in: side.inset(columns: 1), style: context[.statusError])
    }
  }
}

/// Birth date, SNILS and telephone on one line.
func facts(of details: CitizenDetails, _ words: Phrases) -> String {
  var parts: [String] = []
  if details.audience != .person { parts.append(words.audience(details.audience)) }
  if let date = details.birthDate { parts.append(typed(date)) }
  if let snils = details.snils { parts.append("\(words.field(.snils)) \(snils)") }
  if let phone = details.phone { parts.append(phone.description) }
  return parts.joined(separator: " · ")
}

extension CardScreen {
  /// «двойник?» is longer than the others, and rare.
  fileprivate var kindColumns: Int { card.duplicates.isEmpty ? 7 : 10 }
}

/// The kind and the text of a row of the card.
private func rowTexts(
  _ screen: CardScreen, _ index: Int, _ state: State, _ words: Phrases
) -> (kind: String, text: String) {
  switch screen.rows[index] {
  case .situationCase(let one): (words.caseKind, caseLine(one, state, words))
  case .visit(let visit): (words.visitKind, visitLine(visit, state, words))
  case .conflict(let conflict):
    (
      words.sync.conflictKind,
      conflict.fields.map { lowerCased(words.field($0.formField)) }
        .joined(separator: ", ")
    )
  case .duplicate(let offer):
    (
      words.sync.doubleKind,
      nameAndFacts(
        of: offer.other(than: screen.card.citizen.id).details, words)
    )
  case .merged(let merged): (words.sync.mergedKind, nameAndFacts(of: merged.details, words))
  }
}

func nameAndFacts(of details: CitizenDetails, _ words: Phrases) -> String {
  let known = facts(of: details, words)
  return known.isEmpty ? details.fullName : "\(details.fullName) · \(known)"
}

private func caseLine(_ open: SituationCase, _ state: State, _ words: Phrases) -> String {
  let title = situationTitle(open.situation, state, words)
  let states = SituationCase.Progress.allCases.compactMap { progress in
    let count = open.services.values.count { $0 == progress }
    return count > 0 ? "\(words.progress(progress)) \(count)" : nil
  }
  var parts = [title] + states
  if let date = open.eventDate { parts.append(words.eventOn(typed(date))) }
  if open.closed != nil { parts.append(words.closedCase) }
  return parts.joined(separator: " · ")
}

private func visitLine(_ visit: Visit, _ state: State, _ words: Phrases) -> String {
  let civil = visit.ended.civil(offset: state.clock.offset)
  let title = situationTitle(visit.situation, state, words)
  let outcomes = visit.services.map { words.outcome($0.outcome) }.joined(separator: ", ")
  return "\(typed(civil.date)) \(civil.time.short) · \(title) · \(outcomes)"
}

private func situationTitle(
  _ id: LifeSituation.ID, _ state: State, _ words: Phrases
) -> String {
  state.situations.first { $0.id == id }?.title(words.language) ?? id.rawValue
}
