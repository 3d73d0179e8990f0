// A line that must not be seen: without echo, and in memory that is wiped.

internal import CPlatform
internal import Glibc

/// Where a secret is read.
enum SecretSource: Hashable, Sendable {
  /// The terminal of the process, with this prompt.
  case terminal(prompt: String)
  case input
}

enum SecretInput {
  /// Longer lines are cut: no secret of this program is longer.
  private static let longest = 64

  static func line(from source: SecretSource) -> [UInt8]? {
    switch source {
    case .input: line(of: STDIN_FILENO)
    case .terminal(let prompt): line(ofTerminalAfter: prompt)
    }
  }

  private static func line(ofTerminalAfter prompt: String) -> [UInt8]? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var usual = termios()
    guard tcgetattr(terminal, &usual) == 0 else { return nil }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    silent.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
    // A Ctrl-C at the prompt must not leave a terminal without echo: it is held until that is back.
    let held = HeldSignals()
    defer { held.release() }
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return nil }
    defer { tcsetattr(terminal, TCSAFLUSH, &usual) }
    do { try Console.write(prompt, to: terminal) } catch { return nil }
    return line(of: terminal, unless: held)
  }

  /// Reads byte by byte: what follows the line is somebody else's.
  private static func line(of descriptor: Int32, unless signals: HeldSignals? = nil) -> [UInt8]? {
    var line: [UInt8] = []
    line.reserveCapacity(longest)
    while true {
      if let signals, !signals.waitsForInput(of: descriptor) { return nil }
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return line.isEmpty ? nil : line }
      if byte == UInt8(ascii: "\n") { return line }
      if byte != UInt8(ascii: "\r"), line.count < longest { line.append(byte) }
      explicit_bzero(&byte, 1)
    }
  }

  static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      if let base = buffer.baseAddress { explicit_bzero(base, buffer.count) }
    }
  }
}

/// Signals that would end the process, held back and seen.
private struct HeldSignals {
  private let before: sigset_t
  private let descriptor: Int32

  init() {
    var before = sigset_t()
    descriptor = okno_hold_signals(&before)
    self.before = before
  }

  /// Waits for something to read; `false` where a signal came instead.
  func waitsForInput(of input: Int32) -> Bool { okno_wait_unless_held(input, descriptor) != 0 }

  /// What was held back comes now.
  func release() {
    var before = before
    okno_release_signals(descriptor, &before)
  }
}
