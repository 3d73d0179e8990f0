import Domain
import LocalStore
import Testing

@testable import okno

/// A month's ratings by hour and window, and citizens' words.
@Suite struct RatingMonthCommandTests {
  private static let morning = Instant(milliseconds: 1_795_503_600_000)

  /// Ratings of September and October 2026, and words with those of September.
  private func rated() throws -> TestProgram {
    let program = try TestProgram()
    #expect(program.run("situation list").code == 0)
    let store = try LocalStore(
      directory: "\(program.folder.path)/.local/share/okno", access: .readWrite,
      ids: IDSource(seed: 1), now: Self.morning)
    defer { store.close() }
    for month in [-60, -30] as [Int64] {
      for place in 0..<20 {
        try store.recordRating(
          RatingEntry(
            situation: "birth-of-child", result: .given(score: place % 4 == 0 ? 3 : 5, criteria: [])
          ),
          words: month == -60 && place < 6 ? CitizenWords("Слова \(place)") : nil,
          Stamp(
            now: Self.morning + (month * 1440 + Int64(place % 2) * 60) * 60,
            author: Author(desk: store.desk), offset: .moscow))
      }
    }
    return program
  }

  @Test func aMonthIsToldByHourAndWindow() throws {
    let program = try rated()
    let json = try program.run("rating hours --month 2026-09-15 --json").json()
    #expect(json["month"]?.text == "2026-09")
    #expect(json["by_hour"]?[0]?["hour"]?.number == "10")
    #expect(json["by_hour"]?[1]?["count"]?.number == "10")
    #expect(json["by_window"]?[0]?["share_best"]?.number == "0.75")
    #expect(json["by_window"]?[0]?["interval"]?["low"]?.number != nil)
    let text = program.run("rating hours --month 2026-09-15").output
    #expect(text.contains("10:00–11:00: лучших 50 %") && text.contains("По окнам:"))
    let english = program.run("rating hours --month 2026-09-15 --lang en").output
    #expect(english.contains("11:00–12:00: best 100 %"))
    let report = "report --from 2026-09-01 --to 2026-09-30"
    let csv = program.run("\(report) --format csv --lang en").output
    #expect(csv.contains("best_by_hour,10,") && csv.contains("best_by_window,"))
    #expect(
      try program.run("\(report) --format json").json()["ratings"]?["by_hour"]?[0]?["hour"]?.number
        == "10")
    // No clerk reads another window's month in the summary.
    #expect(
      !program.run("rating summary --from 2026-09-01 --to 2026-09-30").output.contains("окна"))
  }

  @Test func aMonthThatNobodyHasToldOfIsEmpty() throws {
    let program = try TestProgram()
    #expect(program.run("situation list").code == 0)
    let json = try program.run("rating hours --month 2026-09-15 --json").json()
    #expect(json["by_hour"]?[0] == nil && json["by_window"]?[0] == nil)
    #expect(program.run("rating hours").output.contains("за целый прошедший месяц"))
    #expect(program.run("rating hours --month 2026-09").code == 64)
    #expect(program.run("rating words --json").output == "[]\n")
    #expect(program.run("rating words").output == "пока ничего\n")
  }

  @Test func wordsAreToldFromFiveOn() throws {
    let program = try rated()
    let lines = program.run("rating words").output.split(separator: "\n").map(String.init)
    #expect(lines.sorted() == (0..<6).map { "Слова \($0)" })
    #expect(try program.run("rating words --json").json()[5]?.text?.hasPrefix("Слова") == true)
    #expect(program.run("rating words --from 2026-10-01").output == "пока ничего\n")
  }
}
