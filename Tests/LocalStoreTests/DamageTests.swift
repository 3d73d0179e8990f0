import Domain
import Glibc
import SQLite
import Testing

@testable import LocalStore

/// Faults while the store is in use: what was saved before is there afterwards.
@Suite struct DamageTests {
  @Test func aFullDiskChangesNothing() throws {
    let desk = try TestStore(.disk)
    let citizen = try desk.addCitizen()
    let pages = try #require(
      try desk.store.connection.value("PRAGMA page_count", as: Int.self))
    try desk.store.connection.execute("PRAGMA max_page_count = \(pages)")
    let before = try desk.rows("SELECT count(*), max(number) FROM visit")
    var failure: StoreError?
    for minute in 0..<500 where failure == nil {
      let visit = desk.visit(
        citizen.id, minutes: Int64(minute), note: String(repeating: "ы", count: 2000))
      do {
        try desk.store.logVisit(visit, eventDate: nil, desk.stamp())
      } catch { failure = error }
    }
    #expect(failure == .diskFull(path: desk.store.path))
    #expect(failure?.exitCode == 74)
    let saved = try desk.rows("SELECT count(*) FROM visit")
    #expect(try desk.rows("SELECT count(*) FROM operation WHERE kind = 'visit_logged'") == saved)
    #expect(try desk.store.verifyAudit().isEmpty)
    #expect(before == ["0|NULL"])

    try desk.store.connection.execute("PRAGMA max_page_count = 1000000")
    try desk.log(citizen.id, minutes: 600)
    #expect(try desk.rows("PRAGMA integrity_check") == ["ok"])
  }

  /// A real file system of a megabyte; only root can have one mounted.
  @Test(.enabled(if: geteuid() == 0 && SmallDisk.isAvailable))
  func aDiskThatIsReallyFullChangesNothing() throws {
    let folder = try TemporaryFolder()
    let disk = try SmallDisk(at: folder.path + "/disk")
    let store = try LocalStore(
      directory: disk.path + "/data", access: .readWrite, ids: IDSource(seed: 1),
      now: TestStore.morning)
    defer { store.close() }
    var saved = ""
    var failure: StoreError?
    for size in 1...2000 where failure == nil {
      let text = String(repeating: "x", count: size * 100)
      do {
        try store.saveDraft(text)
        saved = text
      } catch { failure = error }
    }
    #expect(failure == .diskFull(path: store.path))
    #expect(try store.draft() == saved)
    let error = #expect(throws: StoreError.self) {
      try store.backup(
        to: disk.path + "/backup",
        Stamp(
          now: TestStore.morning, author: Author(desk: store.desk), offset: .utc))
    }
    #expect(error?.exitCode == 74)
    #expect(FileFacts(disk.path + "/backup") == nil)
  }

  @Test func aDamagedPageIsNamed() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    try desk.log(nil)
    let root = try #require(
      try desk.store.connection.value(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'visit'", as: Int.self))
    desk.store.close()
    var bytes = try folder.bytes(of: "okno.sqlite")
    for index in (root - 1) * 4096..<(root - 1) * 4096 + 200 { bytes[index] = 0xA5 }
    try folder.write(bytes, to: "okno.sqlite")

    let store = try TestStore.open(folder)
    let error = #expect(throws: StoreError.self) {
      try store.visits(from: desk.today, to: desk.today, offset: .utc)
    }
    #expect(error?.code == "corrupt")
    #expect(error?.exitCode == 65)
    // The rest still works, and the doctor says what does not.
    #expect(try store.situations().count == 2)
    let faults = LocalStore.doctor(folder.path).filter { $0.level == .fault }
    #expect(faults.contains { $0.subject == .integrity })
  }

  @Test func aValueOfAForeignHandIsNamed() throws {
    let desk = try TestStore()
    try desk.log(nil)
    try desk.store.connection.execute("UPDATE visit SET channel = 'pigeon'")
    let error = #expect(throws: StoreError.self) {
      try desk.store.visits(from: desk.today, to: desk.today, offset: .utc)
    }
    #expect(error?.code == "corrupt")
  }

  /// A power cut leaves any beginning of the write-ahead log: each opens, and holds a beginning of
  /// what was saved, whole transactions only.
  @Test func aTornLogKeepsWholeTransactions() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    for minute in 0..<5 { try desk.log(nil, minutes: Int64(minute)) }
    let log = try folder.bytes(of: "okno.sqlite-wal")
    var counts: Set<Int> = []
    for length in Array(stride(from: 0, to: log.count, by: 2000)) + [log.count] {
      let torn = try TemporaryFolder()
      try folder.copy("okno.sqlite", to: torn)
      try torn.write(Array(log.prefix(length)), to: "okno.sqlite-wal")
      guard let store = try? TestStore.open(torn) else {
        Issue.record("a log cut at \(length) does not open")
        continue
      }
      #expect(try store.verifyAudit().isEmpty, "\(length)")
      let visits = try store.visits(from: desk.today, to: desk.today, offset: .utc)
      #expect(
        visits.map(\.started)
          == visits.indices.reversed().map { TestStore.morning + Int64($0) * 60 })
      counts.insert(visits.count)
    }
    #expect(counts == [0, 1, 2, 3, 4, 5])
  }

  @Test func anotherWriterIsWaitedForAndNamed() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let lock = try FileLock(path: folder.path + "/okno.lock")
    try lock.acquire(waitingMilliseconds: 0)
    desk.store.patience = 1
    let error = #expect(throws: StoreError.self) { try desk.store.saveDraft("{}") }
    #expect(error == .busy(holder: StoreError.LockHolder(process: getpid())))
    #expect(error?.exitCode == 75)
    #expect(try desk.store.draft() == nil)
    let writer = LocalStore.doctor(folder.path).first { $0.subject == .writer }
    #expect(writer == Finding(.writer, .warning, "process \(getpid())"))
    lock.release()
    try desk.store.saveDraft("{}")
  }

  @Test func aForeignProgramsLockIsBusy() throws {
    let desk = try TestStore(.disk)
    let other = try Connection(path: desk.store.path, access: .readWrite)
    try other.execute("BEGIN IMMEDIATE")
    desk.store.patience = 1
    #expect(throws: StoreError.busy(holder: nil)) { try desk.store.saveDraft("{}") }
    try other.execute("ROLLBACK")
    try desk.store.saveDraft("{}")
  }

  @Test func twoStoresOnOneFolderTakeTurns() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    _ = try TestStore.open(folder)
    let each = 50
    try await withThrowingTaskGroup { group in
      for seed in 1...4 {
        group.addTask {
          let store = try LocalStore(
            directory: path, access: .readWrite, ids: IDSource(seed: UInt64(seed)),
            now: TestStore.morning)
          let stamp = Stamp(
            now: TestStore.morning, author: Author(desk: store.desk), offset: .utc)
          var ids = IDSource(seed: UInt64(seed) << 32)
          for number in 0..<each {
            let details = CitizenDetails(surname: "Номер \(seed) \(number)")
            try store.addCitizen(
              Citizen(id: ids.makeID(at: TestStore.morning), details: details), stamp)
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try TestStore.open(folder)
    #expect(try store.operations().count == 4 * each)
    #expect(try store.verifyAudit().isEmpty)
    #expect(
      try store.connection.value("PRAGMA integrity_check", as: String.self) == "ok")
  }

  @Test func tidyingKeepsEverything() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let text = String(repeating: "x", count: 1 << 20)
    for _ in 0..<3 {
      try desk.store.saveDraft(text)
      desk.store.tidy()
    }
    // Tidied, the log's room is used again.
    let size = FileFacts(folder.path + "/okno.sqlite-wal")?.size ?? 0
    #expect(size < 2 * (1 << 20))
    #expect(try desk.store.draft() == text)
  }

  @Test func aLogGrownTooLongIsFoldedByTheWriteThatFindsItSo() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let text = String(repeating: "x", count: 9 << 20)
    for _ in 0..<2 { try desk.store.saveDraft(text) }
    #expect(FileFacts(folder.path + "/okno.sqlite-wal")?.size == 0)
    #expect(try desk.store.draft() == text)
  }
}

/// A file system of one megabyte in memory.
private final class SmallDisk {
  let path: String

  static var isAvailable: Bool {
    guard let folder = try? TemporaryFolder(), (try? SmallDisk(at: folder.path + "/x")) != nil
    else {
      return false
    }
    return true
  }

  init(at path: String) throws {
    struct Refused: Error {}
    self.path = path
    mkdir(path, 0o700)
    guard mount("none", path, "tmpfs", 0, "size=1m") == 0 else { throw Refused() }
  }

  deinit { umount2(path, 2) }
}
