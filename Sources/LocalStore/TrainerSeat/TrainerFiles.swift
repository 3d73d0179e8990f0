import Domain
internal import Glibc

// Between a trainee's desk and the terminal of a trainer who looks on there is a folder of four files in the day's data
// folder:
//
//   trainer.lock  held by the trainer's terminal for as long as it shows the trainee's screen
//   keys          a pipe: lines from the trainer to the desk
//   bell          a pipe: a byte each time that the desk has drawn
//   screen        the trainee's screen as it is now, in bytes that this folder does not look into
//
// The kernel gives the lock back however its holder ends, and a pipe that nobody reads takes nothing: neither side
// waits for the other.

/// The files between a trainee's desk and a trainer's terminal.
struct TrainerFiles: Sendable {
  private let folder: String

  init(_ directory: String) { folder = DataDirectory(directory).path + "/trainer" }

  var lock: String { folder + "/trainer.lock" }
  var keys: String { folder + "/keys" }
  var bell: String { folder + "/bell" }
  private var screen: String { folder + "/screen" }

  /// More than the largest screen that a terminal has.
  private static let longest = 8 << 20

  func create() throws(StoreError) { try DataDirectory(folder).create() }

  /// Written beside its place and put there in one step, so that nobody reads half of it.
  func write(_ bytes: [UInt8]) -> Bool {
    let new = screen + ".new"
    let file = open(new, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      written += count
    }
    close(file)
    return written == bytes.count && rename(new, screen) == 0
  }

  func read() -> [UInt8]? {
    let file = open(screen, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_size > 0, facts.st_size <= Self.longest else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    return Glibc.read(file, &bytes, bytes.count) == bytes.count ? bytes : nil
  }

  func removeScreen() { unlink(screen) }
}
