package import Domain
internal import SQLite

/// How far a walk through the register has come.
package struct RetentionStep: Hashable, Sendable {
  /// Where the next step goes on; `nil` at the end of the register.
  package var next: Int64?
  /// Cards that have left this desk in this step, those merged into them included.
  package var retired: Int
}

// A card leaves this desk some time after the last visit. docs/decisions/accounts.md says why so.

extension LocalStore {
  /// Takes out cards whose time is over, some of those behind `place`: a step is one small transaction.
  ///
  /// A card stays while it, or one that was merged into it, has an open case, a visit or a change of this desk
  /// within `days`, or anything that the central store may not have. A desk that works alone keeps all: it has
  /// the only copy.
  package func retire(
    after place: Int64 = 0, days: Int, _ stamp: Stamp
  ) throws(StoreError) -> RetentionStep {
    let step = try write(.afterOthers) { transaction -> RetentionStep in
      let retention = try Retention(
        transaction, cutoff: stamp.now + -Int64(days) * 86_400, stamp)
      if place == 0 {
        try OperationLog.forgetStaff(through: retention.sure, transaction.connection)
      }
      return try retention.step(after: place)
    }
    if step.retired > 0 { fold(.truncating, beyond: 0) }
    return step
  }
}

private struct Retention {
  private static let looked = 500
  private static let most = 50

  private let transaction: WriteTransaction
  private let cutoff: Instant
  private let stamp: Stamp
  /// Operations beyond are not surely at the central store.
  let sure: Int64
  private var connection: Connection { transaction.connection }

  init(_ transaction: WriteTransaction, cutoff: Instant, _ stamp: Stamp) throws {
    self.transaction = transaction
    self.cutoff = cutoff
    self.stamp = stamp
    sure = try SyncStateTable.surelyThere(transaction.connection)
  }

  func step(after place: Int64) throws -> RetentionStep {
    let rows = try connection.all(
      """
      SELECT number, id, merged_into IS NULL FROM citizen WHERE number > ? ORDER BY number LIMIT ?
      """, place, Self.looked
    ) { row -> (Int64, Citizen.ID, Bool) in (try row.next(), try row.next(), try row.next()) }
    var retired = 0
    for (number, id, stands) in rows where stands {
      let group = [id] + (try CitizenTable.merged(into: id, connection))
      guard try group.allSatisfy(isOver) else { continue }
      for one in group { try retire(one) }
      retired += group.count
      if retired >= Self.most { return RetentionStep(next: number, retired: retired) }
    }
    return RetentionStep(
      next: rows.count < Self.looked ? nil : rows.last?.0, retired: retired)
  }

  private func isOver(_ id: Citizen.ID) throws -> Bool {
    guard id.uuid.minted < cutoff,
      let card = try CitizenTable.stored(id, connection), card.serverVersion > 0
    else { return false }
    let isInUse = try connection.value(
      """
      SELECT EXISTS (SELECT 1 FROM visit WHERE citizen = ?1 AND started >= ?3)
        OR EXISTS (SELECT 1 FROM visit WHERE citizen = ?1 AND server_version = 0)
        OR EXISTS (SELECT 1 FROM remark WHERE citizen = ?2 AND (told >= ?3 OR server_version = 0))
        OR EXISTS (SELECT 1 FROM situation_case WHERE citizen = ?1 AND closed IS NULL)
        OR EXISTS (SELECT 1 FROM operation WHERE citizen = ?2 AND (sequence > ?4 OR time >= ?3))
        OR EXISTS (SELECT 1 FROM conflict WHERE citizen = ?2)
        OR EXISTS (SELECT 1 FROM citizen_base WHERE citizen = ?2)
        OR EXISTS (SELECT 1 FROM draft WHERE instr(body, ?5) > 0)
        OR EXISTS (SELECT 1 FROM operation AS o JOIN refused_operation AS r USING (sequence)
          WHERE o.citizen = ?2 AND r.state = 'refused')
      """, card.number, id, cutoff, sure, "\(id)", as: Bool.self)
    return isInUse == false
  }

  /// The visits stay, under an id: the card may come back to them.
  private func retire(_ id: Citizen.ID) throws {
    try connection.run(
      """
      INSERT OR REPLACE INTO retired_citizen (id, version)
      SELECT id, server_version FROM citizen WHERE id = ?
      """, id)
    try connection.run(
      """
      UPDATE visit SET citizen = NULL, citizen_id = ?1, situation_case = NULL, note = ''
      WHERE citizen = (SELECT number FROM citizen WHERE id = ?1)
      """, id)
    try RemarkTable.erase(of: id, connection)
    try DuplicateTable.remove(id, connection)
    try CitizenTable.delete(connection, id)
    try OperationLog.forget(id, connection)
    try transaction.audit(.retired, "citizen", "\(id)", purpose: "retention", stamp)
  }
}

extension UUIDv7 {
  /// The moment in an id of version 7.
  fileprivate var minted: Instant { Instant(milliseconds: Int64(high >> 16)) }
}

/// Cards that have left this desk because their time was over.
enum RetiredTable {
  static func version(of id: Citizen.ID, _ connection: Connection) throws -> Int64? {
    try connection.value("SELECT version FROM retired_citizen WHERE id = ?", id)
  }

  static func remove(_ id: Citizen.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM retired_citizen WHERE id = ?", id)
  }
}
