internal import Domain
internal import Glibc

/// Tells a folder that has lost its database from one that never had any.
///
/// The locks' files are no proof: they are made before the database, and the first start may have
/// been cut short. So whoever has opened a whole store leaves a word in the file of the use lock,
/// which stays as long as the folder does.
extension DataDirectory {
  private static let word = Array("store\n".utf8)

  var hadStore: Bool { (FileFacts(useLock)?.size ?? 0) > 0 }

  /// Throws where the database is gone or empty. To be asked before SQLite opens it: beside an empty
  /// file it throws the write-ahead log away.
  func checkNotLost() throws(StoreError) {
    if hadStore, (FileFacts(database)?.size ?? 0) == 0 { throw .lost(path: database) }
  }

  /// Where it cannot be written the next one will do it.
  func noteStore() {
    if hadStore { return }
    let descriptor = open(useLock, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = pwrite(descriptor, Self.word, Self.word.count, 0)
    close(descriptor)
  }
}
