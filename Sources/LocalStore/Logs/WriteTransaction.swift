internal import Domain
internal import SQLite

/// One write: the change, its operations and its audit entries, all or none.
final class WriteTransaction {
  let connection: Connection
  let desk: Identifier<Desk>
  private let mint: Mint
  private var heads: [ChainedLog: ChainHead] = [:]

  init(_ connection: Connection, desk: Identifier<Desk>, mint: Mint) {
    self.connection = connection
    self.desk = desk
    self.mint = mint
  }

  func makeID<Entity>(
    _ entity: Entity.Type = Entity.self, at moment: Instant
  ) -> Identifier<Entity> { mint.source.makeID(at: moment) }

  /// An id that is random but for its day.
  func unguessableID(on day: CalendarDate) -> UUIDv7 {
    UUIDv7(at: day.start(offset: .utc), random: (mint.secret(), mint.secret()))
  }

  /// Logs an operation.
  ///
  /// - Parameter citizen: whose personal data the body holds, so that it can be forgotten.
  func record(
    _ kind: Operation.Kind, _ body: JSONText, about citizen: Citizen.ID? = nil, at time: Instant,
    id: Operation.ID? = nil
  ) throws {
    try record(kind, body: body.written, about: citizen, at: time, id: id)
  }

  /// Logs an operation of somebody who may be signed in: the body says who.
  func record(
    _ kind: Operation.Kind, _ body: JSONText, about citizen: Citizen.ID? = nil, by stamp: Stamp
  ) throws {
    try record(kind, body.by(stamp.author.employee), about: citizen, at: stamp.now)
  }

  func record(
    _ kind: Operation.Kind, body: String, about citizen: Citizen.ID? = nil, at time: Instant,
    id: Operation.ID? = nil
  ) throws {
    let operation = Operation(
      id: id ?? makeID(at: time), desk: desk, kind: kind, body: body, time: time)
    var head = try head(of: .operation)
    try OperationLog.append(operation, about: citizen, after: &head, connection)
    heads[.operation] = head
  }

  /// Notes in the audit who saw or changed what.
  func audit(
    _ action: AuditEntry.Action, _ subject: String, _ id: String, purpose: String, _ stamp: Stamp
  ) throws {
    let entry = AuditEntry(
      sequence: 0, time: stamp.now, desk: stamp.author.desk, employee: stamp.author.employee,
      action: action, subject: subject, subjectID: id, purpose: purpose)
    var head = try head(of: .audit)
    try AuditLog.append(entry, after: &head, connection)
    heads[.audit] = head
  }

  /// Writes the heads of the logs that grew; the last step before the commit.
  func finish() throws {
    for (log, head) in heads { try head.write(log, to: connection) }
  }

  private func head(of log: ChainedLog) throws -> ChainHead {
    if let known = heads[log] { return known }
    return try ChainHead.next(of: log, desk: desk, connection)
  }
}

/// The source of ids, shared by a store and its transactions.
final class Mint {
  var source: IDSource
  /// What nobody can guess; a simulation brings its own, to be the same each time.
  var secret: () -> UInt64 = SecureRandom.word
  init(_ source: IDSource) { self.source = source }
}
