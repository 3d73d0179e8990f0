// What is said about the catalogue: the clerk's form, the supervisor's list, and one with its answer.

internal import Canvas
internal import DeskCore
internal import Domain

extension Frame {
  mutating func drawFeedbackForm(_ form: FeedbackForm, in rect: Rect, _ context: Context) {
    let words = context.words.feedback
    let inside = rect.inset(columns: 1)
    draw(words.formTitle, in: inside.line(0), style: context[.heading])
    draw(
      form.service.title(context.words.language), in: inside.line(1), style: context[.textStrong])
    drawField(
      form.text, placeholder: words.formHint, in: inside.line(3), isFocused: true, context)
    let typing = cursor
    var passage = Passage(width: inside.columns - 1)
    passage.add(words.formAdvice, .textMuted)
    passage.gap()
    passage.add("\(words.seen):", .textMuted)
    passage.add(seen: form.seen)
    draw(passage, from: 0, in: inside.splitTop(5).rest, context)
    cursor = typing
  }

  mutating func drawFeedback(
    _ list: FeedbackScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let words = context.words.feedback
    let inside = rect.inset(columns: 1)
    draw(words.listTitle, in: inside.line(0), style: context[.heading])
    let rows = inside.splitTop(2).rest
    guard let lines = list.lines, !lines.isEmpty else {
      let text = list.lines == nil ? words.loading : words.empty
      draw(text, in: rows.line(0), style: context[.textMuted])
      return
    }
    drawList(
      count: lines.count, selection: list.selection, in: rows, isFocused: true, context
    ) { frame, index, line, style in
      let isSelected = index == list.selection
      let isOpen = lines[index].feedback.answers.isEmpty
      let (left, rest) = line.splitLeft(10)
      frame.draw(
        isOpen ? words.open : words.answered, in: left,
        style: isSelected ? style : context[isOpen ? .statusWarning : .textMuted])
      frame.draw(lines[index].text(state.clock, context.words), in: rest, style: style)
    }
  }

  mutating func drawFeedbackAnswer(
    _ screen: FeedbackAnswerScreen, _ state: State, in rect: Rect, _ context: Context
  ) {
    let inside = rect.inset(columns: 1)
    let (upper, field) = inside.splitBottom(1)
    let above = upper.splitBottom(1).rest
    draw(
      screen.passage(state.clock, columns: above.columns, context.words), from: screen.scroll,
      in: above, context)
    drawField(
      screen.text, placeholder: context.words.feedback.answerHint, in: field, isFocused: true,
      context)
  }
}

/// Brings the scrolling back into what there is to see.
func holdAnswer(
  _ screen: FeedbackAnswerScreen, in state: inout State, _ body: Rect, _ context: Context
) {
  var screen = screen
  let inside = body.inset(columns: 1)
  let lines = screen.passage(state.clock, columns: inside.columns, context.words).lines.count
  screen.scroll = max(0, min(screen.scroll, lines - (inside.rows - 2)))
  state.screen = .feedbackAnswer(screen)
}

extension FeedbackAnswerScreen {
  fileprivate func passage(_ clock: Clock, columns: Int, _ words: Phrases) -> Passage {
    var passage = Passage(width: columns - 1)
    let feedback = line.feedback
    passage.add(line.service(words.language), .heading)
    let author = line.author.isEmpty ? words.feedback.unknownAuthor : line.author
    passage.add(
      [feedback.given.age(clock), author, words.feedback.catalogue(feedback.catalogue)]
        .joined(separator: " · "), .textMuted)
    passage.gap()
    if feedback.kind == .overruled { passage.add(words.feedback.overruled, .statusInfo) }
    passage.add(feedback.text, .textStrong)
    if !feedback.answers.isEmpty {
      passage.gap()
      passage.add("\(words.feedback.answers):", .statusInfo)
      for answer in feedback.answers {
        passage.add(item: "\(answer.text) (\(answer.time.age(clock)))", mark: "•", .text)
      }
    }
    passage.gap()
    passage.add("\(words.feedback.seen):", .textMuted)
    passage.add(seen: feedback.seen)
    return passage
  }
}

extension FeedbackLine {
  /// When, about what, by whom, and the text.
  fileprivate func text(_ clock: Clock, _ words: Phrases) -> String {
    let author = self.author.isEmpty ? words.feedback.unknownAuthor : self.author
    let kind = feedback.kind == .overruled ? words.feedback.overruled : nil
    return [feedback.given.age(clock), service(words.language), author, kind, feedback.text]
      .compactMap(\.self).joined(separator: " · ")
  }
}

extension Passage {
  fileprivate mutating func add(seen text: String) {
    for line in text.split(separator: "\n") { add(item: String(line), mark: "·", .textMuted) }
  }
}
