internal import Domain

/// When a write takes its turn among those of all processes and threads of a desk.
enum WriterTurn {
  /// Somebody waits for it.
  case now
  /// One of very many, as in a first fill: whoever waits meanwhile goes first.
  case afterOthers
}

/// The writers' lock with a place in front of it.
///
/// `flock` knows no order: who writes one transaction after the other would let nobody in between.
final class WriterQueue {
  private static let longestWait = 1000

  let lock: FileLock
  /// Shared by those who wait for the lock. Whoever finds it free makes no file for that.
  private lazy var waiting = try? FileLock(path: waitingPath)
  private let waitingPath: String

  init(_ directory: DataDirectory) throws(StoreError) {
    lock = try FileLock(path: directory.writerLock)
    waitingPath = directory.waitingLock
  }

  func take(_ turn: WriterTurn, patience: Int) throws(StoreError) {
    switch turn {
    case .now:
      if lock.acquireAtOnce() { return }
      try? waiting?.share(waitingMilliseconds: patience)
      defer { waiting?.release() }
      try lock.acquire(waitingMilliseconds: patience)
    case .afterOthers:
      waiting?.waitUntilNobodyHasIt(milliseconds: Self.longestWait)
      try lock.acquire(waitingMilliseconds: patience)
    }
  }
}
