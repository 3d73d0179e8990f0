// The citizen's rating at the desk's own screen. While it is up the clerk's keys do nothing but the
// hand-back.

internal import Canvas
package import Domain

package struct RatingScreen: Hashable, Sendable {
  package var visit: LoggedVisit
  package var form: RatingForm
  /// Once the rating is given, where the citizen may write a line.
  package var writing: Writing?

  package struct Writing: Hashable, Sendable {
    package var ending: RatingForm.Ending
    package var form: WordsForm
  }

  package init(visit: LoggedVisit, shown: Instant) {
    self.visit = visit
    form = RatingForm(shown: shown)
  }
}

extension State {
  mutating func openRating() -> [Effect] {
    guard let lastLogged else { return [] }
    overlay = nil
    screens.append(.rating(RatingScreen(visit: lastLogged, shown: clock.now)))
    return withdrawQuestion() + [.wake(afterSeconds: settings.ratingTimeout)]
  }

  mutating func updateRating(_ current: RatingScreen, _ key: Key) -> [Effect] {
    if key == settings.handBack {
      // A rating that was given stays one.
      return finish(current, current.writing?.ending ?? RatingForm.Ending(result: .skipped))
    }
    var rating = current
    if let writing = current.writing { return write(key, writing, rating) }
    switch rating.form.press(key, at: clock.now) {
    case .nothing: return []
    case .changed:
      screen = .rating(rating)
      return [.wake(afterSeconds: settings.ratingTimeout)]
    case .ended(let ending):
      guard settings.takesWords, case .given = ending.result else { return finish(rating, ending) }
      rating.writing = RatingScreen.Writing(ending: ending, form: WordsForm(shown: clock.now))
      screen = .rating(rating)
      return [.wake(afterSeconds: settings.ratingTimeout)]
    }
  }

  private mutating func write(
    _ key: Key, _ current: RatingScreen.Writing, _ rating: RatingScreen
  ) -> [Effect] {
    var (writing, rating) = (current, rating)
    switch writing.form.press(key, in: settings.language, at: clock.now) {
    case .nothing: return []
    case .changed:
      rating.writing = writing
      screen = .rating(rating)
      return [.wake(afterSeconds: settings.ratingTimeout)]
    case .ended(let words): return finish(rating, writing.ending, words)
    }
  }

  private mutating func finish(
    _ rating: RatingScreen, _ ending: RatingForm.Ending, _ words: CitizenWords? = nil
  ) -> [Effect] {
    screens.removeLast()
    lastLogged = nil
    notice = .visitSaved
    return [
      .recordRating(
        RatingEntry(
          situation: rating.visit.situation, result: ending.result,
          answeredIn: ending.answeredIn), words: words)
    ]
  }

  /// An answer is called taken when it is in the store, and not before.
  mutating func take(recorded result: RatingResult) -> [Effect] {
    switch result {
    // What the clerk was told since then stays.
    case .given, .declined:
      if notice == nil || notice == .visitSaved || notice == .askedOutside { notice = .answerTaken }
    case .skipped, .timedOut: break
    }
    return [.loadDay(clock.date)]
  }

  /// Gives up an unanswered screen when its time is over.
  mutating func timeOutRating() -> [Effect] {
    guard case .rating(let rating) = screen, !isTooSmall else { return [] }
    if let writing = rating.writing {
      let isOver = clock.now >= writing.form.touched + settings.ratingTimeout
      return isOver ? finish(rating, writing.ending) : []
    }
    guard let ending = rating.form.ending(at: clock.now, after: settings.ratingTimeout)
    else { return [] }
    return finish(rating, ending)
  }
}
