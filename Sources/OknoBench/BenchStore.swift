internal import Catalogue
internal import Domain
internal import FoundationEssentials
internal import Glibc
internal import LocalStore
internal import SQLite
internal import SamplePeople

/// A store of many invented citizens with the bundled catalogue, kept between runs in `build/bench`.
struct BenchStore {
  static let seed: UInt64 = 20_261_124

  let citizens: Int
  /// The data directory.
  let directory: String
  /// The same people as lines of text, for `fzf`.
  let lines: String
  /// The same people in a full-text table, for FTS5's ranking.
  let fullText: String

  init(folder: String, citizens: Int) {
    self.citizens = citizens
    let root = "\(folder)/\(citizens)-v3"
    directory = root + "/store"
    lines = root + "/people.txt"
    fullText = root + "/fts5.sqlite"
  }

  private var isBuilt: Bool { access(directory + "/../complete", F_OK) == 0 }

  /// Builds what is missing; how long the fill took, in seconds, when it was made now.
  func prepare() throws -> Double? {
    guard !isBuilt else { return nil }
    note("building a store of \(citizens) citizens in \(directory)")
    try? FileManager.default.removeItem(atPath: directory + "/..")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let catalogue = BundledCatalogue()
    let content = try catalogue.load()
    let store = try LocalStore(
      directory: directory, access: .readWrite, ids: IDSource(seed: Self.seed),
      now: Instant(milliseconds: 1_764_000_000_000))
    try store.installCatalogue({ content }, fingerprint: content.fingerprint)
    let fill = try timed { try store.receive(people()) }
    store.close()
    note("building the peers' files")
    try writeLines()
    try writeFullText()
    try Data().write(to: URL(filePath: directory + "/../complete"))
    return fill.milliseconds / 1000
  }

  func people() -> SamplePeople { SamplePeople(seed: Self.seed, count: citizens) }

  /// What stands for a person on one line of text.
  static func line(_ citizen: Citizen) -> String {
    let details = citizen.details
    return [
      details.fullName, details.birthDate?.description ?? "", details.phone?.digits ?? "",
      details.snils?.digits ?? "",
    ].joined(separator: " ")
  }

  private func writeLines() throws {
    guard let file = fopen(lines, "w") else {
      throw Peer.Failure(description: "cannot write \(lines)")
    }
    defer { fclose(file) }
    for citizen in people() { fputs(Self.line(citizen) + "\n", file) }
  }

  private func writeFullText() throws {
    let connection = try Connection(path: fullText, access: .create)
    defer { connection.close() }
    try connection.execute(
      """
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      CREATE VIRTUAL TABLE people USING fts5 (line, prefix = '1 2 3');
      """)
    try connection.transaction(.immediate) {
      for citizen in people() {
        try connection.run("INSERT INTO people (line) VALUES (?)", Self.line(citizen))
      }
    }
    try connection.execute("INSERT INTO people (people) VALUES ('optimize')")
  }
}

/// A word to whoever waits.
func note(_ text: String) {
  let line = text + "\n"
  _ = line.withCString { write(2, $0, strlen($0)) }
}
