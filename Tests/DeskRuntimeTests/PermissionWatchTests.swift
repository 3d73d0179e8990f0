import Domain
import FoundationEssentials
import LocalStore
import Testing

@testable import DeskRuntime

/// Board and reception look whether whoever opened them still may.
@Suite struct PermissionWatchTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "okno-watch-\(UUID().uuidString)").path
  private static let now = Instant(milliseconds: 1_795_503_600_000)

  private func open(_ seed: UInt64) throws -> LocalStore {
    try LocalStore(directory: folder, access: .readWrite, ids: IDSource(seed: seed), now: Self.now)
  }

  @Test func whoeverHasLostTheRoleHasToLeave() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (store, other) = (try open(1), try open(2))
    defer {
      store.close()
      other.close()
    }
    let pin = try #require(PIN("290417".utf8))
    var ids = IDSource(seed: 3)
    let boss = Employee(id: ids.makeID(at: Self.now), name: "Орлова", roles: [.administrator])
    let lead = Employee(id: ids.makeID(at: Self.now), name: "Смирнова", roles: [.supervisor])
    let stamp = Stamp(
      now: Self.now, author: Author(desk: other.desk, employee: boss.id), offset: .moscow)
    var nobody = PermissionWatch(.runQueue, of: nil)
    var watch = PermissionWatch(.runQueue, of: lead.id)
    #expect(nobody.loss(in: store) == nil, "there are no accounts")
    let first = Stamp(now: Self.now, author: Author(desk: other.desk), offset: .moscow)
    try other.addEmployee(boss, pin: pin, first)
    #expect(nobody.loss(in: store) == .forbidden(.runQueue))
    try other.addEmployee(lead, pin: pin, stamp)
    #expect(watch.loss(in: store) == nil)
    #expect(watch.loss(in: store) == nil, "nothing has changed")
    try other.changeEmployee(lead.id, .disable, stamp)
    #expect(watch.loss(in: store) == .forbidden(.runQueue))
  }
}
