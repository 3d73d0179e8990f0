import Glibc

/// A script that failed, with what it said.
package struct ScriptFailure: Error, CustomStringConvertible {
  package var description: String

  package init(description: String) { self.description = description }
}

/// A shell script as a child process, which ends when this process does, however that is.
package final class ShellChild {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var isDone = false

  /// Starts the script; its standard input stays open, and its end tells it that nobody is left.
  package init(_ script: String, _ arguments: [String]) throws {
    let started = try Self.start(script, arguments)
    (process, input, output) = (started.process, started.input, started.output)
  }

  private static func start(
    _ script: String, _ arguments: [String]
  ) throws -> (process: pid_t, input: Int32, output: Int32) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    // Sockets, for a pipe cannot be made closed to children from the first moment, and one that was
    // started just then would keep it open.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &toChild) == 0, socketpair(AF_UNIX, kind, 0, &fromChild) == 0
    else {
      throw ScriptFailure(description: "socketpair: \(String(cString: strerror(errno)))")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    var words = (["/bin/sh", "-c", script, "okno-test"] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    // The threads that tests run on block most signals, and a child inherits that: its `wait` would
    // never hear of an end.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, words, environ)
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else {
      throw ScriptFailure(description: "posix_spawn: \(String(cString: strerror(code)))")
    }
    return (child, toChild[1], fromChild[0])
  }

  deinit {
    if !isDone { _ = finish("") }
    close(output)
  }

  /// The next line that the script prints; `nil` at its end.
  package func line() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1 {
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Gives the script its last word, waits for its end, and answers its exit code.
  package func finish(_ word: String) -> Int32 {
    guard !isDone else { return 0 }
    isDone = true
    if !word.isEmpty {
      let bytes = Array((word + "\n").utf8)
      _ = write(input, bytes, bytes.count)
    }
    close(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status >> 8 & 0xFF
  }
}

package enum Shell {
  /// Runs a script to its end and answers what it printed.
  @discardableResult
  package static func run(_ script: String, _ arguments: String...) throws -> String {
    let child = try ShellChild("exec 2>&1 </dev/null; set -e\n" + script, arguments)
    var lines: [String] = []
    while let line = child.line() { lines.append(line) }
    let text = lines.joined(separator: "\n")
    let code = child.finish("")
    guard code == 0 else { throw ScriptFailure(description: "exit code \(code): \(text)") }
    return text
  }
}
