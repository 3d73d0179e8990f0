import Dispatch
import Domain
import SQLite
import Synchronization
import Testing

@testable import LocalStore

@Suite struct InterruptionTests {
  private final class Flag: Sendable {
    private let value = Mutex(false)
    var isRaised: Bool { value.withLock { $0 } }
    func raise() { value.withLock { $0 = true } }
  }

  /// A clerk types on while a search sets up its tables for the first time: none of it is a failure.
  @Test func stoppingASearchAtAnyMomentIsNeverAnotherError() throws {
    let desk = try TestStore(.disk)
    let content = try SearchDesk.catalogue.get()
    try desk.store.installCatalogue({ content }, fingerprint: content.fingerprint)
    let folder = try #require(desk.folder).path
    var (stopped, answered) = (0, 0)
    for _ in 0..<150 {
      let searcher = try Searcher(directory: folder)
      defer { searcher.close() }
      let isDone = Flag()
      let handle = searcher.interruptHandle
      let ended = DispatchSemaphore(value: 0)
      DispatchQueue.global().async {
        while !isDone.isRaised { handle.interrupt() }
        ended.signal()
      }
      defer {
        isDone.raise()
        ended.wait()
      }
      do throws(StoreError) {
        _ = try searcher.search("родился")
        answered += 1
      } catch {
        #expect(error == .interrupted)
        stopped += 1
      }
    }
    #expect(stopped > 0, "\(answered) searches were answered before they could be stopped")
  }
}
