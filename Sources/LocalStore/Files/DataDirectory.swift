internal import Domain
internal import Glibc

/// The files of a store: where they lie, and with which rights.
///
/// Nothing here opens the database file itself while a connection may be open: POSIX drops all of a
/// process's locks on a file when any descriptor of it is closed (sqlite.org/howtocorrupt.html §2.2).
struct DataDirectory: Sendable {
  let path: String

  var database: String { path + "/okno.sqlite" }
  var writeAheadLog: String { database + "-wal" }
  var sharedMemory: String { database + "-shm" }
  /// Held exclusively by whoever writes; opened and closed after each transaction (`tellWritten`).
  var writerLock: String { path + "/okno.lock" }
  /// Held shared by whoever waits for the writers' lock.
  var waitingLock: String { path + "/okno.waiting" }
  /// Held shared by whoever has the store open, exclusively by a restore.
  var useLock: String { path + "/okno.inuse" }
  /// Held by the process that keeps the link to the central store.
  var syncLock: String { path + "/sync.lock" }
  /// Held shared by boards (`DayWatch`).
  var dayWatch: String { path + "/okno.watched" }
  /// Held by the screen that keeps its draft in the place of that number.
  func draftLock(_ number: Int) -> String { path + "/okno.screen\(number)" }

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Lets whoever watches the writers' lock know that a transaction is on the disk. Opening and closing it is heard of
  /// (inotify(7), IN_CLOSE_WRITE) and writes nothing; it costs nobody's `flock`, which belongs to another open file.
  func tellWritten() {
    let descriptor = open(writerLock, O_WRONLY | O_CLOEXEC)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Makes the folder, and those above it, for the owner alone (0700, as XDG asks).
  func create() throws(StoreError) {
    if FileFacts(path)?.isDirectory == true { return }
    var partial = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      partial += "/" + part
      guard mkdir(partial, 0o700) != 0, errno != EEXIST else { continue }
      // A folder above may refuse writing and still be the way to one that does not.
      if FileFacts(partial)?.isDirectory == true { continue }
      throw .cannotCreate(path: partial, reason: SystemError.text(errno))
    }
    guard let facts = FileFacts(path), facts.isDirectory else {
      throw .cannotCreate(path: path, reason: SystemError.text(ENOTDIR))
    }
  }

  /// Makes an empty database file for the owner alone, unless there is one: SQLite would make it
  /// readable for all, and gives its own two files the same rights.
  func createDatabase() throws(StoreError) {
    let descriptor = open(database, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
      return
    }
    guard errno != EEXIST else { return }
    throw SystemError.storeError(errno, path: path)
  }
}

/// What `stat` says about a path.
struct FileFacts: Sendable {
  let isDirectory: Bool
  /// Neither a folder nor a device, a pipe or a socket.
  let isRegular: Bool
  /// The permission bits.
  let mode: UInt32
  let size: Int64
  let owner: UInt32
  let device: UInt64
  let inode: UInt64

  /// `nil` when there is nothing, or nothing that may be looked at.
  init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    isDirectory = facts.st_mode & S_IFMT == S_IFDIR
    isRegular = facts.st_mode & S_IFMT == S_IFREG
    mode = facts.st_mode & 0o7777
    size = Int64(facts.st_size)
    owner = facts.st_uid
    device = UInt64(facts.st_dev)
    inode = UInt64(facts.st_ino)
  }

  func isSameFile(as other: FileFacts) -> Bool { device == other.device && inode == other.inode }
}

/// `errno` in the store's terms.
enum SystemError {
  static func text(_ code: Int32) -> String { String(cString: strerror(code)) }

  static func storeError(_ code: Int32, path: String) -> StoreError {
    switch code {
    case EACCES, EPERM: .notPermitted(path: path)
    case EROFS: .readOnly(path: path)
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case ENOENT, ENOTDIR: .missing(path: path)
    default: .inputOutput(path: path, detail: text(code))
    }
  }
}

/// Makes what was written to `path`, a file or a folder, last through a power cut.
func flushToDisk(_ path: String) throws(StoreError) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw SystemError.storeError(errno, path: path) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw SystemError.storeError(errno, path: path) }
}
