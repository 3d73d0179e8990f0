// The citizen's rating at the desk's own screen. While it is up the clerk's keys do nothing but the
// hand-back.

internal import Canvas
package import Domain

package struct RatingScreen: Hashable, Sendable {
  package var visit: LoggedVisit
  package var form: RatingForm

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
      return finish(current, RatingForm.Ending(result: .skipped))
    }
    var rating = current
    switch rating.form.press(key, at: clock.now) {
    case .nothing: return []
    case .changed:
      screen = .rating(rating)
      return [.wake(afterSeconds: settings.ratingTimeout)]
    case .ended(let ending): return finish(rating, ending)
    }
  }

  private mutating func finish(_ rating: RatingScreen, _ ending: RatingForm.Ending) -> [Effect] {
    screens.removeLast()
    lastLogged = nil
    notice = .visitSaved
    return [
      .recordRating(
        RatingEntry(
          situation: rating.visit.situation, result: ending.result,
          answeredIn: ending.answeredIn))
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
    guard case .rating(let rating) = screen, !isTooSmall,
      let ending = rating.form.ending(at: clock.now, after: settings.ratingTimeout)
    else { return [] }
    return finish(rating, ending)
  }
}
