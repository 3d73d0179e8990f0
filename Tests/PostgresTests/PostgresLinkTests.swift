import Glibc
import Postgres
import PostgresServer
import Testing

@Suite struct PostgresLinkTests {
  private struct Silence: Error {}

  private let server: PostgresServer
  private let link: PostgresLink

  init() throws {
    server = try PostgresServer.shared()
    let dsn = try ConnectionString(server.adminDSN())
    link = try PostgresLink(dsn.settings.map { ($0.key, $0.value) })
    while try !link.advanceConnecting() { try Self.wait(link) }
  }

  private static func wait(_ link: PostgresLink) throws {
    let watch = try #require(link.watch)
    let events =
      (watch.events.contains(.readable) ? POLLIN : 0)
      | (watch.events.contains(.writable) ? POLLOUT : 0)
    var poller = pollfd(fd: watch.descriptor, events: Int16(events), revents: 0)
    guard poll(&poller, 1, 10_000) > 0 else { throw Silence() }
  }

  private func next() throws -> PostgresLink.Answer {
    while true {
      try link.flush()
      let answer = try link.next()
      guard case .later = answer else { return answer }
      try Self.wait(link)
      try link.receive()
    }
  }

  @Test func aFailureInAPipelineIsItsOwn() throws {
    try link.enterPipeline()
    try link.send("SELECT $1::int + 1", [.integer(41)])
    try link.send("SELECT 1 / $1::int", [.integer(0)])
    try link.send("SELECT 'c'", [])
    var seen: [String] = []
    while seen.count(where: { $0 == "synced" }) < 3 {
      switch try next() {
      case .rows(let result): seen.append("\(result.rowCount)")
      case .fault(let fault): seen.append(fault.state)
      case .end: seen.append("end")
      case .synced: seen.append("synced")
      default: seen.append("?")
      }
    }
    #expect(
      seen == ["1", "end", "synced", "22012", "end", "synced", "1", "end", "synced"])
    try link.leavePipeline()
  }

  @Test func valuesArriveAsTheyWereSent() throws {
    let session = try server.session()
    func text(_ expression: String, _ value: PostgresValue) throws -> String? {
      try session.value("SELECT (\(expression))::text", value)
    }
    #expect(try text("$1::text", .text("ё'\\")) == "ё'\\")
    #expect(try text("$1::text", .text("")) == "")
    #expect(try text("$1::text IS NULL", .null) == "true")
    #expect(try text("$1::bytea", .bytes([0, 255])) == "\\x00ff")
    #expect(try text("$1::bytea", .bytes([])) == "\\x")
    #expect(try text("$1::bigint[]", .integers([1, -2, .max])) == "{1,-2,9223372036854775807}")
    #expect(try text("$1::bigint[]", .integers([])) == "{}")
    #expect(try text("$1::text[]", .texts(["a,b", "", "{\"}"])) == #"{"a,b","","{\"}"}"#)
    #expect(
      try text("$1::uuid[]", .uuids([Array(0..<16)])) == "{00010203-0405-0607-0809-0a0b0c0d0e0f}")
  }

  @Test func aStatementIsBrokenOff() throws {
    let holder = try server.session()
    let lock = "SELECT pg_advisory_lock(7391204)"
    try holder.query(lock)
    try link.sendAlone(lock)
    try link.flush()
    link.cancel()
    guard case .fault(let fault) = try next() else {
      Issue.record("the statement went on")
      return
    }
    #expect(fault.state == "57014")
  }

  @Test func aCopyIsReadLineByLine() throws {
    try link.sendAlone("COPY (SELECT g, 'a' || chr(9) FROM generate_series(1, 50000) g) TO STDOUT")
    guard case .copying = try next() else {
      Issue.record("no COPY")
      return
    }
    var lines = 0
    var last: [UInt8] = []
    copying: while true {
      let step = try link.copyRow { line in
        lines += 1
        last = Array(line)
      }
      switch step {
      case .row: continue
      case .later:
        try Self.wait(link)
        try link.receive()
      case .ended: break copying
      }
    }
    #expect(lines == 50_000)
    #expect(last == Array("50000\ta\\t\n".utf8))
    guard case .rows = try next(), case .end = try next() else {
      Issue.record("COPY did not end")
      return
    }
  }

  @Test func aLinkThatIsClosedStaysClosed() throws {
    #expect(link.watch != nil)
    link.close()
    link.close()
    #expect(link.watch == nil)
    #expect(!link.isEncrypted)
  }

  @Test func aTransactionIsAllOrNothing() throws {
    let session = try server.session(try server.makeDatabase())
    try session.execute("CREATE TABLE t (a int)")
    #expect(throws: PostgresError.self) {
      try session.transaction {
        try session.execute("INSERT INTO t VALUES (1)")
        try session.execute("INSERT INTO nothing VALUES (1)")
      }
    }
    #expect(try session.value("SELECT count(*) FROM t") == "0")
    try session.transaction { try session.execute("INSERT INTO t VALUES (1)") }
    #expect(try session.value("SELECT count(*) FROM t") == "1")
  }
}
