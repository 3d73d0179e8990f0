import CFaults
import Domain
import Glibc
import SQLite
import Testing

@testable import LocalStore

/// What is in the way of opening a store, and that a store in the way is left as it was.
@Suite struct OpeningTests {
  private func open(
    _ folder: TemporaryFolder, _ access: LocalStore.Access = .readWrite
  ) throws -> LocalStore { try TestStore.open(folder, access) }

  /// A folder with a closed store and one visit in it.
  private func closedStore() throws -> TemporaryFolder {
    let desk = try TestStore(.disk)
    try desk.log(nil)
    desk.store.close()
    return try #require(desk.folder)
  }

  @Test func aNewStoreIsForItsOwnerAlone() throws {
    let above = try TemporaryFolder()
    let path = above.path + "/a/b"
    let store = try LocalStore(
      directory: path, access: .readWrite, ids: IDSource(seed: 1), now: TestStore.morning)
    try store.saveDraft("{}")
    #expect(FileFacts(path)?.mode == 0o700)
    for name in ["okno.sqlite", "okno.sqlite-wal", "okno.sqlite-shm", "okno.lock", "okno.inuse"] {
      #expect(FileFacts(path + "/" + name)?.mode == 0o600, "\(name)")
    }
  }

  @Test func aStoreKeepsItsDeskAndWhatWasSaved() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    let visit = try desk.log(nil)
    let second = try open(folder)
    #expect(second.desk == desk.store.desk)
    #expect(try second.visits(from: desk.today, to: desk.today, offset: .utc) == [visit])
    desk.store.close()
    second.close()
    #expect(FileFacts(folder.path + "/okno.sqlite-wal")?.size == 0)
    let third = try open(folder, .readOnly)
    #expect(try third.visits(from: desk.today, to: desk.today, offset: .utc) == [visit])
  }

  @Test func theSettingsThatKeepAFileWhole() throws {
    let desk = try TestStore(.disk)
    let settings = try [
      "journal_mode", "synchronous", "foreign_keys", "trusted_schema", "secure_delete",
      "wal_autocheckpoint", "mmap_size", "application_id",
    ].map { "\($0)=\(try desk.rows("PRAGMA \($0)").joined())" }
    #expect(
      settings == [
        "journal_mode=wal", "synchronous=2", "foreign_keys=1", "trusted_schema=0",
        "secure_delete=1", "wal_autocheckpoint=0", "mmap_size=0", "application_id=1330335311",
      ])
  }

  @Test func aReaderCannotWrite() throws {
    let folder = try closedStore()
    let reader = try open(folder, .readOnly)
    let database = folder.path + "/okno.sqlite"
    #expect(throws: StoreError.readOnly(path: database)) { try reader.saveDraft("{}") }
    #expect(throws: SQLiteError.self) { try reader.connection.execute("DELETE FROM visit") }
  }

  @Test func aMissingStoreIsNotMadeByAReader() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: StoreError.self) { try open(folder, .readOnly) }
    #expect(error == .missing(path: folder.path + "/okno.sqlite"))
    #expect(error?.exitCode == 74)
    #expect(!folder.has("okno.sqlite"))
  }

  @Test func aFileInThePlaceOfTheFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "file")
    for path in ["/file", "/file/below"] {
      let error = #expect(throws: StoreError.self) {
        try LocalStore(
          directory: folder.path + path, access: .readWrite, ids: IDSource(seed: 1),
          now: TestStore.morning)
      }
      #expect(error?.exitCode == 73)
    }
  }

  @Test func anEmptyFileBecomesAStore() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "okno.sqlite")
    #expect(throws: StoreError.self) { try open(folder, .readOnly) }
    #expect(try open(folder).draft() == nil)
  }

  /// The locks' files are made before the database: a first start that was cut short is no loss.
  @Test func aFirstStartThatWasCutShortBecomesAStore() throws {
    let folder = try TemporaryFolder()
    for name in ["okno.inuse", "okno.lock", "okno.sqlite"] { try folder.write([], to: name) }
    #expect(try open(folder).draft() == nil)
  }

  @Test(arguments: [true, false], [LocalStore.Access.readWrite, .readOnly])
  func aStoreThatIsGoneIsNotMadeAnew(_ isEmpty: Bool, _ access: LocalStore.Access) throws {
    let desk = try TestStore(.disk)
    try desk.log(nil)
    let folder = try #require(desk.folder)
    let copy = folder.path + "/copy"
    try desk.store.backup(to: copy, desk.stamp())
    desk.store.close()
    let path = folder.path + "/okno.sqlite"
    unlink(path)
    if isEmpty { try folder.write([], to: "okno.sqlite") }
    try folder.write([1, 2, 3], to: "okno.sqlite-wal")

    for _ in 0..<2 {
      let error = #expect(throws: StoreError.self) { try open(folder, access) }
      #expect(error == .lost(path: path))
      #expect(error?.exitCode == 65)
    }
    #expect(LocalStore.doctor(folder.path).contains { $0.subject == .file && $0.level == .fault })
    #expect(folder.has("okno.sqlite") == isEmpty)
    #expect(try folder.bytes(of: "okno.sqlite-wal") == [1, 2, 3])

    try LocalStore.restore(
      from: copy, into: folder.path, ids: IDSource(seed: 3), now: TestStore.morning)
    let restored = try open(folder, access)
    #expect(try restored.visits(from: desk.today, to: desk.today, offset: .utc).count == 1)
  }

  @Test func aStoreFromBeforeTheMarkGetsOne() throws {
    let folder = try closedStore()
    try folder.write([], to: "okno.inuse")
    try open(folder, .readOnly).close()
    unlink(folder.path + "/okno.sqlite")
    let error = #expect(throws: StoreError.self) { try open(folder) }
    #expect(error?.code == "lost")
  }

  @Test func aNewerSchemaIsLeftAlone() throws {
    let folder = try closedStore()
    let connection = try Connection(path: folder.path + "/okno.sqlite", access: .readWrite)
    try connection.execute("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    let before = try folder.bytes(of: "okno.sqlite")
    for access in [LocalStore.Access.readWrite, .readOnly] {
      let error = #expect(throws: StoreError.self) { try open(folder, access) }
      #expect(error == .newerSchema(found: 99, known: Migrations.current))
      #expect(error?.exitCode == 78)
    }
    #expect(try folder.bytes(of: "okno.sqlite") == before)
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/okno.sqlite"
    let other = try Connection(path: path, access: .create)
    try other.execute("CREATE TABLE note (text)")
    other.close()
    let before = try folder.bytes(of: "okno.sqlite")
    #expect(throws: StoreError.notAStore(path: path)) { try open(folder) }
    #expect(try folder.bytes(of: "okno.sqlite") == before)
  }

  @Test(arguments: [0, 8, 16, 50])
  func aDamagedHeaderIsNamedAndLeftAlone(_ place: Int) throws {
    let folder = try closedStore()
    var bytes = try folder.bytes(of: "okno.sqlite")
    for index in place..<place + 50 { bytes[index] ^= 0xFF }
    try folder.write(bytes, to: "okno.sqlite")
    let error = #expect(throws: StoreError.self) { try open(folder) }
    #expect(error?.exitCode == 65 || error?.exitCode == 78)
    #expect(try folder.bytes(of: "okno.sqlite") == bytes)
  }

  @Test func aFolderThatMayNotBeWrittenIsNamed() throws {
    let folder = try closedStore()
    chmod(folder.path, 0o500)
    defer { chmod(folder.path, 0o700) }
    asSomebodyElse(owning: folder) {
      let error = #expect(throws: StoreError.self) {
        try LocalStore(
          directory: folder.path + "/deeper", access: .readWrite, ids: IDSource(seed: 1),
          now: TestStore.morning)
      }
      #expect(error?.exitCode == 73)
    }
  }

  @Test func aFileThatMayNotBeReadIsNamed() throws {
    let folder = try closedStore()
    chmod(folder.path + "/okno.sqlite", 0)
    asSomebodyElse(owning: folder) {
      for access in [LocalStore.Access.readWrite, .readOnly] {
        let error = #expect(throws: StoreError.self) { try open(folder, access) }
        #expect(error == .notPermitted(path: folder.path + "/okno.sqlite"))
        #expect(error?.exitCode == 77)
      }
    }
  }

  @Test func aFileThatMayNotBeWrittenIsNamedAndCanBeRead() throws {
    let folder = try closedStore()
    chmod(folder.path + "/okno.sqlite", 0o400)
    try asSomebodyElse(owning: folder) {
      #expect(throws: StoreError.readOnly(path: folder.path + "/okno.sqlite")) { try open(folder) }
      let day = TestStore.morning.date(offset: .utc)
      let reader = try open(folder, .readOnly)
      #expect(try reader.visits(from: day, to: day, offset: .utc).count == 1)
    }
  }

  /// Root may do everything: then files are opened in the name of nobody, to whom the folder is given.
  private func asSomebodyElse(owning folder: TemporaryFolder, _ body: () throws -> Void) rethrows {
    guard geteuid() == 0 else { return try body() }
    let nobody: UInt32 = 65534
    for name in [
      "", "/okno.sqlite", "/okno.sqlite-wal", "/okno.sqlite-shm", "/okno.lock", "/okno.inuse",
    ] {
      chown(folder.path + name, nobody, nobody)
    }
    okno_test_open_files_as(nobody)
    defer { okno_test_open_files_as(0) }
    try body()
  }
}
