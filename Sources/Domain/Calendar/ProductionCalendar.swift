/// Which days are working days.
package struct ProductionCalendar: Hashable, Sendable {
  fileprivate struct Year: Hashable, Sendable {
    var daysOff: Set<CalendarDate> = []
    /// Saturdays and Sundays on which people work.
    var workingWeekends: Set<CalendarDate> = []
  }

  /// Months and days of the holidays, for a year of which nothing else is known.
  private struct Holiday: Hashable, Sendable {
    var month: Int
    var day: Int
  }

  private var years: [Int: Year] = [:]
  /// Of the last year there is.
  private var holidays: Set<Holiday> = []

  /// Of a year that stands twice the last counts.
  package init(_ years: [CalendarYear] = []) {
    for year in years { self.years[year.year] = Year(year) }
    let last = years.max { $0.year < $1.year }
    holidays = Set((last?.holidays ?? []).map { Holiday(month: $0.month, day: $0.day) })
  }

  /// Whether the transfers of a year are known. Without them its holidays still count, as far as the
  /// calendar has any year at all.
  package func knows(_ year: Int) -> Bool { years[year] != nil }

  package func isWorkingDay(_ date: CalendarDate) -> Bool {
    guard let year = years[date.year] else {
      return date.weekday <= 5 && !holidays.contains(Holiday(month: date.month, day: date.day))
    }
    if year.daysOff.contains(date) { return false }
    return date.weekday <= 5 || year.workingWeekends.contains(date)
  }
}

extension ProductionCalendar.Year {
  fileprivate init(_ year: CalendarYear) {
    let holidays = Set(year.holidays)
    daysOff = holidays.union(year.transfers.map(\.to))
    // A holiday stays one, wherever the day off is taken that fell on it.
    workingWeekends = Set(year.transfers.map(\.from)).subtracting(holidays)
  }
}
