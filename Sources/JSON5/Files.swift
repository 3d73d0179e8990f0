// Data files on the disk.

internal import Glibc

extension JSON5Document {
  /// Reads a regular file of at most `largest` bytes.
  package init(file path: String) throws(JSON5Error) {
    let bytes: [UInt8]
    do {
      bytes = try DataFile.bytes(of: path, most: Self.largest)
    } catch {
      throw JSON5Error(file: path, problem: error.reason)
    }
    try self.init(name: path, bytes: bytes)
  }
}

package enum DataFile {
  /// Why a file cannot be read, in the system's words.
  package struct Unreadable: Error {
    package let reason: String

    fileprivate static var last: Unreadable { Unreadable(reason: String(cString: strerror(errno))) }
  }

  /// The bytes of a regular file; of a larger one than `most` a few more than that, and no more. A pipe or a
  /// device in its place is refused, so that no reader waits for it.
  package static func bytes(of path: String, most: Int) throws(Unreadable) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Unreadable(reason: "not a regular file") }
    var content: [UInt8] = []
    content.reserveCapacity(min(Int(status.st_size), most))
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    while content.count <= most {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .last }
      content += chunk[..<count]
    }
    return content
  }
}
