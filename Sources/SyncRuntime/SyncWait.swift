// The one place where the syncing thread sleeps.

internal import CPlatform
internal import Glibc
internal import Sync

/// Waits for the remote side, for other threads and for a moment of the clock, whichever is first.
/// Without a moment and a connection it is never woken in vain.
struct SyncWait: ~Copyable {
  private let signal: SyncSignal
  private let timer: Int32
  /// -1 where nothing is watched, or cannot be.
  private let watch: Int32

  /// - Parameter file: wakes too each time that somebody has opened it for writing and closed it.
  init(_ signal: SyncSignal, watching file: String? = nil) {
    self.signal = signal
    timer = okno_timer_open()
    watch = file.map { okno_watch_open($0) } ?? -1
    precondition(timer >= 0, "the system has no room for a timer")
  }

  deinit {
    close(timer)
    if watch >= 0 { close(watch) }
  }

  /// Whether the watched file was written since it was last asked.
  func takeWritten() -> Bool {
    var watched = pollfd(fd: watch, events: Int16(POLLIN), revents: 0)
    guard watch >= 0, poll(&watched, 1, 0) > 0 else { return false }
    okno_watch_clear(watch)
    return true
  }

  /// - Returns: whether the remote side has something to do.
  func sleep(until moment: Monotonic?, remote: RemoteInterest?) -> Bool {
    okno_timer_set(timer, moment.map { max(0, $0.milliseconds) } ?? -1)
    var watched = [
      pollfd(fd: signal.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: timer, events: Int16(POLLIN), revents: 0),
      // A negative descriptor is passed over (poll(2)).
      pollfd(fd: watch, events: Int16(POLLIN), revents: 0),
    ]
    if let remote {
      watched.append(pollfd(fd: remote.descriptor, events: remote.events, revents: 0))
    }
    guard poll(&watched, nfds_t(watched.count), -1) > 0 else { return false }
    return watched.count > 3 && watched[3].revents != 0
  }
}

extension RemoteInterest {
  fileprivate var events: Int16 {
    Int16((reads ? POLLIN : 0) | (writes ? POLLOUT : 0))
  }
}
