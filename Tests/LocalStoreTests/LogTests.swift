import Domain
import SQLite
import Testing

@testable import LocalStore

@Suite struct LogTests {
  /// A store with some of everything in its logs.
  private func busyDesk(_ place: Place = .memory) throws -> TestStore {
    let desk = try TestStore(place)
    let citizen = try desk.addCitizen()
    try desk.log(citizen.id)
    let visit = try desk.log(citizen.id, minutes: 10)
    try desk.store.undoVisit(visit.id, desk.stamp(20))
    _ = try desk.card(citizen.id)
    return desk
  }

  /// What is on the screen already is read as it is by now: that nobody looked at anew.
  @Test(arguments: Place.allCases)
  func aCardThatIsReadAgainIsNoFurtherLook(_ place: Place) throws {
    let desk = try busyDesk(place)
    let before = try desk.store.auditEntries()
    let id = try #require(before.last.flatMap { Citizen.ID($0.subjectID) })
    #expect(try desk.store.cardAgain(of: id).citizen.id == id)
    #expect(try desk.store.auditEntries() == before)
  }

  @Test(arguments: Place.allCases)
  func everyChangeAndEveryLookIsAudited(_ place: Place) throws {
    let desk = try busyDesk(place)
    let entries = try desk.store.auditEntries()
    #expect(entries.map(\.action) == [.added, .logged, .logged, .undone, .seen])
    #expect(entries.map(\.sequence) == [1, 2, 3, 4, 5])
    #expect(entries.last?.purpose == "test")
    #expect(try desk.store.auditEntries(after: 2, limit: 2).map(\.sequence) == [3, 4])
    #expect(try desk.store.verifyAudit().isEmpty)
  }

  @Test func theAuditNamesTheEmployee() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    let employee: Identifier<Employee> = desk.ids.make()
    var stamp = desk.stamp()
    stamp.author.employee = employee
    _ = try desk.store.card(of: citizen.id, purpose: "visit", stamp)
    #expect(try desk.store.auditEntries().map(\.employee) == [nil, employee])
    #expect(try desk.store.verifyAudit().isEmpty)
  }

  @Test func operationsAreChained() throws {
    let desk = try busyDesk()
    let logged = try desk.store.operations()
    #expect(
      logged.map(\.operation.kind) == [
        .citizenAdded, .caseOpened, .visitLogged, .caseChanged, .visitLogged, .visitUndone,
        .caseChanged,
      ])
    #expect(zip(logged, logged.dropFirst()).allSatisfy { $0.hash == $1.previousHash })
    #expect(logged.allSatisfy { $0.operation.desk == desk.store.desk })
    #expect(try desk.store.operations(after: 5).map(\.sequence) == [6, 7])
  }

  @Test(
    arguments: ChainedLog.allCases,
    [
      ("UPDATE # SET time = time + 1 WHERE sequence = 3", [(3, .changed)]),
      ("UPDATE # SET hash = zeroblob(32) WHERE sequence = 3", [(3, .changed), (4, .brokenChain)]),
      ("DELETE FROM # WHERE sequence = 3", [(4, .brokenChain)]),
      ("DELETE FROM # WHERE sequence = 1", [(2, .brokenChain)]),
      ("DELETE FROM # WHERE sequence >= 4", [(4, .cutOff)]),
      ("DELETE FROM #", [(1, .cutOff)]),
      ("DELETE FROM meta WHERE key = '#_head'", [(afterTheLast, .cutOff)]),
    ] as [(String, [(Int64, AuditFault.Kind)])])
  func meddlingIsFound(
    _ log: ChainedLog, _ meddling: (sql: String, faults: [(Int64, AuditFault.Kind)])
  ) throws {
    let desk = try busyDesk()
    let last = try #require(
      try desk.store.connection.value("SELECT max(sequence) FROM \(log.rawValue)", as: Int64.self))
    try desk.store.connection.execute(
      String(
        meddling.sql.split(separator: "#", omittingEmptySubsequences: false)
          .joined(separator: log.rawValue)))
    let expected = meddling.faults.map {
      AuditFault(log: log, sequence: $0.0 == afterTheLast ? last + 1 : $0.0, kind: $0.1)
    }
    #expect(try desk.store.verifyAudit() == expected)
    // Work goes on, and what happened can still be seen afterwards.
    try desk.log(nil, minutes: 100)
    if meddling.sql.hasPrefix("DELETE FROM meta") { return }
    #expect(try !desk.store.verifyAudit().isEmpty)
  }

  @Test func aBodyPutInAnothersPlaceIsFound() throws {
    let desk = try busyDesk()
    try desk.store.connection.execute(
      "UPDATE operation SET body = replace(body, 'Мария', 'Марина') WHERE sequence = 1")
    #expect(
      try desk.store.verifyAudit()
        == [AuditFault(log: .operation, sequence: 1, kind: .changed)])
  }

  @Test func jsonTextIsEscapedAndSorted() {
    let value = JSONText.object([
      "б": .string("\"\\\n\u{1F}ё"), "a": .array([.null, .bool(true), .number(-1)]),
    ])
    #expect(value.written == "{\"a\":[null,true,-1],\"б\":\"\\\"\\\\\\u000a\\u001fё\"}")
  }
}

/// Stands for the entry after the last in a table of faults.
private let afterTheLast: Int64 = -1

@Suite struct PrivacyTests {
  /// What would tell who somebody is, as it lies in a file.
  private let traces = ["Ёлкина", "Мария", "Петровна", "79161234567", "11223344595", "заметка"]

  @Test func theAuditHoldsIDsAndNoNames() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen(snils: "112-233-445 95")
    try desk.store.logVisit(
      desk.visit(citizen.id, note: "заметка"), eventDate: nil, desk.stamp())
    _ = try desk.card(citizen.id)
    let text = try desk.rows("SELECT * FROM audit").joined(separator: "\n")
    for trace in traces { #expect(!text.contains(trace)) }
    #expect(text.contains("\(citizen.id)"))
  }

  @Test func anErasedCitizenLeavesNoTraceInTheFiles() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let citizen = try desk.addCitizen(snils: "112-233-445 95")
    var changed = citizen
    changed.details.phone = nil
    changed = try desk.store.changeCitizen(changed, basedOn: citizen, desk.stamp())
    let visit = desk.visit(citizen.id, note: "заметка")
    try desk.store.logVisit(visit, eventDate: nil, desk.stamp())
    try desk.store.saveDraft("{\"citizen\":\"\(citizen.id)\",\"note\":\"заметка\"}")
    #expect(try files(of: folder).contains(Array("Ёлкина".utf8)))

    try desk.store.eraseCitizen(citizen.id, desk.stamp(30))
    let left = try files(of: folder)
    for trace in traces { #expect(!left.contains(Array(trace.utf8)), "\(trace)") }

    #expect(try desk.store.citizen(citizen.id) == nil)
    #expect(try desk.store.draft() == nil)
    #expect(try desk.rows("SELECT id FROM situation_case").isEmpty)
    let visits = try desk.store.visits(from: desk.today, to: desk.today, offset: .utc)
    #expect(visits.map(\.citizen) == [nil])
    #expect(visits.map(\.note) == [""])
    #expect(try desk.store.verifyAudit().isEmpty)
    #expect(throws: StoreError.self) { try desk.card(citizen.id) }
  }

  private func files(of folder: TemporaryFolder) throws -> [UInt8] {
    try folder.bytes(of: "okno.sqlite") + folder.bytes(of: "okno.sqlite-wal")
  }
}
