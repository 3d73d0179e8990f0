internal import Domain
internal import Glibc

/// A lock between processes: `flock` on a file of its own, which the kernel drops when its holder
/// ends, however it ends.
///
/// Why there is one for writing beside SQLite's own: SQLite before 3.51.3 can damage a file when two
/// connections write and checkpoint at the same moment (sqlite.org/wal.html#walresetbug), and
/// Debian 12 has 3.40.1.
final class FileLock {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(StoreError) {
    self.path = path
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError.storeError(errno, path: path) }
  }

  deinit { close(descriptor) }

  /// Takes the lock for one holder and writes into the file who that is.
  func acquire(waitingMilliseconds patience: Int) throws(StoreError) {
    guard try take(LOCK_EX, patience: patience) else { throw .busy(holder: holder()) }
    let name = StoreError.LockHolder(process: getpid())
    guard holder() != name else { return }
    // Fixed width, so that one name covers the one before.
    let text = Array((String(repeating: " ", count: 10) + "\(name.process)").suffix(10).utf8)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  /// Takes the lock if nobody has it.
  func acquireAtOnce() -> Bool {
    do {
      try acquire(waitingMilliseconds: 0)
      return true
    } catch {
      return false
    }
  }

  /// Takes the lock together with others who share it.
  func share(waitingMilliseconds patience: Int) throws(StoreError) {
    guard try take(LOCK_SH, patience: patience) else { throw .busy(holder: nil) }
  }

  /// Takes the lock from which others share, so that there are none.
  func excludeOthers(waitingMilliseconds patience: Int) throws(StoreError) {
    guard try take(LOCK_EX, patience: patience) else { throw .busy(holder: nil) }
  }

  func release() { flock(descriptor, LOCK_UN) }

  /// Who took the lock last, as the file says. The name stays after the release: it is asked for by
  /// those who do not get the lock.
  func holder() -> StoreError.LockHolder? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    let digits = bytes.prefix(count).filter { (48...57).contains($0) }
    return Int32(String(decoding: digits, as: UTF8.self)).map(StoreError.LockHolder.init)
  }

  /// Whether somebody else has it right now; asking does not take it.
  func isTaken() -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return true }
    flock(descriptor, LOCK_UN)
    return false
  }

  /// Waits while somebody has it, without taking it.
  func waitUntilNobodyHasIt(milliseconds: Int) {
    var waited = 0
    while waited < milliseconds, isTaken() {
      usleep(1000)
      waited += 1
    }
  }

  /// - Returns: whether the lock was to be had within `patience` milliseconds.
  private func take(_ kind: Int32, patience: Int) throws(StoreError) -> Bool {
    var pause = 1
    var waited = 0
    while flock(descriptor, kind | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw SystemError.storeError(errno, path: path)
      }
      guard waited < patience else { return false }
      usleep(UInt32(pause * 1000))
      waited += pause
      pause = min(pause * 2, 4)
    }
    return true
  }
}
