package import Domain

/// The desk's end of the files that it shares with its citizen's screen.
package final class CitizenDesk {
  private static let patience = 100

  private let files: CitizenFiles
  private let lock: FileLock
  private let screen: FileLock

  /// - Parameter directory: the data folder, which exists.
  /// - Returns: `nil` where another screen of this desk has the citizen's.
  package init?(directory path: String) throws(StoreError) {
    files = CitizenFiles(DataDirectory(path))
    try files.create()
    lock = try FileLock(path: files.deskLock)
    screen = try FileLock(path: files.screenLock)
    // A citizen's screen that looks whether the desk is there has the lock for a moment.
    guard (try? lock.acquire(waitingMilliseconds: Self.patience)) != nil else { return nil }
  }

  /// Whether the citizen's screen is there.
  package var isScreenUp: Bool { screen.isTaken() }

  package func tell(_ view: CitizenView) throws(StoreError) {
    try files.write(view)
    ring(files.deskLock)
  }

  package var answer: CitizenAnswer? { files.readAnswer() }
  /// Call it when the answer is in the store.
  package func removeAnswer() { files.removeAnswer() }
}
