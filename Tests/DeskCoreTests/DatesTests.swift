import DeskCore
import Domain
import Testing

@Suite struct DatesTests {
  static let today = day(2026, 11, 24)

  @Test(arguments: [
    ("24.11.2026", day(2026, 11, 24)), ("24112026", day(2026, 11, 24)),
    ("2026-11-24", day(2026, 11, 24)), ("24.11.26", day(2026, 11, 24)),
    ("1.2.2026", day(2026, 2, 1)), ("24/11/2026", day(2026, 11, 24)),
    ("24-11-2026", day(2026, 11, 24)), ("24 11 2026", day(2026, 11, 24)),
    // The key of the dot in the Russian layout, and the comma beside it.
    ("24ю11ю2026", day(2026, 11, 24)), ("24,11,2026", day(2026, 11, 24)),
    // Without a year: the latest such day that is not ahead.
    ("24.11", day(2026, 11, 24)), ("25.11", day(2025, 11, 25)), ("01.01", day(2026, 1, 1)),
    // Two figures of a year: a birth long ago, or next year at most.
    ("24.11.27", day(2027, 11, 24)), ("24.11.28", day(1928, 11, 24)),
    ("29.02.24", day(2024, 2, 29)),
  ])
  func reads(text: String, date: CalendarDate) {
    #expect(dateFromTyping(text, today: Self.today) == date)
  }

  @Test(arguments: [
    "", " ", ".", "24", "24.", "24.1", "32.01.2026", "29.02.2026", "00.01.2026", "1.13.2026",
    "24.11.202", "24.11.20266", "241126", "24.11.2026.1", "завтра", "24.нов.2026", "24.11.2026г",
    "-1.11.2026", "99999999999999999999.11.2026", "2411202.", "٢٤.١١.٢٠٢٦",
  ])
  func refuses(text: String) {
    #expect(dateFromTyping(text, today: Self.today) == nil)
  }

  @Test func writesAsRussiansDo() {
    #expect(typed(day(2026, 2, 1)) == "01.02.2026")
  }

  /// What is written can be read again, for every day of four years.
  @Test func readsWhatItWrites() {
    for number in 0..<1461 {
      let date = day(2024, 1, 1).adding(days: number)
      #expect(dateFromTyping(typed(date), today: Self.today) == date)
    }
  }
}
