package import Domain
internal import Glibc
internal import SQLite

extension LocalStore {
  /// Takes the training store out of the folder, so that a day can begin anew. What else is there stays.
  ///
  /// - Throws: `.notTraining`, with everything left as it is, where the store is a centre's own.
  package static func removeTraining(in path: String) throws(StoreError) {
    let directory = DataDirectory(path)
    guard FileFacts(directory.database) != nil else { return }
    do {
      let connection = try StoreConnection.open(directory.database, access: .readOnly)
      defer { connection.close() }
      let version = try StoreVersion(of: connection)
      guard version.purpose == .training else {
        throw version.purpose == .work
          ? StoreError.notTraining(path: directory.database)
          : .notAStore(path: directory.database)
      }
    } catch {
      throw storeError(error, path: directory.database)
    }
    // Another desk that is at this day must not lose its files from under it.
    let useLock = try FileLock(path: directory.useLock)
    try useLock.excludeOthers(waitingMilliseconds: 0)
    defer { useLock.release() }
    for file in [
      directory.writeAheadLog, directory.sharedMemory, directory.database, directory.useLock,
    ] {
      guard unlink(file) == 0 || errno == ENOENT else {
        throw SystemError.storeError(errno, path: file)
      }
    }
  }
}
