// What the desk offers by itself: the list, one with its answers, and a line for a card.

internal import Canvas
internal import DeskCore
package import Domain

extension Frame {
  mutating func drawOffers(
    _ menu: OfferMenu, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words
    let inside = dialog(
      words.offers.title, columns: min(76, rect.columns),
      rows: min(menu.offers.count + 4, rect.rows), in: rect, context)
    let (rows, foot) = inside.splitBottom(2)
    draw(words.offers.listAdvice, in: foot.line(1), style: context[.dialogBorder])
    drawList(
      count: menu.offers.count, selection: menu.selection, in: rows, isFocused: true, context
    ) { frame, index, line, style in
      let number = index < 9 ? "\(index + 1)  " : "   "
      frame.draw(number + menu.offers[index].line(state, words), in: line, style: style)
    }
  }

  mutating func drawOffer(_ form: OfferForm, _ state: State, in rect: Rect, _ context: Context) {
    let words = context.words
    let width = min(66, rect.columns)
    let title = TextWrap.lines(form.offer.title(state.offerBook, words), width: width - 4)
    let reason = TextWrap.lines(form.offer.because(words), width: width - 4)
    let text = title + reason
    let answers = OfferForm.answers
    let inside = dialog(
      words.offers.title, columns: width, rows: min(text.count + answers.count + 5, rect.rows),
      in: rect, context)
    for (row, line) in text.enumerated() {
      let style = context[row < title.count ? .dialog : .dialogBorder]
      draw(line, in: inside.line(row), style: style)
    }
    let (rest, foot) = inside.splitTop(text.count + 1).rest.splitBottom(1)
    draw(
      form.reason == nil ? words.offers.advice : words.offers.reasonAdvice, in: foot,
      style: context[.dialogBorder])
    if let reason = form.reason {
      drawField(
        reason, placeholder: words.offers.reasonHint, in: rest.line(0), isFocused: true, context)
      return
    }
    drawList(
      count: answers.count, selection: form.selection, in: rest.splitBottom(1).rest,
      isFocused: true, context
    ) { frame, index, line, style in
      frame.draw("\(index + 1)  \(words.offers.answer(answers[index]))", in: line, style: style)
    }
  }
}

extension Frame {
  mutating func drawOfferList(
    _ list: OfferListScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words
    let inside = rect.inset(columns: 1)
    draw(words.offers.list, in: inside.line(0), style: context[.heading])
    let rows = inside.splitTop(2).rest
    guard let lines = list.lines, !lines.isEmpty else {
      let text = list.lines == nil ? words.offers.loading : words.offers.empty
      draw(text, in: rows.line(0), style: context[.textMuted])
      return
    }
    drawList(
      count: lines.count, selection: list.selection, in: rows, isFocused: true, context
    ) { frame, index, line, style in
      let offers = lines[index].offers
      let muted = index == list.selection ? style : context[.textMuted]
      let used = frame.draw(lines[index].name, in: line, style: style)
      let more = offers.count > 1 ? " (+\(offers.count - 1))" : ""
      frame.draw(
        " · \(offers[0].line(state, words))\(more)", in: line.splitLeft(used).rest, style: muted)
    }
  }
}

extension StandingOffer {
  /// The service; its id where the catalogue has lost it.
  package func title(_ book: OfferBook?, _ words: Phrases) -> String {
    book?.titles[service]?(words.language) ?? service.rawValue
  }

  /// Why just now, until when, and that it was offered before.
  ///
  /// The catalogue's words name the term that the law gives; `until` is then only the day on which the offer ends, and
  /// beside the words it would read as the term.
  package func because(_ words: Phrases) -> String {
    var text =
      switch reason {
      case .worded(let text): text(words.language)
      case .deadline(let text): words.offers.deadline(text(words.language))
      case .proactive: words.offers.proactive
      }
    if let until, !reason.isWorded { text += ", \(words.until(typed(until)))" }
    return wasPutOff ? "\(text) · \(words.offers.wasPutOff)" : text
  }

  func line(_ state: State, _ words: Phrases) -> String {
    "\(title(state.offerBook, words)) — \(because(words))"
  }
}

extension StandingOffer.Reason {
  fileprivate var isWorded: Bool {
    if case .worded = self { true } else { false }
  }
}
