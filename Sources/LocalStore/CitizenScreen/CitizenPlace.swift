package import Domain
internal import Glibc

/// The citizen's screen as its own program has it. It opens the small files between it and the desk, and of
/// the store it touches one lock's file, without reading it, so that the desk hears it.
package final class CitizenPlace {
  private static let patience = 500

  /// To watch it is to hear of what the desk says, and of the desk's end.
  package let watchedFile: String
  private let database: String
  private let files: CitizenFiles
  private let lock: FileLock
  private let desk: FileLock
  private let bell: String
  /// Open for as long as this screen is there: that it is closed, however this program ends, is heard.
  private let heldBell: Int32

  /// - Parameter directory: the data folder, which is made where it is not there.
  /// - Throws: `busy` where another citizen's screen is up at this desk.
  package init(directory path: String) throws(StoreError) {
    let directory = DataDirectory(path)
    try directory.create()
    files = CitizenFiles(directory)
    try files.create()
    watchedFile = files.deskLock
    database = directory.database
    bell = directory.writerLock
    lock = try FileLock(path: files.screenLock)
    desk = try FileLock(path: files.deskLock)
    try lock.acquire(waitingMilliseconds: Self.patience)
    heldBell = open(bell, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    ring(bell)
  }

  deinit {
    lock.release()
    if heldBell >= 0 { close(heldBell) }
  }

  /// What the desk says; a desk that is not there has nobody to greet, but its question may still be
  /// answered.
  package func view() -> CitizenView? {
    guard var view = files.readView() else { return nil }
    if view.stage == .greeting, !desk.isTaken() { view.stage = .idle }
    return view
  }

  /// Whether the folder is one of training: of the store's file the kind in its header is read, and no row.
  package var isTraining: Bool {
    let descriptor = open(database, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    // This program has the file open nowhere else, so that closing it drops no lock (sqlite.org/howtocorrupt.html, 2.2).
    defer { close(descriptor) }
    var bytes: [UInt8] = [0, 0, 0, 0]
    guard pread(descriptor, &bytes, bytes.count, StorePurpose.placeInHeader) == bytes.count
    else { return false }
    return bytes.reduce(0) { $0 << 8 | Int64($1) } == StorePurpose.training.applicationID
  }

  package func give(_ answer: CitizenAnswer) throws(StoreError) {
    try files.write(answer)
    ring(bell)
  }
}
