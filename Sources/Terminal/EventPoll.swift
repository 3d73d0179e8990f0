// One place where the first thread waits: for keys, signals, mail from other threads, and a deadline.

internal import CPlatform
internal import Glibc

/// Signals that arrived since they were last taken.
package struct SignalSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let resize = SignalSet(OKNO_SIGNAL_RESIZE)
  /// SIGTERM or SIGQUIT: keep the draft and leave.
  package static let terminate = SignalSet(OKNO_SIGNAL_TERMINATE)
  /// The terminal was closed: keep the draft and leave; nothing can be shown any more.
  package static let hangUp = SignalSet(OKNO_SIGNAL_HANG_UP)
  package static let interrupt = SignalSet(OKNO_SIGNAL_INTERRUPT)
  /// Another process asks to stop (`kill -TSTP`): call `TerminalSession.suspend`.
  package static let suspend = SignalSet(OKNO_SIGNAL_SUSPEND)
  /// Continued after a stop: call `TerminalSession.redraw`.
  package static let resume = SignalSet(OKNO_SIGNAL_CONTINUE)

  private init(_ signal: okno_signal) { rawValue = signal.rawValue }
}

/// Blocks the handled signals for this and all later threads and reads them from a descriptor.
/// Make it in `main` before any thread starts. A child process has to be given an empty signal mask.
package final class SignalInbox {
  let descriptor: Int32

  package init() throws(TerminalError) {
    descriptor = okno_signals_open()
    guard descriptor >= 0 else { throw .system(call: "signalfd", code: errno) }
  }

  deinit { close(descriptor) }

  package func take() -> SignalSet { SignalSet(rawValue: okno_signals_take(descriptor)) }
}

/// Wakes the first thread. `wake` may be called from any thread and costs one system call.
package final class Waker: Sendable {
  let descriptor: Int32

  package init() throws(TerminalError) {
    descriptor = okno_event_open()
    guard descriptor >= 0 else { throw .system(call: "eventfd", code: errno) }
  }

  deinit { close(descriptor) }

  package func wake() { okno_event_raise(descriptor) }

  /// Call before the mailbox is emptied, so that a letter that arrives meanwhile wakes again.
  package func clear() { okno_event_clear(descriptor) }
}

/// Hears of each time that somebody has opened a file for writing and closed it again.
package final class FileWatch {
  let descriptor: Int32

  /// `nil` where there is no such file, or the system has no room for another watch.
  package init?(_ path: String) {
    descriptor = okno_watch_open(path)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  func clear() { okno_watch_clear(descriptor) }
}

package struct EventPoll {
  /// What woke the thread. Nothing at all means that the deadline has passed.
  package struct Happened: Hashable, Sendable {
    /// Bytes from the terminal wait to be read.
    package var input = false
    /// The terminal is gone.
    package var hungUp = false
    package var mail = false
    /// The watched file was written.
    package var written = false
    package var signals: SignalSet = []
  }

  private let terminal: Int32
  private let signals: SignalInbox
  private let waker: Waker
  private var watch: FileWatch?

  /// `terminal` is the descriptor that keys are read from.
  package init(terminal: Int32 = STDIN_FILENO, signals: SignalInbox, waker: Waker) {
    self.terminal = terminal
    self.signals = signals
    self.waker = waker
  }

  /// The same, woken by the file's changes too.
  package func watching(_ file: FileWatch?) -> EventPoll {
    var poll = self
    poll.watch = file
    return poll
  }

  package var isWatching: Bool { watch != nil }

  /// Sleeps until something happens or the deadline (of `MonotonicClock`) passes; without a deadline for
  /// as long as it takes. The waker is cleared and the signals taken.
  package func wait(until deadline: Milliseconds?) -> Happened {
    // A negative descriptor is passed over (poll(2)).
    let descriptors = [
      terminal, signals.descriptor, waker.descriptor, watch?.descriptor ?? -1,
    ]
    var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let timeout = deadline.map { Int32(clamping: max(0, $0 - MonotonicClock.now())) } ?? -1
    guard poll(&waiting, nfds_t(waiting.count), timeout) > 0 else { return Happened() }

    var happened = Happened()
    happened.input = Int32(waiting[0].revents) & POLLIN != 0
    happened.hungUp = Int32(waiting[0].revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
    if waiting[1].revents != 0 { happened.signals = signals.take() }
    if waiting[2].revents != 0 {
      waker.clear()
      happened.mail = true
    }
    if waiting[3].revents != 0 {
      watch?.clear()
      happened.written = true
    }
    return happened
  }
}
