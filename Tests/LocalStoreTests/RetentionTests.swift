import Domain
import SQLite
import Sync
import Testing

@testable import LocalStore

@Suite struct RetentionTests {
  private let desk: SyncDesk
  private var store: LocalStore { desk.store }

  init() throws { desk = try SyncDesk(.disk) }

  private func card(_ citizen: Citizen, _ version: Int64 = 1) -> SyncRow {
    SyncRow(
      entity: .citizen, id: citizen.id.uuid, version: version,
      body: ServerCard(details: citizen.details).json)
  }

  /// A card that the central store has, with a visit whose case is closed.
  private func client(_ surname: String, outcome: Outcome = .issued) throws -> Citizen {
    let citizen = try desk.desk.addCitizen(surname, snils: nil)
    let visit = desk.desk.visit(
      citizen.id, "birth-of-child", [("birth-certificate", outcome)], note: "заметка о \(surname)")
    try store.logVisit(visit, eventDate: nil, desk.desk.stamp(5))
    return citizen
  }

  /// Everything of this desk is at the central store, for good.
  private func settle(_ citizens: [Citizen]) throws {
    guard
      case .operations(let sent) = store.perform(
        .takeOperations(after: 0), now: TestStore.morning)
    else { throw SyncDesk.Unexpected() }
    let verdicts = sent.map { Verdict(operation: $0.id, kind: .accepted, number: 1) }
    _ = store.perform(
      .settle(Verdicts(epoch: "one", verdicts: verdicts), sent: sent), now: TestStore.morning)
    try store.connection.run("UPDATE visit SET server_version = 1")
    try desk.pull(citizens.map { card($0) }, to: 1, durable: 1)
  }

  private func retire(days: Int = 365, after: Int64 = 400) throws -> Int {
    var stamp = desk.desk.stamp()
    stamp.now = stamp.now + after * 86_400
    var place: Int64? = 0
    var retired = 0
    while let from = place {
      let step = try store.retire(after: from, days: days, stamp)
      retired += step.retired
      place = step.next
    }
    return retired
  }

  /// The walk goes over the whole register every day, beside a clerk who saves.
  @Test func aLookThatFindsNothingWritesNothing() throws {
    _ = try client("Ёлкина")
    let lock = try FileLock(path: try #require(store.directory).writerLock)
    #expect(lock.acquireAtOnce())
    var stamp = desk.desk.stamp()
    stamp.now = stamp.now + 400 * 86_400
    #expect(try store.retire(after: 1, days: 365, stamp) == RetentionStep(next: nil, retired: 0))
  }

  @Test func aCardLeavesWhenItsTimeIsOver() throws {
    let citizen = try client("Ёлкина")
    try settle([citizen])
    #expect(try retire(after: 300) == 0)
    #expect(try retire() == 1)
    #expect(try store.citizen(citizen.id) == nil)
    #expect(try desk.desk.rows("SELECT count(*) FROM citizen_word") == ["0"])
    let today = desk.desk.today
    #expect(try store.visits(from: today, to: today, offset: .moscow).map(\.citizen) == [nil])
    #expect(try store.auditEntries().last?.action == .retired)
    #expect(try store.verifyAudit().isEmpty)
    // Nothing of it is left in the file, its log or its operations.
    let folder = try #require(desk.desk.folder)
    store.close()
    for name in ["okno.sqlite", "okno.sqlite-wal"] where folder.has(name) {
      let bytes = try folder.bytes(of: name)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Ёлкина"), "\(name)")
    }
  }

  @Test func anOpenCaseKeepsItsCitizen() throws {
    let citizen = try client("Ёлкина", outcome: .accepted)
    try settle([citizen])
    #expect(try retire() == 0)
  }

  @Test func whatIsUnsentStays() throws {
    let citizen = try client("Ёлкина")
    #expect(try retire() == 0)
    try settle([citizen])
    var changed = try #require(try store.citizen(citizen.id))
    let seen = changed
    changed.details.givenName = "Анна"
    try store.changeCitizen(changed, basedOn: seen, desk.desk.stamp(30))
    #expect(try retire() == 0)
  }

  @Test func aDeskThatWorksAloneKeepsAll() throws {
    _ = try client("Ёлкина")
    #expect(try retire(after: 10_000) == 0)
  }

  @Test func thePagesOfTheCentralStoreDoNotBringItBack() throws {
    let citizen = try client("Ёлкина")
    try settle([citizen])
    #expect(try retire() == 1)
    try desk.pull([card(citizen)], to: 2, durable: 2)
    #expect(try store.citizen(citizen.id) == nil)
    try desk.fill([card(citizen)], to: 3)
    #expect(try store.citizen(citizen.id) == nil)
  }

  @Test func aCardThatSomebodyHasUsedSinceComesBackToItsVisits() throws {
    let citizen = try client("Ёлкина")
    try settle([citizen])
    #expect(try retire() == 1)
    try desk.pull([card(citizen, 2)], to: 2, durable: 2)
    #expect(try store.citizen(citizen.id)?.details == citizen.details)
    let again = try desk.desk.card(citizen.id)
    #expect(again.visits.count == 1 && again.cases.count == 1)
    #expect(try desk.desk.rows("SELECT count(*) FROM retired_citizen") == ["0"])
  }

  @Test func aRetiredCardCanBeErasedEverywhere() throws {
    let citizen = try client("Ёлкина")
    try settle([citizen])
    #expect(try retire() == 1)
    #expect(try store.knowsCitizen(citizen.id))
    try store.eraseCitizen(citizen.id, desk.desk.stamp())
    #expect(try !store.knowsCitizen(citizen.id))
    #expect(try store.operations().last?.operation.kind == .citizenErased)
    #expect(try desk.desk.rows("SELECT count(*) FROM visit WHERE citizen_id IS NOT NULL") == ["0"])
  }

  @Test func cardsThatWereMergedLeaveTogether() throws {
    let (one, other) = (try client("Ёлкина"), try client("Елкина"))
    try store.mergeCitizens(kept: one.id, merged: other.id, desk.desk.stamp(20))
    try settle([])
    let merged = ServerCard(details: other.details, mergedInto: one.id).json
    try desk.pull(
      [card(one), SyncRow(entity: .citizen, id: other.id.uuid, version: 2, body: merged)], to: 2,
      durable: 2)
    #expect(try retire() == 2)
  }
}
