import Domain
import Sync

/// A desk's store in the morning: yesterday's cursor, and a few operations that were not sent.
struct HerdStore {
  private var state: SyncStoreState
  private var waiting: [SyncOperation]

  init(desk: Identifier<Desk>, spread: Int, _ random: inout IDSource) {
    waiting = (1...3).map { sequence in
      SyncOperation(
        sequence: Int64(sequence), id: random.makeID(at: Instant(milliseconds: 0)),
        kind: "visit_undone", body: "{}", time: Instant(milliseconds: 0), hash: [])
    }
    state = SyncStoreState(
      desk: desk, incarnation: [UInt8](repeating: 1, count: 16),
      cursor: SyncCursor(epoch: "e", number: 1, chain: "c"), pending: waiting.count,
      spread: spread, poll: 30)
  }

  mutating func perform(_ command: StoreCommand) -> StoreResult {
    switch command {
    case .read: return .state(state)
    case .takeOperations(let sequence):
      return .operations(waiting.filter { $0.sequence > sequence })
    case .settle(_, let sent):
      waiting.removeAll { one in sent.contains { $0.sequence == one.sequence } }
      state.pending = waiting.count
      state.pushedThrough = sent.last?.sequence ?? state.pushedThrough
    case .apply(let page): state.cursor = page.cursor
    case .remember(let spread, let poll, _): (state.spread, state.poll) = (spread, poll)
    case .beginSnapshot, .applySnapshot, .endSnapshot, .sendAgain, .sendAgainIn, .move, .keep,
      .takeCalled, .setLeases:
      break
    }
    return .applied(state)
  }
}
