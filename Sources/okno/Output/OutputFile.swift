internal import Domain
internal import FoundationEssentials
internal import Glibc

/// A file that a person names for what a command makes.
enum OutputFile {
  /// Puts the text in the file's place, whole or not at all. What is no file, such as a pipe or
  /// `/dev/stdout`, is written to and stays what it is; a symbolic link goes on leading where it led.
  static func write(_ text: String, to path: String) throws(Failure) {
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    if isThere, ![S_IFREG, S_IFDIR].contains(facts.st_mode & S_IFMT) {
      return try pour(text, into: path)
    }
    do {
      let file = URL(filePath: isThere ? resolved(path) : path)
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw cannotWrite(path)
    }
  }

  private static func pour(_ text: String, into path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotWrite(path) }
    defer { close(descriptor) }
    try Console.write(text, to: descriptor)
  }

  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private static func cannotWrite(_ path: String) -> Failure {
    Failure(
      .cannotCreate, code: "cannot_create", ru: "не удалось записать \(path). Укажите другое место",
      en: "\(path) cannot be written. Name another place")
  }
}
