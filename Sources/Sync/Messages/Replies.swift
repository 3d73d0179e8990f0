// What the central store answers.

package import Domain

package enum SyncReply: Hashable, Sendable {
  case welcome(Welcome)
  case verdicts(Verdicts)
  case page(SyncPage)
  case snapshotNeeded
  /// The first of a snapshot's answers; rows follow, then `snapshotEnded`.
  case snapshotBegan(SyncCursor, rows: Int)
  case snapshotRows([SyncRow])
  case snapshotEnded
  case release(SignedRelease)
  case anchored(Int64)
  /// The ticket that was called, as it is now; none where nobody waits.
  case called(SyncRow?)
  case leased([GrantedLease])
  case desks([HeardDesk])
  /// This employee may not.
  case notPermitted
  /// The server will not serve this now; the link stays.
  case busy(retryAfter: Int)
  /// The server will not serve this desk.
  case stopped(SyncStatus.Stop)
}

package struct Welcome: Hashable, Sendable {
  package var serverTime: Instant
  /// Seconds over which desks spread their first connection.
  package var spread: Int
  /// Seconds between polls.
  package var poll: Int
  /// Seconds to wait before anything else is asked; 0 as a rule.
  package var retryAfter: Int
  /// Of the server as it is now: another one than the desk's means that it may lack what was sent to it.
  package var epoch: String
  /// The newest version that the server speaks: from 2 on it knows of tickets.
  package var version: Int
  /// The letters before the numbers of this desk's tickets.
  package var series: String?

  package init(
    serverTime: Instant, spread: Int, poll: Int, retryAfter: Int, epoch: String,
    version: Int = SyncProtocol.version, series: String? = nil
  ) {
    self.serverTime = serverTime
    self.spread = spread
    self.poll = poll
    self.retryAfter = retryAfter
    self.epoch = epoch
    self.version = version
    self.series = series
  }
}

/// What became of a batch.
package struct Verdicts: Hashable, Sendable {
  package var epoch: String
  /// One for each operation sent, in that order.
  package var verdicts: [Verdict]
  /// Two copies of this desk are at work.
  package var isForked: Bool

  package init(epoch: String, verdicts: [Verdict], isForked: Bool = false) {
    self.epoch = epoch
    self.verdicts = verdicts
    self.isForked = isForked
  }
}

package struct Verdict: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case accepted
    /// Accepted but for the fields of a conflict.
    case merged
    case refused(Refusal)
  }

  package var operation: Operation.ID
  package var kind: Kind
  /// The transaction in which it took effect; 0 where it took none.
  package var number: Int64

  package init(operation: Operation.ID, kind: Kind, number: Int64) {
    self.operation = operation
    self.kind = kind
    self.number = number
  }
}

package struct SyncPage: Hashable, Sendable {
  package var rows: [SyncRow]
  /// Where the desk stands once the rows are applied. In another epoch than the one asked with, it is
  /// the same place, and there are no rows: the past is one up to there, what came after may be lost.
  package var cursor: SyncCursor
  /// No row of the page is newer than this number.
  package var head: Int64
  /// What lies at or below needs no longer be kept for sending again.
  package var durable: Int64
  /// The newest catalogue release for this centre; 0 where there is none.
  package var release: Int64
  package var serverTime: Instant

  package init(
    rows: [SyncRow], cursor: SyncCursor, head: Int64, durable: Int64, release: Int64,
    serverTime: Instant
  ) {
    self.rows = rows
    self.cursor = cursor
    self.head = head
    self.durable = durable
    self.release = release
    self.serverTime = serverTime
  }
}

/// A row of the server as it is now.
package struct SyncRow: Hashable, Sendable {
  package enum Entity: String, Hashable, Sendable, CaseIterable {
    case citizen, visit, rating, conflict, employee, ticket, desk, message, feedback, strength,
      remark, callback
    case ratingMonth = "rating_month"
    case ratingWords = "rating_words"
    case ratingToken = "rating_token"
  }

  package var entity: Entity
  package var id: UUIDv7
  package var version: Int64
  /// JSON; absent for what was erased.
  package var body: String?

  package init(entity: Entity, id: UUIDv7, version: Int64, body: String?) {
    self.entity = entity
    self.id = id
    self.version = version
    self.body = body
  }
}

/// A catalogue release, to be checked before it is used.
package struct SignedRelease: Hashable, Sendable {
  package var number: Int64
  /// JSON: `{"number", "files": {NAME: TEXT}}`.
  package var content: [UInt8]
  /// Ed25519 over `content` (libsodium `crypto_sign_detached`).
  package var signature: [UInt8]

  package init(number: Int64, content: [UInt8], signature: [UInt8]) {
    self.number = number
    self.content = content
    self.signature = signature
  }
}
