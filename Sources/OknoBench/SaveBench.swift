internal import Catalogue
internal import Domain
internal import FoundationEssentials
internal import LocalStore
internal import SQLite
internal import SamplePeople

/// The time of saving a visit, against a bare SQLite transaction that writes the same rows into
/// tables of the same schema with the same durability: what it leaves out is the look at what is
/// there, the checks, the hashes, the JSON and the lock between processes.
struct SaveBench: Bench {
  let name = "save"

  private static let visits = 600
  /// The first ones fill caches and are not counted.
  private static let warmUp = 50

  func figures(_ context: BenchContext) throws -> [Figure] {
    let folder = context.store.directory + "/../save"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let desk = try SavingDesk(folder: folder, citizens: Self.visits)
    let peer = try BareWriter(copyOf: desk, at: folder + "/bare.sqlite")
    var ours = Sample()
    var bare = Sample()
    // By turns, so that both meet the same disk.
    for index in 0..<Self.visits {
      let visit = desk.visit(index)
      let saving = try timed {
        try desk.store.logVisit(visit, eventDate: nil, desk.stamp)
      }
      let rows = try peer.newRows()
      let writing = try timed { try peer.write(rows) }
      guard index >= Self.warmUp else { continue }
      ours.add(saving.milliseconds)
      bare.add(writing.milliseconds)
    }
    let peerName = "bare transaction"
    return [
      Figure(
        name: "save: a visit with its case, median", ours: ours.median, peer: bare.median,
        peerName: peerName, unit: "ms", goal: .ratioAtMost(1.3)),
      Figure(
        name: "save: a visit with its case, p99", ours: ours.p99, peer: bare.p99,
        peerName: peerName, unit: "ms", goal: .none),
    ]
  }
}

/// A store with people to be served.
private final class SavingDesk {
  let store: LocalStore
  let directory: String
  private let people: [Citizen]
  private let content: CatalogueContent
  private var ids = IDSource(seed: 7)
  private let now = Instant(milliseconds: 1_795_503_600_000)

  init(folder: String, citizens: Int) throws {
    directory = folder + "/store"
    content = try BundledCatalogue().load()
    people = Array(SamplePeople(seed: 11, count: citizens))
    store = try LocalStore(
      directory: directory, access: .readWrite, ids: IDSource(seed: 3), now: now)
    let content = content
    try store.installCatalogue({ content }, fingerprint: content.fingerprint)
    try store.receive(people)
  }

  var stamp: Stamp { Stamp(now: now, author: Author(desk: store.desk), offset: .moscow) }

  /// A visit of somebody who has not been here, for the first two services of a situation.
  func visit(_ index: Int) -> Visit {
    let situation = content.situations[index % content.situations.count]
    let started = now + Int64(index) * 600
    return Visit(
      id: ids.makeID(at: started), situation: situation.id,
      services: situation.services.prefix(2).map { Visit.Line(id: $0.id, outcome: .accepted) },
      citizen: people[index].id, channel: .counter, started: started, ended: started + 300)
  }
}

/// Writes what the store has written, row by row, with nothing around it.
private final class BareWriter {
  /// Tables to which a visit adds rows, and the column by which they grow.
  private static let tables = [
    ("situation_case", "number"), ("case_service", "situation_case"), ("visit", "number"),
    ("visit_service", "visit"), ("operation", "sequence"), ("audit", "sequence"),
  ]

  typealias Rows = [(insert: String, values: [Value])]

  private let reader: Connection
  private let writer: Connection
  private var seen: [String: Int64] = [:]

  init(copyOf desk: SavingDesk, at path: String) throws {
    try desk.store.backup(to: path, desk.stamp)
    reader = try Connection(path: desk.directory + "/okno.sqlite", access: .readOnly)
    try reader.registerOknoTokenizer()
    writer = try Connection(path: path, access: .readWrite)
    try writer.registerOknoTokenizer()
    try writer.execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;
      """)
    for (table, key) in Self.tables {
      seen[table] = try writer.value("SELECT coalesce(max(\(key)), 0) FROM \(table)")
    }
  }

  /// The rows that the store's last write added, and the heads of its logs.
  func newRows() throws -> Rows {
    var rows: Rows = []
    for (table, key) in Self.tables {
      let last = seen[table] ?? 0
      try reader.forEach("SELECT \(key), * FROM \(table) WHERE \(key) > ?", values: [last]) { row in
        seen[table] = try row.integer(0)
        rows.append(Self.insert("INSERT INTO", table, row, from: 1))
        return true
      }
    }
    try reader.forEach("SELECT * FROM meta WHERE key LIKE '%_head'") { row in
      rows.append(Self.insert("INSERT OR REPLACE INTO", "meta", row, from: 0))
      return true
    }
    return rows
  }

  private static func insert(
    _ verb: String, _ table: String, _ row: borrowing Row, from first: Int
  ) -> (insert: String, values: [Value]) {
    var values: [Value] = []
    for column in first..<row.columnCount { values.append(row.value(column)) }
    let places = Array(repeating: "?", count: values.count).joined(separator: ",")
    return ("\(verb) \(table) VALUES (\(places))", values)
  }

  func write(_ rows: Rows) throws {
    try writer.transaction(.immediate) {
      for row in rows { try writer.run(row.insert, values: row.values) }
    }
  }
}
