// What is known of the citizen, to be looked at and asked again.

internal import Canvas
package import Domain

package struct AnswerList: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var fact: Fact
    /// Of this visit.
    package var answer: Answer?
    /// Of an earlier one.
    package var remark: Remark?
  }

  package var lines: [Line]
  package var selection = 0
}

extension State {
  /// The answers that count in the situation in front, by the names of their questions.
  private var answerLines: [AnswerList.Line] {
    guard let book = advice, let sheet = adviceSheet else { return [] }
    let remembered = remembered(in: sheet)
    let answers = visit.answers ?? [:]
    return Set(remembered.keys).union(answers.keys).compactMap(book.fact)
      .sorted { ($0.title.ru, $0.id) < ($1.title.ru, $1.id) }
      .map { AnswerList.Line(fact: $0, answer: answers[$0.id], remark: remembered[$0.id]) }
  }

  /// Why there is nothing to look at.
  var answersObstacle: Obstacle? {
    guard let sheet = adviceSheet, visit.situation == sheet.situation.id else {
      return .noSituation
    }
    guard advice != nil else { return .noDecisionSupport }
    return answerLines.isEmpty ? .nothingAnswered : nil
  }

  mutating func openAnswers() {
    overlay = .answers(AnswerList(lines: answerLines))
  }

  mutating func updateAnswers(_ current: AnswerList, _ key: Key) -> [Effect] {
    var list = current
    if move(&list.selection, by: key, count: list.lines.count, page: page) {
      overlay = .answers(list)
      return []
    }
    switch key {
    case .escape: overlay = nil
    case .enter where list.lines.indices.contains(list.selection):
      let line = list.lines[list.selection]
      overlay = .question(QuestionForm(line.fact, earlier: line.remark))
    default: break
    }
    return []
  }
}
