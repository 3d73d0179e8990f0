internal import Dispatch
internal import Synchronization

/// A value that another core makes meanwhile.
final class Meanwhile<Value: Sendable>: Sendable {
  private let made = Mutex<Result<Value, any Error>?>(nil)
  private let isMade = DispatchSemaphore(value: 0)

  /// Begins at once, or behind what the queue has to do before.
  init(on queue: DispatchQueue, _ make: @escaping @Sendable () throws -> Value) {
    queue.async { [self] in
      let result = Result(catching: make)
      made.withLock { $0 = result }
      isMade.signal()
    }
  }

  /// Waits until the value is made, or tells why it was not.
  func value() throws -> Value {
    isMade.wait()
    defer { isMade.signal() }
    guard let result = made.withLock({ $0 }) else { preconditionFailure("told too early") }
    return try result.get()
  }
}
