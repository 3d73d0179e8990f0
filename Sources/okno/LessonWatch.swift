// Shows a lesson's preview anew each time that its author saves the file.

internal import Domain
internal import Glibc
internal import Terminal

struct LessonWatch {
  /// Editors write beside the file and put it in its place, so that the file itself is not the one that is written: it is
  /// looked at so often, in milliseconds.
  private static let lookEvery: Milliseconds = 400

  private let path: String
  private let console: Console
  /// The screen's top, and all below it wiped: where the output is a terminal.
  private let wipe: String

  init(path: String, console: Console) {
    self.path = path
    self.console = console
    wipe = console.isInteractive ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : ""
  }

  /// Until somebody stops it.
  func run(_ preview: () -> String) throws {
    let signals = try SignalInbox()
    let poll = EventPoll(terminal: -1, signals: signals, waker: try Waker())
    var shown: FileVersion?
    while true {
      let version = FileVersion(path)
      if version != shown {
        shown = version
        try console.print(wipe + preview() + "\n")
      }
      let happened = poll.wait(until: MonotonicClock.now() + Self.lookEvery)
      if !happened.signals.isDisjoint(with: [.terminate, .interrupt, .hangUp]) { return }
    }
  }
}

/// What tells one saving of a file from another.
private struct FileVersion: Equatable {
  private var number: UInt64 = 0
  private var size: Int64 = 0
  private var seconds = 0
  private var nanoseconds = 0

  /// A file that is not there has a version too.
  init(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return }
    number = UInt64(facts.st_ino)
    size = Int64(facts.st_size)
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }
}
