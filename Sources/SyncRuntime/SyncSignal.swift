// What other threads have to say to the one that syncs.

internal import CPlatform
internal import Glibc
package import Sync
internal import Synchronization

/// Wakes the syncing thread; every call returns at once, from any thread.
package final class SyncSignal: Sendable {
  /// What was wished for since the last look.
  struct Wishes: Hashable, Sendable {
    /// Something was saved on this desk.
    var changed = false
    /// A person wants it now.
    var asked = false
    var stop = false
    /// Windows that want the next citizen, in order.
    var calls: [SyncCall] = []
  }

  let descriptor: Int32
  private let wishes = Mutex(Wishes())

  package init() {
    descriptor = okno_event_open()
    precondition(descriptor >= 0, "the system has no room for an eventfd")
  }

  deinit { close(descriptor) }

  package func changed() { wish { $0.changed = true } }
  package func ask() { wish { $0.asked = true } }
  /// Calls the next citizen: `SyncReport.called` answers, with or without a link, about two seconds later at the
  /// latest.
  package func call(_ call: SyncCall) { wish { $0.calls.append(call) } }
  /// The thread ends, whatever is under way.
  package func stop() { wish { $0.stop = true } }

  /// Nothing is wished for but a look at the clock.
  func wake() { okno_event_raise(descriptor) }

  var isStopped: Bool { wishes.withLock { $0.stop } }

  /// A stop stays.
  func take() -> Wishes {
    okno_event_clear(descriptor)
    return wishes.withLock { waiting in
      defer { waiting = Wishes(stop: waiting.stop) }
      return waiting
    }
  }

  private func wish(_ change: (inout Wishes) -> Void) {
    wishes.withLock { change(&$0) }
    okno_event_raise(descriptor)
  }
}
