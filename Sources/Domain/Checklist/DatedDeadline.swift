/// A deadline with its day, once the event's date is known.
package struct DatedDeadline: Hashable, Sendable {
  package enum Urgency: Hashable, Sendable { case unknown, ahead, soon, passed }

  package var deadline: LifeSituation.Deadline
  package var end: TermEnd?
  package var urgency: Urgency

  package var lastDay: CalendarDate? { end?.day }
}

extension SituationSheet {
  /// The deadlines, as dates and the nearest first once the event's day is known; soon is within a
  /// week.
  package func deadlines(
    from event: CalendarDate?, today: CalendarDate, in calendar: ProductionCalendar
  ) -> [DatedDeadline] {
    guard let event else {
      return situation.deadlines.map {
        DatedDeadline(deadline: $0, end: nil, urgency: .unknown)
      }
    }
    return situation.deadlines.map { deadline in
      let end = deadline.within.end(from: event, in: calendar)
      let left = end.day.dayNumber - today.dayNumber
      return DatedDeadline(
        deadline: deadline, end: end, urgency: left < 0 ? .passed : left <= 7 ? .soon : .ahead)
    }
    .sorted { ($0.lastDay?.dayNumber ?? .max) < ($1.lastDay?.dayNumber ?? .max) }
  }
}
