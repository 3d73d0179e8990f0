internal import Catalogue
internal import Domain
internal import FoundationEssentials
internal import Glibc
internal import LocalStore
internal import SQLite
internal import Sync

/// A first fill from the central store, against bare SQLite upserts of the rows that it leaves behind into
/// tables of the same schema, in transactions as long and as durable. What the peer leaves out: reading
/// JSON, looking up who is meant, keys of names, making cases, counting words.
struct FillBench: Bench {
  let name = "fill"

  func figures(_ context: BenchContext) throws -> [Figure] {
    try FillingDesk.inFolder(context) { folder, desk in
      let ours = try desk.fill()
      desk.store.close()
      let bare = try BareFiller(copyOf: folder + "/ours", at: folder + "/bare").fill()
      let rows = Double(desk.sample.count)
      return [
        Figure(
          name: "sync: first fill of \(desk.sample.count) rows", ours: rows / ours * 1000,
          peer: rows / bare * 1000, peerName: "bare upserts", unit: "rows/s",
          goal: .ratioAtLeast(0.5))
      ]
    }
  }
}

/// Keys at the terminal of the real program, while another process takes the rows of a first fill once more:
/// then each of them is there already, and the register that is searched is as large as without.
struct FillKeysBench: Bench {
  let name = "fillkeys"

  func figures(_ context: BenchContext) throws -> [Figure] {
    try FillingDesk.inFolder(context) { folder, desk in
      _ = try desk.fill()
      desk.store.close()
      return [try keysDuringAFill(folder + "/ours", desk.sample, context)]
    }
  }

  private func keysDuringAFill(
    _ directory: String, _ sample: ServerSample, _ context: BenchContext
  ) throws -> Figure {
    let terminal = try BenchTerminal(["okno", "--data", directory])
    _ = terminal.answer()
    wait(milliseconds: 3000)
    func typing() throws -> Double {
      try KeystrokeBench.measure(sample.queries, terminal, isVerbose: context.isVerbose).p99
    }
    let idle = try typing()
    let filler = try BenchTerminal([
      "okno-bench", FillingDesk.fillAgain, directory, "--citizens", "\(sample.count)",
    ])
    defer { withExtendedLifetime(filler) {} }
    try waitForAFill(directory)
    return Figure(
      name: "sync: key to frame during a fill, p99", ours: try typing(), peer: idle,
      peerName: "without", unit: "ms", goal: .ratioAtMost(1.5))
  }

  private func waitForAFill(_ directory: String) throws {
    let store = try LocalStore(
      directory: directory, access: .readOnly, ids: IDSource(seed: 1),
      now: Instant(milliseconds: 0))
    for _ in 0..<600 {
      if try store.syncStatus().fill?.done ?? 0 > 0 { return }
      wait(milliseconds: 100)
    }
    throw Peer.Failure(description: "no fill begins")
  }
}

/// An empty desk that takes a snapshot.
final class FillingDesk {
  /// The option by which this program is started to fill a desk while another is watched.
  static let fillAgain = "--fill-again"

  let store: LocalStore
  let sample: ServerSample
  private let now = Instant(milliseconds: 1_795_503_600_000)

  init(directory: String, rows: Int) throws {
    let content = try BundledCatalogue().load()
    sample = ServerSample(count: rows, situations: content.situations)
    store = try LocalStore(
      directory: directory, access: .readWrite, ids: IDSource(seed: 3), now: now)
    try store.installCatalogue({ content }, fingerprint: content.fingerprint)
  }

  /// Calls `body` with a folder that is there for so long, and a desk in it, in `ours`.
  static func inFolder<T>(
    _ context: BenchContext, _ body: (String, FillingDesk) throws -> T
  ) throws -> T {
    let folder = context.store.directory + "/../fill"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(
      folder, FillingDesk(directory: folder + "/ours", rows: context.store.citizens))
  }

  /// The milliseconds that the store was at work.
  func fill() throws -> Double {
    var time = try perform(.beginSnapshot(ServerSample.cursor, rows: sample.count))
    try sample.forEachBatch { time += try perform(.applySnapshot($0)) }
    return try time + perform(.endSnapshot)
  }

  /// Until the process is ended.
  func fillAgainAndAgain() throws {
    while true { _ = try fill() }
  }

  private func perform(_ command: StoreCommand) throws -> Double {
    let run = timed { () -> StoreResult in
      var result = store.perform(command, now: now)
      while result == .sweeping { result = store.perform(command, now: now) }
      return result
    }
    guard case .applied = run.result else {
      throw Peer.Failure(description: "the store answered \(run.result)")
    }
    return run.milliseconds
  }
}

/// Upserts what another store holds, table by table.
private final class BareFiller {
  private static let tables: [(name: String, key: String)] = [
    ("citizen", "id"), ("citizen_word", "word, citizen"), ("name_word", "role, word"),
    ("visit", "id"), ("visit_service", "visit, position"), ("situation_case", "id"),
    ("case_service", "situation_case, service"), ("rating", "id"),
  ]
  /// As many rows go into one transaction of the store's first fill.
  private static let rowsOfTransaction = 250

  private let reader: Connection
  private let writer: Connection
  private let log: String

  init(copyOf directory: String, at copy: String) throws {
    let empty = try LocalStore(
      directory: copy, access: .readWrite, ids: IDSource(seed: 3),
      now: Instant(milliseconds: 1_795_503_600_000))
    empty.close()
    reader = try Connection(path: directory + "/okno.sqlite", access: .readOnly)
    try reader.registerOknoTokenizer()
    writer = try Connection(path: copy + "/okno.sqlite", access: .readWrite)
    try writer.registerOknoTokenizer()
    log = copy + "/okno.sqlite-wal"
    try writer.execute(
      """
      PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -4096;
      PRAGMA secure_delete = ON;
      """)
  }

  /// The milliseconds that the writing took.
  func fill() throws -> Double {
    var time = 0.0
    for table in Self.tables {
      var batch: [[Value]] = []
      var sql = ""
      try reader.forEach("SELECT * FROM \(table.name)") { row in
        if sql.isEmpty { sql = Self.upsert(table.name, table.key, row) }
        var values: [Value] = []
        for column in 0..<row.columnCount { values.append(row.value(column)) }
        batch.append(values)
        if batch.count == Self.rowsOfTransaction {
          time += try timed { try write(batch, sql) }.milliseconds
          batch = []
        }
        return true
      }
      if !batch.isEmpty { time += try timed { try write(batch, sql) }.milliseconds }
    }
    return time
  }

  private func write(_ rows: [[Value]], _ sql: String) throws {
    try writer.transaction(.immediate) {
      try writer.withStatement(sql) { statement in
        for row in rows {
          for (index, value) in row.enumerated() { try statement.bind(index + 1, value) }
          try statement.run()
        }
      }
    }
    var facts = stat()
    if stat(log, &facts) == 0, facts.st_size > 16 << 20 { try writer.checkpoint(.truncating) }
  }

  private static func upsert(_ table: String, _ key: String, _ row: borrowing Row) -> String {
    let names = (0..<row.columnCount).map { row.name($0) }
    let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
    let keys = Set(key.split(separator: ", ").map(String.init))
    let sets = names.filter { !keys.contains($0) }.map { "\($0) = excluded.\($0)" }
    let action = sets.isEmpty ? "NOTHING" : "UPDATE SET " + sets.joined(separator: ", ")
    return """
      INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))
      ON CONFLICT (\(key)) DO \(action)
      """
  }
}
