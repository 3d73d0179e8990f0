import Canvas
import DeskCore
import DeskScreens
import Domain
import JSON5
import LocalStore
import Testing

@testable import okno

@Suite struct ReportTests {
  private static let period = "--from 2000-01-01 --to 2009-12-31"
  /// Whatever the day is on which the tests run.
  private static let now = "--from 2026-01-01 --to 2035-12-31"

  private static let moment = Instant(milliseconds: 1_795_503_600_000)

  private func served(_ ratings: [Int] = []) throws -> TestProgram {
    let program = try TestProgram()
    let visits = [
      "--service birth-registration --outcome accepted",
      "--service birth-registration --outcome issued --channel online",
    ]
    for visit in visits {
      #expect(program.run("visit log --situation birth-of-child \(visit)").code == 0)
    }
    for rating in ratings {
      let visit = "visit log --situation birth-of-child --service birth-registration"
      #expect(program.run("\(visit) --outcome accepted --rating \(rating)").code == 0)
    }
    return program
  }

  @Test func theFiguresAreTheSameInEachForm() throws {
    let program = try served([5, 5, 5, 4, 3])
    let json = try program.run("report \(Self.now) --format json").json()
    #expect(json["visits"]?.number == "7")
    #expect(json["by_outcome"]?["accepted"]?.number == "6")
    #expect(json["by_channel"]?["online"]?.number == "1")
    #expect(json["ratings"]?["share_best"]?.number == "0.6")
    #expect(json["by_situation"]?[0]?["id"]?.text == "birth-of-child")
    let asked = try program.run("report \(Self.now) --format html --json").json()
    #expect(asked["visits"]?.number == "7")
    let csv = program.run("report \(Self.now) --format csv --lang en").output
    #expect(csv.hasPrefix("\u{FEFF}section,key,label,value,unit\r\n"))
    #expect(csv.contains("overview,visits,visits,7,count\r\n"))
    #expect(csv.contains("ratings,share_best,share of the best,60,percent\r\n"))
    #expect(csv.contains("ratings,share_best_low,"))
    #expect(csv.contains("ratings_control,sign_1,sign,"))
    #expect(json["ratings"]?["best_interval"]?["high"]?.number != nil)
    #expect(csv.contains("channels,online,"))
    let html = program.run("report \(Self.now) --format html --lang en").output
    #expect(html.contains("<th scope=\"row\">visits</th><td>7</td>"))
    #expect(html.contains("<th scope=\"row\">share of the best</th><td>60%</td>"))
  }

  /// The page of targets on the desk's screen has the report's figures of the same days.
  @Test func thePageOfTargetsShowsTheReportsFigures() throws {
    let program = try served([5, 5, 5, 4, 3])
    let store = try LocalStore(
      directory: "\(program.folder.path)/.local/share/okno", access: .readOnly,
      ids: IDSource(seed: 1), now: Self.moment)
    defer { store.close() }
    let offset = TimeZoneOffset.moscow
    let (from, to) = (CalendarDate("2026-01-01"), CalendarDate("2035-12-31"))
    let figures = try store.figures(
      from: try #require(from), to: try #require(to), offset: offset)
    let targets = try store.targets(of: figures, baseline: nil, offset: offset)
    var state = State(
      size: Size(columns: 132, rows: 60), settings: Settings(),
      clock: Clock(now: Self.moment, offset: offset), ids: IDSource(seed: 1))
    let page = TargetPage(from: figures.from, to: figures.to, targets: targets)
    state.screens = [.home, .page(PageScreen(content: .targets(page)))]
    let plain = Theme(name: "plain", depth: .mono) { _ in .plain }
    let screen = ScreenText.plain(view(state, theme: plain)).joined(separator: "\n")
    let json = try program.run("report \(Self.now) --format json").json()
    let electronic = try #require(json["targets"]?["electronic"])
    func number(_ node: JSON5Node?) throws -> String { try #require(node?.number) }
    let (done, possible) = (
      try number(electronic["done"]), try number(electronic["possible"])
    )
    #expect(screen.contains("\(done) из \(possible), которые могли быть"))
    #expect(screen.contains("не хватает: \(try number(electronic["missing"])) "))
    let supported = try number(json["targets"]?["support"]?["supported"])
    #expect(screen.contains("услуг с поддержкой: \(supported)"))
    let share = try #require(Double(try number(json["ratings"]?["share_best"])))
    #expect(screen.contains("сейчас: \(Int(((1 - share) * 100).rounded())) %; ответили 100 %"))
    let html = program.run("report \(Self.now) --format html").output
    for target in TargetPhrases.Target.allCases {
      #expect(html.contains(Phrases.ru.targets.definition(target)))
    }
  }

  @Test func fewRatingsTellNoShare() throws {
    let program = try served([5, 1, 5, 5])
    let json = try program.run("report \(Self.now) --format json").json()
    #expect(json["ratings"]?["count"]?.number == "4")
    #expect(json["ratings"]?["share_best"]?.isNull == true)
    #expect(json["ratings"]?["not_best_by_criterion"]?.isNull == true)
    let html = program.run("report \(Self.now) --format html").output
    #expect(html.contains("видно от пяти оценок вместе"))
    #expect(!html.contains("not_best_by_criterion"))
  }

  @Test func thePageNeedsNothingElse() throws {
    let html = try served().run("report \(Self.now) --format html").output
    #expect(html.hasPrefix("<!DOCTYPE html>\n"))
    for word in ["<script", "http://", "https://", "src=", "href=", "url(", "@import"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("<svg ") && html.contains("@media print"))
    #expect(TagCheck.fault(in: html) == nil)
  }

  @Test func whatIsEmptyIsStillAReport() throws {
    let program = try TestProgram()
    let html = program.run("report \(Self.period) --format html")
    #expect(html.code == 0)
    #expect(TagCheck.fault(in: html.output) == nil)
    #expect(html.output.contains("проактивных предложений"))
    let json = try program.run("report \(Self.period) --format json").json()
    #expect(json["waiting"]?.isNull == true)
    #expect(json["targets"]?["electronic"]?["share"]?.isNull == true)
    #expect(json["targets"]?["satisfaction"]?["baseline_year"]?.isNull == true)
  }

  @Test func namesFromOutsideStayText() throws {
    let program = try served()
    let config = try program.folder.write(
      #"{ centre: "<b>&\"МФЦ\"", desk: "=1+1", targets: { baseline_year: 2024, baseline_not_best: 0.4 } }"#,
      to: "config.json5")
    let html = program.run("report \(Self.now) --format html --config \(config)").output
    #expect(html.contains("&lt;b&gt;&amp;&quot;МФЦ&quot;"))
    #expect(html.contains("в базовом 2024 году"))
    #expect(TagCheck.fault(in: html) == nil)
    #expect(
      program.run("report \(Self.now) --format csv --config \(config)").output.contains(",'=1+1,"))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("=1+1", "'=1+1"), ("+7", "'+7"), ("-1", "'-1"), ("@x", "'@x"), ("=a,b", "\"'=a,b\""), ("", ""),
  ])
  func fieldsAreQuoted(_ text: String, _ written: String) {
    #expect(ReportCSV.field(text) == written)
  }

  @Test func aFileIsWrittenAndNamed() throws {
    let program = try served()
    let file = "\(program.folder.path)/report.html"
    let run = program.run("report \(Self.now) --format html --output \(file)")
    #expect(run.code == 0 && run.output == "отчёт записан: \(file)\n")
    #expect(try program.folder.read("report.html").hasPrefix("<!DOCTYPE html>"))
    let nowhere = program.run("report \(Self.now) --format csv --output /no/such/place.csv")
    #expect(nowhere.code == ExitCode.cannotCreate.rawValue)
  }

  @Test(arguments: [
    "--from 2026-11-02 --to 2026-11-01 --format html", "--from 2026-11-01 --format html",
    "--from 2026-11-01 --to 2026-11-02 --format pdf",
    "--from 1990-01-01 --to 2026-11-01 --format csv",
    "--from yesterday --to 2026-11-01 --format csv",
  ])
  func aWrongPeriodOrFormIsRefused(_ words: String) throws {
    let run = try TestProgram().run("report \(words)")
    #expect(run.code == ExitCode.usage.rawValue)
    #expect(run.output.isEmpty && run.complaints.hasPrefix("okno: "))
  }
}

/// Whether each tag of a page is closed by its own: enough for pages that write every end.
enum TagCheck {
  private static let alone: Set<String> = ["meta", "!DOCTYPE"]

  /// What is wrong first; `nil` for nothing.
  static func fault(in html: String) -> String? {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without an end" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.contains("<") { return "a tag in a tag: \(tag)" }
      if tag.count(where: { $0 == "\"" }) % 2 != 0 { return "an open quote: \(tag)" }
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return "an end too many: \(tag)" }
      } else if !tag.hasSuffix("/") {
        let name = String(tag.prefix { $0 != " " })
        if !alone.contains(name) { open.append(name) }
      }
    }
    return open.isEmpty ? nil : "never closed: \(open)"
  }
}
