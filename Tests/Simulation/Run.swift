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
    .ackBeforeCommit: 2, .ledgerForgotten: 2, .chainIgnored: 5, .epochIgnored: 2,
    .horizonIgnored: 96, .durableIsHead: 2, .tombstoneNotTold: 5, .snapshotOlderThanItsCursor: 2,
    .anotherCentresRows: 2, .forkedOperationsDropped: 5, .visitOfErasedDropped: 12,
    .undoTogglesBack: 2, .mergeRewritesVisits: 5, .timelineNotTold: 5, .batchesOvertake: 3,
    .calledTwice: 2, .leaseIgnored: 164, .requestForgotten: 159, .besideDropped: 5,
    .remarkOutlivesCitizen: 5, .lastOutcomeStands: 20, .numberOutlivesCall: 15,
    .lastAnswerCounts: 239, .monthDropped: 130, .wordsDropped: 130, .verdictsMixedUp: 13,
    .refusedDropped: 13, .cursorBeforeRows: 5, .cursorAtSnapshotsBegin: 95, .snapshotNotSwept: 59,
    .unsentForgotten: 5, .nothingSentAgain: 2, .movedWithoutSending: 2, .pendingOverwritten: 5,
    .caseOfLastOperation: 2, .ratingsTwice: 3, .wallClockForDeadlines: 32,
    .backOffResetByConnecting: 17,
  ]

  /// The command that shows this run again.
  package var replay: String { "make simulate SEEDS=\(seed) ARGS=--trace" }
}
