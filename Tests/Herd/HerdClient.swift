package import Domain
package import Sync

/// A desk's program as the herd sees it: inputs in, outputs out.
package protocol HerdClient {
  init(desk: Identifier<Desk>)
  mutating func step(
    _ input: SyncInput, at: Monotonic, now: Instant, random: inout IDSource
  ) -> [SyncOutput]
}

/// The program's own machine.
package struct MachineClient: HerdClient {
  private var machine = SyncMachine(program: "okno herd")

  package init(desk: Identifier<Desk>) {}

  package mutating func step(
    _ input: SyncInput, at moment: Monotonic, now: Instant, random: inout IDSource
  ) -> [SyncOutput] {
    machine.step(input, at: moment, now: now, random: &random)
  }
}

/// The client that is written first: it connects when it starts, gives up after ten seconds and tries
/// again a second later.
package struct NaiveClient: HerdClient {
  private static let patience: Int64 = 10_000
  private static let pause: Int64 = 1_000

  private var isWaiting = false
  private var cursor: SyncCursor?
  private var incarnation: [UInt8] = []

  package init(desk: Identifier<Desk>) {}

  package mutating func step(
    _ input: SyncInput, at moment: Monotonic, now: Instant, random: inout IDSource
  ) -> [SyncOutput] {
    switch input {
    case .start: return [.store(.read), .connect, .alarm(moment + Self.patience)]
    case .stored(.state(let state)):
      (cursor, incarnation) = (state.cursor, state.incarnation)
      return []
    case .stored(.operations(let operations)):
      return [
        .send(.push(operations, incarnation: incarnation)), .alarm(moment + Self.patience),
      ]
    case .alarm where isWaiting:
      isWaiting = false
      return [.connect, .alarm(moment + Self.patience)]
    case .alarm, .broken:
      isWaiting = true
      return [.disconnect, .alarm(moment + Self.pause)]
    case .connected: return [.store(.takeOperations(after: 0)), .alarm(moment + Self.patience)]
    case .replied(.verdicts):
      return [.send(.pull(cursor, limit: SyncLimit.pullRows)), .alarm(moment + Self.patience)]
    case .replied(.page): return [.cycleDone, .alarm(nil)]
    case .replied, .stored, .changed, .asked, .call, .stop: return []
    }
  }
}
