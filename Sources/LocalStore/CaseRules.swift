internal import Domain

/// Which case a visit belongs to, and what it does to it.
///
/// A case is one event in one person's life: two births are two cases. It stays with the citizen
/// after everything that was asked for is done, since more of the same situation often follows weeks
/// later (the allowance after the certificate): a settled case is found again, and opened again, for a
/// year. After that, a visit without a date is taken for a new event.
enum CaseRules {
  /// How long a settled case is still found, in milliseconds: 365 days.
  private static let memory: Int64 = 365 * 86_400_000

  /// The case among `cases`, the newest first, to which a visit at `moment` about an event on
  /// `eventDate` belongs.
  static func match(
    _ cases: [StoredCase], eventDate: CalendarDate?, at moment: Instant
  ) -> StoredCase? {
    if let eventDate, let same = cases.first(where: { $0.value.eventDate == eventDate }) {
      return same
    }
    return cases.first { candidate in
      let isCompatible = eventDate == nil || candidate.value.eventDate == nil
      return isCompatible && isRemembered(candidate.value, at: moment)
    }
  }

  private static func isRemembered(_ situationCase: SituationCase, at moment: Instant) -> Bool {
    guard let closed = situationCase.closed else { return true }
    return moment.milliseconds - closed.milliseconds <= memory
  }

  /// Takes a visit into the case: the event's date where it was not known, how far each service has
  /// come, and whether all that was begun is settled.
  static func take(
    _ lines: [Visit.Line], eventDate: CalendarDate?, ended: Instant, into value: inout SituationCase
  ) {
    value.eventDate = value.eventDate ?? eventDate
    for line in lines {
      value.services[line.id] = (value.services[line.id] ?? .open).after(line.outcome)
    }
    let isSettled = !value.services.isEmpty && value.services.values.allSatisfy(\.isSettled)
    value.closed = isSettled ? value.closed ?? ended : nil
  }
}
