// Text on paper, through the command that the centre has for it.

internal import Glibc
internal import Synchronization

/// Runs the printing command, one text after the other, on a thread that nobody waits for.
final class Printer<ID: Sendable>: Sendable {
  private struct Job: Sendable {
    var id: ID
    var text: String
  }

  private struct Standing: Sendable {
    /// The command at work, or 0.
    var process: pid_t = 0
    var isStopped = false

    func endIfStopped() {
      if isStopped, process > 0 { kill(-process, SIGKILL) }
    }
  }

  private let jobs = Inbox<Job?>()
  private let standing = Mutex(Standing())
  private let command: String
  private let report: @Sendable (ID, _ isPrinted: Bool) -> Void

  /// - Parameter report: is told of each text, on the printer's thread, whether it was printed.
  init(command: String, report: @escaping @Sendable (ID, _ isPrinted: Bool) -> Void) {
    self.command = command
    self.report = report
  }

  func print(_ id: ID, _ text: String) { jobs.put(Job(id: id, text: text)) }

  /// The thread's body.
  func run() {
    while let job = jobs.take() { report(job.id, perform(job.text)) }
  }

  /// Ends the thread; a command that is still at work ends with it.
  func stop() {
    jobs.put(nil)
    standing.withLock {
      $0.isStopped = true
      $0.endIfStopped()
    }
  }

  /// Gives `text` to the command's standard input; whether it ended well.
  private func perform(_ text: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start(reading: ends[0])
    close(ends[0])
    guard let process else {
      close(ends[1])
      return false
    }
    standing.withLock {
      $0.process = process
      $0.endIfStopped()
    }
    write(text, to: ends[1])
    close(ends[1])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    standing.withLock { $0.process = 0 }
    // One that ends well has printed, also where it did not want to read all of the text.
    return status == 0
  }

  /// A command that reads slowly is waited for, and nobody waits for this thread; SIGPIPE is the runtime's
  /// to ignore.
  private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// The command in the shell, in a group of its own, with nothing of this terminal and no signal held
  /// back.
  private func start(reading input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words: [String] = ["sh", "-c", command]
    var pointers = words.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, pointers, environ)
    return code == 0 ? process : nil
  }
}
