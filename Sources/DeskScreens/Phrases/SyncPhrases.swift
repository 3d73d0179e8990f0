// The words about the link with the centre.

package import DeskCore
package import Domain

package struct SyncPhrases: Sendable {
  /// A word in the header.
  package var chip: @Sendable (ChipWord) -> String
  package var title: String
  /// What is so, and what to do, in whole sentences.
  package var sentence: @Sendable (SyncSentence) -> String
  package var firstFill: String
  package var laterFill: String
  package var rows: @Sendable (_ done: String, _ total: String) -> String
  /// What waits for a person, said on home.
  package var attention: @Sendable (_ refused: Int, _ conflicts: Int, _ duplicates: Int) -> String

  // The list.
  package var tasks: @Sendable (Int) -> String
  package var noTasks: String
  /// Something waits, and not for whoever is signed in.
  package var tasksOfClerks: String
  package var syncNow: String
  package var refusedKind: String
  package var conflictKind: String
  package var doubleKind: String
  package var operation: @Sendable (Operation.Kind) -> String
  package var refusal: @Sendable (Refusal) -> String
  package var refusalAdvice: @Sendable (Refusal) -> String

  // A refused operation.
  package var refusedTitle: String
  package var action: @Sendable (RefusedScreen.Action) -> String
  package var reasonHint: String
  package var dropMeans: String

  // A conflict.
  package var conflictTitle: String
  package var conflictAdvice: String
  package var empty: String
  package var inCentre: String
  package var elsewhere: String

  // Doubles.
  package var doubleTitle: String
  package var doubleReason: @Sendable (DuplicateOffer.Reason) -> String
  package var olderCard: String
  package var newerCard: String
  package var visitCount: String
  package var caseCount: String
  package var answer: @Sendable (DoubleScreen.Answer) -> String
  /// The kind of a row of a card that was merged into the one that is open.
  package var mergedKind: String
  /// On a card with a dispute or a possible double.
  package var cardAttention: String

  package var done: @Sendable (SyncDone) -> String
}

/// What the header says of the link, piece by piece.
package enum ChipWord: Hashable, Sendable {
  case alone, elsewhere, connecting, linked, offline, busy
  case sending(Int)
  case filling(percent: Int)
  case stopped(SyncStatus.Stop)
  case data(String)
  case pending(Int)
  case refused(Int), conflicts(Int), duplicates(Int), both(refused: Int, conflicts: Int), tasks(Int)
  case localStore, forked, clock, release, rows
}

/// What the screen of the link says.
package enum SyncSentence: Hashable, Sendable {
  case alone, elsewhere, connecting, linked
  /// With the time of the next attempt; absent while one is made.
  case offline(again: String?)
  case busy(again: String?)
  case stopped(SyncStatus.Stop)
  case data(String), noData
  case sending(Int)
  case pending(Int)
  case trouble(SyncStatus.Trouble)
}
