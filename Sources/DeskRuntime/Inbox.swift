// Letters between threads: the only crossing between the worlds.

internal import Dispatch
internal import Synchronization

/// What a worker thread waits for. Letters come out in the order in which they were put in.
final class Inbox<Letter: Sendable>: Sendable {
  private let letters = Mutex<[Letter]>([])
  private let filled = DispatchSemaphore(value: 0)

  func put(_ letter: Letter) {
    letters.withLock { $0.append(letter) }
    filled.signal()
  }

  /// Puts a letter in place of those for which it makes no sense to be kept.
  func put(_ letter: Letter, replacing isReplaced: (Letter) -> Bool) {
    letters.withLock { waiting in
      waiting.removeAll(where: isReplaced)
      waiting.append(letter)
    }
    filled.signal()
  }

  /// Sleeps until there is a letter.
  func take() -> Letter {
    while true {
      filled.wait()
      // A replaced letter leaves a signal behind, so that there may be nothing to take.
      if let letter = letters.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return letter }
    }
  }

  /// Waits no longer than that; `nil` where nothing has come.
  func take(waitingMilliseconds patience: Int) -> Letter? {
    guard filled.wait(timeout: .now() + .milliseconds(patience)) == .success else { return nil }
    return letters.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }

  var isEmpty: Bool { letters.withLock { $0.isEmpty } }
}
