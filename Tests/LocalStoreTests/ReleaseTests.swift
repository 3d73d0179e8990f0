import Catalogue
import Domain
import SQLite
import Sync
import Testing

@testable import LocalStore

/// The centre's catalogue in the store: kept, then brought into use as a whole.
@Suite struct ReleaseTests {
  private static let key = ReleaseSecretKey.generate()

  /// The bundled catalogue without one situation.
  private struct Source: CatalogueSource {
    var left: String
    let root = "test"
    let isReleased = true
    let requiredSituations: [LifeSituation.ID] = []
    func files() -> [CatalogueFile] {
      BundledCatalogue().files().filter { $0.name != "\(left).json5" }
    }
  }

  private func release(_ number: Int64, without left: String = "marriage") throws -> SignedRelease {
    try CatalogueRelease(number: number, from: Source(left: left)).signed(with: Self.key)
  }

  private func situations(_ store: LocalStore) throws -> [LifeSituation.ID] {
    try store.situations().map(\.id)
  }

  private func installBundled(_ store: LocalStore) throws {
    let bundled = BundledCatalogue()
    try store.installCatalogue({ try bundled.load() }, fingerprint: bundled.fingerprint())
  }

  private func bundledCount() throws -> Int { try BundledCatalogue().load().situations.count }

  @Test(arguments: Place.allCases)
  func aKeptReleaseWaitsAndIsThenUsedWithItsSearch(_ place: Place) throws {
    let desk = try TestStore(place)
    let store = desk.store
    let before = try situations(store)
    try store.keep(release(3))
    #expect(try situations(store) == before)
    #expect(try store.catalogueStanding() == CatalogueStanding(active: 0, newest: 3))

    #expect(try store.activateRelease() == .changed)
    #expect(try store.catalogueStanding() == CatalogueStanding(active: 3, newest: 3))
    #expect(try situations(store).count == bundledCount() - 1)
    #expect(try !situations(store).contains("marriage"))
    let searcher = Searcher(store.connection)
    let hits = try searcher.search("родился ребенок", kinds: [.situation])
    #expect(hits.first?.target == .situation("birth-of-child"))
    #expect(try store.activateRelease() == .unchanged)
  }

  @Test func theProgramsOwnCatalogueDoesNotPushOutTheCentres() throws {
    let desk = try TestStore(.disk)
    try desk.store.keep(release(3))
    #expect(try desk.store.activateRelease() == .changed)
    try installBundled(desk.store)
    #expect(try !situations(desk.store).contains("marriage"))
    desk.store.close()

    let folder = try #require(desk.folder)
    let again = try TestStore.open(folder)
    try installBundled(again)
    #expect(try !situations(again).contains("marriage"))
  }

  /// What a newer program would do that reads the same files into other values.
  @Test func theReleaseIsReadAgainWhereTheStoredOneIsNotTheSame() throws {
    let desk = try TestStore()
    try desk.store.keep(release(3))
    #expect(try desk.store.activateRelease() == .changed)
    try Meta.set(.catalogueHash, [7 as UInt8], desk.store.connection)
    try desk.store.connection.run("DELETE FROM catalogue_entry WHERE kind = 'situation'")
    try installBundled(desk.store)
    #expect(try situations(desk.store).count == bundledCount() - 1)

    try Meta.set(.catalogueHash, [7 as UInt8], desk.store.connection)
    try desk.store.connection.run("UPDATE catalogue_release SET content = x'00'")
    try installBundled(desk.store)
    #expect(try situations(desk.store).count == bundledCount(), "one that cannot be read gives way")
  }

  @Test func onlyNewerReleasesAreTaken() throws {
    let desk = try TestStore()
    let store = desk.store
    try store.keep(release(5))
    try store.keep(release(4, without: "retirement"))
    #expect(try store.catalogueStanding().newest == 5)
    #expect(try store.activateRelease() == .changed)
    for number in [4, 5] as [Int64] {
      try store.keep(release(number, without: "retirement"))
      #expect(try store.activateRelease() == .unchanged)
    }
    #expect(try situations(store).contains("retirement"))

    try store.keep(release(6, without: "retirement"))
    try store.keep(release(7, without: "disability"))
    #expect(try store.activateRelease() == .changed)
    #expect(try !situations(store).contains("disability"))
    #expect(try store.connection.value("SELECT count(*) FROM catalogue_release") == 1)
  }

  @Test func oneThatCannotBeReadLeavesTheOldOne() throws {
    let desk = try TestStore()
    let before = try situations(desk.store)
    try desk.store.keep(SignedRelease(number: 2, content: Array("{}".utf8), signature: []))
    #expect(try desk.store.activateRelease() == .unusable)
    #expect(try situations(desk.store) == before)
    try desk.store.keep(release(3))
    #expect(try desk.store.activateRelease() == .changed)
  }

  /// A release never comes in the middle of a visit, be it on another screen of the same desk.
  @Test func screensWithAVisitPostponeIt() throws {
    let desk = try TestStore(.disk)
    let folder = try #require(desk.folder)
    try desk.store.takeDraftPlace()
    let other = try TestStore.open(folder)
    try other.takeDraftPlace()
    let service = try TestStore.open(folder, seed: 5)
    try desk.store.keep(release(3))

    #expect(try service.activateRelease() == .postponed, "screens are open: it is theirs")
    try other.saveDraft("{}")
    #expect(try desk.store.activateRelease() == .postponed)
    #expect(!folder.has("okno.screen7"), "looking makes no file")
    try other.clearDraft()
    #expect(try desk.store.activateRelease() == .changed)
  }

  @Test func aScreensOwnDraftIsItsOwnBusiness() throws {
    let desk = try TestStore(.disk)
    try desk.store.takeDraftPlace()
    try desk.store.saveDraft("{}")
    try desk.store.keep(release(3))
    #expect(try desk.store.activateRelease() == .changed)
  }

  @Test func aVisitLeftByACrashPostponesItForPrograms() throws {
    let desk = try TestStore(.disk)
    try desk.store.saveDraft("{}")
    try desk.store.keep(release(3))
    #expect(try desk.store.activateRelease() == .postponed)
    try desk.store.clearDraft()
    #expect(try desk.store.activateRelease() == .changed)
  }
}
