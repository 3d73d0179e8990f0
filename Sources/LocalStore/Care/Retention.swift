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
  /// Takes out cards whose time is over, some of those behind `place`: a step is a short look, and a small
  /// transaction only where it finds one.
  ///
  /// A card stays while it, or one that was merged into it, has an open case, a visit or a change of this desk
  /// within `days`, or anything that the central store may not have. A desk that works alone keeps all: it has
  /// the only copy.
  package func retire(
    after place: Int64 = 0, days: Int, _ stamp: Stamp
  ) throws(StoreError) -> RetentionStep {
    let cutoff = stamp.now + -Int64(days) * 86_400
    let found = try read { try Retention($0, cutoff: cutoff).found(after: place) }
    guard place == 0 || !found.cards.isEmpty else {
      return RetentionStep(next: found.next, retired: 0)
    }
    var hasForgotten = false
    let retired = try write(.afterOthers) { transaction -> Int in
      let retention = try Retention(transaction.connection, cutoff: cutoff)
      if place == 0 {
        try OperationLog.forgetStaff(through: retention.sure, transaction.connection)
        let hasOld = try CallbackTable.forgetOld(today: stamp.today, transaction.connection)
        let hasSure = try CallbackTable.forgetNumbers(
          through: retention.sure, transaction.connection)
        hasForgotten = hasOld || hasSure
      }
      var retired = 0
      for card in found.cards {
        let group = try retention.group(of: card)
        // Somebody may have come since the look.
        guard try group.allSatisfy(retention.isOver) else { continue }
        for one in group { try RetiredTable.retire(one, transaction, stamp) }
        retired += group.count
      }
      return retired
    }
    if retired > 0 || hasForgotten { fold(.truncating, beyond: 0) }
    return RetentionStep(next: found.next, retired: retired)
  }
}

/// Which cards are over, by what stands now.
private struct Retention {
  private static let looked: Int64 = 5_000
  private static let most = 50

  private let connection: Connection
  private let cutoff: Instant
  /// Operations beyond are not surely at the central store.
  let sure: Int64

  init(_ connection: Connection, cutoff: Instant) throws {
    self.connection = connection
    self.cutoff = cutoff
    sure = try SyncStateTable.surelyThere(connection)
  }

  /// The next cards that are over, and where to go on.
  func found(after place: Int64) throws -> (cards: [Citizen.ID], next: Int64?) {
    let end = place + Self.looked
    let rows = try connection.all(
      """
      SELECT number, id FROM citizen
      WHERE number > ? AND number <= ? AND id < ? AND server_version > 0 AND merged_into IS NULL
      ORDER BY number
      """, place, end, UUIDv7.first(at: cutoff)
    ) { row -> (Int64, Citizen.ID) in (try row.next(), try row.next()) }
    var cards: [Citizen.ID] = []
    for (number, id) in rows where try group(of: id).allSatisfy(isOver) {
      cards.append(id)
      if cards.count == Self.most { return (cards, number) }
    }
    let next = try connection.value(
      "SELECT min(number) - 1 FROM citizen WHERE number > ?", end, as: Int64?.self)
    return (cards, next ?? nil)
  }

  /// A card and those that were merged into it.
  func group(of id: Citizen.ID) throws -> [Citizen.ID] {
    [id] + (try CitizenTable.merged(into: id, connection))
  }

  func isOver(_ id: Citizen.ID) throws -> Bool {
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
}

extension UUIDv7 {
  /// The moment in an id of version 7.
  fileprivate var minted: Instant { Instant(milliseconds: Int64(high >> 16)) }

  /// The least id of a moment, which none has: ids are in the order of time.
  fileprivate static func first(at moment: Instant) -> UUIDv7 {
    UUIDv7(high: UInt64(clamping: moment.milliseconds) << 16, low: 0)
  }
}

/// Cards that have left this desk because their time was over.
enum RetiredTable {
  /// The visits stay, under an id: the card may come back to them.
  static func retire(
    _ id: Citizen.ID, _ transaction: WriteTransaction, _ stamp: Stamp
  ) throws {
    let connection = transaction.connection
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

  static func version(of id: Citizen.ID, _ connection: Connection) throws -> Int64? {
    try connection.value("SELECT version FROM retired_citizen WHERE id = ?", id)
  }

  static func remove(_ id: Citizen.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM retired_citizen WHERE id = ?", id)
  }
}
