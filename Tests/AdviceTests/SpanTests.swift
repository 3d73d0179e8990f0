import Domain
import Testing

@Suite struct SpanTests {
  /// The age is the most units that end today or earlier.
  @Test func passedIsTheInverseOfEnd() {
    var random = Seeded(3)
    for _ in 0..<20_000 {
      let (date, today) = (random.day(), random.day())
      for unit in CalendarSpan.Unit.allCases {
        let count = unit.passed(since: date, on: today)
        guard count >= 0 else {
          #expect(date > today)
          continue
        }
        #expect(CalendarSpan(count, unit).end(from: date) <= today)
        #expect(CalendarSpan(count + 1, unit).end(from: date) > today)
      }
    }
  }

  @Test(arguments: [
    ("2008-02-29", "2026-02-27", 17), ("2008-02-29", "2026-02-28", 18),
    ("2008-02-29", "2028-02-28", 19), ("2008-02-29", "2028-02-29", 20),
    ("2026-11-28", "2026-11-28", 0), ("2026-11-29", "2026-11-28", -1),
  ])
  func yearsOfALeapDay(born: String, today: String, years: Int) throws {
    let (born, today) = (try #require(CalendarDate(born)), try #require(CalendarDate(today)))
    #expect(CalendarSpan.Unit.years.passed(since: born, on: today) == years)
  }

  @Test(arguments: [
    ("2026-01-31", "2026-02-27", 0), ("2026-01-31", "2026-02-28", 1),
    ("2026-01-31", "2026-03-30", 1), ("2026-01-31", "2026-03-31", 2),
    ("2026-08-31", "2026-09-30", 1), ("2024-12-31", "2026-06-30", 18),
  ])
  func monthsAtTheirEnds(born: String, today: String, months: Int) throws {
    let (born, today) = (try #require(CalendarDate(born)), try #require(CalendarDate(today)))
    #expect(CalendarSpan.Unit.months.passed(since: born, on: today) == months)
  }

  @Test func sixMonthsFromTheEndOfAugustEndInFebruary() {
    let within = Rule(.comparison(Comparison("born", .within(CalendarSpan(6, .months)))))
    func verdict(_ today: CalendarDate) -> Judgement.Verdict {
      within.judgement(
        in: Invented.circumstances(["born": .date(day(2026, 8, 31))], today: today)
      ).verdict
    }
    #expect(verdict(day(2027, 2, 28)) == .due)
    #expect(verdict(day(2027, 3, 1)) == .notDue)
  }
}
