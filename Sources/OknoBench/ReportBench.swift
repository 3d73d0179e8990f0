internal import Catalogue
internal import Domain
internal import FoundationEssentials
internal import LocalStore
internal import SQLite

/// The report of a large centre's month, from the start of the program to the end of the file.
struct ReportBench: Bench {
  let name = "report"

  private static let rounds = 10

  func figures(_ context: BenchContext) throws -> [Figure] {
    let folder = context.store.directory + "/../report"
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try LargeMonth(directory: folder).fill()
    var times = Sample()
    for _ in 0..<Self.rounds {
      let page = folder + "/report.html"
      try? FileManager.default.removeItem(atPath: page)
      times.add(
        try Peer.run(
          [
            "okno", "--data", folder, "report", "--from", "2026-11-01", "--to", "2026-11-30",
            "--format", "html", "--output", page,
          ], input: "/dev/null"))
      guard FileManager.default.fileExists(atPath: page) else {
        throw Peer.Failure(description: "okno report has written nothing")
      }
    }
    return [
      Figure(
        name: "report: a month of \(LargeMonth.visits) visits, median", ours: times.median,
        unit: "ms", goal: .atMost(1000)),
      Figure(name: "report: the same, p99", ours: times.p99, unit: "ms", goal: .none),
    ]
  }
}

/// A month of visits at thirty windows, each with its ticket, every second with a rating.
private struct LargeMonth {
  static let visits = 60_000
  private static let windows = 30
  /// 2026-11-01T06:00:00Z, nine o'clock in Moscow.
  private static let start = Instant(milliseconds: 1_793_512_800_000)

  let directory: String

  func fill() throws {
    let content = try BundledCatalogue().load()
    let store = try LocalStore(
      directory: directory, access: .readWrite, ids: IDSource(seed: 21), now: Self.start)
    try store.installCatalogue({ content }, fingerprint: BundledCatalogue().fingerprint())
    store.close()
    let connection = try Connection(path: directory + "/okno.sqlite", access: .readWrite)
    defer { connection.close() }
    var ids = IDSource(seed: 22)
    let desks = (0..<Self.windows).map { _ in ids.makeUUID(at: Self.start) }
    try connection.transaction(.immediate) {
      for index in 0..<Self.visits {
        let began = Self.start + Int64(index / 2000 * 86_400 + index % 2000 / 56 * 1000)
        let situation = content.situations[index % content.situations.count]
        let ticket = ids.makeUUID(at: began)
        try write(ticket: ticket, index, began, connection)
        try connection.run(
          """
          INSERT INTO visit (number, id, desk, situation, ticket, channel, started, ended, note)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')
          """, index + 1, ids.makeUUID(at: began), desks[index % Self.windows],
          situation.id.rawValue,
          ticket, index % 5 == 0 ? "online" : "counter", began, began + Int64(index % 1500))
        for (place, link) in situation.services.prefix(1 + index % 3).enumerated() {
          try connection.run(
            "INSERT INTO visit_service (visit, position, service, outcome) VALUES (?, ?, ?, ?)",
            index + 1, place, link.id.rawValue, "accepted")
        }
        if index % 2 == 0 {
          try write(
            rating: ids.makeUUID(at: began), index, situation.id.rawValue, began, connection)
        }
      }
    }
  }

  private func write(
    ticket: UUIDv7, _ index: Int, _ began: Instant, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO ticket (id, number, issued, issued_by, audience, issued_priority, state, since,
        priority, called, started, ended, waited, served, doubled)
      VALUES (?, ?, ?, ?, 'person', 0, 'done', ?, 0, ?, ?, ?, 0, 0, 0)
      """, ticket, "А\(index)", began + Int64(-(index % 1300)), ticket, began, began, began, began)
  }

  private func write(
    rating: UUIDv7, _ index: Int, _ situation: String, _ began: Instant, _ connection: Connection
  ) throws {
    let day = began.date(offset: .moscow)
    try connection.run(
      """
      INSERT INTO rating (id, situation, day, result, score, criteria, too_fast, logged, batch)
      VALUES (?, ?, ?, 'given', ?, 'clarity', 0, 1, ?)
      """, rating, situation, day, 1 + index % 5, day.dayNumber)
  }
}
