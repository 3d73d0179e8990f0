import Domain
import SQLite
import Sync
import Testing

@testable import LocalStore

/// What citizens write: apart from the ratings, and told among five or more.
@Suite struct RatingWordsTests {
  private let desk: TestStore

  init() throws { desk = try TestStore() }

  private func write(_ text: String?, days: Int64 = 0, in store: TestStore? = nil) throws {
    let desk = store ?? desk
    try desk.store.recordRating(
      RatingEntry(
        situation: "birth-of-child", result: .given(score: 2, criteria: []), answeredIn: 3000),
      words: text.flatMap { CitizenWords($0) }, desk.stamp(days * 1440))
  }

  private func words() throws -> [String] {
    try desk.store.citizensWords(from: desk.today, to: desk.today.adding(days: 1))
  }

  @Test(arguments: Place.allCases)
  func fiveLinesAreToldOnALaterDay(_ place: Place) throws {
    let desk = try TestStore(place)
    let lines = (1...5).map { "Слова \($0)" }
    for line in lines { try write(line, in: desk) }
    #expect(try desk.store.citizensWords(from: desk.today, to: desk.today).isEmpty)
    try write("Слова дня после", days: 1, in: desk)
    let told = try desk.store.citizensWords(from: desk.today, to: desk.today)
    #expect(told.sorted() == lines, "whoever has just written is not among them")
    #expect(try desk.rows("SELECT text FROM rating_line") == ["Слова дня после"])
  }

  @Test func fourWaitForAFifthHoweverLong() throws {
    for day in 0..<4 { try write("Слова", days: Int64(day)) }
    try write(nil, days: 60)
    #expect(try desk.rows("SELECT count(*) FROM rating_words") == ["0"])
    try write("Пятые", days: 61)
    try write(nil, days: 62)
    let month = desk.today.adding(days: 61)
    #expect(try desk.store.citizensWords(from: month, to: month).count == 5)
  }

  /// Nothing leads from a line to its rating, its visit, or the order in which they came.
  @Test func aLineKnowsItsDayAndNoMore() throws {
    for place in 1...5 { try write("Слова \(place)") }
    #expect(
      try desk.rows("SELECT name FROM pragma_table_info('rating_line')") == ["id", "day", "text"])
    let ids: [UUIDv7] = try desk.store.connection.all("SELECT id FROM rating_line") {
      try $0.next()
    }
    #expect(Set(ids.map { $0.high >> 16 }).count == 1)
    #expect(
      Set(try desk.rows("SELECT id FROM rating")).isDisjoint(
        with: try desk.rows("SELECT id FROM rating_line")))
    try write(nil, days: 1)
    let told = try #require(
      try desk.rows("SELECT body, time FROM operation WHERE kind = 'words_told'").first)
    #expect(told.contains(#""month":"2026-11-01""#))
    #expect(!told.contains("birth") && !told.contains("score") && !told.contains("2026-11-24"))
    let month = desk.today.startOfMonth.start(offset: .utc).milliseconds
    #expect(told.hasSuffix("|\(month)"))
    #expect(try desk.store.auditEntries().allSatisfy { $0.subject != "words" })
  }

  @Test func wordsGoWhenTheirTimeIsOver() throws {
    for place in 1...5 { try write("Слова \(place)") }
    try write("Одни", days: 1)
    #expect(try words().count == 5)
    let later = Int64(CitizenWords.keptMonths + 1) * 31
    try write(nil, days: later)
    #expect(try words().isEmpty)
    #expect(try desk.rows("SELECT count(*) FROM rating_line") == ["0"])
    #expect(
      try desk.rows("SELECT body FROM operation WHERE kind = 'words_told'") == ["NULL"])
    #expect(try desk.store.verifyAudit().isEmpty)
  }

  // MARK: - Other desks

  private func row(_ lines: String, version: Int64 = 1) -> SyncRow {
    SyncRow(
      entity: .ratingWords, id: desk.ids.make(Visit.self).uuid, version: version,
      body: #"{"month":"2026-11-01","lines":[\#(lines)]}"#)
  }

  @Test func anotherDesksWordsAreTold() throws {
    let sync = SyncDesk(desk)
    let five = #""а","б","в","г","д""#
    let row = row(five)
    try sync.pull([row], to: 1)
    #expect(try words().sorted() == ["а", "б", "в", "г", "д"])
    // Fewer, or what is no line, is kept out.
    try sync.pull([self.row(#""а","б","в","г""#), self.row(five + #","\u001b[2J""#)], to: 2)
    #expect(try words().count == 5)
    #expect(try sync.state().unreadable == 2)
    // The central store lets them go in time.
    try sync.pull([SyncRow(entity: .ratingWords, id: row.id, version: 2, body: nil)], to: 3)
    #expect(try words().isEmpty)
  }
}
