internal import Herd

/// Five thousand desks at nine o'clock, against a client without slots and jitter: in simulated time, so
/// that the figures are the same on any machine.
struct HerdBench: Bench {
  let name = "herd"

  private static let desks = 5_000

  func figures(_ context: BenchContext) throws -> [Figure] {
    var ours = HerdWorld<MachineClient>(desks: Self.desks, seed: 1)
    var naive = HerdWorld<NaiveClient>(desks: Self.desks, seed: 1)
    let (own, other) = (ours.run(seconds: 90), naive.run(seconds: 600))
    let peer = "naive client"
    return [
      Figure(
        name: "herd: share of 5000 desks synced in 90 s",
        ours: Double(own.synced) / Double(own.desks), unit: "", goal: .atLeast(1)),
      Figure(
        name: "herd: the last desk synced", ours: Double(own.lastSynced) / 1000,
        peer: Double(other.lastSynced) / 1000, peerName: peer, unit: "s", goal: .none),
      Figure(
        name: "herd: attempts a desk", ours: own.attemptsPerDesk, peer: other.attemptsPerDesk,
        peerName: peer, unit: "", goal: .atMost(1.2)),
      Figure(
        name: "herd: connections in use at most", ours: Double(own.mostConnections),
        peer: Double(other.mostConnections), peerName: peer, unit: "", goal: .atMost(100)),
    ]
  }
}
