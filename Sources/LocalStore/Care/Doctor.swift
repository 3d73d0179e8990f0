package import Domain
internal import Glibc
internal import SQLite
internal import Sync

extension LocalStore {
  /// Looks a store over without changing it: one finding a subject, more where there are more faults.
  package static func doctor(_ directory: String) -> [Finding] {
    let place = DataDirectory(directory)
    guard let folder = FileFacts(place.path) else {
      return [Finding(.folder, .fault, "\(place.path): \(SystemError.text(errno))")]
    }
    guard folder.isDirectory else {
      return [Finding(.folder, .fault, "\(place.path): \(SystemError.text(ENOTDIR))")]
    }
    var findings = FileExamination(place: place, folder: folder).findings
    // SQLite is not asked about an empty file: it would throw away the log beside it.
    if FileFacts(place.database)?.size ?? 0 > 0 { findings += StoreExamination.findings(place) }
    return findings
  }
}

extension LocalStore {
  /// As which desk of the central store a store was synced last, without changing it; `nil` where it
  /// never was, or cannot be read.
  package static func enrolledDesk(_ directory: String) -> Identifier<Desk>? {
    let place = DataDirectory(directory)
    guard FileFacts(place.database)?.size ?? 0 > 0,
      let connection = try? StoreConnection.open(place.database, access: .readOnly)
    else { return nil }
    defer { connection.close() }
    return (try? Meta.get(.enrolled, connection)) ?? nil
  }
}

/// What the file system says.
private struct FileExamination {
  /// Below this, in bytes, a day's work may not fit.
  private static let scarce: UInt64 = 256 << 20
  private static let nearlyNone: UInt64 = 16 << 20
  /// Beyond this, in bytes, something keeps the log from being folded.
  private static let longLog: Int64 = 64 << 20

  let place: DataDirectory
  let folder: FileFacts

  var findings: [Finding] {
    [folderFinding, fileFinding, permissionsFinding, freeSpace, writer, log, library]
  }

  private var folderFinding: Finding {
    guard let network = networkFileSystem(of: place.path) else {
      return Finding(.folder, .fine, place.path)
    }
    return Finding(.folder, .fault, "\(place.path): \(network)")
  }

  private var fileFinding: Finding {
    guard let file = FileFacts(place.database) else {
      return Finding(.file, .fault, "\(place.database): \(SystemError.text(ENOENT))")
    }
    return Finding(
      .file, file.size == 0 ? .fault : .fine, "\(place.database), \(file.size) bytes")
  }

  private var permissionsFinding: Finding {
    let others: UInt32 = 0o077
    let paths = [place.path, place.database, place.writeAheadLog, place.sharedMemory]
    let open = paths.compactMap { path -> String? in
      guard let facts = FileFacts(path), facts.mode & others != 0 else { return nil }
      return "\(path) \(String(facts.mode, radix: 8))"
    }
    if open.isEmpty { return Finding(.permissions, .fine, "700, 600") }
    return Finding(.permissions, .warning, open.joined(separator: ", "))
  }

  private var freeSpace: Finding {
    var facts = statvfs()
    guard statvfs(place.path, &facts) == 0 else {
      return Finding(.freeSpace, .warning, SystemError.text(errno))
    }
    let free = UInt64(facts.f_bavail) * UInt64(facts.f_frsize)
    let level: Finding.Level =
      free < Self.nearlyNone ? .fault : free < Self.scarce ? .warning : .fine
    return Finding(.freeSpace, level, "\(free) bytes")
  }

  private var writer: Finding {
    guard FileFacts(place.writerLock) != nil, let lock = try? FileLock(path: place.writerLock),
      lock.isTaken()
    else { return Finding(.writer, .fine, "nobody") }
    let holder = lock.holder().map { "process \($0.process)" } ?? "unknown"
    return Finding(.writer, .warning, holder)
  }

  private var log: Finding {
    let size = FileFacts(place.writeAheadLog)?.size ?? 0
    return Finding(.writeAheadLog, size > Self.longLog ? .warning : .fine, "\(size) bytes")
  }

  private var library: Finding { Finding(.library, .fine, "SQLite \(sqliteVersion)") }
}

/// What the store itself says.
private enum StoreExamination {
  static func findings(_ place: DataDirectory) -> [Finding] {
    do {
      let connection = try StoreConnection.open(place.database, access: .readOnly)
      defer { connection.close() }
      let version = try StoreVersion(of: connection)
      try version.check(path: place.database)
      return [Finding(.schema, .fine, "\(version.schema)")]
        + attempt(.integrity, place) { try integrity(connection) }
        + attempt(.foreignKeys, place) { try foreignKeys(connection) }
        + attempt(.auditChain, place) { try chainOfOneMoment(.audit, connection) }
        + attempt(.operationChain, place) { try chainOfOneMoment(.operation, connection) }
        + attempt(.sync, place) { [try sync(connection)] }
    } catch {
      return [fault(.schema, error, place)]
    }
  }

  private static func attempt(
    _ subject: Finding.Subject, _ place: DataDirectory, _ body: () throws -> [Finding]
  ) -> [Finding] {
    do { return try body() } catch { return [fault(subject, error, place)] }
  }

  private static func fault(
    _ subject: Finding.Subject, _ error: any Error, _ place: DataDirectory
  ) -> Finding {
    switch storeError(error, path: place.database) {
    case .corrupt(_, let detail), .inputOutput(_, let detail):
      Finding(subject, .fault, detail)
    case .newerSchema(let found, let known):
      Finding(subject, .fault, "\(found) > \(known)")
    case let error:
      Finding(subject, .fault, error.code)
    }
  }

  private static func integrity(_ connection: Connection) throws -> [Finding] {
    let answers: [String] = try connection.all("PRAGMA integrity_check(10)") { try $0.next() }
    if answers == ["ok"] { return [Finding(.integrity, .fine, "ok")] }
    return answers.map { Finding(.integrity, .fault, $0) }
  }

  private static func foreignKeys(_ connection: Connection) throws -> [Finding] {
    var count = 0
    try connection.forEach("PRAGMA foreign_key_check") { _ in
      count += 1
      return true
    }
    return [Finding(.foreignKeys, count == 0 ? .fine : .fault, "\(count)")]
  }

  /// Where the desk stands with the central store; what waits for a person is worth a warning.
  private static func sync(_ connection: Connection) throws -> Finding {
    guard let desk = try Meta.get(.desk, connection, as: Identifier<Desk>.self) else {
      return Finding(.sync, .fault, "the desk has no id")
    }
    let state = try SyncStateTable.forMachine(desk: desk, connection)
    let isFine = state.refused == 0 && state.unreadable == 0
    return Finding(
      .sync, isFine ? .fine : .warning,
      """
      number \(state.cursor?.number ?? 0), pending \(state.pending), refused \(state.refused), \
      unreadable \(state.unreadable)
      """)
  }

  /// A desk may be writing meanwhile: a log and its head from two moments would not fit each other.
  private static func chainOfOneMoment(
    _ log: ChainedLog, _ connection: Connection
  ) throws -> [Finding] {
    try connection.transaction(.deferred) { try chain(log, connection) }
  }

  private static func chain(
    _ log: ChainedLog, _ connection: Connection
  ) throws -> [Finding] {
    let subject: Finding.Subject = log == .audit ? .auditChain : .operationChain
    guard let desk = try Meta.get(.desk, connection, as: Identifier<Desk>.self) else {
      return [Finding(subject, .fault, "the desk has no id")]
    }
    let faults =
      log == .audit
      ? try AuditLog.faults(desk: desk, connection)
      : try OperationLog.faults(desk: desk, connection)
    if faults.isEmpty {
      let count = try ChainHead.read(log, from: connection)?.count ?? 0
      return [Finding(subject, .fine, "\(count)")]
    }
    return faults.map { Finding(subject, .fault, "\($0.kind.rawValue) \($0.sequence)") }
  }
}
