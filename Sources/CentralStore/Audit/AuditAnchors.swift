package import Domain
internal import Postgres

/// The anchors of a desk's audit, asked for with the desk's own credentials. It waits for the answer.
package enum AuditAnchors {
  package static func read(
    _ credentials: Credentials, allowPlainConnection: Bool = false
  ) throws -> [AuditAnchor] {
    let session = try PostgresSession(
      DSNPolicy.settings(
        dsn: credentials.dsn, role: credentials.role, password: credentials.password,
        allowPlainConnection: allowPlainConnection))
    defer { session.close() }
    let result = try session.query("SELECT okno_api_v1.anchors()")
    return (0..<result.rowCount).compactMap { row in
      result.withBytes(row, 0, anchor) ?? nil
    }
  }

  private static func anchor(_ bytes: UnsafeRawBufferPointer) -> AuditAnchor? {
    var fields = FieldReader(bytes)
    guard let incarnation = fields.text().flatMap(Hexadecimal.bytes),
      let sequence = fields.number(), let hash = fields.text().flatMap(Hexadecimal.bytes),
      let time = fields.number()
    else { return nil }
    return AuditAnchor(
      incarnation: incarnation, sequence: sequence, hash: hash,
      time: Instant(milliseconds: time))
  }
}
