import CentralStore
import Domain
import Postgres
import PostgresServer
import Sync
import Testing

/// Several desks at once, servers that die, and a pooler between.
@Suite struct ManyDesksTests {
  /// Both change the same cards, in opposite order and as fast as they can: no deadlock, no change lost.
  @Test func desksThatChangeTheSameCardsDoNotBlockEachOther() throws {
    let store = try CentralFixture()
    let desks = try ["Окно 1", "Окно 2", "Окно 3"].map { try store.desk($0) }
    let citizens = (0..<40).map { _ in desks[0].id(Citizen.self) }
    _ = try desks[0].push(
      citizens.map { desks[0].operation("citizen_added", Sample.card($0, phone: nil)) })
    let rounds = 12
    for round in 0..<rounds {
      for (index, desk) in desks.enumerated() {
        let order = (round + index) % 2 == 0 ? citizens : citizens.reversed()
        let name = #""x\#(index)_\#(round)""#
        var batch = order.map {
          desk.operation(
            "citizen_changed",
            Sample.change($0, seen: "{\(name):null}", set: "{\(name):\"1\"}"))
        }
        batch += order.map { desk.operation("visit_logged", Sample.visit(desk.id(), of: $0)) }
        desk.remote.send(.push(batch, incarnation: desk.incarnation))
      }
    }
    var numbers: Set<Int64> = []
    for desk in desks {
      for _ in 0..<rounds {
        guard case .verdicts(let verdicts) = try desk.answer() else {
          Issue.record("a batch was not taken")
          return
        }
        #expect(verdicts.verdicts.allSatisfy { $0.kind == .accepted })
        numbers.formUnion(verdicts.verdicts.map(\.number))
      }
    }
    // Gapless: one number a batch, after the one of the cards.
    #expect(numbers == Set(2...Int64(1 + rounds * desks.count)))
    let rows = try desks[0].snapshot().rows
    #expect(rows.count == 40 + rounds * desks.count * 40)
    for row in rows where row.entity == .citizen {
      #expect(row.version == Int64(1 + rounds * desks.count))
    }
  }

  /// A batch that could not be applied just now holds back those that were sent behind it: otherwise the
  /// visit would come before its citizen, and be nobody's for good.
  @Test func noBatchOvertakesTheOneBeforeIt() throws {
    let store = try CentralFixture()
    let credentials = try store.enrol()
    let session = try store.session()
    try session.execute("ALTER ROLE \(credentials.role) SET lock_timeout = '50ms'")
    let desk = try RemoteDesk(credentials)
    try desk.greet()
    let old = desk.id(Citizen.self)
    let new = desk.id(Citizen.self)
    let visit = desk.id(Visit.self)
    try desk.push("citizen_added", Sample.card(old))
    try session.execute("BEGIN; SELECT FROM okno.row FOR UPDATE")
    let batches = [
      [
        desk.operation("citizen_added", Sample.card(new)),
        desk.operation(
          "citizen_changed",
          Sample.change(old, seen: #"{"phone":"79991234567"}"#, set: #"{"phone":null}"#)),
      ],
      [desk.operation("visit_logged", Sample.visit(visit, of: new, note: "да"))],
      [desk.operation("visit_undone", #"{"id":"\#(visit)"}"#)],
    ]
    for batch in batches { desk.remote.send(.push(batch, incarnation: desk.incarnation)) }
    for _ in batches { #expect(try desk.answer() == .busy(retryAfter: 1)) }
    try session.execute("ROLLBACK")
    #expect(try desk.snapshot().rows.count == 1)
    for batch in batches { desk.remote.send(.push(batch, incarnation: desk.incarnation)) }
    for _ in batches {
      guard case .verdicts(let verdicts) = try desk.answer() else {
        Issue.record("what was sent once more was not taken")
        return
      }
      #expect(verdicts.verdicts.allSatisfy { $0.kind == .accepted })
    }
    let row = try #require(try desk.snapshot().rows.first { $0.id == visit.uuid })
    #expect(row.body?.contains(#""citizen": "\#(new)""#) == true)
    #expect(row.body?.contains("да") == true)
  }

  @Test func theServerIsKilledInTheMiddleOfPushes() throws {
    let server = try PostgresServer(isDurable: true)
    let store = try CentralFixture(on: server)
    let desk = try store.desk()
    var acknowledged: [Domain.Operation.ID: Verdict] = [:]
    var all: [SyncOperation] = []
    for round in 0..<3 {
      let batches = (0..<8).map { _ in
        (0..<25).map { _ in desk.operation("visit_logged", Sample.visit(desk.id())) }
      }
      all += batches.flatMap(\.self)
      for batch in batches { desk.remote.send(.push(batch, incarnation: desk.incarnation)) }
      for _ in 0...round {
        guard case .verdicts(let verdicts) = try desk.answer() else { break }
        for verdict in verdicts.verdicts { acknowledged[verdict.operation] = verdict }
      }
      try server.kill()
      #expect(throws: RemoteDesk.Broken(fault: .unreachable)) {
        // What was answered before the cut is read first.
        while true {
          guard case .verdicts(let verdicts) = try desk.answer() else { continue }
          for verdict in verdicts.verdicts { acknowledged[verdict.operation] = verdict }
        }
      }
      try server.start()
      try desk.greet()
    }
    #expect(acknowledged.count >= 150)
    // All of it once more, as the machine does it: what was acknowledged keeps its verdict.
    for start in stride(from: 0, to: all.count, by: 100) {
      for verdict in try desk.push(Array(all[start..<start + 100])).verdicts {
        #expect(verdict.kind == .accepted)
        if let first = acknowledged[verdict.operation] { #expect(verdict == first) }
      }
    }
    let ids = try desk.snapshot().rows.map(\.id)
    #expect(ids.count == all.count)
    #expect(Set(ids).count == all.count)
    let session = try store.session()
    #expect(try session.value("SELECT count(*) FROM okno.operation") == "\(all.count)")
    server.stop()
  }

  /// A standby that lacks the last transactions becomes the first server: the desk notices and sends again.
  @Test func aStandbyThatLacksTheLastTransactionsIsPromoted() throws {
    let primary = try PostgresServer()
    let store = try CentralFixture(on: primary)
    let standby = try PostgresServer(standbyOf: primary)
    let session = try primary.session()
    try session.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
    try session.query("SELECT pg_reload_conf()")
    let desk = try store.desk()
    let kept = desk.operation("visit_logged", Sample.visit(desk.id()))
    _ = try desk.push([kept])
    try session.execute("ALTER SYSTEM RESET synchronous_standby_names")
    try session.query("SELECT pg_reload_conf()")
    standby.stop()
    let lost = (0..<3).map { _ in desk.operation("visit_logged", Sample.visit(desk.id())) }
    for operation in lost { _ = try desk.push([operation]) }
    let cursor = try desk.snapshot().cursor
    #expect(cursor.number == 4)
    try primary.kill()
    try standby.start()
    try standby.promote()

    var credentials = desk.credentials
    credentials.dsn = standby.adminDSN(store.database)
    let again = try RemoteDesk(credentials, incarnation: desk.incarnation)
    try again.greet()
    #expect(try again.snapshot().rows.count == 1)
    #expect(try again.ask(.pull(cursor, limit: 9)) == .snapshotNeeded)
    // Others have gone on meanwhile, beyond the number that the desk had: the chain is another one.
    for _ in 0..<4 {
      _ = try again.push([again.operation("visit_logged", Sample.visit(again.id()))])
    }
    #expect(try again.ask(.pull(cursor, limit: 9)) == .snapshotNeeded)
    let verdicts = try again.push([kept] + lost).verdicts
    #expect(verdicts.map(\.number) == [1, 6, 6, 6])
    #expect(try again.snapshot().rows.count == 8)
    standby.stop()
  }

  @Test func allOfItWorksThroughAPooler() throws {
    let store = try CentralFixture()
    var credentials = try ["Окно 1", "Окно 2"].map { try store.enrol(desk: $0) }
    let pooler = try Pooler(before: store.server)
    defer { pooler.stop() }
    for index in credentials.indices { credentials[index].dsn = pooler.dsn(store.database) }
    let first = try RemoteDesk(credentials[0])
    let second = try RemoteDesk(credentials[1])
    try first.greet()
    try second.greet()
    for _ in 0..<4 {
      let batch = (0..<50).map { _ in first.operation("visit_logged", Sample.visit(first.id())) }
      first.remote.send(.push(batch, incarnation: first.incarnation))
      let other = [second.operation("visit_logged", Sample.visit(second.id()))]
      second.remote.send(.push(other, incarnation: second.incarnation))
    }
    first.remote.send(.snapshot)
    for _ in 0..<4 {
      guard case .verdicts = try first.answer(), case .verdicts = try second.answer() else {
        Issue.record("a batch was not taken")
        return
      }
    }
    guard case .snapshotBegan(let cursor, _) = try first.answer() else {
      Issue.record("no snapshot")
      return
    }
    while case .snapshotRows = try first.answer() {}
    try second.push("visit_logged", Sample.visit(second.id()))
    #expect(try first.pull(cursor).rows.isEmpty == false)
    #expect(try second.snapshot().rows.count == 205)
    let wrong = try RemoteDesk(
      Credentials(
        dsn: credentials[0].dsn, role: credentials[0].role, password: "wrong", centre: "",
        desk: "", deskID: credentials[0].deskID))
    #expect(throws: RemoteDesk.Broken(fault: .stopped(.credentials))) { try wrong.greet() }
  }
}
