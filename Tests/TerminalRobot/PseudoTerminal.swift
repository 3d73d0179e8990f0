// A program in a pseudo-terminal of its own, as its session's leader.

internal import CTerminalRobot
internal import Canvas
internal import Glibc

/// The line's modes that a program has to give back.
package struct LineModes: Hashable, Sendable {
  package var echoes: Bool
  package var waitsForLines: Bool
  package var makesSignals: Bool

  /// As a shell's child finds the line, and has to leave it.
  package static let cooked = LineModes(echoes: true, waitsForLines: true, makesSignals: true)
  /// As a full-screen program sets it.
  package static let raw = LineModes(echoes: false, waitsForLines: false, makesSignals: false)
}

final class PseudoTerminal {
  private var pty = okno_pty()

  struct Launch {
    var program: String
    var arguments: [String]
    var environment: [String: String]
    var directory: String?
    var size: Size
  }

  struct Failure: Error {
    let call: String
    let code: Int32
  }

  init(_ launch: Launch) throws(Failure) {
    let variables = launch.environment.map { "\($0.key)=\($0.value)" }
    let failed = Self.withStrings([launch.program] + launch.arguments) { arguments in
      Self.withStrings(variables) { environment in
        okno_pty_spawn(
          launch.program, arguments, environment, launch.directory, Int32(launch.size.columns),
          Int32(launch.size.rows), &pty)
      }
    }
    if let failed { throw Failure(call: String(cString: failed), code: errno) }
  }

  deinit {
    hangUp()
    if pty.ending > 0 { close(pty.ending) }
  }

  var process: pid_t { pty.process }

  /// Closes the terminal's window, so to say.
  func hangUp() {
    if pty.master > 0 { close(pty.master) }
    if pty.slave > 0 { close(pty.slave) }
    (pty.master, pty.slave) = (-1, -1)
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else {
        preconditionFailure("ends in nil, so never empty")
      }
      return body(base)
    }
  }

  func resize(_ size: Size) {
    _ = okno_pty_set_size(pty.master, Int32(size.columns), Int32(size.rows))
  }

  var modes: LineModes? {
    var modes = termios()
    guard tcgetattr(pty.slave, &modes) == 0 else { return nil }
    func has(_ flag: Int32) -> Bool { modes.c_lflag & tcflag_t(flag) != 0 }
    return LineModes(echoes: has(ECHO), waitsForLines: has(ICANON), makesSignals: has(ISIG))
  }

  /// The program's first thread runs, rather than waiting for something: proc(5), the letter after
  /// the name in `stat`.
  var isBusy: Bool {
    let file = open("/proc/\(pty.process)/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard let name = bytes.prefix(max(0, count)).lastIndex(of: UInt8(ascii: ")")) else {
      return false
    }
    return bytes.dropFirst(name + 2).first == UInt8(ascii: "R")
  }

  var foregroundGroup: pid_t { tcgetpgrp(pty.master) }

  /// What the program has written; empty when there is nothing now.
  func read() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(pty.master, &buffer, buffer.count)
    return count > 0 ? Array(buffer.prefix(count)) : []
  }

  /// Waits until the program writes or ends, at most that long. False when neither has happened.
  func wait(milliseconds: Int64, alsoToWrite: Bool = false) -> (
    canRead: Bool, canWrite: Bool, ended: Bool
  ) {
    let events = POLLIN | (alsoToWrite ? POLLOUT : 0)
    var waiting = [
      pollfd(fd: pty.master, events: Int16(events), revents: 0),
      pollfd(fd: pty.ending, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, nfds_t(waiting.count), Int32(clamping: max(0, milliseconds)))
    let happened = Int32(waiting[0].revents)
    return (happened & POLLIN != 0, happened & POLLOUT != 0, waiting[1].revents != 0)
  }

  func write(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { Glibc.write(pty.master, $0.baseAddress, min($0.count, 1024)) }
  }

  /// Takes the status of the program that has ended.
  func reap() -> ExitStatus {
    var status: Int32 = 0
    while waitpid(pty.process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}
