import Domain
import SQLite
import Testing

@testable import LocalStore

/// A store of a training and one of a centre never stand in for each other.
@Suite struct TrainingStoreTests {
  private func open(
    _ folder: TemporaryFolder, _ purpose: StorePurpose, _ access: LocalStore.Access = .readWrite
  ) throws -> LocalStore {
    try LocalStore(
      directory: folder.path, access: access, purpose: purpose, ids: IDSource(seed: 1),
      now: TestStore.morning)
  }

  @Test(arguments: [LocalStore.Access.readWrite, .readOnly])
  func workRefusesATraining(_ access: LocalStore.Access) throws {
    let folder = try TemporaryFolder()
    try open(folder, .training).close()
    let before = try folder.bytes(of: "okno.sqlite")
    #expect(throws: StoreError.training(path: folder.path + "/okno.sqlite")) {
      try open(folder, .work, access)
    }
    #expect(try folder.bytes(of: "okno.sqlite") == before)
    try open(folder, .training, access).close()
  }

  @Test(arguments: [LocalStore.Access.readWrite, .readOnly])
  func aTrainingRefusesWork(_ access: LocalStore.Access) throws {
    let folder = try TemporaryFolder()
    try open(folder, .work).close()
    let before = try folder.bytes(of: "okno.sqlite")
    #expect(throws: StoreError.notTraining(path: folder.path + "/okno.sqlite")) {
      try open(folder, .training, access)
    }
    #expect(try folder.bytes(of: "okno.sqlite") == before)
  }

  /// The mark is the kind of the file, which programs that know of no training refuse, too.
  @Test func theMarkIsInTheHeader() throws {
    let folder = try TemporaryFolder()
    try open(folder, .training).close()
    #expect(try folder.bytes(of: "okno.sqlite")[68..<72] == Array("OKDM".utf8)[...])
  }

  @Test func aTrainingIsNeitherBackedUpNorRestoredAsWork() throws {
    let folder = try TemporaryFolder()
    let store = try open(folder, .training)
    let stamp = Stamp(now: TestStore.morning, author: Author(desk: store.desk), offset: .utc)
    #expect(throws: (any Error).self) { try store.backup(to: folder.path + "/copy.sqlite", stamp) }
    #expect(!folder.has("copy.sqlite"))
    store.close()
    #expect(throws: (any Error).self) {
      try LocalStore.restore(
        from: folder.path + "/okno.sqlite", into: folder.path + "/new", ids: IDSource(seed: 2),
        now: TestStore.morning)
    }
  }

  @Test func aDayBeginsAnewInATrainingsFolderAlone() throws {
    let folder = try TemporaryFolder()
    try open(folder, .training).close()
    try folder.write([1], to: "review.html")
    try LocalStore.removeTraining(in: folder.path)
    #expect(!folder.has("okno.sqlite"))
    #expect(folder.has("review.html"))
    try open(folder, .training).close()

    let work = try TemporaryFolder()
    try open(work, .work).close()
    #expect(throws: StoreError.notTraining(path: work.path + "/okno.sqlite")) {
      try LocalStore.removeTraining(in: work.path)
    }
    #expect(work.has("okno.sqlite"))
  }

  @Test func aDayThatIsUnderWayIsNotTakenAway() throws {
    let folder = try TemporaryFolder()
    let store = try open(folder, .training)
    #expect(throws: StoreError.busy(holder: nil)) {
      try LocalStore.removeTraining(in: folder.path)
    }
    #expect(folder.has("okno.sqlite"))
    store.close()
  }
}
