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
    .ackBeforeCommit: 3, .ledgerForgotten: 2, .lastWriterWins: 30, .lastClockWins: 2,
    .chainIgnored: 12, .epochIgnored: 2, .horizonIgnored: 676, .durableIsHead: 2,
    .tombstoneNotTold: 8, .versionNotRaised: 2, .snapshotOlderThanItsCursor: 2,
    .anotherCentresRows: 2, .conflictOverwritten: 10, .forkedOperationsDropped: 5,
    .visitOfErasedDropped: 3, .undoTogglesBack: 9, .mergeRewritesVisits: 16, .timelineNotTold: 5,
    .batchesOvertake: 3, .calledTwice: 5, .leaseIgnored: 24, .requestForgotten: 58,
    .besideDropped: 8, .remarkOutlivesCitizen: 11, .monthDropped: 552, .wordsDropped: 552,
    .verdictsMixedUp: 3, .refusedDropped: 3, .cursorBeforeRows: 6, .cursorAtSnapshotsBegin: 111,
    .snapshotNotSwept: 3, .unsentForgotten: 3, .nothingSentAgain: 2, .movedWithoutSending: 2,
    .higherVersionsPassedOver: 2, .pendingOverwritten: 10, .caseOfLastOperation: 59,
    .wallClockForDeadlines: 10, .backOffResetByConnecting: 50,
  ]

  /// The command that shows this run again.
  package var replay: String { "make simulate SEEDS=\(seed) ARGS=--trace" }
}
