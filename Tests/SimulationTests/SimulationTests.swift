import Simulation
import Testing

/// A thousand worlds: whatever goes wrong, nothing is lost and all desks become one.
@Suite struct SimulationTests {
  private static let slices = 16
  private static let seeds: UInt64 = 1_000

  @Test(arguments: 0..<slices)
  func everyPromiseHolds(_ slice: Int) throws {
    for seed in stride(from: UInt64(slice) + 1, through: Self.seeds, by: Self.slices) {
      let run = try SimulationRun(seed: seed)
      #expect(run.breaches.isEmpty, "seed \(seed): \(run.breaches); \(run.replay)")
    }
  }

  @Test func aSeedReplaysToTheByte() throws {
    for seed: UInt64 in 1...10 {
      let first = try SimulationRun(seed: seed, keepsTrace: true)
      let second = try SimulationRun(seed: seed, keepsTrace: true)
      #expect(first.trace == second.trace, "\(seed)")
      #expect(first.hash == second.hash)
      #expect(first.trace.count > 50)
    }
  }

  @Test func otherSeedsAreOtherWorlds() throws {
    let hashes = try (1...20).map { try SimulationRun(seed: UInt64($0)).hash }
    #expect(Set(hashes).count == 20)
  }
}
