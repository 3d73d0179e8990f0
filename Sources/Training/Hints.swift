package import Domain

/// A hint that is due.
package struct DueHint: Hashable, Sendable {
  package var step: String
  /// Which of the step's hints, from 0.
  package var number: Int
  package var text: LocalizedText
  /// Since when it is due.
  package var due: Instant
}

extension Lesson {
  /// The last due hint of each step that is not done, in the lesson's order: they come later and later, so
  /// that who finds the way alone is not told it.
  package func hints(_ seen: Observed) -> [DueHint] {
    steps.compactMap { step in
      guard let since = start(of: step, seen), !step.check.isOver(in: seen) else { return nil }
      let waited = (seen.now.milliseconds - since.milliseconds) / 60_000
      guard let number = step.hints.lastIndex(where: { Int64($0.after) <= waited }) else {
        return nil
      }
      return DueHint(
        step: step.id, number: number, text: step.hints[number].text,
        due: since + Int64(step.hints[number].after) * 60)
    }
  }

  /// The one that has become due last: each has its time before the trainee.
  package func latestHint(_ seen: Observed) -> DueHint? {
    hints(seen).max { $0.due < $1.due }
  }

  /// From when on the step could be done: when whom it is about sits down, else comes, else the opening.
  private func start(of step: LessonStep, _ seen: Observed) -> Instant? {
    if let from = step.check.from {
      let moment = from.instant(on: day.date, seen.offset)
      return seen.now >= moment ? moment : nil
    }
    guard let who = step.check.who else { return seen.now >= seen.opens ? seen.opens : nil }
    guard let ticket = seen.tickets[who] else { return nil }
    switch step.check.kind {
    case .service, .noService, .first, .note, .card, .eventDate, .offered:
      return ticket.times.started
    default: return ticket.placed
    }
  }
}

extension Check {
  /// Whether nothing is left to do about it: it is so, and a wait, which may grow too long until somebody is called, has
  /// an end, in time or not.
  fileprivate func isOver(in seen: Observed) -> Bool {
    guard kind == .waited || kind == .before else { return holds(in: seen) }
    return who.flatMap { seen.tickets[$0] }?.times.called != nil
  }
}
