import Catalogue
import Domain
import LocalStore
import Sync
import Testing

@testable import SyncRuntime

/// Releases of the catalogue on their way from the centre to the desk.
@Suite struct CatalogueTests {
  private let key = ReleaseSecretKey.generate()

  private func signed(_ number: Int64) throws -> SignedRelease {
    try CatalogueRelease(number: number, from: BundledCatalogue()).signed(with: key)
  }

  private func standing(_ process: SyncProcess) throws -> CatalogueStanding {
    try process.report { if case .catalogue(let standing) = $0 { standing } else { nil } }
  }

  @Test func aGoodReleaseComesIntoUseWhereNoScreenIsOpen() throws {
    let desk = try SyncDesk()
    let process = try desk.process(key: key.publicKey)
    try process.fill(release: 3)
    #expect(try process.script.nextRequest() == .catalogue(release: 3))
    process.script.say(.replied(.release(try signed(3))))
    #expect(try standing(process) == CatalogueStanding(active: 3, newest: 3))
  }

  @Test func anOpenScreenIsLeftToDoItItself() throws {
    let desk = try SyncDesk()
    try desk.store.takeDraftPlace()
    let process = try desk.process(key: key.publicKey)
    try process.fill(release: 3)
    #expect(try process.script.nextRequest() == .catalogue(release: 3))
    process.script.say(.replied(.release(try signed(3))))
    #expect(try standing(process) == CatalogueStanding(active: 0, newest: 3))
    #expect(try desk.store.activateRelease() == .changed)
  }

  /// Neither a wrong signature nor a desk without a key lets a catalogue in, and nothing is asked for
  /// a second time.
  @Test(arguments: [true, false])
  func whatCannotBeCheckedIsNotKept(hasKey: Bool) throws {
    let desk = try SyncDesk()
    let other = ReleaseSecretKey.generate().publicKey
    let process = try desk.process(key: hasKey ? other : nil)
    try process.fill(release: 3)
    #expect(try process.script.nextRequest() == .catalogue(release: 3))
    process.script.say(.replied(.release(try signed(3))))
    #expect(try standing(process) == CatalogueStanding(active: 0, newest: 0))
    _ = try process.status { $0.trouble == .release }
    process.pass(seconds: 10)
    try process.expectPull(SyncProcess.cursor(1))
    process.script.say(.replied(SyncProcess.page(1, release: 3)))
    _ = try process.cycleDone()
  }
}
