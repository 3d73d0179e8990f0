package import Domain
internal import Glibc

/// Somebody looks at the centre's day: a board of this desk shares the lock as long as it runs, and whichever process
/// keeps the link asks the central store more often meanwhile. The file's time says when that one last had all of it.
package final class DayWatch {
  private static let patience = 100

  private let path: String
  private let lock: FileLock

  /// - Parameter directory: the data folder, which exists.
  package init(directory: String) throws(StoreError) {
    path = DataDirectory(directory).dayWatch
    lock = try FileLock(path: path)
  }

  /// From now on, until this is gone. The centre has had no time yet to be silent.
  package func begin(at now: Instant) throws(StoreError) {
    try lock.share(waitingMilliseconds: Self.patience)
    noteSynced(at: now)
  }

  var isOn: Bool { lock.isTaken() }

  /// What the central store had at this moment is here. No transaction: it says nothing that has to outlive anything.
  func noteSynced(at now: Instant) {
    let time = timespec(
      tv_sec: Int(now.milliseconds / 1000), tv_nsec: Int(now.milliseconds % 1000) * 1_000_000)
    utimensat(AT_FDCWD, path, [time, time], 0)
  }

  /// When that was, by this machine's clock.
  var synced: Instant? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    return Instant(
      milliseconds: Int64(facts.st_mtim.tv_sec) * 1000 + Int64(facts.st_mtim.tv_nsec) / 1_000_000)
  }
}

extension LocalStore {
  /// Whether a board of this desk, in whatever process, looks at the centre's day.
  package var isDayWatched: Bool { dayWatch?.isOn ?? false }

  /// Whether what that board shows may not be so any more: for longer than `limit`, in milliseconds, nobody has said that
  /// all is here.
  package func isDayOld(at now: Instant, limit: Int64) -> Bool {
    guard let dayWatch, dayWatch.isOn, let synced = dayWatch.synced else { return false }
    return now.milliseconds - synced.milliseconds > limit
  }

  /// Tells that board that all is here.
  package func noteDaySynced(at now: Instant) {
    if let dayWatch, dayWatch.isOn { dayWatch.noteSynced(at: now) }
  }
}
