// A thread of its own for what blocks: SQLite must not stall the cooperative pool, which is only as
// wide as the cores.

internal import Dispatch
internal import Glibc

package final class Worker {
  private var thread = pthread_t()
  private let ended = DispatchSemaphore(value: 0)

  /// Starts `body`, which makes all it uses itself: nothing but `Sendable` values goes in.
  package init(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(
      Body { [ended] in
        body()
        ended.signal()
      })
    let failed = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    precondition(failed == 0, "the system has no room for a thread")
  }

  /// Waits until the thread's body has returned.
  package func join() { pthread_join(thread, nil) }

  /// Waits no longer than that; a body that goes on is left behind, and ends with the process.
  func join(waitingMilliseconds patience: Int) {
    if ended.wait(timeout: .now() + .milliseconds(patience)) == .success {
      pthread_join(thread, nil)
    } else {
      pthread_detach(thread)
    }
  }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
