// The one place where the syncing thread sleeps.

internal import CPlatform
internal import Glibc
internal import Sync

/// Waits for the remote side, for other threads and for a moment of the clock, whichever is first.
/// Without a moment and a connection it is never woken in vain.
struct SyncWait: ~Copyable {
  private let signal: SyncSignal
  private let timer: Int32

  init(_ signal: SyncSignal) {
    self.signal = signal
    timer = okno_timer_open()
    precondition(timer >= 0, "the system has no room for a timer")
  }

  deinit { close(timer) }

  /// - Returns: whether the remote side has something to do.
  func sleep(until moment: Monotonic?, remote: RemoteInterest?) -> Bool {
    okno_timer_set(timer, moment.map { max(0, $0.milliseconds) } ?? -1)
    var watched = [
      pollfd(fd: signal.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: timer, events: Int16(POLLIN), revents: 0),
    ]
    if let remote {
      watched.append(pollfd(fd: remote.descriptor, events: remote.events, revents: 0))
    }
    guard poll(&watched, nfds_t(watched.count), -1) > 0 else { return false }
    return watched.count > 2 && watched[2].revents != 0
  }
}

extension RemoteInterest {
  fileprivate var events: Int16 {
    Int16((reads ? POLLIN : 0) | (writes ? POLLOUT : 0))
  }
}
