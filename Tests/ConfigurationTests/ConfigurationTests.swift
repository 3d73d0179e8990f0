import Canvas
import Domain
import Testing

@testable import Configuration

@Suite struct ConfigurationTests {
  @Test func everyKeyIsRead() throws {
    let text = """
      {
        // A person's file: comments and a trailing comma.
        centre: "МФЦ Невского района",
        desk: 'Окно 5',
        time_zone: "UTC",
        theme: "night",
        language: "en",
        colour: false,
        mouse: false,
        hand_back: "Ctrl-B",
        rating_timeout: 90,
        rating_languages: ["en"],
        rating_leave_code: "4821",
        callback_days: 3,
        rating_keyboard: "everywhere",
        rating_form: "https://example.org/r?t={token}",
        escape_delay: 500,
        priority_groups: [{ id: "donors", title: "Доноры", priority: 3, basis: "приказ 12" }],
        no_show_calls: 2,
        no_show_minutes: 5,
        sync_credentials: "/etc/okno/five.json5",
        allow_plain_connection: true,
        targets: { baseline_year: 2024, baseline_not_best: 0.2 },
      }
      """
    var wanted = Configuration()
    wanted.centre = "МФЦ Невского района"
    wanted.desk = "Окно 5"
    wanted.timeZone = "UTC"
    wanted.theme = "night"
    wanted.language = .en
    wanted.colour = false
    wanted.mouse = false
    wanted.handBack = .control("b")
    wanted.ratingTimeout = 90
    wanted.ratingLanguages = [.en]
    wanted.ratingLeaveCode = "4821"
    wanted.callbackDays = 3
    wanted.ratingKeyboard = .everywhere
    wanted.ratingForm = RatingAddress("https://example.org/r?t={token}")
    wanted.escapeDelay = 500
    wanted.priorityGroups = [
      PriorityGroup(
        id: "donors", title: LocalizedText(ru: "Доноры"), priority: 3, basis: "приказ 12")
    ]
    wanted.noShow = NoShowRule(calls: 2, minutes: 5)
    wanted.syncCredentials = "/etc/okno/five.json5"
    wanted.allowPlainConnection = true
    wanted.baseline = TargetFigures.Baseline(year: 2024, notBest: 0.2)
    #expect(try Configuration(name: "config.json5", text: text) == wanted)
  }

  /// What the table of keys says of defaults is what an empty file gives.
  @Test func defaultsAreThoseOfTheTable() throws {
    let file = ConfigurationKey.all.map { "\($0.name): \($0.standard)" }.joined(separator: ",\n")
    #expect(try Configuration(name: "config.json5", text: "{\(file)}") == Configuration())
    #expect(try Configuration(name: "config.json5", text: "{}") == Configuration())
  }

  @Test(arguments: [
    ("centre", "5"), ("centre", "\"\(String(repeating: "а", count: 81))\""), ("desk", "null"),
    ("region", "78"), ("region", "\"СП\""), ("region", "\"178\""),
    ("time_zone", "\"Europe/Moskva\""), ("time_zone", "\"../../etc/passwd\""), ("time_zone", "3"),
    ("theme", "\"Ночь\""), ("theme", "\"\""), ("language", "\"de\""), ("language", "true"),
    ("colour", "\"yes\""), ("mouse", "1"), ("hand_back", "\"F13\""), ("hand_back", "\"5\""),
    ("hand_back", "\"Ctrl-C\""), ("hand_back", "\"Enter\""), ("rating_timeout", "4"),
    ("callback_days", "0"), ("callback_days", "31"), ("rating_keyboard", "true"),
    ("rating_keyboard", "\"desk\""),
    ("rating_form", "\"https://example.org/r\""), ("rating_form", "\"ftp://e.org/{token}\""),
    ("rating_form", "\"https://e.org/{token}/{token}\""),
    ("rating_form", "\"https://e.org/{token} a\""), ("rating_languages", "[]"),
    ("rating_languages", "[\"ru\", \"ru\"]"),
    ("rating_languages", "[\"fr\"]"), ("rating_leave_code", "\"123\""),
    ("rating_leave_code", "\"12 34\""), ("rating_leave_code", "4821"),
    ("escape_delay", "9"), ("escape_delay", "2001"), ("rating_timeout", "3601"),
    ("rating_timeout", "60.5"), ("rating_timeout", "\"60\""),
    ("priority_groups", "{}"), ("priority_groups", "[{ id: \"a\" }]"),
    ("priority_groups", "[{ id: \"Ё\", title: \"а\", priority: 1 }]"),
    ("priority_groups", "[{ id: \"a\", title: \"а\", priority: 10 }]"),
    ("priority_groups", "[{ id: \"a\", title: \"а\", priority: 1, sort: 2 }]"),
    (
      "priority_groups",
      "[{ id: \"a\", title: \"а\", priority: 1 }, { id: \"a\", title: \"б\", priority: 2 }]"
    ),
    ("no_show_calls", "0"), ("no_show_minutes", "61"),
    ("sync_credentials", "\"five.json5\""), ("sync_credentials", "\"\""),
    ("sync_credentials", "true"), ("allow_plain_connection", "\"yes\""),
    ("targets", "5"), ("targets", "{}"), ("targets", "{ baseline_year: 2024 }"),
    ("targets", "{ baseline_year: 2024, baseline_not_best: 0 }"),
    ("targets", "{ baseline_year: 1999, baseline_not_best: 0.2 }"),
    ("targets", "{ baseline_year: 2024, baseline_not_best: 1.1 }"),
  ])
  func badValueNamesPlaceAndWhatIsAllowed(_ key: String, _ value: String) throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration(name: "config.json5", text: "{\n\n  \(key): \(value)\n}")
    }
    #expect(error.line == 3)
    #expect(error.key == key)
    let allowed = try #require(ConfigurationKey.all.first { $0.name == key }).allowed
    for language in Language.allCases {
      #expect(error.message(language).hasPrefix("config.json5:3: \(key): "))
      #expect(error.message(language).contains(allowed(language)))
    }
  }

  @Test func unknownKeyNamesTheKnownOnes() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration(name: "config.json5", text: "{\n  tema: \"night\"\n}")
    }
    #expect(error.line == 2)
    #expect(error.key == "tema")
    for key in ConfigurationKey.all {
      #expect(error.message(.ru).contains(key.name))
      #expect(error.message(.en).contains(key.name))
    }
  }

  @Test func doubleKeyIsAnError() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration(name: "config.json5", text: "{\n  theme: \"day\",\n  theme: \"night\"\n}")
    }
    #expect(error.line == 3)
    #expect(error.key == "theme")
  }

  @Test(arguments: ["", "{", "[]", "{ theme: }", "\"day\"", "{ theme: \"day\" "])
  func textThatIsNoObjectIsAnError(_ text: String) throws {
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration(name: "config.json5", text: text)
    }
    #expect(error.message(.en).hasPrefix("config.json5"))
  }

  @Test func missingFileIsAnErrorOnlyWhereAPersonNamedIt() throws {
    let nowhere = "/nonexistent/config.json5"
    #expect(
      try Configuration.read(ConfigurationPlaces(named: nil, usual: [nowhere])) == Configuration())
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.read(ConfigurationPlaces(named: nowhere, usual: []))
    }
    #expect(error.file == nowhere)
    #expect(error.line == 0)
  }

  @Test(arguments: ["UTC", "Europe/Moscow", "Asia/Yekaterinburg"])
  func zonesOfTheSystemExist(_ name: String) { #expect(TimeZone.exists(name)) }

  @Test(arguments: ["", "/etc/passwd", "Europe", "Moscow", "Europe/Moscow ", "Европа/Москва"])
  func whatIsNoZoneDoesNot(_ name: String) { #expect(!TimeZone.exists(name)) }
}
