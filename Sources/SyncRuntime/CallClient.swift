// A call by a process that does not keep the link: another one of the desk does.

package import Domain
package import LocalStore
package import Sync

/// Makes a connection of its own, asks for the next citizen, and lets it go.
package struct CallClient {
  private let signal: SyncSignal
  private let surroundings: SyncSurroundings

  package init(signal: SyncSignal = SyncSignal(), surroundings: SyncSurroundings = .system) {
    self.signal = signal
    self.surroundings = surroundings
  }

  /// Waits for the answer no longer than `SyncTiming.call`; a ticket is in `store` then.
  package func call(
    _ call: SyncCall, _ remote: any SyncRemote, _ store: LocalStore
  ) -> CallAnswer {
    defer { remote.close() }
    let question = SideQuestion(signal: signal, surroundings: surroundings)
    guard let reply = question.ask(.call(call), remote) else { return answer(call, .noLink) }
    switch reply {
    case .called(nil): return answer(call, .nobody)
    case .called(let row?):
      let now = surroundings.now()
      let result = store.perform(
        .takeCalled(row, call), now: now, offset: surroundings.offset(now))
      return answer(call, result == .failed ? .noLink : .ticket(Ticket.ID(row.id)))
    case .notPermitted: return answer(call, .notPermitted)
    default: return answer(call, .noLink)
    }
  }

  private func answer(_ call: SyncCall, _ outcome: CallAnswer.Outcome) -> CallAnswer {
    CallAnswer(request: call.request.id, outcome: outcome)
  }
}
