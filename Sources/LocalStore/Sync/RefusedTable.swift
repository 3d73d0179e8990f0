internal import Domain
internal import SQLite
internal import Sync

/// The operations that the central store refused, until a person has seen to them and after.
enum RefusedTable {
  static func note(
    _ operation: SyncOperation, _ verdict: Verdict.Kind, _ connection: Connection
  ) throws {
    switch verdict {
    case .accepted, .merged:
      try connection.run(
        "DELETE FROM refused_operation WHERE sequence = ? AND state = 'refused'",
        operation.sequence)
    case .refused(let refusal):
      try connection.run(
        """
        INSERT INTO refused_operation (sequence, id, reason, state) VALUES (?, ?, ?, 'refused')
        ON CONFLICT (sequence) DO UPDATE SET reason = excluded.reason
        """, operation.sequence, operation.id, refusal.rawValue)
    }
  }

  struct Refused {
    var sequence: Int64
    var operation: Operation
    var citizen: Citizen.ID?
    var refusal: Refusal
  }

  /// Those that wait for a person, the newest first.
  static func waiting(_ connection: Connection) throws -> [Refused] {
    try connection.all(select + " ORDER BY r.sequence DESC", read: read)
  }

  static func waiting(_ id: Operation.ID, _ connection: Connection) throws -> Refused? {
    try connection.first(select + " AND r.id = ?", id, read: read)
  }

  static func setState(_ state: String, _ sequence: Int64, _ connection: Connection) throws {
    try connection.run(
      "UPDATE refused_operation SET state = ? WHERE sequence = ?", state, sequence)
  }

  private static let select = """
    SELECT r.sequence, r.reason, o.id, o.desk, o.kind, o.body, o.time, o.citizen
    FROM refused_operation AS r JOIN operation AS o ON o.sequence = r.sequence
    WHERE r.state = 'refused'
    """

  private static func read(_ row: inout Row) throws -> Refused {
    let sequence: Int64 = try row.next()
    let reason: Refusal = try row.word()
    let operation = Operation(
      id: try row.next(), desk: try row.next(), kind: try row.word(), body: try row.next(),
      time: try row.next())
    return Refused(
      sequence: sequence, operation: operation, citizen: try row.next(), refusal: reason)
  }
}
