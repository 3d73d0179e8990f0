internal import Domain

/// What a visit does to the case it belongs to.
enum CaseRules {
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
