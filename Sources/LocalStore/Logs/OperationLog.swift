internal import Domain
internal import SQLite

/// An operation as it lies in the log.
///
/// The chain covers a hash of the body, not the body: when a citizen is erased the body and its salt
/// go, and the chain still holds. Without the salt nobody can try out whose data it was.
struct OperationRow: ChainEntry {
  var sequence: Int64
  var operation: Operation
  var salt: [UInt8]?
  var bodyHash: [UInt8]
  var citizen: Citizen.ID?
  var previousHash: [UInt8]
  var hash: [UInt8]

  var expectedHash: [UInt8] {
    var input = HashInput()
    input.add(previousHash)
    input.add(sequence)
    input.add(operation.id.uuid.bytes)
    input.add(operation.desk.uuid.bytes)
    input.add(operation.kind.rawValue)
    // A body that is there must be the one that was hashed.
    input.add(Self.hash(of: operation.body, salt: salt) ?? bodyHash)
    input.add(operation.time.milliseconds)
    return input.digest
  }

  static func hash(of body: String?, salt: [UInt8]?) -> [UInt8]? {
    guard let body, let salt else { return nil }
    var input = HashInput()
    input.add(salt)
    input.add(body)
    return input.digest
  }
}

enum OperationLog {
  private static let columns = """
    sequence, id, desk, kind, body, salt, body_hash, citizen, time, previous_hash, hash
    """

  static func append(
    _ operation: Operation, about citizen: Citizen.ID?, after head: inout ChainHead,
    _ connection: Connection
  ) throws {
    let salt = SecureRandom.bytes(16)
    var row = OperationRow(
      sequence: head.count + 1, operation: operation, salt: salt,
      bodyHash: OperationRow.hash(of: operation.body, salt: salt) ?? [], citizen: citizen,
      previousHash: head.hash, hash: [])
    row.hash = row.expectedHash
    try connection.run(
      "INSERT INTO operation (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      row.sequence, operation.id, operation.desk, operation.kind.rawValue, operation.body, salt,
      row.bodyHash, citizen, operation.time, row.previousHash, row.hash)
    head = ChainHead(count: row.sequence, hash: row.hash)
  }

  /// Takes the bodies out of the operations that hold personal data of `citizen`. That of the erasure
  /// itself holds an id alone, and may still have to be sent.
  static func forget(
    _ citizen: Citizen.ID, through sequence: Int64 = .max, _ connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE operation SET body = NULL, salt = NULL
      WHERE citizen = ? AND sequence <= ? AND kind <> 'citizen_erased' AND body IS NOT NULL
      """, citizen, sequence)
  }

  /// Takes the hashes of PINs out of operations that the central store surely has: an old one is of no use to
  /// anybody but a thief.
  static func forgetStaff(through sequence: Int64, _ connection: Connection) throws {
    try connection.run(
      """
      UPDATE operation SET body = NULL, salt = NULL
      WHERE kind IN ('employee_added', 'employee_changed') AND sequence <= ? AND body IS NOT NULL
      """, sequence)
  }

  static func rows(
    after sequence: Int64, limit: Int, _ connection: Connection
  ) throws -> [OperationRow] {
    try connection.all(
      "SELECT \(columns) FROM operation WHERE sequence > ? ORDER BY sequence LIMIT ?",
      sequence, limit, read: read)
  }

  static func faults(desk: Identifier<Desk>, _ connection: Connection) throws -> [AuditFault] {
    var check = ChainCheck(.operation, desk: desk)
    try connection.forEach("SELECT \(columns) FROM operation ORDER BY sequence") { row in
      check.visit(try read(&row))
      return true
    }
    check.finish(at: try ChainHead.read(.operation, from: connection))
    return check.faults
  }

  private static func read(_ row: inout Row) throws -> OperationRow {
    let sequence: Int64 = try row.next()
    let id: Operation.ID = try row.next()
    let desk: Identifier<Desk> = try row.next()
    let kind: Operation.Kind = try row.word()
    let body: String? = try row.next()
    let salt: [UInt8]? = try row.next()
    let bodyHash: [UInt8] = try row.next()
    let citizen: Citizen.ID? = try row.next()
    let time: Instant = try row.next()
    return OperationRow(
      sequence: sequence,
      operation: Operation(id: id, desk: desk, kind: kind, body: body, time: time),
      salt: salt, bodyHash: bodyHash, citizen: citizen, previousHash: try row.next(),
      hash: try row.next())
  }
}
