internal import CentralStore
internal import FoundationEssentials
internal import PostgresServer

/// pgbench with one script over several connections.
struct CallPeer {
  private let credentials: Credentials
  private let folder: String
  private let connections: Int

  init(_ credentials: Credentials, folder: String, connections: Int) {
    self.credentials = credentials
    self.folder = folder
    self.connections = connections
  }

  /// Statements a second, without the time to connect.
  func rate(_ statement: String, each count: Int) throws -> Double {
    let path = "\(folder)/call.sql"
    try Data(statement.replacing("\n", with: " ").utf8).write(to: URL(filePath: path))
    let output = try Shell.run(
      """
      PATH="$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1):$PATH"
      pgbench -n -M prepared -c "$5" -j 1 -t "$6" -f "$1" "$2 user=$3 password=$4"
      """, path, credentials.dsn, credentials.role, credentials.password ?? "", "\(connections)",
      "\(count)")
    for line in output.split(separator: "\n") where line.hasPrefix("tps = ") {
      if let value = Double(line.dropFirst(6).prefix { $0 != " " }) { return value }
    }
    throw ScriptFailure(description: output)
  }
}
