/// What one seed brings: how many desks, for how long, and what goes wrong when.
struct WorldPlan {
  /// After the last fault every desk is at rest within this time, in milliseconds: a breaker's fifteen
  /// minutes, the longest back-off, and the work itself.
  static let patience: Int64 = 45 * 60_000

  struct Fault {
    var kind: FaultKind
    var desk: Int
    var begins: Int64
    var lasts: Int64
  }

  let deskCount: Int
  let centreCount: Int
  /// How many operations go into one batch: few, so that several are under way.
  let batch: Int
  /// About how many rows go into one page: few, so that desks are found in the middle.
  let page: Int
  let poll: Int
  let hold: Int64
  let calmFrom: Int64
  let faults: [Fault]

  init(_ random: inout some RandomNumberGenerator) {
    centreCount = Int.random(in: 0..<3, using: &random) == 0 ? 2 : 1
    deskCount = Int.random(in: 2...3, using: &random) + (centreCount - 1)
    batch = Int.random(in: 1...8, using: &random)
    page = Int.random(in: 1...12, using: &random)
    poll = Int.random(in: 20...90, using: &random)
    hold = Int64.random(in: 30...240, using: &random) * 1000
    calmFrom = Int64.random(in: 5...10, using: &random) * 60_000
    var faults: [Fault] = []
    for _ in 0..<Int.random(in: 2...7, using: &random) {
      faults.append(
        Fault(
          kind: FaultKind.allCases.randomElement(using: &random) ?? .crash,
          desk: Int.random(in: 0..<deskCount, using: &random),
          begins: Int64.random(in: 5_000..<calmFrom, using: &random),
          lasts: Int64.random(in: 5_000..<240_000, using: &random)))
    }
    self.faults = faults
  }

  func centre(of desk: Int) -> String { "centre-\(desk % centreCount)" }
}

enum FaultKind: String, CaseIterable {
  case weather, crash, crashInWrite, diskFull, clockStep, clone, restoredDesk, revoked
  case serverDown, failover, failoverWithNewEpoch, busy, versionSkew, unknownKinds, pruned
  /// Many a batch cannot be applied just now: a lock, a full disk.
  case locks
  /// A desk has no link for so long that the server forgets what it has missed.
  case longAway
}
