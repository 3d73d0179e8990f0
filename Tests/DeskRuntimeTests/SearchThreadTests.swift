import Catalogue
import DeskCore
import Domain
import FoundationEssentials
import LocalStore
import Terminal
import Testing

@testable import DeskRuntime

@Suite struct SearchThreadTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "okno-search-\(UUID().uuidString)").path

  /// A question stops the one before it, at whatever it is. However fast they come, the last is
  /// answered, and none fails.
  @Test func theLastQuestionIsAlwaysAnswered() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try makeStore()
    let mailbox = Mailbox(waker: try Waker())
    let search = SearchThread()
    let worker = Worker { [folder] in
      search.run(directory: folder, mailbox: mailbox)
    }
    defer {
      search.stop()
      worker.join()
    }
    var generation = 0
    for round in 1...300 {
      for _ in 0...(round % 7) {
        generation += 1
        let text = round.isMultiple(of: 2) ? "родился ребенок" : "hj;ltybt"
        search.ask(
          SearchRequest(
            generation: generation, text: text, kinds: Set(SearchHit.Kind.allCases)),
          today: CalendarDate(dayNumber: 20_000))
      }
      try expectAnswer(to: generation, mailbox)
    }
  }

  /// An interrupt meant for the question before may hit the last one, which is then asked again.
  @Test func aLateInterruptLeavesNoQuestionUnanswered() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try makeStore()
    let mailbox = Mailbox(waker: try Waker())
    let search = SearchThread()
    let worker = Worker { [folder] in
      search.run(directory: folder, mailbox: mailbox)
    }
    defer {
      search.stop()
      worker.join()
    }
    for generation in 1...100 {
      search.ask(
        SearchRequest(
          generation: generation, text: "родился ребенок", kinds: Set(SearchHit.Kind.allCases)),
        today: CalendarDate(dayNumber: 20_000))
      // Over and over, to come while the question is being searched for.
      for _ in 0..<2000 { search.interrupt() }
      try expectAnswer(to: generation, mailbox)
    }
  }

  private func makeStore() throws {
    let store = try LocalStore(
      directory: folder, access: .readWrite, ids: IDSource(seed: 1),
      now: Instant(milliseconds: 1_764_000_000_000))
    defer { store.close() }
    let catalogue = BundledCatalogue()
    try store.installCatalogue({ try catalogue.load() }, fingerprint: catalogue.fingerprint())
  }

  /// Waits for the answer; the limit only ends a test that fails.
  private func expectAnswer(to generation: Int, _ mailbox: Mailbox) throws {
    let deadline = ContinuousClock.now + .seconds(90)
    while ContinuousClock.now < deadline {
      for event in mailbox.takeAll() {
        switch event {
        case .searchAnswered(generation, let hits):
          #expect(!hits.isEmpty)
          return
        case .failed(let error): throw error
        default: break
        }
      }
    }
    Issue.record("question \(generation) has no answer")
  }
}
