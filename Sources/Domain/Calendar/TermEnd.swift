/// The day on which a term ends, and what is known of it.
package struct TermEnd: Hashable, Sendable {
  package var day: CalendarDate
  /// Whether the days off were known of every year that was counted through.
  package var isExact: Bool
  /// Whether nobody works on that day. The day is not moved: not every law does so (Civil Code of the
  /// Russian Federation, article 193, and its exceptions), and who comes earlier is never late.
  package var isDayOff: Bool

  package init(day: CalendarDate, isExact: Bool = true, isDayOff: Bool = false) {
    self.day = day
    self.isExact = isExact
    self.isDayOff = isDayOff
  }
}

extension Term {
  /// The last day of the term when it is counted from `start`, which is not counted itself (Civil Code
  /// of the Russian Federation, article 191). What is longer than `CalendarSpan.longest` counts as that.
  package func end(from start: CalendarDate, in calendar: ProductionCalendar) -> TermEnd {
    let count = max(0, min(self.count, CalendarSpan.longest))
    guard let unit = unit.span else {
      return workingDays(count, from: start, in: calendar)
    }
    let day = CalendarSpan(count, unit).end(from: start)
    return TermEnd(day: day, isDayOff: !calendar.isWorkingDay(day))
  }

  private func workingDays(
    _ count: Int, from start: CalendarDate, in calendar: ProductionCalendar
  ) -> TermEnd {
    var end = TermEnd(day: start)
    var left = count
    while left > 0 {
      end.day = end.day.adding(days: 1)
      end.isExact = end.isExact && calendar.knows(end.day.year)
      if calendar.isWorkingDay(end.day) { left -= 1 }
    }
    return end
  }
}

extension Term.Unit {
  /// Nothing for working days, which no calendar counts alone.
  fileprivate var span: CalendarSpan.Unit? {
    switch self {
    case .calendarDays: .days
    case .months: .months
    case .years: .years
    case .workingDays: nil
    }
  }
}
