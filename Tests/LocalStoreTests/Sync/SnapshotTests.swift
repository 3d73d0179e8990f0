import Domain
import Sync
import Testing

@testable import LocalStore

@Suite struct SnapshotTests {
  @Test(arguments: Place.allCases)
  func aFirstFillBringsEverything(_ place: Place) throws {
    let sync = try SyncDesk(place)
    let citizens: [Citizen.ID] = (0..<600).map { _ in sync.newID() }
    let visits: [Visit.ID] = (0..<600).map { _ in sync.newID() }
    let rows =
      citizens.map { sync.citizenRow($0) }
      + zip(visits, citizens).map { sync.visitRow($0, citizen: $1) }
    try sync.fill(rows, to: 50)
    #expect(try sync.desk.rows("SELECT count(*) FROM citizen") == ["600"])
    #expect(try sync.desk.rows("SELECT count(*) FROM visit WHERE citizen IS NOT NULL") == ["600"])
    #expect(try sync.desk.rows("SELECT count(*) FROM situation_case") == ["600"])
    #expect(try sync.store.syncStatus().fill == nil)
  }

  @Test func howFarItHasComeCanBeSeen() throws {
    let sync = try SyncDesk()
    let rows = (0..<5).map { _ in sync.citizenRow(sync.newID()) }
    _ = sync.store.perform(.beginSnapshot(sync.cursor(5), rows: 5), now: TestStore.morning)
    _ = sync.store.perform(.applySnapshot(Array(rows[..<2])), now: TestStore.morning)
    #expect(try sync.store.syncStatus().fill == SyncStatus.Fill(done: 2, total: 5))
    #expect(try sync.state().cursor == nil)
  }

  /// What the server has lost or erased goes; what this desk has not sent stays.
  @Test func theSweepKeepsWhatWasNotSent() throws {
    let sync = try SyncDesk()
    let kept: Citizen.ID = sync.newID()
    let gone: Citizen.ID = sync.newID()
    let changed: Citizen.ID = sync.newID()
    let lostVisit: Visit.ID = sync.newID()
    try sync.pull(
      [kept, gone, changed].map { sync.citizenRow($0) }
        + [sync.visitRow(lostVisit, citizen: kept)], to: 1)
    let seen = try #require(try sync.store.citizen(changed))
    var wanted = seen
    wanted.details.surname = "Иванова"
    try sync.store.changeCitizen(wanted, basedOn: seen, sync.desk.stamp())
    let own = try sync.desk.addCitizen("Своя")
    let visit = try sync.desk.log(own.id)
    _ = sync.store.perform(.sendAgain, now: TestStore.morning)
    try sync.fill([sync.citizenRow(kept)], to: 9)

    #expect(try sync.store.citizen(gone) == nil)
    #expect(try sync.surname(kept) == "Ёлкина")
    #expect(try sync.surname(changed) == "Иванова")
    #expect(try sync.surname(own.id) == "Своя")
    #expect(try sync.desk.card(own.id).visits.map(\.id) == [visit.id])
    #expect(try sync.desk.card(kept).visits.isEmpty)
    #expect(
      try sync.pending().map(\.kind) == [
        "citizen_changed", "citizen_added", "case_opened", "visit_logged",
      ])
    // A second snapshot sweeps none of it either.
    try sync.fill([sync.citizenRow(kept)], to: 10)
    #expect(try sync.surname(changed) == "Иванова")
    #expect(try sync.surname(own.id) == "Своя")
  }

  /// A failover that lost the last transactions: what this desk had sent is sent again and never swept,
  /// though it had been seen on the server.
  @Test func afterAFailoverWhatWasSentIsKept() throws {
    let sync = try SyncDesk()
    let citizen = try sync.desk.addCitizen()
    let visit = try sync.desk.log(citizen.id)
    let sent = try sync.push(number: 1)
    let rows = [sync.citizenRow(citizen.id), sync.visitRow(visit.id, citizen: citizen.id)]
    try sync.pull(rows, to: 1)
    _ = sync.store.perform(.sendAgain, now: TestStore.morning)
    try sync.fill([], to: 0)
    #expect(try sync.desk.card(citizen.id).visits.map(\.id) == [visit.id])
    #expect(try sync.pending() == sent)
    // The server takes it all again; what other desks do goes on.
    try sync.push(number: 1)
    try sync.pull(rows, to: 1)
    #expect(try sync.desk.card(citizen.id).cases.count == 1)
  }

  /// Versions of another life of the server may be lower.
  @Test func aSnapshotIsTakenWhateverTheVersion() throws {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull([sync.citizenRow(id, version: 9, surname: "Девятая")], to: 9)
    try sync.fill([sync.citizenRow(id, version: 3, surname: "Третья")], to: 4)
    #expect(try sync.surname(id) == "Третья")
    try sync.pull([sync.citizenRow(id, version: 4, surname: "Четвёртая")], to: 5)
    #expect(try sync.surname(id) == "Четвёртая")
  }

  @Test func aSnapshotBrokenOffBeginsAnew() throws {
    let sync = try SyncDesk()
    let first: Citizen.ID = sync.newID()
    let second: Citizen.ID = sync.newID()
    _ = sync.store.perform(.beginSnapshot(sync.cursor(5), rows: 2), now: TestStore.morning)
    _ = sync.store.perform(
      .applySnapshot([sync.citizenRow(first)]), now: TestStore.morning)
    // Meanwhile the first one was erased: the next snapshot has only the second.
    try sync.fill([sync.citizenRow(second)], to: 7)
    #expect(try sync.store.citizen(first) == nil)
    #expect(try sync.surname(second) == "Ёлкина")
  }

  @Test func withoutABeginningThereIsNoEnd() throws {
    let sync = try SyncDesk()
    #expect(sync.store.perform(.endSnapshot, now: TestStore.morning) == .failed)
  }

  /// The server names a citizen whom another desk has to send again: the visit waits with its note.
  @Test func aVisitOutlivesTheSweepOfItsCitizen() throws {
    let sync = try SyncDesk()
    let citizen: Citizen.ID = sync.newID()
    let visit: Visit.ID = sync.newID()
    let row = sync.visitRow(visit, citizen: citizen, note: "копия у дежурного")
    try sync.pull([sync.citizenRow(citizen), row], to: 3)
    try sync.fill([row], to: 2)
    #expect(try sync.store.citizen(citizen) == nil)
    try sync.pull([sync.citizenRow(citizen)], to: 3)
    let card = try sync.desk.card(citizen)
    #expect(card.visits.map(\.note) == ["копия у дежурного"])
    #expect(card.cases.count == 1)
  }

  @Test func aLongSweepIsDoneInSteps() throws {
    let sync = try SyncDesk()
    try sync.fill((0..<900).map { _ in sync.citizenRow(sync.newID()) }, to: 5)
    #expect(try sync.fill([], to: 6) > 4)
    #expect(try sync.desk.rows("SELECT count(*) FROM citizen") == ["0"])
    #expect(try sync.desk.rows("SELECT count(*) FROM name_word") == ["0"])
  }
}
