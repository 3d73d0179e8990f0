internal import Domain
internal import SQLite

/// An audit entry as it lies in the log.
struct AuditRow: ChainEntry {
  var entry: AuditEntry
  var previousHash: [UInt8]
  var hash: [UInt8]

  var sequence: Int64 { entry.sequence }

  var expectedHash: [UInt8] {
    var input = HashInput()
    input.add(previousHash)
    input.add(entry.sequence)
    input.add(entry.time.milliseconds)
    input.add(entry.desk.uuid.bytes)
    if let employee = entry.employee { input.add(employee.uuid.bytes) } else { input.addAbsent() }
    input.add(entry.action.rawValue)
    input.add(entry.subject)
    input.add(entry.subjectID)
    input.add(entry.purpose)
    return input.digest
  }
}

enum AuditLog {
  private static let columns = """
    sequence, time, desk, employee, action, subject, subject_id, purpose, previous_hash, hash
    """

  static func append(
    _ draft: AuditEntry, after head: inout ChainHead, _ connection: Connection
  ) throws {
    var entry = draft
    entry.sequence = head.count + 1
    var row = AuditRow(entry: entry, previousHash: head.hash, hash: [])
    row.hash = row.expectedHash
    try connection.run(
      "INSERT INTO audit (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      entry.sequence, entry.time, entry.desk, entry.employee, entry.action.rawValue, entry.subject,
      entry.subjectID, entry.purpose, row.previousHash, row.hash)
    head = ChainHead(count: entry.sequence, hash: row.hash)
  }

  static func entries(
    after sequence: Int64, limit: Int, _ filter: AuditFilter, _ connection: Connection
  ) throws -> [AuditEntry] {
    try connection.all(
      """
      SELECT \(columns) FROM audit
      WHERE sequence > ?1 AND (?3 IS NULL OR time >= ?3) AND (?4 IS NULL OR time < ?4)
        AND (?5 IS NULL OR subject_id = ?5 OR purpose = ?5)
      ORDER BY sequence LIMIT ?2
      """, sequence, limit, filter.from, filter.before, filter.citizen.map { "\($0)" }
    ) { try read(&$0).entry }
  }

  static func faults(desk: Identifier<Desk>, _ connection: Connection) throws -> [AuditFault] {
    var check = ChainCheck(.audit, desk: desk)
    try connection.forEach("SELECT \(columns) FROM audit ORDER BY sequence") { row in
      check.visit(try read(&row))
      return true
    }
    check.finish(at: try ChainHead.read(.audit, from: connection))
    return check.faults
  }

  private static func read(_ row: inout Row) throws -> AuditRow {
    let entry = AuditEntry(
      sequence: try row.next(), time: try row.next(), desk: try row.next(),
      employee: try row.next(), action: try row.word(), subject: try row.next(),
      subjectID: try row.next(), purpose: try row.next())
    return AuditRow(entry: entry, previousHash: try row.next(), hash: try row.next())
  }
}
