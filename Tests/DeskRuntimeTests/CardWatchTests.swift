import Domain
import FoundationEssentials
import LocalStore
import Testing

@testable import DeskRuntime

/// A card that is open shows what another desk or process has made of it.
@Suite struct CardWatchTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "okno-card-\(UUID().uuidString)").path
  private static let now = Instant(milliseconds: 1_795_503_600_000)

  private func open(_ seed: UInt64) throws -> LocalStore {
    try LocalStore(directory: folder, access: .readWrite, ids: IDSource(seed: seed), now: Self.now)
  }

  @Test func aCardThatOthersChangeIsToldOnce() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (store, other) = (try open(1), try open(2))
    defer {
      store.close()
      other.close()
    }
    let stamp = Stamp(now: Self.now, author: Author(desk: other.desk), offset: .moscow)
    var ids = IDSource(seed: 3)
    let citizen = Citizen(
      id: ids.makeID(at: Self.now), details: CitizenDetails(surname: "Орлова"))
    try other.addCitizen(citizen, stamp)
    var watch = CardWatch()
    #expect(watch.look(store) == nil, "no card is open")
    watch.note(try store.cardAgain(of: citizen.id))
    #expect(watch.look(store) == nil, "it is as it was")
    var married = citizen
    married.details.surname = "Белова"
    _ = try other.changeCitizen(married, basedOn: citizen, stamp)
    #expect(watch.look(store)?.citizen.details.surname == "Белова")
    #expect(watch.look(store) == nil, "it was told")
    try other.eraseCitizen(citizen.id, stamp)
    #expect(watch.look(store) == nil, "what is shown stays")
  }
}
