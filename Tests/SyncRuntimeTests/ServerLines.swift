// What a central store says in an ordinary conversation.

import Domain
import Sync
import Testing

extension SyncProcess {
  static func cursor(_ number: Int64) -> SyncCursor {
    SyncCursor(epoch: "e", number: number, chain: "c\(number)")
  }

  static func page(
    _ number: Int64, rows: [SyncRow] = [], release: Int64 = 0
  ) -> SyncReply {
    .page(
      SyncPage(
        rows: rows, cursor: cursor(number), head: number, durable: 0, release: release,
        serverTime: SyncDesk.morning))
  }

  /// Takes the connection and the greeting.
  func welcome(at location: SourceLocation = #_sourceLocation) throws {
    while try script.next(at: location) != .connect {}
    script.say(.connected)
    guard case .hello(let hello) = try script.nextRequest(at: location) else {
      throw NothingHappened(location: location)
    }
    #expect(hello.program == "okno test", sourceLocation: location)
    let welcome = Welcome(
      serverTime: SyncDesk.morning, spread: 0, poll: 5, retryAfter: 0, epoch: "e",
      version: 1)
    script.say(.replied(.welcome(welcome)))
  }

  /// The first fill of a new desk, up to the end of its first cycle.
  func fill(
    _ rows: [SyncRow] = [], release: Int64 = 0, at location: SourceLocation = #_sourceLocation
  ) throws {
    try welcome(at: location)
    try expectPull(nil, at: location)
    script.say(.replied(.snapshotNeeded))
    #expect(try script.nextRequest(at: location) == .snapshot, sourceLocation: location)
    script.say(
      .replied(.snapshotBegan(Self.cursor(1), rows: rows.count)), .replied(.snapshotRows(rows)),
      .replied(.snapshotEnded))
    try expectPull(Self.cursor(1), at: location)
    script.say(.replied(Self.page(1, release: release)))
  }

  func expectPull(_ cursor: SyncCursor?, at location: SourceLocation = #_sourceLocation) throws {
    guard case .pull(let asked, _) = try script.nextRequest(at: location) else {
      Issue.record("no pull", sourceLocation: location)
      return
    }
    #expect(asked == cursor, sourceLocation: location)
  }
}
