import Domain
import Glibc
import SQLite
import Synchronization
import Testing

@testable import LocalStore

@Suite struct BackupTests {
  private func restore(_ path: String, into folder: TemporaryFolder) throws -> String? {
    try LocalStore.restore(
      from: path, into: folder.path, ids: IDSource(seed: 5), now: TestStore.morning + 3600)
  }

  @Test(arguments: Place.allCases)
  func aBackupRestoresWhatWasThere(_ place: Place) throws {
    let desk = try TestStore(place)
    let citizen = try desk.addCitizen()
    let visit = try desk.log(citizen.id)
    let folder = try TemporaryFolder()
    let backup = folder.path + "/backup"
    try desk.store.backup(to: backup, desk.stamp())
    #expect(FileFacts(backup)?.mode == 0o600)
    #expect(!folder.has("backup-wal") && !folder.has("backup-journal"))

    #expect(try restore(backup, into: folder) == nil)
    let store = try TestStore.open(folder)
    #expect(store.desk == desk.store.desk)
    #expect(try store.citizen(citizen.id) == citizen)
    #expect(try store.visits(from: desk.today, to: desk.today, offset: .utc) == [visit])
    #expect(try store.verifyAudit().isEmpty)
    #expect(try store.auditEntries().map(\.action) == [.added, .logged, .backedUp, .restored])
    #expect(
      try Meta.get(.incarnation, store.connection, as: [UInt8].self)
        != Meta.get(.incarnation, desk.store.connection))
  }

  @Test func theReplacedStoreStaysBeside() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let backup = folder.path + "/backup"
    try desk.store.backup(to: backup, desk.stamp())
    let visit = try desk.log(nil)
    desk.store.close()

    let replaced = try #require(try restore(backup, into: folder))
    #expect(FileFacts(replaced)?.mode == 0o600)
    let now = try TestStore.open(folder)
    #expect(try now.visits(from: desk.today, to: desk.today, offset: .utc).isEmpty)
    now.close()
    #expect(try restore(replaced, into: folder) != replaced)
    let again = try TestStore.open(folder)
    #expect(try again.visits(from: desk.today, to: desk.today, offset: .utc) == [visit])
  }

  @Test func aStoreInUseIsNotReplaced() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let backup = folder.path + "/backup"
    try desk.store.backup(to: backup, desk.stamp())
    let error = #expect(throws: StoreError.self) {
      try LocalStore.restore(
        from: backup, into: folder.path, ids: IDSource(seed: 5), now: TestStore.morning,
        patience: 1)
    }
    #expect(error == .busy(holder: nil))
  }

  @Test func aDamagedStoreCanBeReplacedAndStaysBesideWithItsLog() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let backup = folder.path + "/backup"
    try desk.store.backup(to: backup, desk.stamp())
    let torn = try TemporaryFolder()
    let ruin = Array("This is not a database, and never was one.".utf8)
    for name in ["okno.sqlite", "okno.sqlite-wal"] { try torn.write(ruin, to: name) }

    let replaced = try #require(try restore(backup, into: torn))
    for end in ["", "-wal"] {
      #expect(FileFacts(replaced + end)?.size == Int64(ruin.count), "\(end)")
    }
    #expect(try TestStore.open(torn).desk == desk.store.desk)
  }

  /// As after a kill: what was saved is in the log alone, and the replaced file holds it all the same.
  @Test func theLogOfAStoreThatWasNotClosedIsFoldedBeforeItIsReplaced() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let backup = folder.path + "/backup"
    try desk.store.backup(to: backup, desk.stamp())
    let visit = try desk.log(nil)
    let killed = try TemporaryFolder()
    for name in ["okno.sqlite", "okno.sqlite-wal"] { try folder.copy(name, to: killed) }
    #expect(try killed.bytes(of: "okno.sqlite-wal").count > 0)

    let replaced = try #require(try restore(backup, into: killed))
    #expect(FileFacts(replaced + "-wal") == nil)
    #expect(try restore(replaced, into: killed) != nil)
    let store = try TestStore.open(killed)
    #expect(try store.visits(from: desk.today, to: desk.today, offset: .utc) == [visit])
  }

  @Test func whatIsNoStoreIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(repeating: 65, count: 5000), to: "text")
    let other = try Connection(path: folder.path + "/other", access: .create)
    try other.execute("CREATE TABLE note (text)")
    other.close()
    try folder.write([], to: "empty")
    for name in ["text", "other", "empty"] {
      let path = folder.path + "/" + name
      #expect(throws: StoreError.notAStore(path: path)) { try restore(path, into: folder) }
    }
    #expect(throws: StoreError.missing(path: folder.path + "/nothing")) {
      try restore(folder.path + "/nothing", into: folder)
    }
    #expect(!folder.has("okno.sqlite") && !folder.has("okno.sqlite.restoring"))
  }

  @Test func aNewerOrDamagedBackupIsRefused() throws {
    let desk = try TestStore()
    let folder = try TemporaryFolder()
    let backup = folder.path + "/backup"
    try desk.store.backup(to: backup, desk.stamp())
    var bytes = try folder.bytes(of: "backup")
    for index in 8192..<16384 { bytes[index] = 0xA5 }
    try folder.write(bytes, to: "damaged")
    let damaged = #expect(throws: StoreError.self) {
      try restore(folder.path + "/damaged", into: folder)
    }
    #expect(damaged?.code == "corrupt")
    let connection = try Connection(path: backup, access: .readWrite)
    try connection.execute("PRAGMA user_version = 99")
    connection.close()
    #expect(throws: StoreError.newerSchema(found: 99, known: Migrations.current)) {
      try restore(backup, into: folder)
    }
    #expect(!folder.has("okno.sqlite"))
  }

  @Test func aBackupIsNotWrittenOverTheStoreOrIntoNowhere() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    link(folder.path + "/okno.sqlite", folder.path + "/other-name")
    let cases: [(path: String, exitCode: Int32)] = [
      (folder.path + "/okno.sqlite", 65), (folder.path + "/other-name", 65), (folder.path, 73),
      (folder.path + "/nowhere/backup", 73),
    ]
    for (path, exitCode) in cases {
      let error = #expect(throws: StoreError.self) {
        try desk.store.backup(to: path, desk.stamp())
      }
      #expect(error?.exitCode == exitCode, "\(path)")
    }
    #expect(try desk.rows("PRAGMA integrity_check") == ["ok"])
  }
}

@Suite struct DoctorTests {
  @Test func aHealthyStoreHasNoFaults() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let citizen = try desk.addCitizen()
    try desk.log(citizen.id)
    let findings = LocalStore.doctor(folder.path)
    #expect(findings.allSatisfy { $0.level == .fine }, "\(findings)")
    #expect(Set(findings.map(\.subject)) == Set(Finding.Subject.allCases))
  }

  @Test func faultsAreNamedBySubject() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    try desk.log(nil)
    try desk.store.connection.execute("DELETE FROM audit; UPDATE operation SET time = 0")
    try desk.store.connection.execute(
      "PRAGMA foreign_keys = OFF; INSERT INTO case_service VALUES (77, 'x', 'open')")
    chmod(folder.path + "/okno.sqlite", 0o644)
    let bad = Set(LocalStore.doctor(folder.path).filter { $0.level != .fine }.map(\.subject))
    #expect(bad == [.auditChain, .operationChain, .foreignKeys, .permissions])
  }

  /// A log read at one moment and its end at another do not fit each other.
  @Test func aDeskThatIsWritingMeanwhileIsNoFault() async throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    try desk.log(nil)
    let place = folder.path
    let examined = Task.detached { () -> [Finding] in
      var faults: [Finding] = []
      for _ in 0..<40 { faults += LocalStore.doctor(place).filter { $0.level == .fault } }
      return faults
    }
    let isDone = Mutex(false)
    Task.detached {
      _ = await examined.value
      isDone.withLock { $0 = true }
    }
    while !isDone.withLock({ $0 }) {
      try desk.log(nil)
      // One core must do for both.
      await Task.yield()
    }
    #expect(await examined.value.isEmpty)
  }

  @Test func nothingIsCreated() throws {
    let folder = try TemporaryFolder()
    #expect(LocalStore.doctor(folder.path + "/nowhere").map(\.subject) == [.folder])
    let findings = LocalStore.doctor(folder.path)
    #expect(findings.contains { $0.subject == .file && $0.level == .fault })
    #expect(!folder.has("okno.sqlite") && !folder.has("okno.lock"))
  }

  @Test func aNewerSchemaIsAFault() throws {
    let desk = try TestStore(.disk)
    try desk.store.connection.execute("PRAGMA user_version = 99")
    let findings = LocalStore.doctor(try #require(desk.folder).path)
    #expect(findings.contains(Finding(.schema, .fault, "99 > \(Migrations.current)")))
  }
}
