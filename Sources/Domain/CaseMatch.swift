// Which of a citizen's cases a visit goes on with: one rule for the store and the screen.

extension SituationCase {
  /// How long a settled case is still found, in milliseconds: 365 days.
  private static let memory: Int64 = 365 * 86_400_000

  /// The place among `cases`, one citizen's in one situation and the newest first, of the case to which
  /// a visit at `moment` about an event on `eventDate` belongs; `nil` when it opens a new one.
  ///
  /// A case is one event in one person's life: two births are two cases. It stays with the citizen
  /// after everything that was asked for is done, since more of the same situation often follows weeks
  /// later (the allowance after the certificate): a settled case is found again, and opened again, for
  /// a year. After that, a visit without a date is taken for a new event.
  package static func match(
    _ cases: [SituationCase], eventDate: CalendarDate?, at moment: Instant
  ) -> Int? {
    if let eventDate, let same = cases.firstIndex(where: { $0.eventDate == eventDate }) {
      return same
    }
    return cases.firstIndex { candidate in
      let isCompatible = eventDate == nil || candidate.eventDate == nil
      return isCompatible && candidate.isRemembered(at: moment)
    }
  }

  private func isRemembered(at moment: Instant) -> Bool {
    guard let closed else { return true }
    return moment.milliseconds - closed.milliseconds <= Self.memory
  }
}
