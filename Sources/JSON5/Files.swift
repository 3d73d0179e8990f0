// Data files on the disk.

internal import Glibc

extension JSON5Document {
  /// Reads a regular file of at most `largest` bytes. A pipe or a device in its place is refused, so
  /// that no reader waits for it.
  package init(file path: String) throws(JSON5Error) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.systemError(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.systemError(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw JSON5Error(file: path, problem: "not a file")
    }
    try self.init(name: path, bytes: Self.read(descriptor, path))
  }

  private static func read(_ descriptor: Int32, _ path: String) throws(JSON5Error) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while content.count <= largest {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw systemError(path) }
      content += chunk[..<count]
    }
    return content
  }

  private static func systemError(_ path: String) -> JSON5Error {
    JSON5Error(file: path, problem: String(cString: strerror(errno)))
  }
}
