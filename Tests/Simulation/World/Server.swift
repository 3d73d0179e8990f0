import Domain
import Sync

/// The central store in the world: the model, and the copies of it from which a failover goes on.
struct Server {
  private struct Copy {
    var time: Int64
    var state: CentralModel
  }

  private(set) var state = CentralModel()
  private var copies: [Copy] = []
  private var epochs = 1
  private var timelines = 1
  var isDown = false

  init(_ plan: WorldPlan, mutant: Mutant?) {
    state.mutant = mutant
    state.hold = plan.hold
    state.poll = plan.poll
    state.mostOfPage = plan.page
  }

  mutating func enrol(_ role: String, _ desk: UUIDv7, in centre: String) {
    state.enrol(role, desk, in: centre, epoch: "epoch-1")
  }

  mutating func set(_ change: (inout CentralModel) -> Void) { change(&state) }

  /// - Parameter losing: the answer goes out, and the transaction is not kept: a planted fault.
  mutating func answer(
    _ request: SyncRequest, from role: String, after: Int64?, at now: Int64, losing: Bool
  ) -> [SyncReply] {
    let before = state
    let replies = state.answer(
      request, from: role, after: after, at: Instant(milliseconds: World.morning + now))
    switch request {
    case .push, .call: break
    case .hello, .pull, .snapshot, .catalogue, .lease, .anchor, .desks: return replies
    }
    if losing {
      state = before
    } else {
      copies.append(Copy(time: now, state: before))
    }
    return replies
  }

  /// Another machine takes over, which lacks the last transactions, but none that was durable.
  ///
  /// - Returns: how many transactions are lost.
  mutating func failOver(
    at now: Int64, newEpoch: Bool, _ random: inout some RandomNumberGenerator
  ) -> Int {
    // A copy is the state before a transaction; the hold is counted as the model counts it.
    let hold = state.hold
    let candidates = copies.indices.filter { copies[$0].time > now - hold }
    var lost = 0
    if let chosen = candidates.randomElement(using: &random) {
      lost = copies.count - chosen
      let (seats, versions) = (state.seats, state.versions)
      let (kinds, busy) = (state.unknownKinds, state.busyUntil)
      state = copies[chosen].state
      (state.seats, state.versions) = (seats, versions)
      (state.unknownKinds, state.busyUntil) = (kinds, busy)
      copies.removeSubrange(chosen...)
    }
    timelines += 1
    state.begin(timeline: timelines)
    if newEpoch {
      epochs += 1
      state.beginEpoch("epoch-\(epochs)")
    }
    return lost
  }
}
