internal import CentralStore
internal import Domain
internal import FoundationEssentials
internal import PostgresServer
internal import Sync

/// pgbench as the peer: it calls the same function, in one script with so many statements, each with
/// operations of its own.
final class PgbenchPeer {
  private let credentials: Credentials
  private let folder: String
  private var ids = IDSource(seed: (0..<32).map { _ in UInt8.random(in: 0...255) })
  private var sequence: Int64 = 0

  init(_ credentials: Credentials, folder: String) {
    self.credentials = credentials
    self.folder = folder
  }

  /// What pgbench says that the whole script took.
  func milliseconds(operations: Int, statements: Int) throws -> Double {
    let script = (0..<statements).map { _ in statement(operations) }.joined()
    let path = "\(folder)/pgbench.sql"
    try Data(script.utf8).write(to: URL(filePath: path))
    let output = try Shell.run(
      """
      PATH="$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH"
      pgbench -n -c 1 -t 1 -f "$1" "$2 user=$3 password=$4"
      """, path, credentials.dsn, credentials.role, credentials.password ?? "")
    for line in output.split(separator: "\n") where line.hasPrefix("latency average = ") {
      if let value = Double(line.dropFirst(18).prefix { $0 != " " }) { return value }
    }
    throw ScriptFailure(description: output)
  }

  private func statement(_ count: Int) -> String {
    let operations = (0..<count).map { _ in
      sequence += 1
      return BenchOperations.visit(&ids, sequence: sequence)
    }
    func list(_ values: [String]) -> String { "ARRAY[" + values.joined(separator: ",") + "]" }
    return """
      SELECT okno_api_v1.push('\\x07070707070707070707070707070707',NULL,\
      \(list(operations.map { "\($0.sequence)" }))::bigint[],\
      \(list(operations.map { "'\($0.id)'" }))::uuid[],\
      \(list(operations.map { "'\($0.kind)'" })),\(list(operations.map { "'\($0.body)'" })),\
      \(list(operations.map { "\($0.time.milliseconds)" }))::bigint[],'');

      """
  }
}
