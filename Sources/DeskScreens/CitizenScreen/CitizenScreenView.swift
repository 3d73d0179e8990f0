// The citizen's own screen: large, few words, nothing by colour alone.

package import Canvas
package import DeskCore
internal import Domain

/// Draws the citizen's screen with `theme`. The frame depends on nothing else.
package func view(_ state: CitizenScreenState, theme: Theme) -> Frame {
  let context = Context(theme: theme, words: Phrases.of(state.language))
  var frame = picture(state, context)
  frame.drawTrainingMark(state.trainingMark(context.words), context)
  return frame
}

private func picture(_ state: CitizenScreenState, _ context: Context) -> Frame {
  var frame = Frame(size: state.size, style: context[.rating])
  guard !state.isTooSmall else {
    frame.drawTooSmall(state.size, least: CitizenScreenState.leastSize, context)
    return frame
  }
  let words = CitizenScreenPhrases.of(state.language)
  switch state.stage {
  case .idle: frame.drawIdle(state, words, context)
  case .greeting:
    frame.drawWord(words.hello, words.greeting, state, words, context)
  case .asking(_, let form):
    let lines = RatingLines(criteria: words.criteria, footer: state.languageOffer)
    frame.drawRating(form, lines, context)
  case .writing(let writing):
    let body = frame.drawEdges(state, words, context)
    frame.drawWords(writing.form, words, note: words.wordsApart, in: body, context)
  case .offering(let offer): frame.drawOffer(offer, state, words, context)
  case .thanks: frame.drawWord(words.thanks, words.thanked, state, words, context)
  }
  if let leaving = state.leaving { frame.drawLeaving(leaving, state, words, context) }
  return frame
}

extension Frame {
  fileprivate mutating func drawIdle(
    _ state: CitizenScreenState, _ words: CitizenScreenPhrases, _ context: Context
  ) {
    let body = drawLater(state, words, in: drawEdges(state, words, context), context)
    let name = state.view.window
    let number = name.filter(\.isNumber)
    let isNumbered = !number.isEmpty && number.count <= 3
    guard isNumbered else {
      let middle = body.rows / 2
      drawCaption(name, in: body.below(middle - 1), context)
      drawSentence(words.idle, in: body.below(middle + 1), context)
      return
    }
    let scale = scale(of: number, in: body, besides: 4)
    let height = LargeGlyphs.side * scale
    let rest = body.below(max(0, (body.rows - height - 4) / 2))
    drawCaption(words.window.uppercased(), in: rest, context)
    drawLarge(
      text: number, scale: scale, ink: context.theme.lines == .unicode ? "█" : "#",
      in: rest.below(2).splitTop(height).top, style: context[.rating])
    drawSentence(words.idle, in: rest.below(height + 3), context)
  }

  /// One word as large as it goes, and a sentence below.
  fileprivate mutating func drawWord(
    _ word: String, _ sentence: String, _ state: CitizenScreenState,
    _ words: CitizenScreenPhrases, _ context: Context
  ) {
    let body = drawLater(state, words, in: drawEdges(state, words, context), context)
    let isLarge = LargeGlyphs.columns(word.count, scale: 1) <= body.columns
    let scale = isLarge ? min(3, scale(of: word, in: body, besides: 3)) : 1
    let height = isLarge ? LargeGlyphs.side * scale : 1
    let rest = body.below(max(0, (body.rows - height - 3) / 2))
    if isLarge {
      drawLarge(
        text: word, scale: scale, ink: context.theme.lines == .unicode ? "█" : "#",
        in: rest.splitTop(height).top, style: context[.rating])
    } else {
      drawCaption(word, in: rest, context)
    }
    drawSentence(sentence, in: rest.below(height + 1), context)
  }

  fileprivate mutating func drawOffer(
    _ offer: CitizenScreenState.CallOffer, _ state: CitizenScreenState,
    _ words: CitizenScreenPhrases, _ context: Context
  ) {
    let body = drawEdges(state, words, context)
    let rest = body.below(max(0, (body.rows - 9) / 2))
    drawCaption(words.sorry, in: rest, context)
    drawSentence(words.offerCall, in: rest.below(1), context)
    let field = rest.below(4).line(0).centred(columns: 22, rows: 1)
    fill(field, style: context[.ratingChosen])
    let columns = draw("> \(offer.number)", in: field, style: context[.ratingChosen])
    cursor = Point(column: field.column + min(columns, field.columns - 1), row: field.row)
    drawSentence(offer.isWrong ? words.wrongNumber : words.noCall, in: rest.below(6), context)
    drawSentence(words.onlyForCall, in: rest.below(8), context)
  }

  /// The code to rate later, where there is one and room for it; answers the room beside it.
  private mutating func drawLater(
    _ state: CitizenScreenState, _ words: CitizenScreenPhrases, in rect: Rect, _ context: Context
  ) -> Rect {
    guard let later = state.later, later.until != nil, let symbol = later.symbol else {
      return rect
    }
    let side = symbol.side + 2 * CodeRoom.quietZone
    guard rect.rows >= (side + 1) / 2 + 1, rect.columns >= side + CodeRoom.words else {
      return rect
    }
    let (left, right) = rect.splitLeft(rect.columns - side)
    draw(
      symbol, in: right.splitTop((side + 1) / 2).top, isInverted: false, depth: context.theme.depth)
    let (upper, lower) = left.splitBottom(4)
    drawWrapped(
      words.later, in: lower.inset(columns: 1), style: context[.rating], alignment: .right)
    return upper
  }

  private mutating func drawSentence(_ text: String, in rect: Rect, _ context: Context) {
    drawWrapped(
      text, in: rect.splitTop(2).top, style: context[.rating], alignment: .centre)
  }

  private func scale(of text: String, in rect: Rect, besides rows: Int) -> Int {
    let wide = rect.columns / LargeGlyphs.columns(text.count, scale: 1)
    return max(1, min(wide, (rect.rows - rows) / LargeGlyphs.side))
  }

  private mutating func drawCaption(_ text: String, in rect: Rect, _ context: Context) {
    var style = context[.rating]
    style.attributes.insert(.bold)
    let spaced = String(text.flatMap { [$0, " "] }.dropLast())
    let isWide = DisplayWidth.columns(of: spaced) <= rect.columns
    draw(isWide ? spaced : text, in: rect, style: style, alignment: .centre)
  }

  /// The centre and the time above, the way out or the other language below; answers the room between.
  fileprivate mutating func drawEdges(
    _ state: CitizenScreenState, _ words: CitizenScreenPhrases, _ context: Context
  ) -> Rect {
    let (header, rest) = Rect(size).splitTop(1)
    let (body, footer) = rest.splitBottom(1)
    fill(header, style: context[.header])
    let line = header.inset(columns: 1)
    let mark = state.trainingMark(context.words).map { DisplayWidth.columns(of: $0) } ?? 0
    draw(
      state.view.centre, in: line.splitLeft(line.columns - 6).left.splitLeft(mark).rest,
      style: context[.header])
    draw(state.clock.time.short, in: line, style: context[.header], alignment: .right)
    let below = footer.inset(columns: 1)
    if state.failure != nil {
      fill(footer, style: context[.toastError])
      draw(words.notKept, in: below, style: context[.toastError])
    } else if state.tellsWayOut {
      draw(words.wayOut(state.code != nil), in: below, style: context[.rating])
    } else if !state.isTyping {
      draw(state.languageOffer, in: below, style: context[.rating], alignment: .right)
    }
    return body
  }

  fileprivate mutating func drawLeaving(
    _ leaving: CitizenScreenState.Leaving, _ state: CitizenScreenState,
    _ words: CitizenScreenPhrases, _ context: Context
  ) {
    let line = Rect(size).splitBottom(1).bottom
    let style = context[leaving.isWrong ? .toastError : .toast]
    fill(line, style: style)
    guard state.code != nil else {
      draw(words.leaveAgain, in: line.inset(columns: 1), style: style)
      return
    }
    let dots = String(repeating: "*", count: leaving.typed.count)
    let text = leaving.isWrong ? "\(words.wrongCode). " : ""
    let columns = draw(
      "\(text)\(words.leaveCode): \(dots)", in: line.inset(columns: 1), style: style)
    cursor = Point(column: min(line.columns - 1, 1 + columns), row: line.row)
  }
}

extension CitizenScreenState {
  fileprivate func trainingMark(_ words: Phrases) -> String? {
    isTraining ? " \(words.training.mark) " : nil
  }

  /// All digits belong to the number or the line then, that of the language too.
  fileprivate var isTyping: Bool {
    switch stage {
    case .offering, .writing: true
    case .idle, .greeting, .asking, .thanks: false
    }
  }

  /// «7 — English».
  fileprivate var languageOffer: String {
    guard let nextLanguage else { return "" }
    return "\(CitizenKeys.language) — \(CitizenScreenPhrases.of(nextLanguage).language)"
  }
}

extension Rect {
  /// What is left below so many rows.
  fileprivate func below(_ rows: Int) -> Rect { splitTop(rows).rest }
}
