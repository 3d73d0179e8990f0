import Catalogue
import Domain
import FoundationEssentials
import JSON5
import Testing

@Suite struct CalendarTests {
  // MARK: The bundled years

  /// Days that clerks and citizens know: a mistake in a year would show here or in the sum that lint
  /// compares.
  @Test(arguments: [
    ("2025-05-02", false), ("2025-05-08", false), ("2025-11-01", true), ("2025-11-03", false),
    ("2025-12-31", false), ("2026-01-09", false), ("2026-01-12", true), ("2026-03-09", false),
    ("2026-05-11", false), ("2026-11-03", true), ("2026-11-04", false), ("2026-12-31", false),
    ("2027-02-20", true), ("2027-02-22", false), ("2027-05-03", false), ("2027-11-05", false),
    ("2027-12-31", false), ("2027-12-30", true),
  ])
  func theBundledYearsHaveTheDaysOfTheirDecrees(day: String, isWorking: Bool) throws {
    let calendar = ProductionCalendar(try BundledCatalogue().calendarYears())
    #expect(calendar.isWorkingDay(try #require(CalendarDate(day))) == isWorking)
  }

  @Test func threeYearsAreThereEachWithItsSource() throws {
    let years = try BundledCatalogue().calendarYears()
    #expect(years.map(\.year) == [2025, 2026, 2027])
    for year in years {
      #expect(year.holidays.count == 14)
      #expect(year.legalBasis.contains { $0.act.contains("переносе выходных дней в \(year.year)") })
    }
  }

  // MARK: Lint

  @Test func aDayThatIsMissingIsFoundByTheSum() {
    expect("\"2026-06-12\", ", "", gives: "calendar-sum")
  }

  @Test(arguments: [
    ("\"2026-06-12\"", "\"2025-06-12\"", "calendar-year"),
    ("\"2026-06-12\"", "\"2026-05-01\"", "calendar-day-twice"),
    ("from: \"2026-05-09\"", "from: \"2026-05-12\"", "calendar-no-day-off"),
    ("to: \"2026-05-11\"", "to: \"2026-05-10\"", "calendar-no-working-day"),
    ("to: \"2026-05-11\"", "to: \"2026-06-12\"", "calendar-no-working-day"),
    ("to: \"2026-05-11\"", "to: \"2027-05-11\"", "calendar-year"),
    ("working_days: 247", "working_days: 246", "calendar-sum"),
  ])
  func aWrongDayIsNamed(old: String, new: String, code: String) {
    expect(old, new, gives: code)
  }

  @Test func ofTwoFilesForAYearOneIsTooMany() {
    let sample = CalendarSample(texts: [year2026, year2026])
    #expect(CatalogueLint.run(sample).map(\.code) == ["calendar-year-twice"])
  }

  private func expect(
    _ old: String, _ new: String, gives code: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(year2026.contains(old), sourceLocation: location)
    let sample = CalendarSample(texts: [year2026.replacing(old, with: new, maxReplacements: 1)])
    #expect(CatalogueLint.run(sample).map(\.code) == [code], sourceLocation: location)
  }

  // MARK: The centre's own years

  @Test func theCentresYearsAreReadAndWhatIsWrongIsTold() throws {
    let folder = URL.temporaryDirectory.appending(path: "okno-calendar-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(year2026.utf8).write(to: folder.appending(path: "2026.json5"))
    try Data(year2026.replacing("247", with: "1").utf8)
      .write(to: folder.appending(path: "wrong.json5"))
    try Data("{ year: ".utf8).write(to: folder.appending(path: "torn.json5"))
    try Data("not a calendar".utf8).write(to: folder.appending(path: "README"))
    let (years, problems) = CentreCalendar.read([folder.path, folder.path + "/none"])
    #expect(years.map(\.year) == [2026])
    #expect(problems.count == 2)
    #expect(problems.contains { $0.contains("torn.json5:1") })
    #expect(problems.contains { $0.contains("wrong.json5") && $0.contains("working_days") })
  }

  /// The folder that is named first wins.
  @Test func theUsersYearComesAfterTheMachines() throws {
    let base = URL.temporaryDirectory.appending(path: "okno-calendar-\(UUID())")
    defer { try? FileManager.default.removeItem(at: base) }
    for (name, source) in [("user", "user"), ("machine", "machine")] {
      let folder = base.appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(year2026.replacing("https://example.org", with: source).utf8)
        .write(to: folder.appending(path: "2026.json5"))
    }
    let folders = ["user", "machine"].map { base.appending(path: $0).path }
    #expect(CentreCalendar.read(folders).years.map(\.provenance.source) == ["machine", "user"])
  }
}

private struct CalendarSample: CatalogueSource {
  var texts: [String]

  let root = "sample"
  let isReleased = false
  let requiredSituations: [LifeSituation.ID] = []

  func files() -> [CatalogueFile] {
    SampleCatalogue().files()
      + texts.enumerated().map { index, text in
        CatalogueFile(group: .calendar, name: "\(index).json5", bytes: Array(text.utf8))
      }
  }
}

private let year2026 = """
  {
    year: 2026,
    holidays: [
      "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", "2026-01-06",
      "2026-01-07", "2026-01-08", "2026-02-23", "2026-03-08", "2026-05-01", "2026-05-09",
      "2026-06-12", "2026-11-04",
    ],
    transfers: [
      { from: "2026-01-03", to: "2026-01-09" },
      { from: "2026-01-04", to: "2026-12-31" },
      { from: "2026-03-08", to: "2026-03-09" },
      { from: "2026-05-09", to: "2026-05-11" },
    ],
    working_days: 247,
    legal_basis: [{ act: "Трудовой кодекс Российской Федерации", article: "ст. 112" }],
    provenance: { source: "https://example.org", reviewed: "2026-11-24" },
  }
  """
