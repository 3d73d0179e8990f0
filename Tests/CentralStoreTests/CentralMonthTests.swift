import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// Windows' months and citizens' words at the central store.
@Suite struct CentralMonthTests {
  private let store: CentralFixture
  private let desk: RemoteDesk
  private let other: RemoteDesk

  init() throws {
    store = try CentralFixture()
    desk = try store.desk()
    other = try store.desk("Окно 2")
  }

  private func month(
    given: Int = 20, best: Int = 15, hours: String = #"{"best":9,"given":10,"hour":9}"#,
    month: String = "2026-10-01"
  ) -> String {
    """
    {"best":\(best),"given":\(given),"hours":[\(hours)],"id":"\(desk.id(Visit.self))",\
    "month":"\(month)"}
    """
  }

  private func words(_ lines: [String], month: String = "2026-10-01") -> String {
    let written = lines.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"id":"\#(desk.id(Visit.self))","lines":[\#(written)],"month":"\#(month)"}"#
  }

  @Test func aMonthReachesOtherDesksWithItsWindow() throws {
    let (cursor, _) = try other.snapshot()
    #expect(try desk.push("rating_month_told", month()) == .accepted)
    let row = try #require(try other.pull(cursor).rows.first)
    #expect(row.entity == .ratingMonth && row.version == 1)
    #expect(row.body?.contains(#""desk": ""#) == true && row.body?.contains(#""hour": 9"#) == true)
    #expect(try other.snapshot().rows.contains { $0.entity == .ratingMonth })
  }

  /// Single answers must not be told: by an hour, by a month, or by what is left of it.
  @Test(arguments: [
    (4, 4, ""), (20, 21, ""), (20, 15, #"{"best":4,"given":4,"hour":9}"#),
    (20, 15, #"{"best":9,"given":17,"hour":9}"#), (20, 15, #"{"best":16,"given":20,"hour":9}"#),
    (20, 2, #"{"best":3,"given":10,"hour":9}"#), (20, 15, #"{"best":9,"given":10,"hour":24}"#),
    (20, 15, #"{"best":5,"given":5,"hour":9},{"best":5,"given":5,"hour":9}"#), (20, 15, "7"),
    (20, 15, #"{"best":9,"given":10}"#),
  ])
  func aMonthThatTellsSingleAnswersIsRefused(given: Int, best: Int, hours: String) throws {
    let body = month(given: given, best: best, hours: hours)
    #expect(try desk.push("rating_month_told", body) == .refused(.badBody))
  }

  @Test(arguments: ["2026-10-02", "2026-13-01", ""])
  func aMonthHasAFirstDay(_ day: String) throws {
    #expect(try desk.push("rating_month_told", month(month: day)) == .refused(.badBody))
    let five = words(["а", "б", "в", "г", "д"], month: day)
    #expect(try desk.push("words_told", five) == .refused(.badBody))
  }

  @Test func wordsReachOtherDesksWithoutAWindow() throws {
    let (cursor, _) = try other.snapshot()
    #expect(
      try desk.push("words_told", words(["Спасибо", "Долго", "Да", "Нет", "Ясно"])) == .accepted)
    let row = try #require(try other.pull(cursor).rows.first)
    #expect(row.entity == .ratingWords && row.body?.contains("Долго") == true)
    #expect(row.body?.contains("desk") == false)
  }

  @Test(arguments: [
    ["а", "б", "в", "г"], ["а", "б", "в", "г", ""], ["а", "б", "в", "г", #"\u001b[2J"#],
    ["а", "б", "в", "г", String(repeating: "я", count: 201)],
  ])
  func whatIsNoLineOrToldAloneIsRefused(lines: [String]) throws {
    #expect(try desk.push("words_told", words(lines)) == .refused(.badBody))
  }

  @Test func wordsGoWhenTheirTimeIsOver() throws {
    let five = ["а", "б", "в", "г", "д"]
    #expect(try desk.push("words_told", words(five, month: "2020-01-01")) == .accepted)
    let (cursor, rows) = try other.snapshot()
    #expect(rows.filter { $0.entity == .ratingWords }.count == 1)
    let admin = try store.session()
    let now = try #require(
      try admin.query("SELECT to_char(now(), 'YYYY-MM') || '-01'").text(0, 0))
    #expect(try desk.push("words_told", words(five, month: now)) == .accepted)
    let page = try other.pull(cursor).rows
    #expect(page.filter { $0.body == nil }.map(\.version) == [2])
    #expect(page.filter { $0.body != nil }.map(\.version) == [1])
  }

  /// An older desk would take the letters for a fault.
  @Test func anOlderDeskIsNotTold() throws {
    let (cursor, _) = try other.snapshot()
    _ = try other.ask(
      .hello(Hello(version: 3, incarnation: other.incarnation, program: "okno test")))
    #expect(try desk.push("rating_month_told", month()) == .accepted)
    #expect(try other.pull(cursor).rows.isEmpty)
    #expect(try other.snapshot().rows.isEmpty)
  }
}
