// The citizen's rating. While it is up the clerk's keys do nothing but the hand-back.

internal import Canvas
package import Domain

package struct RatingScreen: Hashable, Sendable {
  package enum Answer: Hashable, Sendable {
    case score(Int)
    case declines
  }

  package var visit: LoggedVisit
  package var shown: Instant
  /// When the citizen last pressed something: the time runs out on silence alone.
  package var touched: Instant
  package var answer: Answer?
  package var criteria: Set<Criterion> = []
  /// The criterion on which the cursor stands; `nil` while it is on the digits.
  package var cursor: Int?

  package init(visit: LoggedVisit, shown: Instant) {
    self.visit = visit
    self.shown = shown
    touched = shown
  }
}

extension State {
  mutating func openRating() -> [Effect] {
    guard let lastLogged else { return [] }
    overlay = nil
    screens.append(.rating(RatingScreen(visit: lastLogged, shown: clock.now)))
    return [.wake(afterSeconds: settings.ratingTimeout)]
  }

  mutating func updateRating(_ current: RatingScreen, _ key: Key) -> [Effect] {
    if key == settings.handBack { return finish(current, .skipped, nil) }
    var rating = current
    switch key {
    case .character(let character): rating.press(character)
    case .down: rating.moveCursor(by: 1)
    case .up: rating.moveCursor(by: -1)
    case .enter: return confirm(rating, at: clock.now)
    default: return []
    }
    rating.touched = clock.now
    screen = .rating(rating)
    return [.wake(afterSeconds: settings.ratingTimeout)]
  }

  private mutating func confirm(_ rating: RatingScreen, at moment: Instant) -> [Effect] {
    switch rating.answer {
    case nil: return []
    case .declines: return finish(rating, .declined, nil)
    case .score(let score):
      let took = max(0, moment.milliseconds - rating.shown.milliseconds)
      return finish(rating, .given(score: score, criteria: rating.criteria), Int(took))
    }
  }

  private mutating func finish(
    _ rating: RatingScreen, _ result: RatingResult, _ took: Int?
  ) -> [Effect] {
    screens.removeLast()
    lastLogged = nil
    notice = .visitSaved
    return [
      .recordRating(
        RatingEntry(situation: rating.visit.situation, result: result, answeredIn: took))
    ]
  }

  /// An answer is called taken when it is in the store, and not before.
  mutating func take(recorded result: RatingResult) -> [Effect] {
    switch result {
    // What the clerk was told since then stays.
    case .given, .declined: if notice == nil || notice == .visitSaved { notice = .answerTaken }
    case .skipped, .timedOut: break
    }
    return [.loadDay(clock.date)]
  }

  /// Gives up an unanswered screen when its time is over; a digit that was pressed and left there is
  /// an answer.
  mutating func timeOutRating() -> [Effect] {
    guard case .rating(let rating) = screen, !isTooSmall,
      clock.now >= rating.touched + settings.ratingTimeout
    else { return [] }
    return rating.answer == nil
      ? finish(rating, .timedOut, nil) : confirm(rating, at: rating.touched)
  }
}

extension RatingScreen {
  fileprivate mutating func press(_ character: Character) {
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
  fileprivate mutating func moveCursor(by step: Int) {
    guard case .score = answer else { return }
    let next = (cursor ?? -1) + step
    cursor = next < 0 ? nil : min(next, Criterion.allCases.count - 1)
  }
}
