// A thread of its own for what blocks: SQLite must not stall the cooperative pool, which is only as
// wide as the cores.

internal import Glibc

final class Worker {
  private var thread = pthread_t()

  /// Starts `body`, which makes all it uses itself: nothing but `Sendable` values goes in.
  init(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Body(run: body))
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
  func join() { pthread_join(thread, nil) }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }
}
