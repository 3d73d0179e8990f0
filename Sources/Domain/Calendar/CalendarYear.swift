/// The days off of one year by the Russian production calendar, for a week of five days.
package struct CalendarYear: Codable, Hashable, Sendable {
  /// A day off that is taken on another day.
  package struct Transfer: Codable, Hashable, Sendable {
    package var from: CalendarDate
    package var to: CalendarDate

    package init(from: CalendarDate, to: CalendarDate) {
      self.from = from
      self.to = to
    }
  }

  package var year: Int
  /// Labour Code of the Russian Federation, article 112, part 1.
  package var holidays: [CalendarDate]
  /// By the Government's decree of the year, and by part 2 of the article, which moves a day off that
  /// falls on a holiday to the next working day.
  package var transfers: [Transfer]
  /// How many there are, as it is published: the sum by which a wrong day is found.
  package var workingDays: Int
  package var legalBasis: [LegalBasis]
  package var provenance: Provenance

  enum CodingKeys: String, CodingKey {
    case year, holidays, transfers, provenance
    case workingDays = "working_days"
    case legalBasis = "legal_basis"
  }

  package init(
    year: Int, holidays: [CalendarDate], transfers: [Transfer], workingDays: Int,
    legalBasis: [LegalBasis], provenance: Provenance
  ) {
    self.year = year
    self.holidays = holidays
    self.transfers = transfers
    self.workingDays = workingDays
    self.legalBasis = legalBasis
    self.provenance = provenance
  }

  /// The working days that holidays and transfers leave.
  package var countedWorkingDays: Int {
    let calendar = ProductionCalendar([self])
    guard let first = CalendarDate(year: year, month: 1, day: 1) else { return 0 }
    let days = CalendarDate.days(inMonth: 2, of: year) + 337
    return (0..<days).count { calendar.isWorkingDay(first.adding(days: $0)) }
  }
}
