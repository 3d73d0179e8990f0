// swift-tools-version: 6.2
import PackageDescription

/// One strict list for every Swift target: Swift 6 mode is the tools version's default.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// For what tests try with some hundred thousand inputs or a thousand seeds: without the optimiser that
/// takes several times as long.
let optimised = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let strictC: [CSetting] = [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]

/// A Swift target of the program.
func layer(_ name: String, uses: [Target.Dependency] = [], except: [String] = []) -> Target {
  .target(name: name, dependencies: uses, exclude: except, swiftSettings: strict)
}

/// A target of the program that is optimised in tests too.
func busyLayer(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: optimised)
}

/// A C target: what Swift cannot say, or a library's header.
func shim(_ name: String, links: [String] = []) -> Target {
  .target(name: name, cSettings: strictC, linkerSettings: links.map { .linkedLibrary($0) })
}

func tests(_ name: String, uses: [Target.Dependency], except: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: uses, exclude: except, swiftSettings: strict)
}

let package = Package(
  name: "okno",
  products: [
    .executable(name: "okno", targets: ["okno"]),
    .executable(name: "okno-bench", targets: ["OknoBench"]),
  ],
  targets: [
    // C: module maps and the few lines Swift cannot say.
    shim("CPlatform"),
    shim("CNcurses", links: ["ncursesw", "tinfo"]),
    shim("CSQLite", links: ["sqlite3"]),
    shim("CResources"),
    // Loads libraptor2 when it is asked for, so that it is linked with nothing.
    shim("CRaptor"),
    .systemLibrary(name: "CSodium"),
    shim("CQRCode"),
    // Hidden, or libpq's own calls of these names would come here.
    .target(
      name: "CPostgres",
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror", "-fvisibility=hidden"])]),
    shim("CGetopt"),

    // The pure half: no C, no Foundation, no clock.
    busyLayer("Domain"),
    busyLayer("SearchText"),
    busyLayer("Canvas"),
    layer("DeskCore", uses: ["Domain", "SearchText", "Canvas"]),
    layer("DeskScreens", uses: ["DeskCore", "Domain", "Canvas"]),
    busyLayer("Sync", uses: ["Domain"]),
    // CResources embeds the lessons; the runtime reads them.
    layer("Training", uses: ["Domain", "SamplePeople"], except: ["Lessons"]),

    // Files, storage and the terminal.
    busyLayer("JSON5", uses: ["Domain"]),
    layer("Themes", uses: ["JSON5", "Canvas", "Domain", "CResources"]),
    // CResources embeds the catalogue's files; SwiftPM has nothing to do with them.
    layer(
      "Catalogue", uses: ["Domain", "Sync", "JSON5", "CResources", "CSodium"], except: ["Resources"]
    ),
    // CResources embeds the context.
    .target(
      name: "CPSVAP", dependencies: ["Domain", "JSON5", "CResources", "CRaptor"],
      exclude: ["Resources"], swiftSettings: optimised),
    busyLayer("SQLite", uses: ["CSQLite"]),
    busyLayer(
      "LocalStore", uses: ["SQLite", "Domain", "Sync", "Catalogue", "SearchText", "CSodium"]),
    layer("Postgres", uses: ["CPostgres"]),
    // CResources embeds the migrations.
    layer(
      "CentralStore", uses: ["Postgres", "Sync", "Domain", "JSON5", "CResources"],
      except: ["Migrations"]),
    layer("Configuration", uses: ["JSON5", "Domain", "Canvas"]),
    layer("SamplePeople", uses: ["Domain"]),
    layer(
      "TrainingRuntime",
      uses: ["Training", "LocalStore", "Sync", "Domain", "JSON5", "CResources"]),
    layer("QRCode", uses: ["CQRCode", "Canvas"]),
    busyLayer("Terminal", uses: ["Canvas", "CNcurses", "CPlatform"]),
    layer(
      "SyncRuntime", uses: ["Sync", "Domain", "Catalogue", "LocalStore", "CPlatform"]),
    layer(
      "DeskRuntime",
      uses: [
        "SyncRuntime", "CPlatform",
        "DeskCore", "DeskScreens", "Domain", "Canvas", "Terminal", "LocalStore", "SQLite",
        "Catalogue",
        "Themes", "QRCode", "Training", "TrainingRuntime",
      ]),
    .executableTarget(
      name: "okno",
      dependencies: [
        "Domain", "Canvas", "DeskCore", "DeskScreens", "DeskRuntime", "Terminal", "Catalogue",
        "CPSVAP", "LocalStore", "Themes", "Sync", "SyncRuntime", "CentralStore", "Postgres",
        "Configuration", "JSON5", "CGetopt", "CPlatform", "Training", "TrainingRuntime",
      ],
      swiftSettings: strict),

    // The terminal's tests: a robot at a pseudo-terminal, what it drives, and the peer to compare with.
    .target(
      name: "CTerminalRobot", path: "Tests/CTerminalRobot", cSettings: strictC,
      linkerSettings: [.linkedLibrary("vterm")]),
    .target(
      name: "TerminalRobot", dependencies: ["CTerminalRobot", "Canvas"],
      path: "Tests/TerminalRobot", swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Canvas"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .executableTarget(
      name: "CursesPeer", path: "Tests/CursesPeer", cSettings: strictC,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    tests(
      "TerminalTests",
      uses: ["Terminal", "Canvas", "TerminalRobot", "TerminalProbe", "CursesPeer"]),

    // The robot that drives the desk in its tests.
    .target(
      name: "DeskTestSupport",
      dependencies: ["DeskCore", "DeskScreens", "Domain", "Canvas", "Themes", "QRCode"],
      path: "Tests/DeskTestSupport", swiftSettings: strict),
    tests(
      "DeskCoreTests", uses: ["DeskTestSupport", "DeskCore", "DeskScreens", "Domain", "Canvas"]),
    tests(
      "DeskScreensTests",
      uses: ["DeskTestSupport", "DeskCore", "DeskScreens", "Domain", "Canvas", "Catalogue"],
      except: ["Snapshots"]),

    // Desks, a central store and the network between them, all in one process from one seed.
    .target(name: "DiscreteEvents", path: "Tests/DiscreteEvents", swiftSettings: optimised),
    .target(
      name: "Simulation",
      dependencies: ["DiscreteEvents", "Sync", "LocalStore", "SQLite", "CSQLite", "Domain"],
      path: "Tests/Simulation", swiftSettings: optimised),
    .executableTarget(
      name: "simulate", dependencies: ["Simulation"], path: "Tests/Simulate",
      swiftSettings: strict),
    .target(
      name: "Herd", dependencies: ["DiscreteEvents", "Sync", "Domain"], path: "Tests/Herd",
      swiftSettings: optimised),
    tests("SimulationTests", uses: ["Simulation", "Herd"]),

    // What a telephone would see, read by zbarimg.
    .target(
      name: "Telephone", dependencies: ["Canvas"], path: "Tests/Telephone", swiftSettings: strict),
    tests(
      "QRCodeTests",
      uses: [
        "QRCode", "Telephone", "DeskTestSupport", "DeskCore", "DeskScreens", "Domain", "Canvas",
      ]),
    tests("DomainTests", uses: ["Domain"]),
    tests("SyncTests", uses: ["Sync", "Domain"]),
    tests("SQLiteTests", uses: ["SQLite"]),
    .target(name: "CFaults", path: "Tests/CFaults", cSettings: strictC),
    tests(
      "LocalStoreTests",
      uses: [
        "LocalStore", "SQLite", "Domain", "Sync", "Catalogue", "SearchText", "SamplePeople",
        "JSON5", "CFaults",
      ],
      except: ["Fixtures"]),
    // A real PostgreSQL in a temporary folder, for the tests of everything that talks to one.
    .target(
      name: "PostgresServer", dependencies: ["Postgres"], path: "Tests/PostgresServer",
      swiftSettings: strict),
    tests("PostgresTests", uses: ["Postgres", "PostgresServer"]),
    tests(
      "CentralStoreTests", uses: ["CentralStore", "Postgres", "PostgresServer", "Sync", "Domain"]),
    .executableTarget(
      name: "OknoBench",
      dependencies: [
        "LocalStore", "Catalogue", "SamplePeople", "SearchText", "SQLite", "JSON5", "Domain",
        "Sync", "DeskCore", "DeskScreens", "Canvas", "Themes", "CTerminalRobot", "CentralStore",
        "Postgres", "PostgresServer", "Herd", "SyncRuntime", "DelayProxy", "Training",
        "TrainingRuntime",
      ],
      swiftSettings: strict),

    // A far-away server on this machine.
    .target(name: "DelayProxy", path: "Tests/DelayProxy", swiftSettings: strict),
    tests(
      "SyncRuntimeTests",
      uses: [
        "SyncRuntime", "DeskRuntime", "Sync", "Domain", "LocalStore", "Catalogue", "CPlatform",
      ]),
    // Several desks and a real PostgreSQL, with the built program.
    tests(
      "SyncStoryTests",
      uses: [
        "okno", "CentralStore", "Postgres", "PostgresServer", "DelayProxy", "TerminalRobot",
        "LocalStore", "Catalogue", "Domain", "JSON5",
      ]),
    tests(
      "DeskRuntimeTests",
      uses: ["DeskRuntime", "DeskCore", "Domain", "LocalStore", "Catalogue", "Terminal"]),
    tests("CanvasTests", uses: ["Canvas"]),
    tests("ConfigurationTests", uses: ["Configuration", "Canvas", "Domain"]),
    tests(
      "CommandLineTests",
      uses: [
        "okno", "Canvas", "Catalogue", "Configuration", "DeskCore", "DeskScreens", "Domain",
        "JSON5",
        "LocalStore", "PostgresServer", "Training", "TrainingRuntime",
      ],
      except: ["Fixtures"]),
    // Stories in a real pseudo-terminal, with the built program.
    tests(
      "EndToEndTests",
      uses: [
        "okno", "TerminalRobot", "Telephone", "Canvas", "SQLite", "CentralStore", "PostgresServer",
      ]),
    tests(
      "CPSVAPTests", uses: ["CPSVAP", "Catalogue", "Domain", "JSON5"], except: ["Fixtures"]),
    tests("CatalogueTests", uses: ["Catalogue", "Domain", "JSON5", "Sync"]),
    tests("AdviceTests", uses: ["Catalogue", "Domain", "JSON5"], except: ["Fixtures"]),
    tests("SearchTextTests", uses: ["SearchText"]),
    tests("SamplePeopleTests", uses: ["SamplePeople", "Domain"]),
    tests(
      "TrainingTests",
      uses: ["Training", "TrainingRuntime", "LocalStore", "Catalogue", "JSON5", "Domain"]),
    tests("JSON5Tests", uses: ["JSON5", "Domain"]),
    tests("ThemesTests", uses: ["Themes", "JSON5", "Canvas", "Domain"]),
  ],
  cLanguageStandard: .gnu2x
)
