/// Why PostgreSQL did not do what was asked. Details are for an administrator's eyes: they name hosts
/// and roles, and never a password, since libpq does not put one into its messages.
package enum PostgresError: Error, Hashable, Sendable {
  /// No server answered, or the connection is gone.
  case unreachable(String)
  /// A server answered and has no room just now.
  case busy(String)
  /// Name or password are wrong.
  case authentication(String)
  /// The password is right, and the role may not come in.
  case notAdmitted(String)
  /// The server has no certificate, or not the one that was promised.
  case certificate(String)
  /// The statement failed.
  case server(ServerFault)
  /// The connection string or the order of calls is wrong.
  case misuse(String)
}

/// What the server says of a statement.
package struct ServerFault: Hashable, Sendable {
  /// Five letters (postgresql.org/docs/15/errcodes-appendix.html).
  package var state: String
  /// May hold values of the statement: not for logs.
  package var message: String
  package var detail: String

  package init(state: String, message: String, detail: String) {
    self.state = state
    self.message = message
    self.detail = detail
  }
}

extension PostgresError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreachable(let detail), .busy(let detail), .authentication(let detail),
      .notAdmitted(let detail), .certificate(let detail), .misuse(let detail):
      detail
    case .server(let fault): "\(fault.state): \(fault.message)"
    }
  }
}
