// F8: the question that decides most, and its answers.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawQuestion(
    _ form: QuestionForm, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words
    let width = min(66, rect.columns)
    let question = TextWrap.lines(form.fact.question(words.language), width: width - 4)
    let earlier = earlierAnswer(form, state, words, width: width - 4)
    let answers = form.isTyped ? 2 : form.options.count
    let head = question.count + earlier.count
    let inside = dialog(
      words.advice.nextQuestion, columns: width, rows: min(head + answers + 6, rect.rows),
      in: rect, context)
    for (row, line) in (question + earlier).enumerated() {
      let style = context[row < question.count ? .dialog : .dialogBorder]
      draw(line, in: inside.line(row), style: style)
    }
    let (rest, foot) = inside.splitTop(head + 1).rest.splitBottom(2)
    let advice = form.isTyped ? words.advice.typedAdvice : words.advice.chosenAdvice
    draw(words.advice.sourceAdvice(form.source), in: foot.line(0), style: context[.dialog])
    draw(advice, in: foot.line(1), style: context[.dialogBorder])
    if form.isTyped {
      drawTyped(form, in: rest, context)
    } else {
      drawOptions(form, in: rest.splitBottom(1).rest, context)
    }
  }

  private func earlierAnswer(
    _ form: QuestionForm, _ state: State, _ words: Phrases, width: Int
  ) -> [String] {
    guard let earlier = form.earlier, let book = state.advice,
      let answer = AdviceWords(book, words).answer(earlier)
    else { return [] }
    let said = AdviceWords(book, words).said(earlier, state)
    return TextWrap.lines(
      words.advice.toldBefore(answer, said, state.isStale(earlier)), width: width)
  }

  private mutating func drawOptions(_ form: QuestionForm, in rect: Rect, _ context: Context) {
    let options = form.options
    let words = context.words
    drawList(
      count: options.count, selection: form.selection, in: rect, isFocused: true, context
    ) { frame, index, line, style in
      let number = index < 9 ? "\(index + 1)  " : "   "
      frame.draw(number + options[index].text(words), in: line, style: style)
    }
  }

  private mutating func drawTyped(_ form: QuestionForm, in rect: Rect, _ context: Context) {
    let words = context.words
    drawField(
      form.field, placeholder: words.advice.placeholder(form.fact.kind),
      in: rect.line(0), isFocused: true, isInvalid: form.isWrong, context)
    guard form.isWrong else { return }
    draw(
      "! \(words.advice.wrongAnswer(form.fact, words))", in: rect.line(1),
      style: context[.statusError])
  }
}

extension QuestionForm.Option {
  fileprivate func text(_ words: Phrases) -> String {
    switch self {
    case .truth(true): words.advice.yes
    case .truth(false): words.advice.no
    case .choice(let choice): choice.title(words.language)
    case .notKnown: words.advice.dontKnow
    }
  }
}

extension AdvicePhrases {
  /// What would be an answer.
  fileprivate func wrongAnswer(_ fact: Fact, _ words: Phrases) -> String {
    guard let range = fact.range else { return placeholder(fact.kind) }
    let isMoney = fact.kind == .money
    let (from, to) = isMoney ? (range.from / 100, range.to / 100) : (range.from, range.to)
    return "\(placeholder(fact.kind)): \(grouped(from))–\(grouped(to))"
  }
}

extension Judgement.Verdict {
  /// The sign beside a service, so that the colour is not the only word.
  var sign: String {
    switch self {
    case .due: "+"
    case .ask: "?"
    case .notDue: "-"
    }
  }

  var role: Role {
    switch self {
    case .due: .statusOk
    case .ask: .statusInfo
    case .notDue: .textMuted
    }
  }
}
