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
    interrupter.withLock { $0?.interrupt() }
  }

  func stop() {
    inbox.put(.stop)
    interrupter.withLock { $0?.interrupt() }
  }

  /// The thread's body.
  func run(directory: String, language: Language, mailbox: Mailbox) {
    do throws(StoreError) {
      let searcher = try Searcher(directory: directory, language: language)
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
      let hits = try searcher.search(
        request.text, kinds: request.kinds, limit: 60, today: today)
      mailbox.put(.searchAnswered(generation: request.generation, hits: hits))
    } catch {
      // An overtaken search has no answer; the newer question is already in the inbox.
      if error != .interrupted { mailbox.put(.failed(error)) }
    }
    return true
  }
}
