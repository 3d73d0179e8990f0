import Glibc
import Simulation

// `make simulate SEEDS=1..100000`: runs the seeds, prints each that fails with the command that shows
// it again, and ends with 1 if there was one.

struct Options: Sendable {
  var seeds: ClosedRange<UInt64> = 1...1_000
  var mutant: String?
  var showsTrace = false
  /// Looks for each planted fault among the seeds, and prints the table of docs/decisions/sync.md.
  var findsMutants = false

  init?(_ arguments: [String]) {
    for argument in arguments {
      if argument == "--trace" {
        showsTrace = true
      } else if argument == "--mutants" {
        findsMutants = true
      } else if argument.hasPrefix("--mutant=") {
        mutant = String(argument.dropFirst(9))
      } else if let range = Self.range(argument) {
        seeds = range
      } else {
        return nil
      }
    }
  }

  /// `17` or `1..1000`.
  private static func range(_ text: String) -> ClosedRange<UInt64>? {
    if let seed = UInt64(text) { return seed...seed }
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).map { UInt64($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
      return nil
    }
    return first...last
  }
}

/// - Returns: whether everything holds.
func show(_ seed: UInt64, _ options: Options) -> Bool {
  do {
    let run = try SimulationRun(
      seed: seed, mutant: options.mutant, keepsTrace: options.showsTrace)
    for line in run.trace { print(line) }
    if options.showsTrace { print("seed \(seed): trace \(run.hash)") }
    guard !run.breaches.isEmpty else { return true }
    print("seed \(seed) fails; \(run.replay)")
    for breach in run.breaches.prefix(5) { print("  \(breach)") }
  } catch {
    print("seed \(seed): \(error)")
  }
  return false
}

/// - Returns: how many seeds fail.
func runAll(_ options: Options, workers: UInt64) async -> Int {
  await withTaskGroup(of: Int.self) { group in
    for worker in 0..<workers {
      group.addTask {
        options.seeds.count { $0 % workers == worker && !show($0, options) }
      }
    }
    return await group.reduce(0, +)
  }
}

func firstFailing(_ seeds: ClosedRange<UInt64>, mutant: String) throws -> SimulationRun? {
  for seed in seeds {
    let run = try SimulationRun(seed: seed, mutant: mutant)
    if !run.breaches.isEmpty { return run }
  }
  return nil
}

/// Prints the table's rows, in its order.
///
/// - Returns: how many planted faults no seed finds.
func findMutants(_ options: Options, workers: Int) async throws -> Int {
  let mutants = SimulationRun.mutants
  let found = try await withThrowingTaskGroup(of: [(Int, SimulationRun?)].self) { group in
    for worker in 0..<workers {
      group.addTask {
        try stride(from: worker, to: mutants.count, by: workers).map { place in
          (place, try firstFailing(options.seeds, mutant: mutants[place].name))
        }
      }
    }
    return try await group.reduce(into: [(Int, SimulationRun?)]()) { $0 += $1 }
      .sorted { $0.0 < $1.0 }
  }
  print("| name | fault | found at seed | by |\n|---|---|---|---|")
  for (place, run) in found {
    let (name, fault, _) = mutants[place]
    let property = run?.breaches.first?.split(separator: ":").first.map(String.init)
    print("| `\(name)` | \(fault) | \(run.map { "\($0.seed)" } ?? "–") | \(property ?? "–") |")
  }
  return found.count { $0.1 == nil }
}

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  print("usage: simulate [SEED | FIRST..LAST] [--mutant=NAME] [--trace] [--mutants]")
  exit(64)
}
if options.findsMutants { exit(try await findMutants(options, workers: 2) == 0 ? 0 : 1) }
let failures = await runAll(options, workers: 2)
print("\(options.seeds.count) seeds, \(failures) failed")
exit(failures == 0 ? 0 : 1)
