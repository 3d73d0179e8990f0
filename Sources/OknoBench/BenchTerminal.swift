internal import CTerminalRobot
internal import FoundationEssentials
internal import Glibc

/// A program in a pseudo-terminal, timed at the terminal's end: what a person at it waits for.
final class BenchTerminal {
  /// Nothing written for so long, in milliseconds, is the end of a frame.
  private static let quiet: Int32 = 40
  /// A program that says nothing for so long has no more to say, in milliseconds.
  private static let patience: Int32 = 5000

  private var pty = okno_pty()

  /// `columns` and `rows` are the terminal's size.
  init(_ words: [String], columns: Int = 132, rows: Int = 43) throws {
    let environment = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=/tmp", "PATH=/usr/local/bin:/usr/bin:/bin",
    ]
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    let program = try Peer.place(of: words[0])
    let failed = okno_pty_spawn(
      program, &arguments, &variables, nil, Int32(columns), Int32(rows), &pty)
    if let failed { throw Peer.Failure(description: "\(words[0]): \(String(cString: failed))") }
  }

  deinit {
    kill(pty.process, SIGKILL)
    while waitpid(pty.process, nil, 0) < 0, errno == EINTR {}
    for descriptor in [pty.master, pty.slave, pty.ending] { close(descriptor) }
  }

  var process: Int32 { pty.process }

  /// What the program wrote until it was quiet.
  struct Answer {
    var bytes: [UInt8] = []
    /// When its first and its last piece were read.
    var start: Double?
    var end: Double?
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(pty.master, bytes, bytes.count)
  }

  /// Reads until the program is quiet; for the first piece it waits longer.
  func answer() -> Answer {
    var answer = Answer()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waiting = pollfd(fd: pty.master, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, answer.end == nil ? Self.patience : Self.quiet) > 0 else { break }
      let count = read(pty.master, &buffer, buffer.count)
      guard count > 0 else { break }
      let now = milliseconds()
      answer.start = answer.start ?? now
      answer.end = now
      answer.bytes += buffer.prefix(count)
    }
    return answer
  }

  /// Sends a key and answers the milliseconds until the last piece of what it brought about.
  func time(of key: String) -> Double? {
    let start = milliseconds()
    send(key)
    return answer().end.map { $0 - start }
  }

  /// Takes what waits to be read, without waiting for more.
  func readWhatIsThere() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var waiting = pollfd(fd: pty.master, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) > 0, read(pty.master, &buffer, buffer.count) > 0 {}
  }

  /// What all threads have had of the processor, in milliseconds: the first number of `schedstat` is in
  /// nanoseconds (docs.kernel.org/scheduler/sched-stats.html).
  var processorTime: Double {
    let place = "/proc/\(pty.process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return threads.reduce(0) { sum, thread in
      let text = try? String(contentsOfFile: "\(place)/\(thread)/schedstat", encoding: .utf8)
      return sum + (text?.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1e6
    }
  }

  /// A number of `/proc/PID/status`, such as `VmRSS` in KiB.
  func status(_ name: String) -> Int? {
    Self.status(name, of: "/proc/\(pty.process)/status")
  }

  /// The sum over the process's threads, for what the process's own line leaves out.
  func statusOfThreads(_ name: String) -> Int {
    let threads =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pty.process)/task")) ?? []
    return threads.reduce(0) { sum, thread in
      sum + (Self.status(name, of: "/proc/\(pty.process)/task/\(thread)/status") ?? 0)
    }
  }

  private static func status(_ name: String, of path: String) -> Int? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line?.split { !$0.isNumber }.last.flatMap { Int($0) }
  }
}
