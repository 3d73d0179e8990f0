import Domain
import LocalStore
import Testing

@testable import okno

/// Ratings that come later, by one-time words.
@Suite struct RatingImportTests {
  private static let now = Instant(milliseconds: 1_795_503_600_000)

  private let program: TestProgram

  init() throws {
    program = try TestProgram()
    #expect(program.run("situation list").code == 0)
  }

  /// Words that the desk has handed out.
  private func tokens(_ count: Int) throws -> [String] {
    let store = try LocalStore(
      directory: "\(program.folder.path)/.local/share/okno", access: .readWrite,
      ids: IDSource(seed: 1), now: Self.now)
    defer { store.close() }
    let stamp = Stamp(now: Self.now, author: Author(desk: store.desk), offset: .moscow)
    return try (0..<count).map { _ in try store.issueRatingToken(stamp).description }
  }

  private func bringIn(_ text: String, _ options: String = "--json") throws -> Run {
    let file = try program.folder.write(text, to: "answers.csv")
    return program.run(["rating", "import", file] + options.split(separator: " ").map(String.init))
  }

  @Test func answersBecomeTheControlSample() throws {
    let tokens = try tokens(6)
    let rows = tokens.prefix(5).map { "\($0),2026-11-28,5,clarity empathy\n" }.joined()
    let run = try bringIn("token,when,score,criteria\n" + rows)
    #expect(run.code == 0)
    #expect(try run.json()["taken"]?.number == "5")
    let control = try program.run("rating summary --json").json()["control"]
    #expect(control?["issued"]?.number == "6")
    #expect(control?["answered"]?.number == "5")
    #expect(control?["share_best"]?.number == "1.0")
  }

  /// Each line that cannot be taken is named, and the others are taken all the same.
  @Test func badLinesAreToldAndTheOthersTaken() throws {
    let tokens = try tokens(2)
    let unknown = String(repeating: "0", count: 32)
    let text = """
      token;score
      \(tokens[0]);4
      \(tokens[0]);5
      \(unknown);5
      не слово;5
      \(tokens[1]);6

      "\(tokens[1])";"3"
      """
    let run = try bringIn(text)
    #expect(run.code == 65)
    let root = try run.json()
    #expect(root["taken"]?.number == "2")
    let rejected = (0..<4).map { place in
      (root["rejected"]?[place]?["line"]?.number ?? "")
        + " " + (root["rejected"]?[place]?["reason"]?.text ?? "")
    }
    #expect(rejected == ["3 used", "4 unknown", "5 malformed", "6 malformed"])
    let again = try bringIn("token;score\n\(tokens[1]);5\n", "--lang ru")
    #expect(again.code == 65)
    #expect(again.output.contains("строка 2: слово уже использовано"))
  }

  @Test(arguments: ["", "a,b\n1,2\n", "score\n5\n"])
  func aFileWithoutTheColumnsIsRefused(text: String) throws {
    let run = try bringIn(text)
    #expect(run.code == 65)
    #expect(try run.failure().code == "no_columns")
  }

  @Test func aFileThatIsNotThereIsTold() {
    #expect(program.run("rating import /nowhere/answers.csv").code == 74)
  }

  @Test func fieldsMayBeQuotedOverLines() throws {
    let word = String(repeating: "a", count: 32)
    let sheet = try TokenSheet(
      "\u{FEFF}note,Token,SCORE\r\n\"one\r\n\"\"two\"\"\",\(word),5\r\n,x,1")
    #expect(sheet.rows.map(\.line) == [2, 4])
    #expect(sheet.rows.first?.answer?.score == 5)
    #expect(sheet.rows.last?.answer == nil)
  }

  @Test func aCriterionThatIsNoneSpoilsTheLine() throws {
    let word = String(repeating: "b", count: 32)
    let sheet = try TokenSheet("token,score,criteria\n\(word),5,beauty\n")
    #expect(sheet.rows.map(\.answer) == [nil])
  }
}
