/// A classical fault of synchronisation, planted into the model of the server, into what the desk's
/// store is asked, or into what the machine hears. The simulation has to find each.
enum Mutant: String, CaseIterable, Sendable {
  // In the server.
  case ackBeforeCommit
  case ledgerForgotten
  case lastWriterWins
  case lastClockWins
  case numberBeforeCommit
  case chainIgnored
  case epochIgnored
  case horizonIgnored
  case durableIsHead
  case tombstoneNotTold
  case versionNotRaised
  case snapshotOlderThanItsCursor
  case anotherCentresRows
  case conflictOverwritten
  case forkedOperationsDropped
  case visitOfErasedDropped
  case undoTogglesBack
  case mergeRewritesVisits
  case timelineNotTold
  case batchesOvertake
  case calledTwice
  case leaseIgnored
  case requestForgotten
  case besideDropped
  case remarkOutlivesCitizen
  case monthDropped
  case wordsDropped
  case lastOutcomeStands
  case numberOutlivesCall
  case lastAnswerCounts
  // In the desk.
  case acknowledgedWhenSent
  case retriedWithNewID
  case verdictsMixedUp
  case refusedDropped
  case cursorBeforeRows
  case cursorAtSnapshotsBegin
  case snapshotNotSwept
  case unsentForgotten
  case nothingSentAgain
  case movedWithoutSending
  case higherVersionsPassedOver
  case pendingOverwritten
  case caseOfLastOperation
  case ratingsTwice
  case wallClockForDeadlines
  case noDeadlines
  case backOffResetByConnecting

  /// What goes wrong, in a sentence.
  var fault: String {
    switch self {
    case .ackBeforeCommit: "the server answers before its transaction is kept"
    case .ledgerForgotten: "an operation that comes again is carried out again"
    case .lastWriterWins: "a card's fields are set whatever they hold"
    case .lastClockWins: "the desk's clock decides who changed a card last"
    case .numberBeforeCommit: "numbers are given at the beginning: a cursor of the highest number"
    case .chainIgnored: "the server does not compare the chain"
    case .epochIgnored: "the server compares the number alone"
    case .horizonIgnored: "pages are given although their tombstones are gone"
    case .durableIsHead: "the desk forgets at the acknowledgement, not when it is durable"
    case .tombstoneNotTold: "an erasure leaves no tombstone in the stream"
    case .versionNotRaised: "a changed row keeps its version"
    case .snapshotOlderThanItsCursor: "a snapshot's rows are older than its cursor"
    case .anotherCentresRows: "a page has a row of another centre"
    case .conflictOverwritten: "a card has one conflict, and the next overwrites it"
    case .forkedOperationsDropped: "of two copies of a desk, one's operations are dropped"
    case .visitOfErasedDropped: "a visit of an erased citizen is thrown away"
    case .undoTogglesBack: "a visit undone at two desks is back"
    case .mergeRewritesVisits: "merging moves the visits, so that it cannot be taken back"
    case .timelineNotTold: "after a failover the server's epoch is the old one"
    case .batchesOvertake: "a batch is applied though the one before it was not"
    case .calledTwice: "a call takes a ticket that another window has called"
    case .leaseIgnored: "a call takes a ticket that is kept for another desk"
    case .requestForgotten: "a call that comes again gets another ticket"
    case .besideDropped: "a step that does not follow the last is thrown away"
    case .remarkOutlivesCitizen: "what was said of a citizen stays when the citizen is erased"
    case .monthDropped: "a window's month is accepted and kept nowhere"
    case .wordsDropped: "citizens' words are accepted and kept nowhere"
    case .lastOutcomeStands: "of two outcomes of a call the later one stands"
    case .numberOutlivesCall: "a number stays at the centre after the call"
    case .lastAnswerCounts: "a word that is answered twice is answered anew"
    case .acknowledgedWhenSent: "what is sent counts as acknowledged"
    case .retriedWithNewID: "an operation gets another id when it is sent again"
    case .verdictsMixedUp: "a verdict goes to the operation beside its own"
    case .refusedDropped: "a refused operation is taken for an accepted one"
    case .cursorBeforeRows: "the cursor moves in a transaction before its rows"
    case .cursorAtSnapshotsBegin: "the cursor moves when a snapshot begins"
    case .snapshotNotSwept: "what a snapshot does not have stays"
    case .unsentForgotten: "a snapshot ends the waiting of what was never sent"
    case .nothingSentAgain: "after another epoch nothing is sent again"
    case .movedWithoutSending: "on another timeline a desk goes on without sending again"
    case .higherVersionsPassedOver: "the desk has an order of versions of its own"
    case .pendingOverwritten: "a pulled card covers the changes that wait"
    case .caseOfLastOperation: "a case is as the last visit to arrive left it"
    case .ratingsTwice: "a rating that comes again counts again"
    case .wallClockForDeadlines: "deadlines are counted by the clock on the wall"
    case .noDeadlines: "an answer is waited for without end"
    case .backOffResetByConnecting: "a connection alone ends the back-off"
    }
  }
}
