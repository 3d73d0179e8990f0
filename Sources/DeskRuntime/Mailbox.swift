// What the workers have to say to the first thread.

internal import DeskCore
internal import Synchronization
internal import Terminal

final class Mailbox: Sendable {
  private let events = Mutex<[Event]>([])
  private let waker: Waker

  init(waker: Waker) { self.waker = waker }

  func put(_ event: Event) {
    events.withLock { $0.append(event) }
    waker.wake()
  }

  /// Something that is no event waits to be fetched.
  func wake() { waker.wake() }

  func takeAll() -> [Event] {
    events.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
