import Domain
internal import Glibc

/// The reading end of a pipe that has a name. It lives as long as this value: a writer finds nobody afterwards.
final class NamedPipe: Sendable {
  private let path: String
  /// Open for writing too, so that it has no end while nobody writes (fifo(7), Linux).
  private let descriptor: Int32

  init(path: String) throws(StoreError) {
    self.path = path
    unlink(path)
    guard mkfifo(path, 0o600) == 0 else { throw SystemError.storeError(errno, path: path) }
    descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw SystemError.storeError(errno, path: path) }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// Sleeps until something has come.
  func read() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : []
  }

  /// What can be put into a pipe in one piece, in bytes (pipe(7), `PIPE_BUF`).
  static let longest = 4096

  /// - Returns: whether there is somebody to read it. Nobody is waited for.
  static func put(_ bytes: [UInt8], into path: String) -> Bool {
    let pipe = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
    guard pipe >= 0 else { return false }
    defer { close(pipe) }
    return bytes.count <= longest && write(pipe, bytes, bytes.count) == bytes.count
  }
}
