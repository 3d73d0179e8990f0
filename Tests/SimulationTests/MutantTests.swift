import Simulation
import Testing

/// Is the simulation worth anything? Each planted fault has to be found.
@Suite struct MutantTests {
  private static let seeds: UInt64 = 1_000

  /// Beginning with the seed that found it when the table of docs/decisions/sync.md was made, so that
  /// the test is short as long as the world has not changed.
  @Test(arguments: SimulationRun.mutants.map(\.name))
  func isFound(_ mutant: String) throws {
    let mutants = SimulationRun.mutants
    let hint = mutants.first { $0.name == mutant }?.seed ?? 1
    for seed in [hint] + Array(1...Self.seeds) {
      let run = try SimulationRun(seed: seed, mutant: mutant)
      if !run.breaches.isEmpty { return }
    }
    Issue.record("\(mutant) was not found in \(Self.seeds) seeds")
  }

  @Test func thereAreEnoughOfThem() {
    #expect(SimulationRun.mutants.count >= 20)
    #expect(SimulationRun.mutants.allSatisfy { !$0.fault.isEmpty && $0.seed <= Self.seeds })
  }
}
