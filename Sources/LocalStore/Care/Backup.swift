package import Domain
internal import Glibc
internal import SQLite

extension LocalStore {
  /// Writes a copy of the whole store, as one file for the owner alone, in place of what was at
  /// `path`. It is a copy of one moment, others may go on working, and it is checked before it gets
  /// its name. That it was made is noted in the audit: it holds everybody's data.
  ///
  /// Only a file can be replaced: a device or a pipe of that name is left alone, and of a symbolic
  /// link the file that it leads to is replaced.
  package func backup(to named: String, _ stamp: Stamp) throws(StoreError) {
    let path = resolved(named)
    try BackupRules.checkTarget(path, store: directory)
    try write { transaction in
      try transaction.audit(.backedUp, "store", "\(desk)", purpose: "backup", stamp)
    }
    let copy = SpareFile(path: path + ".partial-\(getpid())")
    defer { copy.remove() }
    do {
      try copy.create()
      let target = try Connection(path: copy.path, access: .readWrite)
      defer { target.close() }
      // In one step, so that a busy desk cannot make the copy begin again and again.
      try connection.copy(into: target, pages: -1)
      // One file, without a log beside it.
      try target.execute("PRAGMA journal_mode = DELETE")
      try BackupRules.checkContent(of: target, path: path)
    } catch StoreError.cannotCreate(copy.path, let reason) {
      throw .cannotCreate(path: named, reason: reason)
    } catch {
      throw storeError(error, path: named)
    }
    try copy.rename(to: path)
  }
}

enum BackupRules {
  static func checkTarget(_ path: String, store: DataDirectory?) throws(StoreError) {
    guard let there = FileFacts(path) else { return }
    guard there.isRegular else { throw .cannotCreate(path: path, reason: notAFile(there)) }
    if let store, FileFacts(store.database)?.isSameFile(as: there) == true {
      throw .badInput("\(path) is the store itself")
    }
  }

  private static func notAFile(_ facts: FileFacts) -> String {
    facts.isDirectory ? SystemError.text(EISDIR) : "not a regular file"
  }

  /// Throws unless the database is a whole store that this program can read.
  static func checkContent(of connection: Connection, path: String) throws {
    let version = try StoreVersion(of: connection)
    guard !version.isNew else { throw StoreError.notAStore(path: path) }
    try version.check(path: path)
    let verdict = try connection.value("PRAGMA quick_check(1)", as: String.self)
    guard verdict == "ok" else {
      throw StoreError.corrupt(path: path, detail: verdict ?? "no answer")
    }
  }
}

/// A file that becomes the real one only when it is whole.
struct SpareFile {
  let path: String

  /// Makes it anew, empty, for the owner alone.
  func create() throws(StoreError) {
    remove()
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == ENOENT
        ? .cannotCreate(path: path, reason: SystemError.text(ENOENT))
        : SystemError.storeError(errno, path: path)
    }
    close(descriptor)
  }

  /// Gives it its name, in place of what has that name now, so that it lasts through a power cut.
  func rename(to target: String) throws(StoreError) {
    try flushToDisk(path)
    guard Glibc.rename(path, target) == 0 else { throw SystemError.storeError(errno, path: target) }
    try flushToDisk(parent(of: target))
  }

  func remove() { for end in ["", "-journal", "-wal", "-shm"] { unlink(path + end) } }
}

func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Where the path leads when its symbolic links are followed; itself where it leads nowhere yet.
func resolved(_ path: String) -> String {
  guard let found = realpath(path, nil) else { return path }
  defer { free(found) }
  return String(cString: found)
}
