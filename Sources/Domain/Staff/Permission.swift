/// What an account may be needed for. The central store's functions ask the same table again
/// (`okno.permission`), and a test compares the two.
package enum Permission: String, Codable, CaseIterable, Hashable, Sendable {
  /// Find, add and change citizens; log visits; hand the screen over for a rating.
  case serve
  /// Erase a citizen for good.
  case erase
  /// Issue tickets.
  case issueTickets = "issue_tickets"
  /// Call tickets and do with them what a window does.
  case callTickets = "call_tickets"
  /// Look at the board, move, raise and reopen tickets, close forgotten visits, message desks.
  case runQueue = "run_queue"
  /// The report and the targets.
  case report
  /// Strengths by situation, feedback to the catalogue.
  case readFeedback = "read_feedback"
  case train
  /// Accounts: add, change, disable.
  case manageStaff = "manage_staff"
  /// A new PIN for somebody who has forgotten the old one or is locked out.
  case resetPIN = "reset_pin"
  case readAudit = "read_audit"
  /// Backup, restore, doctor, catalogue releases.
  case maintain

  /// The roles that have it.
  package var roles: Set<Employee.Role> {
    switch self {
    case .serve, .callTickets: [.clerk, .supervisor]
    case .issueTickets: [.clerk, .supervisor]
    case .erase: [.supervisor, .administrator]
    case .runQueue, .report, .readFeedback: [.supervisor]
    case .train: [.trainer, .supervisor]
    case .manageStaff, .maintain: [.administrator]
    case .readAudit, .resetPIN: [.supervisor, .administrator]
    }
  }
}

extension Employee {
  package func may(_ permission: Permission) -> Bool {
    !isDisabled && !roles.isDisjoint(with: permission.roles)
  }

  /// Whether the employee may give `other` a new PIN. Whoever knows a PIN can act as its owner, so that a
  /// supervisor may not do so with an equal or a higher account.
  package func mayResetPIN(of other: Employee) -> Bool {
    guard may(.resetPIN) else { return false }
    return roles.contains(.administrator)
      || other.roles.isDisjoint(with: [.supervisor, .administrator])
  }
}
