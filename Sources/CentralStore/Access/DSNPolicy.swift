internal import Postgres

/// Why a connection string is not used.
package enum DSNFault: Error, Hashable, Sendable {
  case unreadable
  /// The link to this host might not be encrypted, or to somebody else's server.
  case plain(host: String)
  /// A file of services may say anything.
  case service
}

/// What may be connected to, and how.
package enum DSNPolicy {
  /// The settings for libpq. Encryption with a checked certificate and host name is the rule; a plain
  /// link is for this machine, or where the configuration says so in so many words.
  package static func settings(
    dsn: String, role: String? = nil, password: String? = nil, allowPlainConnection: Bool = false
  ) throws(DSNFault) -> [(String, String)] {
    guard var connection = try? ConnectionString(dsn) else { throw .unreadable }
    guard connection["service"] == nil else { throw .service }
    // Written down, since libpq would look into the environment for it.
    for keyword in ["host", "hostaddr"] where connection[keyword] == "" {
      connection[keyword] = nil
    }
    if connection["host"] == nil, connection["hostaddr"] == nil {
      connection["host"] = "/var/run/postgresql"
    }
    let stranger = hosts(of: connection).first { !isLocal($0) }
    // Who names a root to check against wants it checked, on this machine too (a tunnel, a pooler).
    if connection["sslmode"] == nil {
      let isPlainEnough = stranger == nil && connection["sslrootcert"] == nil
      connection["sslmode"] = isPlainEnough ? "prefer" : "verify-full"
    }
    let isChecked = ["verify-full", "verify-ca"].contains(connection["sslmode"])
    if let stranger, !isChecked, !allowPlainConnection { throw .plain(host: stranger) }
    connection["user"] = role ?? connection["user"]
    connection["password"] = password ?? connection["password"]
    for (keyword, value) in standard where connection[keyword] == nil {
      connection[keyword] = value
    }
    connection["client_encoding"] = "UTF8"
    return connection.settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A host that does not answer at all costs four seconds, so that the next one of several has its
  /// turn within the ten that the machine waits.
  private static let standard = [
    "target_session_attrs": "read-write", "connect_timeout": "4", "tcp_user_timeout": "4000",
    "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
    "gssencmode": "disable", "application_name": "okno", "dbname": "okno",
  ]

  /// Where packets really go: an address counts before a name.
  private static func hosts(of connection: ConnectionString) -> [String] {
    (connection["hostaddr"] ?? connection["host"] ?? "")
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  static func isLocal(_ host: String) -> Bool {
    if host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") { return true }
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return parts.count == 4 && parts[0] == 127 && !parts.contains(nil)
  }
}
