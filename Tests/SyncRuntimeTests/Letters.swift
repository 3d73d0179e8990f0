// Letters from the driver's thread to the test's.

import Dispatch
import Synchronization
import Testing

final class Letters<Letter: Sendable>: Sendable {
  private let waiting = Mutex<[Letter]>([])
  private let filled = DispatchSemaphore(value: 0)

  func put(_ letter: Letter) {
    waiting.withLock { $0.append(letter) }
    filled.signal()
  }

  /// The next letter; the limit only ends a test that fails.
  func take(at location: SourceLocation) throws -> Letter {
    guard filled.wait(timeout: .now() + .seconds(90)) == .success else {
      throw NothingHappened(location: location)
    }
    return waiting.withLock { $0.removeFirst() }
  }
}

/// What was waited for has not come.
struct NothingHappened: Error { var location: SourceLocation }
