// The search's thread: answers the newest question only, and drops a search that a key has overtaken.

internal import DeskCore
internal import Domain
internal import LocalStore
internal import SQLite
internal import Synchronization

final class SearchThread: Sendable {
  private enum Letter: Sendable {
    case ask(SearchRequest, CalendarDate)
    case stop
  }

  private let inbox = Inbox<Letter>()
  private let interrupter = Mutex<InterruptHandle?>(nil)

  func ask(_ request: SearchRequest, today: CalendarDate) {
    inbox.put(.ask(request, today)) { if case .ask = $0 { true } else { false } }
    interrupt()
  }

  func stop() {
    inbox.put(.stop)
    interrupt()
  }

  /// Stops what is running. It may come late, when that is already the next question.
  func interrupt() { interrupter.withLock { $0?.interrupt() } }

  /// The thread's body.
  func run(directory: String, mailbox: Mailbox) {
    do throws(StoreError) {
      let searcher = try Searcher(directory: directory)
      interrupter.withLock { $0 = searcher.interruptHandle }
      while answer(searcher, mailbox) {}
      interrupter.withLock { $0 = nil }
      searcher.close()
    } catch {
      mailbox.put(.failed(error))
    }
  }

  /// Serves one letter; while there is none, loads the words for misspelt names piece by piece.
  /// `false` when the thread is to end.
  private func answer(_ searcher: Searcher, _ mailbox: Mailbox) -> Bool {
    do throws(StoreError) {
      while inbox.isEmpty, try searcher.warmUp() {}
      guard case .ask(let request, let today) = inbox.take() else { return false }
      if let hits = try hits(request, today, searcher) {
        mailbox.put(.searchAnswered(generation: request.generation, hits: hits))
      }
    } catch {
      // The loading of words was overtaken by a question, which is already in the inbox.
      if error != .interrupted { mailbox.put(.failed(error)) }
    }
    return true
  }

  /// `nil` when a newer question waits. `ask` stops whatever is running when it comes to it, and that
  /// may already be its own question: then nothing waits, and it is asked again.
  private func hits(
    _ request: SearchRequest, _ today: CalendarDate, _ searcher: Searcher
  ) throws(StoreError) -> [SearchHit]? {
    while true {
      do throws(StoreError) {
        return try searcher.search(
          request.text, kinds: request.kinds, limit: 60, today: today, language: request.language)
      } catch {
        guard error == .interrupted else { throw error }
        guard inbox.isEmpty else { return nil }
      }
    }
  }
}
