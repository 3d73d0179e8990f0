// What a desk asks the central store. `docs/decisions/sync.md` says what it means.

package import Domain

/// One question on the wire; questions may be under way together, and are answered in order.
package enum SyncRequest: Hashable, Sendable {
  case hello(Hello)
  case push([SyncOperation], incarnation: [UInt8])
  /// `cursor` is absent before the first snapshot.
  case pull(SyncCursor?, limit: Int)
  case snapshot
  case catalogue(release: Int64)
  case call(SyncCall)
  case lease(LeaseWish)
  /// The head of the desk's audit, to be kept where the desk cannot change it.
  case anchor(AuditHead, incarnation: [UInt8])
  /// How each desk of the centre stands; the supervisor's board asks.
  case desks
}

/// The end of a desk's audit: how many entries it has, and the last one's hash.
package struct AuditHead: Hashable, Sendable {
  package var sequence: Int64
  package var hash: [UInt8]

  package init(sequence: Int64, hash: [UInt8]) {
    self.sequence = sequence
    self.hash = hash
  }
}

package struct Hello: Hashable, Sendable {
  /// The newest version of the protocol that the desk speaks; it speaks the two before as well.
  package var version: Int
  /// Another one after each restore of the desk's store, 16 bytes.
  package var incarnation: [UInt8]
  package var program: String

  package init(version: Int, incarnation: [UInt8], program: String) {
    self.version = version
    self.incarnation = incarnation
    self.program = program
  }
}

/// Where a desk stands in the centre's stream.
package struct SyncCursor: Hashable, Sendable, Codable {
  package var epoch: String
  /// The number of the last transaction that was applied.
  package var number: Int64
  /// The server's hash at that number, in hexadecimal; means nothing to the desk.
  package var chain: String

  package init(epoch: String, number: Int64, chain: String) {
    self.epoch = epoch
    self.number = number
    self.chain = chain
  }
}

/// An operation as it is sent.
package struct SyncOperation: Hashable, Sendable {
  package var sequence: Int64
  package var id: Operation.ID
  package var kind: String
  package var body: String
  package var time: Instant
  /// Of the desk's chained log: lets the server notice a log that was changed afterwards.
  package var hash: [UInt8]

  package init(
    sequence: Int64, id: Operation.ID, kind: String, body: String, time: Instant, hash: [UInt8]
  ) {
    self.sequence = sequence
    self.id = id
    self.kind = kind
    self.body = body
    self.time = time
    self.hash = hash
  }
}

/// The largest messages, so that no answer is waited for too long.
package enum SyncLimit {
  package static let pushOperations = 500
  package static let pushBytes = 1 << 20
  package static let pushesUnderWay = 4
  package static let pullRows = 2_000
  package static let snapshotBatch = 2_000
}
