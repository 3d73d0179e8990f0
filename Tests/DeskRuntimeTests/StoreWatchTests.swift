import Domain
import FoundationEssentials
import Glibc
import LocalStore
import Testing

@testable import Terminal

/// A screen sleeps until the store is written, by whatever process.
@Suite struct StoreWatchTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "okno-watched-\(UUID().uuidString)").path
  private static let now = Instant(milliseconds: 1_795_503_600_000)

  private func open(_ seed: UInt64) throws -> LocalStore {
    try LocalStore(directory: folder, access: .readWrite, ids: IDSource(seed: seed), now: Self.now)
  }

  private func isTold(_ watch: FileWatch) -> Bool {
    var waiting = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  @Test func eachTransactionIsHeardAndNothingElse() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (store, other) = (try open(1), try open(2))
    defer {
      store.close()
      other.close()
    }
    let watch = try #require(FileWatch(LocalStore.file(toWatchIn: folder)))
    let mark = try store.changeMark()
    #expect(!isTold(watch))
    try other.setSetting("theme", "night")
    #expect(isTold(watch))
    #expect(try store.changeMark() != mark, "what is heard of is there to be read")
    watch.clear()
    #expect(!isTold(watch))
    _ = try store.setting("theme")
    store.tidy()
    #expect(!isTold(watch), "who reads is not heard")
    #expect(throws: StoreError.self) {
      try other.sendMessage("", to: Identifier(UUIDv7(at: Self.now, random: (0, 1))), stamp)
    }
    #expect(!isTold(watch), "nothing was written")
  }

  private var stamp: Stamp {
    Stamp(
      now: Self.now, author: Author(desk: Identifier(UUIDv7(at: Self.now, random: (0, 2)))),
      offset: .moscow)
  }

  @Test func aFileThatIsNotThereCannotBeWatched() {
    #expect(FileWatch(folder + "/nothing") == nil)
  }
}
