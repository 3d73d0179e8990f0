import Domain
import SQLite
import Sync
import Testing

@testable import LocalStore

/// What sync asks of tables that grow, it finds by an index: a page costs what its rows cost, and not what
/// the register holds.
@Suite struct SyncPlanTests {
  private static let growing = [
    "citizen", "p", "visit", "v", "visit_service", "s", "situation_case", "c", "case_service",
    "rating", "operation", "o", "audit", "conflict",
  ]
  /// Walks that are meant: along a few rows (a partial index, what waits for a person), along the
  /// numbers in steps, or by a snapshot's end.
  private static let meant = [
    "visit_waiting", "operation_taking", "citizen_merged", "rating_pending",
    "count(*) FROM conflict", "FROM conflict WHERE settled IS NULL", "server_version > 0",
    "DESC LIMIT 1", "max(sequence)",
  ]

  @Test func noStatementWalksThroughATableThatGrows() throws {
    let sync = try SyncDesk()
    try live(sync)
    var checked = 0
    for sql in sync.store.connection.preparedStatements {
      checked += 1
      let plan: [String] = try sync.store.connection.all("EXPLAIN QUERY PLAN \(sql)") {
        try $0.get(3)
      }
      for step in plan {
        let words = step.split(separator: " ").map(String.init)
        guard words.count > 1, words[0] == "SCAN", Self.growing.contains(words[1]) else { continue }
        let isMeant = Self.meant.contains { step.contains($0) || sql.contains($0) }
        #expect(isMeant, "\(step): \(sql)")
      }
    }
    #expect(checked > 60)
  }

  private func live(_ sync: SyncDesk) throws {
    let desk = sync.desk
    let ids = (0..<3).map { _ in desk.ids.make(Citizen.self) }
    let own = try desk.addCitizen()
    let visit = try desk.log(own.id)
    try sync.push(number: 1)
    try sync.pull([sync.citizenRow(own.id), sync.visitRow(visit.id, citizen: own.id)], to: 1)
    let conflict: CardConflict.ID = desk.ids.make()
    try sync.pull(
      ids.map { sync.citizenRow($0, snils: "11223344595") } + [
        sync.visitRow(desk.ids.make(), citizen: desk.ids.make()),
        sync.conflictRow(conflict, of: ids[0], current: "Ёлкина", wanted: "Иванова"),
      ], to: 2)
    try sync.store.settleConflict(
      try #require(sync.store.conflicts().first), choosing: CitizenDetails(surname: "Иванова"),
      desk.stamp())
    try sync.store.mergeCitizens(kept: ids[0], merged: ids[1], desk.stamp())
    try sync.store.undoVisit(visit.id, desk.stamp(9))
    try sync.pull([sync.citizenRow(ids[1], version: 2, phone: nil)], to: 3)
    try sync.push(number: 4) { $0.kind == "citizens_merged" ? .refused(.erased) : .accepted }
    _ = try sync.store.syncTasks()
    _ = try desk.card(ids[0])
    for refused in try sync.store.refusedOperations() {
      try sync.store.dropRefused(refused.id, reason: "нет", desk.stamp())
    }
    try sync.pull([sync.tombstone(.citizen, ids[2].uuid, version: 2)], to: 5)
    _ = sync.store.perform(.sendAgain, now: TestStore.morning)
    try sync.fill([sync.citizenRow(ids[0])], to: 6)
  }
}
