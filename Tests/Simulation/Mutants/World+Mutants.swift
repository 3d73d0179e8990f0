import Domain
import SQLite
import Sync

@testable import LocalStore

// Faults planted between the machine and the store, and between the machine and the network.

extension World {
  /// What the store answers when the desk has the planted fault.
  func mutated(
    _ command: StoreCommand, of desk: SimulatedDesk
  ) throws(DeskStore.Crash) -> StoreResult {
    let connection = desk.store.local.connection
    switch (mutant, command) {
    case (.verdictsMixedUp, .settle(var verdicts, let sent)):
      let kinds = verdicts.verdicts.map(\.kind)
      for index in verdicts.verdicts.indices {
        verdicts.verdicts[index].kind = kinds[(index + 1) % kinds.count]
      }
      return try plain(.settle(verdicts, sent: sent), of: desk)
    case (.refusedDropped, .settle(var verdicts, let sent)):
      for index in verdicts.verdicts.indices { verdicts.verdicts[index].kind = .accepted }
      return try plain(.settle(verdicts, sent: sent), of: desk)
    case (.cursorBeforeRows, .apply(let page)):
      var empty = page
      empty.rows = []
      let result = try plain(.apply(empty), of: desk)
      // Sometimes the program ends between the two.
      guard !page.rows.isEmpty else { return result }
      if !isHealed, chance(0.1) { throw DeskStore.Crash() }
      return try plain(.apply(page), of: desk)
    case (.cursorAtSnapshotsBegin, .beginSnapshot(let cursor, _)):
      let result = try plain(command, of: desk)
      try? SyncStateTable.setCursor(cursor, connection)
      return result
    case (.snapshotNotSwept, .endSnapshot):
      for table in ["citizen", "visit", "rating", "conflict", "ticket", "desk"] {
        try? connection.execute(
          "UPDATE \(table) SET generation = (SELECT generation FROM sync_state)")
      }
      return try plain(command, of: desk)
    case (.unsentForgotten, .endSnapshot):
      try? connection.execute(
        "UPDATE sync_state SET pushed_through = (SELECT coalesce(max(sequence), 0) FROM operation)")
      return try plain(command, of: desk)
    case (.nothingSentAgain, .sendAgain), (.nothingSentAgain, .sendAgainIn),
      (.movedWithoutSending, .sendAgainIn):
      return try plain(.read, of: desk).asApplied
    case (.nothingSentAgain, .move(let cursor)), (.movedWithoutSending, .move(let cursor)):
      try? SyncStateTable.setCursor(cursor, connection)
      return try plain(.read, of: desk).asApplied
    case (.higherVersionsPassedOver, .apply(var page)):
      for index in page.rows.indices { page.rows[index].version += 1_000_000 - page.cursor.number }
      return try plain(.apply(page), of: desk)
    case (.pendingOverwritten, .apply), (.pendingOverwritten, .applySnapshot):
      let result = try plain(command, of: desk)
      coverPending(command.rows, connection)
      return result
    case (.caseOfLastOperation, .apply(let page)):
      let result = try plain(command, of: desk)
      takeLastOutcomes(page, connection)
      return result
    case (.retriedWithNewID, .takeOperations):
      guard case .operations(let taken) = try plain(command, of: desk) else { return .failed }
      return .operations(taken.map { renamedIfTaken($0, by: desk) })
    case (.ratingsTwice, .apply(let page)):
      let result = try plain(command, of: desk)
      for row in page.rows where row.entity == .rating { countAgain(row, connection) }
      return result
    default: return try plain(command, of: desk)
    }
  }

  private func plain(
    _ command: StoreCommand, of desk: SimulatedDesk
  ) throws(DeskStore.Crash) -> StoreResult {
    let result = try desk.store.perform(command, now: wallClock(of: desk))
    if case .operations(let operations) = result {
      return .operations(Array(operations.prefix(plan.batch)))
    }
    return result
  }

  private func coverPending(_ rows: [SyncRow], _ connection: Connection) {
    for row in rows where row.entity == .citizen {
      guard let body = row.body, let card = try? ServerCard(json: body) else { continue }
      let id = Citizen.ID(row.id)
      guard (try? BaseTable.base(of: id, connection)) != nil else { continue }
      try? CitizenTable.update(connection, Citizen(id: id, details: card.details, version: 1))
      try? BaseTable.remove(id, connection)
    }
  }

  private func takeLastOutcomes(_ page: SyncPage, _ connection: Connection) {
    for row in page.rows where row.entity == .visit {
      guard let body = row.body.flatMap({ JSON($0) }), case .array(let lines) = body["services"]
      else { continue }
      for line in lines {
        _ = try? connection.run(
          """
          UPDATE case_service SET progress = ? WHERE service = ?
            AND situation_case = (SELECT situation_case FROM visit WHERE id = ?)
          """, line["outcome"].string, line["id"].string, row.id)
      }
    }
  }

  private func countAgain(_ row: SyncRow, _ connection: Connection) {
    _ = try? connection.run(
      """
      INSERT INTO rating (id, situation, day, result, score, criteria, too_fast, logged)
      SELECT ?, situation, day, result, score, criteria, too_fast, 1 FROM rating WHERE id = ?
      """, UUIDv7(high: row.id.high, low: row.id.low ^ 1), row.id)
  }

  /// What is sent when the desk has the planted fault.
  func mutated(_ request: SyncRequest, of desk: SimulatedDesk) -> SyncRequest {
    guard case .push(let operations, let incarnation) = request else { return request }
    if mutant == .acknowledgedWhenSent {
      let verdicts = operations.map { Verdict(operation: $0.id, kind: .accepted, number: 0) }
      _ = desk.store.local.perform(
        .settle(Verdicts(epoch: "", verdicts: verdicts), sent: operations),
        now: wallClock(of: desk))
    }
    return .push(operations, incarnation: incarnation)
  }

  private func renamedIfTaken(
    _ operation: SyncOperation, by desk: SimulatedDesk
  ) -> SyncOperation {
    let isFirst = attempted[desk.index, default: []].insert(operation.sequence).inserted
    guard !isFirst else { return operation }
    var renamed = operation
    renamed.id = newID()
    return renamed
  }
}

extension StoreCommand {
  /// The server's rows that come with it.
  var rows: [SyncRow] {
    switch self {
    case .apply(let page): page.rows
    case .applySnapshot(let rows): rows
    default: []
    }
  }
}

extension StoreResult {
  /// As if a command had been carried out.
  fileprivate var asApplied: StoreResult {
    if case .state(let state) = self { .applied(state) } else { self }
  }
}
