// Keys in the form of a question.

internal import Canvas
internal import Domain

extension State {
  /// Opens the question that decides most; an answer brings the next one, until Esc.
  mutating func openQuestion() -> [Effect] {
    overlay = nextQuestion.map {
      .question(
        QuestionForm($0.fact, services: $0.services, earlier: remembered(of: $0.fact.id)))
    }
    return []
  }

  mutating func updateQuestion(_ current: QuestionForm, _ key: Key) -> [Effect] {
    if key == .escape || Command.question.keys.contains(key) {
      overlay = nil
      return []
    }
    if key == .backTab {
      var form = current
      form.turnSource()
      overlay = .question(form)
      return []
    }
    return current.isTyped ? updateTyped(current, key) : updateChoice(current, key)
  }

  private mutating func updateTyped(_ current: QuestionForm, _ key: Key) -> [Effect] {
    var form = current
    switch key {
    case .tab: return answer(form, .notKnown)
    case .enter:
      guard let value = form.typedAnswer(today: clock.date) else {
        form.isWrong = true
        break
      }
      return answer(form, .told(value.text))
    default:
      if form.field.take(key) { form.isWrong = false }
    }
    overlay = .question(form)
    return []
  }

  private mutating func updateChoice(_ current: QuestionForm, _ key: Key) -> [Effect] {
    var form = current
    let options = form.options
    if move(&form.selection, by: key, count: options.count, page: page) {
      overlay = .question(form)
      return []
    }
    switch key {
    case .enter where options.indices.contains(form.selection):
      return choose(options[form.selection], form)
    case .tab: return choose(.notKnown, form)
    case .character(let character):
      guard let option = form.option(for: character) else { return [] }
      return choose(option, form)
    default: return []
    }
  }

  private mutating func choose(_ option: QuestionForm.Option, _ form: QuestionForm) -> [Effect] {
    switch option {
    case .truth(let truth): answer(form, .told(FactValue.truth(truth).text))
    case .choice(let choice): answer(form, .told(choice.id))
    case .notKnown: answer(form, .notKnown)
    }
  }

  private mutating func answer(_ form: QuestionForm, _ answer: Answer) -> [Effect] {
    keep(answer, to: form.fact, from: form.source)
    return openQuestion()
  }
}

extension QuestionForm {
  /// By its number, or for yes and no by the letter; the Russian letter first, as in a confirmation:
  /// the key of Latin Y types «н».
  fileprivate func option(for character: Character) -> Option? {
    if let digit = character.wholeNumberValue {
      return options.indices.contains(digit - 1) ? options[digit - 1] : nil
    }
    guard fact.kind == .yesNo else { return nil }
    return switch character.lowercased() {
    case "д", "y", "l": .truth(true)
    case "н", "n", "т": .truth(false)
    default: nil
    }
  }
}
