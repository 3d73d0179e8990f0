// Keys on what is said about the catalogue, by the clerk and by the supervisor.

internal import Canvas
internal import Domain

extension State {
  /// The service about which something can be said just now.
  var serviceAtHand: (Service, SituationSheet)? {
    guard case .situation(let shown) = screen, let service = shown.selected else { return nil }
    return (service, shown.sheet)
  }

  mutating func openFeedbackForm() -> [Effect] {
    guard let (service, sheet) = serviceAtHand else { return [] }
    screens.append(
      .feedbackForm(
        FeedbackForm(
          service: service, situation: sheet.situation.id,
          seen: sheet.seen(of: service, in: settings.language))))
    return []
  }

  mutating func updateFeedbackForm(_ current: FeedbackForm, _ key: Key) -> [Effect] {
    var form = current
    switch key {
    case .escape:
      if !asksToDropForm(then: nil) { screens.removeLast() }
    case .enter:
      let text = form.text.line
      guard !text.isEmpty else {
        notice = .textMissing
        return []
      }
      waiting = .feedback
      return [
        .giveFeedback(
          FeedbackDraft(
            id: ids.makeID(at: clock.now), service: form.service.id, situation: form.situation,
            text: text, seen: form.seen))
      ]
    default:
      if form.text.take(key) { screen = .feedbackForm(form) }
    }
    return []
  }

  mutating func openFeedback() -> [Effect] {
    if asksToDropForm(then: .feedback) { return [] }
    screens.removeAll { $0.isOfFeedbackList }
    if screens.isEmpty { screens = [.home] }
    screens.append(.feedback(FeedbackScreen()))
    return [.loadFeedback]
  }

  mutating func updateFeedback(_ current: FeedbackScreen, _ key: Key) -> [Effect] {
    var current = current
    if move(&current.selection, by: key, count: max(1, current.lines?.count ?? 0), page: page) {
      screen = .feedback(current)
      return []
    }
    switch key {
    case .escape:
      screens.removeLast()
      return []
    case .enter:
      if let line = current.selected {
        screens.append(.feedbackAnswer(FeedbackAnswerScreen(line: line)))
      }
      return []
    default: return asksToDropForm(then: nil) ? [] : leaveForSearch(key)
    }
  }

  mutating func updateFeedbackAnswer(_ current: FeedbackAnswerScreen, _ key: Key) -> [Effect] {
    var current = current
    // In the field Home and End belong to the text.
    if ![.home, .end].contains(key), move(&current.scroll, by: key, count: 400, page: page) {
      screen = .feedbackAnswer(current)
      return []
    }
    switch key {
    case .escape:
      if !asksToDropForm(then: nil) { screens.removeLast() }
    case .enter:
      let text = current.text.line
      guard !text.isEmpty else {
        notice = .textMissing
        return []
      }
      waiting = .feedback
      let answer = FeedbackAnswer(
        id: ids.makeID(at: clock.now), text: text, employee: employee?.id, time: clock.now)
      return [.answerFeedback(current.line.feedback.id, answer)]
    default:
      if current.text.take(key) { screen = .feedbackAnswer(current) }
    }
    return []
  }

  mutating func take(feedback lines: [FeedbackLine]) -> [Effect] {
    for case (let place, .feedback(var list)) in screens.enumerated() {
      let selected = list.selected?.feedback.id
      list.lines = lines
      if let selected, let index = lines.firstIndex(where: { $0.feedback.id == selected }) {
        list.selection = index
      }
      list.selection = max(0, min(list.selection, lines.count - 1))
      screens[place] = .feedback(list)
    }
    return []
  }

  mutating func take(done: FeedbackDone) -> [Effect] {
    if waiting == .feedback { waiting = nil }
    notice = .feedbackDone(done)
    switch (done, screen) {
    case (.given, .feedbackForm): screens.removeLast()
    case (.answered, .feedbackAnswer): screens.removeLast()
    default: break
    }
    return done == .answered ? [.loadFeedback] : []
  }
}

extension Screen {
  fileprivate var isOfFeedbackList: Bool {
    switch self {
    case .feedback, .feedbackAnswer: true
    default: false
    }
  }

  /// A line about the catalogue that was begun and is in no store.
  var hasFeedbackText: Bool {
    switch self {
    case .feedbackForm(let form): !form.text.line.isEmpty
    case .feedbackAnswer(let answer): !answer.text.line.isEmpty
    default: false
    }
  }
}
