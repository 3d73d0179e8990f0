package import Domain

/// Which process of a desk keeps the link to the central store: one at a time, and the kernel gives
/// the lock back however its holder ends.
package final class SyncLock {
  private let lock: FileLock

  /// - Parameter directory: the data folder, which exists.
  package init(directory: String) throws(StoreError) {
    lock = try FileLock(path: DataDirectory(directory).syncLock)
  }

  package func takeAtOnce() -> Bool { lock.acquireAtOnce() }
  package func release() { lock.release() }
}
