// A year with a holiday in the week and a Saturday on which people work.

package import Domain

package enum SampleCalendar {
  /// 2026 as far as November goes: the 4th is a holiday, the 6th is free, the 14th is not. Other years
  /// are not known.
  package static let calendar = ProductionCalendar([
    CalendarYear(
      year: 2026, holidays: [day(4)], transfers: [.init(from: day(14), to: day(6))],
      workingDays: 260, legalBasis: [],
      provenance: Provenance(source: "https://www.gosuslugi.ru", reviewed: day(24)))
  ])

  private static func day(_ day: Int) -> CalendarDate {
    CalendarDate(year: 2026, month: 11, day: day) ?? CalendarDate(dayNumber: 0)
  }
}
