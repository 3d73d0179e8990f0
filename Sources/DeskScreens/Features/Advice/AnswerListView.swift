// What is known of the citizen: the question, the answer, from where and since when.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawAnswers(
    _ list: AnswerList, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words
    guard let book = state.advice else { return }
    let inside = dialog(
      words.advice.answers, columns: min(76, rect.columns),
      rows: min(list.lines.count + 4, rect.rows), in: rect, context)
    let (rows, foot) = inside.splitBottom(2)
    draw(words.advice.answersAdvice, in: foot.line(1), style: context[.dialogBorder])
    drawList(
      count: list.lines.count, selection: list.selection, in: rows, isFocused: true, context
    ) { frame, index, line, style in
      let known = list.lines[index]
      let muted = index == list.selection ? style : context[.textMuted]
      let used = frame.draw(known.text(book, words), in: line, style: style)
      frame.draw(
        " · \(known.said(book, state, words))", in: line.splitLeft(used).rest, style: muted)
    }
  }
}

extension AnswerList.Line {
  fileprivate func text(_ book: AdviceBook, _ words: Phrases) -> String {
    let known = AdviceWords(book, words)
    let answer: String? =
      switch self.answer {
      case .told(let text)?: fact.value(text).map { known.text($0, of: fact) }
      case .notKnown?: words.advice.dontKnow
      case nil: remark.flatMap(known.answer)
      }
    return "\(fact.title(words.language)): \(answer ?? "?")"
  }

  fileprivate func said(_ book: AdviceBook, _ state: State, _ words: Phrases) -> String {
    guard answer == nil, let remark else {
      let source = state.visit.sources?[fact.id] ?? .citizen
      return "\(words.advice.source(source)), \(words.advice.thisVisit)"
    }
    return AdviceWords(book, words).said(remark, state)
  }
}
