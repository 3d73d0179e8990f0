internal import Domain
internal import Glibc

/// Where a backup may be written: a new file, or in place of an earlier copy.
enum BackupTarget {
  /// The first bytes of every SQLite file (sqlite.org/fileformat2.html).
  private static let magic = Array("SQLite format 3\u{0}".utf8)

  /// Throws for what is something else: a slip of the hand must not cost a document.
  static func check(_ path: String) throws(Failure) {
    if path == "-" { throw needsAName }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var facts = stat()
    // The store refuses devices and folders, and says which it is.
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
    var start = [UInt8](repeating: 0, count: magic.count)
    let count = read(descriptor, &start, start.count)
    guard count > 0, start != magic else { return }
    throw Failure(
      .cannotCreate, code: "cannot_create",
      ru: "\(path) — другой файл, не копия Окна; он не тронут. Назовите другое имя",
      en: "\(path) is another file and no copy of Okno; it was left alone. Choose another name")
  }

  /// Elsewhere «-» is standard output; a file of that name would be a surprise.
  private static var needsAName: Failure {
    .usage(
      CommandSpec.backup, ru: "копия пишется в файл, а не на стандартный вывод: назовите файл",
      en: "a backup goes into a file, not to standard output: name the file")
  }
}
