/// One run of one seed, as the tests and `make simulate` see it.
package struct SimulationRun: Sendable {
  package let seed: UInt64
  /// What does not hold; empty when all does.
  package let breaches: [String]
  /// Of everything that happened: the same in each run of the seed.
  package let hash: String
  /// Everything that happened, where it was asked for.
  package let trace: [String]
  /// How much simulated time it took, in milliseconds.
  package let duration: Int64

  /// - Parameter mutant: the name of a planted fault.
  package init(seed: UInt64, mutant: String? = nil, keepsTrace: Bool = false) throws {
    self.seed = seed
    let fault = mutant.flatMap(Mutant.init)
    if mutant != nil, fault == nil { throw UnknownMutant() }
    let world = try World(seed: seed, mutant: fault, keepsTrace: keepsTrace)
    breaches = world.run().map(\.description)
    hash = world.trace.hash.text
    trace = world.trace.lines
    duration = world.now
  }

  package struct UnknownMutant: Error {}

  /// The planted faults: the name, what it is, and the seed that found it last.
  package static var mutants: [(name: String, fault: String, seed: UInt64)] {
    Mutant.allCases.map { ($0.rawValue, $0.fault, foundAt[$0] ?? 1) }
  }

  /// Made by `make simulate ARGS=--mutants`; only those that are found later than at seed 1.
  private static let foundAt: [Mutant: UInt64] = [
    .ledgerForgotten: 2, .lastWriterWins: 14, .lastClockWins: 14, .chainIgnored: 12,
    .epochIgnored: 2, .horizonIgnored: 464, .durableIsHead: 2, .snapshotOlderThanItsCursor: 2,
    .anotherCentresRows: 2, .conflictOverwritten: 14, .forkedOperationsDropped: 5,
    .visitOfErasedDropped: 5, .undoTogglesBack: 4, .mergeRewritesVisits: 6, .timelineNotTold: 5,
    .batchesOvertake: 3, .leaseIgnored: 8, .requestForgotten: 19, .besideDropped: 4,
    .verdictsMixedUp: 5, .refusedDropped: 5, .cursorAtSnapshotsBegin: 59, .snapshotNotSwept: 13,
    .unsentForgotten: 3, .nothingSentAgain: 2, .movedWithoutSending: 2, .pendingOverwritten: 2,
    .caseOfLastOperation: 51, .ratingsTwice: 2, .wallClockForDeadlines: 8,
    .backOffResetByConnecting: 50,
  ]

  /// The command that shows this run again.
  package var replay: String { "make simulate SEEDS=\(seed) ARGS=--trace" }
}
