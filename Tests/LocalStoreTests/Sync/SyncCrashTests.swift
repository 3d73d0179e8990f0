import Domain
import SQLite
import Sync
import Testing

@testable import LocalStore

/// One life of a desk with the central store, told as steps: the same end, whatever breaks between or
/// within them.
@Suite struct SyncCrashTests {
  private typealias Step = (name: String, run: (LocalStore) throws -> StoreResult)

  private static let tables = [
    "citizen", "citizen_word", "name_word", "visit", "visit_service", "situation_case",
    "case_service", "rating", "conflict", "citizen_base", "duplicate_offer", "acknowledged",
    "refused_operation", "sync_state", "operation", "audit", "meta", "unreadable_row",
  ]

  @Test func betweenCommandsNothingIsLost() throws {
    let reference = try life(.memory)
    #expect(reference.count > 20)
    #expect(try life(.disk) == reference)
    #expect(try life(.disk, reopening: true) == reference)
  }

  /// A command that fails at its first write to a table has changed nothing, and done again it does all.
  @Test(arguments: tables)
  func aCommandIsDoneWhollyOrNotAtAll(_ table: String) throws {
    let reference = try life(.memory)
    for verb in ["INSERT", "UPDATE", "DELETE"] {
      #expect(try life(.memory, failing: (verb, table)) == reference, "\(verb) \(table)")
    }
  }

  /// - Returns: what is in the tables at the end.
  private func life(
    _ place: Place, reopening: Bool = false, failing: (verb: String, table: String)? = nil
  ) throws -> [String] {
    let desk = try TestStore(place)
    var store = desk.store
    for step in try steps(desk) {
      if let failing, try !fail(step, store, failing) { continue }
      let result = try step.run(store)
      #expect(result != .failed, "\(step.name)")
      if reopening, let folder = desk.folder {
        store.close()
        store = try TestStore.open(folder)
      }
    }
    #expect(try store.verifyAudit().isEmpty)
    return try Self.dump(store)
  }

  /// Runs a step with a fault in it; whether it failed and has to be run again.
  private func fail(
    _ step: Step, _ store: LocalStore, _ failing: (verb: String, table: String)
  ) throws -> Bool {
    guard step.name != "work" else { return true }
    try store.connection.execute(
      """
      CREATE TEMP TRIGGER fault BEFORE \(failing.verb) ON main.\(failing.table)
      BEGIN SELECT RAISE(ABORT, 'disk full'); END
      """)
    let before = try Self.dump(store)
    let result = try step.run(store)
    // A sweep is several transactions, and those before the fault stand.
    if result == .failed, !step.name.contains("sweep") {
      #expect(try Self.dump(store) == before, "\(step.name)")
    }
    try store.connection.execute("DROP TRIGGER temp.fault")
    return result == .failed
  }

  private static func dump(_ store: LocalStore) throws -> [String] {
    let queries = [
      """
      SELECT hex(id), surname, given_name, phone, version, server_version, generation,
        hex(merged_into) FROM citizen
      """,
      "SELECT hex(word), citizens FROM name_word",
      """
      SELECT hex(v.id), hex(v.desk), v.note, v.undone, v.server_version, hex(c.id), hex(p.id)
      FROM visit AS v LEFT JOIN situation_case AS c ON c.number = v.situation_case
        LEFT JOIN citizen AS p ON p.number = v.citizen
      """,
      """
      SELECT c.opened, c.closed, s.service, s.progress FROM situation_case AS c
      JOIN case_service AS s ON s.situation_case = c.number
      """,
      "SELECT hex(id), score FROM rating", "SELECT hex(id), settled FROM conflict",
      "SELECT hex(citizen), version FROM citizen_base",
      "SELECT hex(first), hex(second) FROM duplicate_offer", "SELECT * FROM acknowledged",
      "SELECT sequence, reason, state FROM refused_operation", "SELECT * FROM sync_state",
      "SELECT sequence, kind, body IS NULL FROM operation", "SELECT sequence, action FROM audit",
      "SELECT entity, version FROM unreadable_row",
    ]
    return try queries.flatMap { query in
      try store.connection.all(query) { row in
        (0..<row.columnCount).map { "\(row.value($0))" }.joined(separator: "|")
      }.sorted()
    }
  }

  // MARK: The life

  private func steps(_ desk: TestStore) throws -> [Step] {
    let sync = SyncDesk(desk)
    let ids = (0..<5).map { _ in desk.ids.make(Citizen.self) }
    let own = Citizen(
      id: ids[0],
      details: CitizenDetails(
        surname: "Ёлкина", givenName: "Мария", birthDate: CalendarDate("1990-03-12")))
    let visits = (0..<3).map { desk.visit(ids[0], minutes: Int64($0) * 10, note: "н\($0)") }
    let pulled: Visit.ID = desk.ids.make()
    let bad: Visit.ID = desk.ids.make()
    let conflict: CardConflict.ID = desk.ids.make()
    let rating = desk.ids.make(Domain.Operation.self).uuid
    let ratingRow = SyncRow(
      entity: .rating, id: rating, version: 1,
      body: """
        {"situation": "birth-of-child", "day": "2026-11-24", "result": "skipped", "criteria": []}
        """)
    let stamp = desk.stamp(30)
    func work(_ body: @escaping (LocalStore) throws -> Void) -> Step {
      (
        "work",
        { store in
          try body(store)
          return .sweeping
        }
      )
    }
    func command(_ name: String, _ command: StoreCommand) -> Step {
      (name, { $0.perform(command, now: TestStore.morning) })
    }
    return [
      work { store in
        try store.addCitizen(own, stamp)
        for visit in visits { try store.logVisit(visit, eventDate: nil, stamp) }
      },
      push("the first push", number: 3, refusing: "case_changed"),
      command("the first snapshot", .beginSnapshot(sync.cursor(2), rows: 3)),
      command(
        "its rows",
        .applySnapshot([
          sync.citizenRow(ids[1]), sync.citizenRow(ids[2], surname: "Пешкова-Ёлкина"),
          sync.visitRow(pulled, citizen: ids[1], note: "чужая"),
        ])),
      end("its short sweep"),
      command(
        "a page",
        .apply(
          page(
            sync,
            [
              sync.citizenRow(ids[0]), sync.citizenRow(ids[3]),
              sync.visitRow(visits[0].id, citizen: ids[0]), ratingRow,
              sync.conflictRow(conflict, of: ids[2], current: "Пешкова-Ёлкина", wanted: "Пешкова"),
              SyncRow(entity: .visit, id: bad.uuid, version: 1, body: "{"),
            ], to: 4))),
      work { store in
        let seen = try #require(try store.citizen(ids[2]))
        var wanted = seen
        wanted.details.phone = nil
        try store.changeCitizen(wanted, basedOn: seen, stamp)
        try store.mergeCitizens(kept: ids[1], merged: ids[3], stamp)
        try store.undoVisit(visits[1].id, stamp)
      },
      command(
        "a page beneath changes",
        .apply(page(sync, [sync.citizenRow(ids[2], version: 2, surname: "Пешкова")], to: 5))),
      push("the second push", number: 6, refusing: "citizens_merged"),
      command(
        "an erasure",
        .apply(
          page(
            sync,
            [
              sync.tombstone(.citizen, ids[0].uuid, version: 2),
              sync.visitRow(bad, note: "теперь читается"),
              sync.tombstone(.conflict, conflict.uuid, version: 2),
            ], to: 6, durable: 3))),
      command("sending again", .sendAgain),
      command("another snapshot", .beginSnapshot(sync.cursor(7), rows: 1)),
      command("its only row", .applySnapshot([sync.citizenRow(ids[2], version: 1)])),
      end("its sweep"),
      push("the last push", number: 8, refusing: ""),
      command("the last page", .apply(page(sync, [], to: 8))),
    ]
  }

  private func page(
    _ sync: SyncDesk, _ rows: [SyncRow], to number: Int64, durable: Int64 = 0
  ) -> SyncPage {
    SyncPage(
      rows: rows, cursor: sync.cursor(number), head: number, durable: durable, release: 0,
      serverTime: TestStore.morning)
  }

  private func push(_ name: String, number: Int64, refusing kind: String) -> Step {
    (
      name,
      { store in
        guard case .state(let state) = store.perform(.read, now: TestStore.morning),
          case .operations(let sent) = store.perform(
            .takeOperations(after: state.pushedThrough), now: TestStore.morning)
        else { return .failed }
        guard !sent.isEmpty else { return .sweeping }
        let verdicts = sent.map {
          Verdict(
            operation: $0.id, kind: $0.kind == kind ? .refused(.badBody) : .accepted, number: number
          )
        }
        return store.perform(
          .settle(Verdicts(epoch: "one", verdicts: verdicts), sent: sent), now: TestStore.morning)
      }
    )
  }

  private func end(_ name: String) -> Step {
    (
      name,
      { store in
        var result = store.perform(.endSnapshot, now: TestStore.morning)
        while result == .sweeping { result = store.perform(.endSnapshot, now: TestStore.morning) }
        return result
      }
    )
  }
}
