internal import FoundationEssentials
internal import Glibc

/// Files of a line or two: connection strings and keys.
enum SmallFile {
  struct Unreadable: Error {}

  static func bytes(of path: String) throws(Unreadable) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Unreadable()
    }
  }

  /// A new file for its owner alone; one that is there is left as it is.
  static func write(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw Failure(
        .cannotCreate, code: "cannot_create", ru: "не удалось создать \(path): \(reason)",
        en: "\(path) cannot be created: \(reason)")
    }
    defer { close(descriptor) }
    try Console.write(text, to: descriptor)
  }
}
