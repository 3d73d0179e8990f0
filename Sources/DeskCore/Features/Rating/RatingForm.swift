// A rating while it is given: at the desk's own screen and at the citizen's.

package import Canvas
package import Domain

package struct RatingForm: Hashable, Sendable {
  package enum Answer: Hashable, Sendable {
    case score(Int)
    case declines
  }

  /// What a key made of it.
  package enum Step: Hashable, Sendable {
    /// The key means nothing here.
    case nothing
    case changed
    case ended(Ending)
  }

  package struct Ending: Hashable, Sendable {
    package var result: RatingResult
    /// From the question's appearance to the answer, in milliseconds; absent where nobody answered.
    package var answeredIn: Int?
  }

  package var shown: Instant
  /// When the citizen last pressed something: the time runs out on silence alone.
  package var touched: Instant
  package var answer: Answer?
  package var criteria: Set<Criterion> = []
  /// The criterion on which the cursor stands; `nil` while it is on the digits.
  package var cursor: Int?

  package init(shown: Instant) {
    self.shown = shown
    touched = shown
  }

  package mutating func press(_ key: Key, at moment: Instant) -> Step {
    switch key {
    case .character(let character): press(character)
    case .down: moveCursor(by: 1)
    case .up: moveCursor(by: -1)
    case .enter: return confirmed(at: moment).map(Step.ended) ?? .nothing
    default: return .nothing
    }
    touched = moment
    return .changed
  }

  /// What an unanswered question has come to when its time is over; a digit that was pressed and left
  /// there is an answer.
  package func ending(at moment: Instant, after patience: Int64) -> Ending? {
    guard moment >= touched + patience else { return nil }
    return confirmed(at: touched) ?? Ending(result: .timedOut)
  }

  private func confirmed(at moment: Instant) -> Ending? {
    switch answer {
    case nil: return nil
    case .declines: return Ending(result: .declined)
    case .score(let score):
      let took = max(0, moment.milliseconds - shown.milliseconds)
      return Ending(result: .given(score: score, criteria: criteria), answeredIn: Int(took))
    }
  }

  private mutating func press(_ character: Character) {
    if character == " ", let cursor {
      let criterion = Criterion.allCases[cursor]
      if criteria.remove(criterion) == nil { criteria.insert(criterion) }
      return
    }
    guard let digit = character.wholeNumberValue else { return }
    switch digit {
    case 0: answer = .declines
    case 1...5: answer = .score(digit)
    default: return
    }
    if answer == .declines { (cursor, criteria) = (nil, []) }
  }

  /// The criteria come after the digit.
  private mutating func moveCursor(by step: Int) {
    guard case .score = answer else { return }
    let next = (cursor ?? -1) + step
    cursor = next < 0 ? nil : min(next, Criterion.allCases.count - 1)
  }
}
