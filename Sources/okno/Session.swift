// What a command works with: the words it was called with, the settings, the store, the time.

internal import Catalogue
internal import Configuration
internal import DeskScreens
internal import Domain
internal import Glibc
internal import LocalStore

struct Session {
  let invocation: Invocation
  let configuration: Configuration
  let language: Language
  let environment: Environment
  let console: Console
  /// Who does this; nobody where the desk has no accounts.
  var actor: Employee?
  /// The catalogue that is looked at instead of the desk's own.
  var preview: CataloguePreview?

  var phrases: Phrases { .of(language) }

  /// The text of the person's language.
  func words(_ ru: String, _ en: String) -> String { LocalizedText(ru: ru, en: en)(language) }

  func dataDirectory() throws(Failure) -> String {
    if let preview { return preview.directory }
    if let named = invocation.value(CommonOptions.data) { return named }
    guard let home = environment.dataHome else {
      throw Failure(
        .configuration, code: "configuration",
        ru: "неизвестно, где хранить данные: нет переменной HOME. Укажите папку: --data ПАПКА",
        en: "there is no HOME to keep the data in. Name a folder: --data DIR")
    }
    return "\(home)/okno"
  }

  var configurationPlaces: ConfigurationPlaces {
    environment.configurationPlaces(named: invocation.value(CommonOptions.config))
  }

  // MARK: - Time and ids

  var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  var offset: TimeZoneOffset { TimeZone.offset(at: now) }

  func newIDs() -> IDSource {
    var generator = SystemRandomNumberGenerator()
    return IDSource(seed: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  func stamp(_ store: LocalStore) -> Stamp {
    Stamp(now: now, author: Author(desk: store.desk, employee: actor?.id), offset: offset)
  }

  // MARK: - The store

  /// The store, created where there is none, with this program's catalogue in it.
  func openForWriting() throws -> LocalStore {
    let store = try LocalStore(
      directory: dataDirectory(), access: .readWrite, ids: newIDs(), now: now)
    try installCatalogue(store)
    return store
  }

  /// The store for looking only: neither another writer nor a disk without a write permission is in
  /// the way, once there is a store.
  func openForReading() throws -> LocalStore {
    let store: LocalStore
    do {
      store = try LocalStore(
        directory: dataDirectory(), access: .readOnly, ids: newIDs(), now: now)
    } catch StoreError.missing {
      return try openForWriting()
    }
    do {
      try installCatalogue(store)
      return store
    } catch StoreError.readOnly {
      return withNewCatalogue(insteadOf: store)
    }
  }

  /// A program that was brought up to date brings another catalogue. Where it cannot be stored just
  /// now, the one from before still answers.
  private func withNewCatalogue(insteadOf old: LocalStore) -> LocalStore {
    guard let new = try? openForWriting() else { return old }
    old.close()
    return new
  }

  private func installCatalogue(_ store: LocalStore) throws {
    let bundled = BundledCatalogue()
    _ = try store.installCatalogue({ try bundled.load() }, fingerprint: bundled.fingerprint())
  }
}

/// The variables of the process, as values.
struct Environment: Sendable {
  /// Few, and asked for once: a dictionary would take longer to make than all its look-ups.
  private var variables: [(name: String, value: String)] = []

  /// The variables that the program looks at.
  static let names = [
    "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "NO_COLOR", "NOTIFY_SOCKET", "OKNO_DSN",
    "OKNO_PIN_FILE", "TMPDIR",
  ]

  init(_ value: (_ name: String) -> String?) {
    for name in Self.names { value(name).map { variables.append((name, $0)) } }
  }

  static func ofProcess() -> Environment {
    Environment { name in getenv(name).map { String(cString: $0) } }
  }

  subscript(name: String) -> String? { variables.first { $0.name == name }?.value }

  var dataHome: String? { folder("XDG_DATA_HOME", inHome: ".local/share") }
  var configHome: String? { folder("XDG_CONFIG_HOME", inHome: ".config") }
  /// The user's themes count before the machine's.
  var themeDirectories: [String] {
    [configHome.map { "\($0)/okno/themes" }, "/etc/okno/themes"].compactMap(\.self)
  }
  /// The user's years of the production calendar count before the machine's.
  var calendarFolders: [String] {
    [configHome.map { "\($0)/okno/calendar" }, "/etc/okno/calendar"].compactMap(\.self)
  }
  func configurationPlaces(named: String?) -> ConfigurationPlaces {
    let user = configHome.map { "\($0)/okno/config.json5" }
    return ConfigurationPlaces(
      named: named, usual: [user, "/etc/okno/config.json5"].compactMap(\.self))
  }

  /// The central store's connection string, so that a password is on no command line.
  var centralDSN: String? { self["OKNO_DSN"].flatMap { $0.isEmpty ? nil : $0 } }

  /// A file with the PIN of whoever is named by `--as`.
  var pinFile: String? { self["OKNO_PIN_FILE"].flatMap { $0.isEmpty ? nil : $0 } }

  /// Where short-lived files go.
  var temporary: String { self["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp" }

  /// Set and not empty (no-color.org).
  var refusesColour: Bool { self["NO_COLOR"]?.isEmpty == false }

  /// A relative path counts as none (XDG Base Directory Specification).
  private func folder(_ variable: String, inHome: String) -> String? {
    if let path = self[variable], path.hasPrefix("/") { return path }
    guard let home = self["HOME"], !home.isEmpty else { return nil }
    return "\(home)/\(inHome)"
  }
}
