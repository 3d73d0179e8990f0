internal import Domain
internal import Postgres
internal import Sync

/// A question as a statement.
struct RequestStatement {
  var sql: String
  var parameters: [PostgresValue]

  /// `nil` for a snapshot, which is a COPY and has no parameters.
  ///
  /// - Parameter after: the last operation that was pushed on this connection.
  init?(_ request: SyncRequest, after: Int64?) {
    switch request {
    case .hello(let hello):
      sql = "SELECT okno_api_v1.hello($1,$2,$3)"
      parameters = [
        .integer(Int64(hello.version)), .bytes(hello.incarnation), .text(hello.program),
      ]
    case .push(let operations, let incarnation):
      sql = "SELECT okno_api_v1.push($1,$2,$3,$4,$5,$6,$7,$8)"
      // What is sent once more begins anew.
      let before = after.flatMap { $0 < operations.first?.sequence ?? 0 ? $0 : nil }
      parameters = [
        .bytes(incarnation), before.map { .integer($0) } ?? .null,
        .integers(operations.map(\.sequence)),
        .uuids(operations.map { Self.bytes($0.id.uuid) }),
        .texts(operations.map { Self.storable($0.kind) }),
        .texts(operations.map { Self.storable($0.body) }),
        .integers(operations.map(\.time.milliseconds)), .bytes(operations.last?.hash ?? []),
      ]
    case .pull(let cursor, let limit):
      sql = "SELECT okno_api_v1.pull($1,$2,$3,$4)"
      parameters = [
        cursor.map { .text($0.epoch) } ?? .null, cursor.map { .integer($0.number) } ?? .null,
        cursor.map { .text($0.chain) } ?? .null, .integer(Int64(limit)),
      ]
    case .catalogue(let release):
      sql = "SELECT*FROM okno_api_v1.catalogue($1)"
      parameters = [.integer(release)]
    case .call(let call):
      sql = "SELECT okno_api_v1.call_next($1,$2,$3,$4,$5)"
      parameters = [
        .text("\(call.request.id)"), .texts(call.request.situations.map(\.rawValue)),
        call.employee.map { .text("\($0)") } ?? .null, .integer(call.since.milliseconds),
        .integer(call.time.milliseconds),
      ]
    case .lease(let wish):
      sql = "SELECT okno_api_v1.lease($1,$2,$3,$4)"
      parameters = [
        .uuids(wish.held.map { Self.bytes($0.uuid) }), .integer(Int64(wish.want)),
        .texts(wish.situations.map(\.rawValue)), .integer(wish.since.milliseconds),
      ]
    case .anchor(let head, let incarnation):
      sql = "SELECT okno_api_v1.anchor($1,$2,$3)"
      parameters = [.bytes(incarnation), .integer(head.sequence), .bytes(head.hash)]
    case .desks:
      sql = "SELECT okno_api_v1.desks()"
      parameters = []
    case .snapshot: return nil
    }
  }

  static let snapshot = "COPY (SELECT okno_api_v1.snapshot()) TO STDOUT"

  /// PostgreSQL's texts have no NUL. JSON has none either, so that with any other control character in
  /// its place the body is refused for what it is.
  private static func storable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(decoding: text.utf8.map { $0 == 0 ? 1 : $0 }, as: UTF8.self)
  }

  private static func bytes(_ id: UUIDv7) -> [UInt8] {
    withUnsafeBytes(of: id.high.bigEndian) { Array($0) }
      + withUnsafeBytes(of: id.low.bigEndian) { Array($0) }
  }
}
