import Domain
import Testing

@Suite struct CalendarTests {
  /// November 2026 with the 4th a holiday, the 6th free for Saturday the 14th.
  private let calendar = ProductionCalendar([
    CalendarYear(
      year: 2026, holidays: [day(2026, 11, 4)],
      transfers: [.init(from: day(2026, 11, 14), to: day(2026, 11, 6))], workingDays: 260,
      legalBasis: [], provenance: Provenance(source: "x", reviewed: day(2026, 11, 28)))
  ])

  @Test func holidaysAndTransfersAreNoWorkingDays() {
    let free = (1...30).filter { !calendar.isWorkingDay(day(2026, 11, $0)) }
    #expect(free == [1, 4, 6, 7, 8, 15, 21, 22, 28, 29])
  }

  /// Of a year that is not there the holidays are known, and nothing that was moved.
  @Test func anUnknownYearHasItsHolidays() {
    #expect(!calendar.knows(2027))
    let free = (1...15).filter { !calendar.isWorkingDay(day(2027, 11, $0)) }
    #expect(free == [4, 6, 7, 13, 14])
    #expect(ProductionCalendar().isWorkingDay(day(2027, 11, 4)))
  }

  @Test func ofAYearThatStandsTwiceTheLastCounts() {
    let own = CalendarYear(
      year: 2026, holidays: [], transfers: [], workingDays: 261, legalBasis: [],
      provenance: Provenance(source: "x", reviewed: day(2026, 11, 28)))
    let first = CalendarYear(
      year: 2026, holidays: [day(2026, 11, 4)], transfers: [], workingDays: 260, legalBasis: [],
      provenance: Provenance(source: "x", reviewed: day(2026, 11, 28)))
    #expect(ProductionCalendar([first, own]).isWorkingDay(day(2026, 11, 4)))
    #expect(own.countedWorkingDays == 261)
    #expect(first.countedWorkingDays == 260)
  }

  /// The day of the event is not counted (Civil Code, article 191).
  @Test(arguments: [
    (Term(1, .workingDays), "2026-11-03", "2026-11-05"),
    (Term(5, .workingDays), "2026-11-03", "2026-11-12"),
    (Term(3, .workingDays), "2026-11-12", "2026-11-16"),
    (Term(0, .workingDays), "2026-11-07", "2026-11-07"),
    (Term(10, .calendarDays), "2026-11-20", "2026-11-30"),
    (Term(1, .months), "2026-01-31", "2026-02-28"),
    (Term(2, .years), "2024-02-29", "2026-02-28"),
  ])
  func termsEnd(term: Term, from: String, to: String) throws {
    let start = try #require(CalendarDate(from))
    #expect(term.end(from: start, in: calendar).day.description == to)
  }

  @Test func aDayOffIsNamedAndNotMoved() {
    let end = Term(1, .calendarDays).end(from: day(2026, 11, 3), in: calendar)
    #expect(end == TermEnd(day: day(2026, 11, 4), isExact: true, isDayOff: true))
    let saturday = Term(1, .calendarDays).end(from: day(2026, 11, 13), in: calendar)
    #expect(!saturday.isDayOff)
  }

  @Test func onlyWorkingDaysOfAnUnknownYearAreInexact() {
    #expect(!Term(10, .workingDays).end(from: day(2026, 12, 25), in: calendar).isExact)
    #expect(Term(3, .workingDays).end(from: day(2026, 12, 25), in: calendar).isExact)
    #expect(Term(10, .months).end(from: day(2026, 12, 25), in: calendar).isExact)
  }

  /// An imported catalogue may say anything.
  @Test(arguments: Term.Unit.allCases, [Int.min, -1, Int.max])
  func anyTermEnds(unit: Term.Unit, count: Int) {
    let end = Term(count, unit).end(from: day(2026, 11, 24), in: calendar)
    #expect(end.day >= day(2026, 11, 24))
  }

  /// The months of a term end as those of a rule do.
  @Test func aTermEndsAsASpanDoes() {
    for count in 0..<60 {
      for offset in 0..<60 {
        let start = day(2026, 1, 1).adding(days: offset)
        #expect(
          Term(count, .months).end(from: start, in: calendar).day
            == CalendarSpan(count, .months).end(from: start))
      }
    }
  }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
}
