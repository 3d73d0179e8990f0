import Domain
import Sync
import Testing

@testable import LocalStore

/// A test's store, and a hand that plays the central store.
struct SyncDesk {
  let desk: TestStore
  var store: LocalStore { desk.store }
  let epoch: String

  init(_ place: Place = .memory, epoch: String = "one", seed: UInt64 = 1) throws {
    desk = try TestStore(place, seed: seed)
    self.epoch = epoch
  }

  init(_ desk: TestStore, epoch: String = "one") {
    self.desk = desk
    self.epoch = epoch
  }

  func state() throws -> SyncStoreState {
    guard case .state(let state) = store.perform(.read, now: TestStore.morning) else {
      throw Unexpected()
    }
    return state
  }

  struct Unexpected: Error {}

  func cursor(_ number: Int64) -> SyncCursor {
    SyncCursor(epoch: epoch, number: number, chain: "c\(number)")
  }

  /// Applies a page that ends at `number`.
  func pull(
    _ rows: [SyncRow], to number: Int64, durable: Int64 = 0, minutes: Int64 = 60
  ) throws {
    let page = SyncPage(
      rows: rows, cursor: cursor(number), head: number, durable: durable, release: 0,
      serverTime: TestStore.morning)
    try expectApplied(store.perform(.apply(page), now: TestStore.morning + minutes * 60))
  }

  /// Applies a whole snapshot; the number of its sweep's steps.
  @discardableResult
  func fill(_ rows: [SyncRow], to number: Int64) throws -> Int {
    try expectApplied(
      store.perform(.beginSnapshot(cursor(number), rows: rows.count), now: TestStore.morning))
    try expectApplied(store.perform(.applySnapshot(rows), now: TestStore.morning))
    var steps = 1
    while store.perform(.endSnapshot, now: TestStore.morning) == .sweeping { steps += 1 }
    #expect(try state().cursor == cursor(number))
    return steps
  }

  private func expectApplied(_ result: StoreResult) throws {
    guard case .applied = result else {
      Issue.record("\(result)")
      throw Unexpected()
    }
  }

  func pending() throws -> [SyncOperation] {
    guard
      case .operations(let operations) = store.perform(
        .takeOperations(after: try state().pushedThrough), now: TestStore.morning)
    else { throw Unexpected() }
    return operations
  }

  /// Sends what is pending; each gets the verdict that `judge` says.
  @discardableResult
  func push(
    number: Int64, _ judge: (SyncOperation) -> Verdict.Kind = { _ in .accepted }
  ) throws -> [SyncOperation] {
    let sent = try pending()
    guard !sent.isEmpty else { return [] }
    let verdicts = Verdicts(
      epoch: epoch,
      verdicts: sent.map { Verdict(operation: $0.id, kind: judge($0), number: number) })
    try expectApplied(store.perform(.settle(verdicts, sent: sent), now: TestStore.morning))
    return sent
  }

  // MARK: Rows of the server

  func citizenRow(
    _ id: Citizen.ID, version: Int64 = 1, surname: String = "Ёлкина", givenName: String = "Мария",
    birthDate: String? = "1990-03-12", snils: String? = nil, phone: String? = "79161234567",
    mergedInto: Citizen.ID? = nil
  ) -> SyncRow {
    var body = """
      {"id": "\(id)", "audience": "person", "surname": "\(surname)", "given_name": "\(givenName)", \
      "patronymic": "Петровна"
      """
    if let birthDate { body += ", \"birth_date\": \"\(birthDate)\"" }
    if let snils { body += ", \"snils\": \"\(snils)\"" }
    if let phone { body += ", \"phone\": \"\(phone)\"" }
    if let mergedInto { body += ", \"merged_into\": \"\(mergedInto)\"" }
    return SyncRow(entity: .citizen, id: id.uuid, version: version, body: body + "}")
  }

  func visitRow(
    _ id: Visit.ID, version: Int64 = 1, citizen: Citizen.ID? = nil, minutes: Int64 = 0,
    caseID: SituationCase.ID? = nil, outcome: Outcome = .accepted, note: String = "",
    event: String? = nil, isUndone: Bool = false, desk: Identifier<Desk>? = nil
  ) -> SyncRow {
    func text(_ value: (some CustomStringConvertible)?) -> String {
      value.map { "\"\($0)\"" } ?? "null"
    }
    let started = TestStore.morning + minutes * 60
    var body = """
      {"id": "\(id)", "situation": "birth-of-child", "channel": "counter", "note": "\(note)", \
      "services": [{"id": "birth-certificate", "outcome": "\(outcome.rawValue)"}], \
      "citizen": \(text(citizen)), "case": \(text(caseID)), "event_date": \(text(event)), \
      "ticket": null, "started": "\(started.iso8601)", "ended": "\((started + 300).iso8601)", \
      "desk": "\(desk ?? otherDesk)"
      """
    if isUndone { body += ", \"undone\": \"\((started + 600).iso8601)\"" }
    return SyncRow(entity: .visit, id: id.uuid, version: version, body: body + "}")
  }

  var otherDesk: Identifier<Desk> { Identifier(UUIDv7(high: 0x7777, low: 0x8888)) }

  func tombstone(_ entity: SyncRow.Entity, _ id: UUIDv7, version: Int64) -> SyncRow {
    SyncRow(entity: entity, id: id, version: version, body: nil)
  }

  func conflictRow(
    _ id: CardConflict.ID, of citizen: Citizen.ID, current: String, wanted: String,
    version: Int64 = 1
  ) -> SyncRow {
    SyncRow(
      entity: .conflict, id: id.uuid, version: version,
      body: """
        {"citizen": "\(citizen)", "fields": {"surname": {"current": "\(current)", \
        "wanted": "\(wanted)", "seen": "Ёлкина"}}, "wanted_by": "окно 2", \
        "wanted_at": "2026-11-24T07:10:00.000Z", "current_by": "окно 1", \
        "current_at": "2026-11-24T07:05:00.000Z"}
        """)
  }

  func newID<Entity>(_ entity: Entity.Type = Entity.self) -> Identifier<Entity> { desk.ids.make() }

  func surname(_ id: Citizen.ID) throws -> String? { try store.citizen(id)?.details.surname }
}
