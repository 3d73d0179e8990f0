import CentralStore
import Domain
import Glibc
import Postgres
import PostgresServer
import Sync
import Testing

/// The stream: whole transactions, the durable number, the horizon, the epoch, and what a poll costs.
@Suite struct StreamTests {
  private let store: CentralFixture

  init() throws { store = try CentralFixture() }

  @Test func pagesEndWithTransactionsAndLoseNothing() throws {
    let desk = try store.desk()
    let reader = try store.desk("Окно 2")
    var cursor = try reader.snapshot().cursor
    var sent: Set<UUIDv7> = []
    for size in [1, 7, 3, 20, 1, 1, 9] {
      let visits = (0..<size).map { _ in desk.id(Visit.self) }
      sent.formUnion(visits.map(\.uuid))
      _ = try desk.push(visits.map { desk.operation("visit_logged", Sample.visit($0)) })
    }
    var numbers: [Int64] = []
    var got: [UUIDv7] = []
    while true {
      let page = try reader.pull(cursor, limit: 8)
      #expect(page.head == 7)
      if page.rows.isEmpty { break }
      cursor = page.cursor
      numbers.append(cursor.number)
      got += page.rows.map(\.id)
    }
    #expect(numbers == [2, 4, 7])
    #expect(got.count == sent.count)
    #expect(Set(got) == sent)
  }

  @Test func aCursorOfAnotherPastNeedsASnapshot() throws {
    let desk = try store.desk()
    try desk.push("visit_logged", Sample.visit(desk.id()))
    let cursor = try desk.snapshot().cursor
    try desk.push("visit_logged", Sample.visit(desk.id()))
    #expect(try desk.pull(cursor).rows.count == 1)
    var wrong = [cursor, cursor, cursor, cursor]
    wrong[0].epoch = "another"
    wrong[1].chain = "00"
    wrong[2].number = 3
    wrong[3].number = -1
    for cursor in wrong {
      #expect(try desk.ask(.pull(cursor, limit: 9)) == .snapshotNeeded, "\(cursor)")
    }
  }

  @Test func anotherEpochAsksForASnapshotAndTheLedgerStays() throws {
    let desk = try store.desk()
    let operation = desk.operation("visit_logged", Sample.visit(desk.id()))
    let before = try desk.push([operation])
    let cursor = try desk.snapshot().cursor
    #expect(try store.administrator().beginEpoch() == 1)
    #expect(try desk.ask(.pull(cursor, limit: 9)) == .snapshotNeeded)
    let after = try desk.push([operation])
    #expect(after.verdicts == before.verdicts)
    #expect(after.epoch != before.epoch)
    #expect(try desk.snapshot().cursor.epoch == after.epoch)
  }

  /// Greeting, verdicts, snapshot and cursor name the same epoch; on another timeline the same place is
  /// confirmed, without rows.
  @Test func theEpochIsToldWithPostgresTimeline() throws {
    let desk = try store.desk()
    let verdicts = try desk.push([desk.operation("visit_logged", Sample.visit(desk.id()))])
    let cursor = try desk.snapshot().cursor
    let hello = Hello(version: 2, incarnation: desk.incarnation, program: "okno test")
    guard case .welcome(let welcome) = try desk.ask(.hello(hello)) else {
      Issue.record("no welcome")
      return
    }
    #expect(verdicts.epoch == cursor.epoch)
    #expect(welcome.epoch == cursor.epoch)
    #expect(cursor.epoch.hasSuffix(".1"))
    try desk.push("visit_logged", Sample.visit(desk.id()))
    var before = cursor
    before.epoch = String(cursor.epoch.dropLast()) + "7"
    let page = try desk.pull(before)
    #expect(page.cursor == cursor)
    #expect(page.rows.isEmpty)
    #expect(page.head == 2)
    before.chain = "00"
    #expect(try desk.ask(.pull(before, limit: 9)) == .snapshotNeeded)
  }

  @Test func durableIsTheHeadAsItWas() throws {
    let desk = try store.desk()
    let session = try store.session()
    let cursor = try desk.snapshot().cursor
    for _ in 1...3 { try desk.push("visit_logged", Sample.visit(desk.id())) }
    #expect(try desk.pull(cursor).durable == 0)
    try session.execute("UPDATE okno.head_mark SET at = now() - interval '8 days'")
    #expect(try desk.pull(cursor).durable == 1)
    // Another mark after an hour.
    try session.execute("UPDATE okno.stream SET marked = now() - interval '2 hours'")
    try desk.push("visit_logged", Sample.visit(desk.id()))
    #expect(try session.value("SELECT max(number) FROM okno.head_mark") == "4")
    #expect(try desk.pull(cursor).durable == 1)
    // A centre in which nothing happened any more.
    try session.execute("UPDATE okno.stream SET moved = now() - interval '8 days'")
    #expect(try desk.pull(cursor).durable == 4)
  }

  @Test func whatIsPrunedIsBehindTheHorizon() throws {
    let desk = try store.desk()
    let citizen = desk.id(Citizen.self)
    let start = try desk.snapshot().cursor
    try desk.push("citizen_added", Sample.card(citizen))
    let added = try desk.pull(start).cursor
    try desk.push("citizen_erased", #"{"id":"\#(citizen)"}"#)
    let erased = try desk.pull(added).cursor
    try desk.push("visit_logged", Sample.visit(desk.id()))
    let session = try store.session()
    try session.execute(
      """
      UPDATE okno.change SET at = now() - interval '91 days' WHERE number <= 2;
      UPDATE okno.row SET written = now() - interval '91 days' WHERE entity = 'c';
      UPDATE okno.operation SET at = now() - interval '401 days' WHERE number = 1
      """)
    let administrator = try store.administrator()
    let pruned = try administrator.prune(days: 90, operationDays: 400)
    #expect(pruned.tombstones == 1)
    #expect(pruned.operations == 1)
    #expect(try administrator.prune(days: 90, operationDays: 400).tombstones == 0)
    #expect(try desk.ask(.pull(start, limit: 9)) == .snapshotNeeded)
    #expect(try desk.ask(.pull(added, limit: 9)) == .snapshotNeeded)
    #expect(try desk.pull(erased).rows.map(\.entity) == [.visit])
    #expect(try desk.snapshot().rows.count == 1)
  }

  @Test func aSnapshotKeepsEveryLetter() throws {
    let desk = try store.desk()
    let note = #"\\ \n \t \" \\n \\. ё \u0009 /"#
    let visit = desk.id(Visit.self)
    #expect(try desk.push("visit_logged", Sample.visit(visit, note: note)) == .accepted)
    let page = try desk.pull(
      SyncCursor(
        epoch: try desk.snapshot().cursor.epoch, number: 0,
        chain: try #require(
          try store.session().value("SELECT okno.short(chain) FROM okno.change WHERE number = 0"))))
    let copied = try desk.snapshot().rows
    #expect(copied == page.rows)
    let session = try store.session()
    let read = try session.value("SELECT $1::jsonb ->> 'note'", .text(copied[0].body ?? ""))
    #expect(try read == session.value("SELECT ($1::jsonb) #>> '{}'", .text("\"\(note)\"")))
  }

  /// One question, one answer, and few bytes: what 50,000 desks do all day. All that goes over the
  /// socket counts, with the frames of TLS.
  @Test(arguments: [false, true]) func anIdlePollIsShort(_ isEncrypted: Bool) throws {
    var credentials = try store.enrol()
    let plain = "host=127.0.0.1 port=\(store.server.port) dbname=\(store.database) sslmode=disable"
    credentials.dsn = isEncrypted ? store.server.tlsDSN(store.database) : plain
    let desk = try RemoteDesk(credentials)
    try desk.greet()
    try desk.push("visit_logged", Sample.visit(desk.id()))
    // Numbers as long as they are after years.
    try store.session().execute(
      """
      UPDATE okno.stream SET head = 1234567;
      INSERT INTO okno.change SELECT centre, head, now(), chain, '{}', '{}' FROM okno.stream
      """)
    let cursor = try desk.snapshot().cursor
    _ = try desk.pull(cursor)
    let descriptor = try #require(desk.remote.interest?.descriptor)
    let before = try traffic(descriptor)
    _ = try desk.pull(cursor)
    let after = try traffic(descriptor)
    #expect(after.sent - before.sent > 50)
    #expect(after.received - before.received > 50)
    let both = after.sent - before.sent + after.received - before.received
    #expect(both <= 300, "an idle poll takes \(both) bytes")
  }

  /// Bytes that went over a TCP socket, as the kernel counts them (linux/tcp.h, struct tcp_info; Glibc's
  /// is an older one).
  private func traffic(_ descriptor: Int32) throws -> (sent: UInt64, received: UInt64) {
    var facts = [UInt8](repeating: 0, count: 256)
    var length = socklen_t(facts.count)
    let tcpInfo: Int32 = 11
    try #require(getsockopt(descriptor, Int32(IPPROTO_TCP), tcpInfo, &facts, &length) == 0)
    try #require(length >= 136)
    return facts.withUnsafeBytes {
      (
        $0.loadUnaligned(fromByteOffset: 120, as: UInt64.self),
        $0.loadUnaligned(fromByteOffset: 128, as: UInt64.self)
      )
    }
  }
}
