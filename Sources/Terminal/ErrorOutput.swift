// Standard error while the screen is up: into a file, or it would be painted over the screen.

internal import Glibc

final class ErrorOutput {
  private let log: Int32
  /// Where standard error went before.
  let terminal: Int32

  /// `nil` when it does not go to a terminal anyway.
  init?(logPath: String) throws(TerminalError) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    log = open(logPath, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard log >= 0 else { throw .system(call: "open \(logPath)", code: errno) }
    // Above the numbers that a shell gives to its redirections.
    terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10)
    guard terminal >= 0 else {
      let code = errno
      close(log)
      throw .system(call: "dup", code: code)
    }
  }

  deinit {
    close(log)
    close(terminal)
  }

  func toLog() { dup2(log, STDERR_FILENO) }
  func toTerminal() { dup2(terminal, STDERR_FILENO) }
}
