internal import Domain
internal import Postgres
internal import Sync

/// What an error of the link means for the machine.
enum RemoteFault {
  /// A statement's failure: either an answer, and the link stays, or its end.
  static func input(_ fault: ServerFault) -> SyncInput {
    switch fault.state {
    case "OK001", "42501": .replied(.stopped(.revoked))
    case "OK002", "42883", "3F000": .replied(.stopped(.version))
    case "OK003": .replied(.busy(retryAfter: Int(fault.detail) ?? 60))
    case "OK005": .replied(.busy(retryAfter: 1))
    case "OK006": .replied(.notPermitted)
    // Read-only: another server has become the first one, and has to be looked for.
    case "25006": .broken(.unreachable)
    case let state where ["57P", "08"].contains(where: state.hasPrefix): .broken(.unreachable)
    // Deadlocks, timeouts, full disks, an id that somebody else is just storing: all of this passes.
    case let state where ["40", "53", "55", "57", "58", "23"].contains(where: state.hasPrefix):
      .replied(.busy(retryAfter: 1))
    default: .replied(.stopped(.protocolFault))
    }
  }

  static func link(_ error: PostgresError) -> LinkFault {
    switch error {
    case .unreachable: .unreachable
    case .busy: .busy
    case .authentication: .stopped(.credentials)
    case .notAdmitted: .stopped(.revoked)
    case .certificate: .stopped(.certificate)
    case .server(let fault):
      // The database is not there, or not for this role.
      fault.state == "42501" ? .stopped(.revoked) : .stopped(.credentials)
    case .misuse: .stopped(.protocolFault)
    }
  }
}
