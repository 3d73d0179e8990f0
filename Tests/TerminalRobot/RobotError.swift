// What went wrong on the robot's watch, with the screen as it was.

package struct RobotError: Error, CustomStringConvertible {
  package enum Fault: Hashable, Sendable {
    case timedOut
    case ended(ExitStatus)
    case system(call: String, code: Int32)
  }

  package let fault: Fault
  /// What the robot waited for or tried.
  package let what: String
  package let screen: [String]

  package var description: String {
    let reason =
      switch fault {
      case .timedOut: "did not come in time"
      case .ended(let status): "did not come: the program ended, \(status)"
      case .system(let call, let code): "failed: \(call), error \(code)"
      }
    let rows = screen.enumerated().map { row, text in
      "\(row < 10 ? " " : "")\(row)│\(text)"
    }
    return "\(what) \(reason)\n" + rows.joined(separator: "\n")
  }
}

/// How a program ended.
package enum ExitStatus: Hashable, Sendable {
  case exited(Int32)
  case signalled(Int32)
}
