import Domain
import Sync
import Testing

/// Another server that goes on from a past that is the desk's own up to its cursor.
@Suite struct TimelineTests {
  private let moved = SyncCursor(epoch: "two", number: 7, chain: "c7")

  private func page(
    _ cursor: SyncCursor, rows: [SyncRow] = [], head: Int64 = 9
  ) -> SyncReply {
    .page(
      SyncPage(
        rows: rows, cursor: cursor, head: head, durable: 0, release: 0, serverTime: Rig.morning))
  }

  @Test func whatItMayLackIsSentBeforeAnythingElse() {
    var rig = Rig()
    rig.greet()
    rig.state.pushedThrough = 6
    _ = rig.step(.replied(.welcome(rig.welcomeReply(epoch: "two"))))
    #expect(rig.step(.stored(.state(rig.state))) == [.store(.sendAgainIn(epoch: "two"))])
    rig.state.pushedThrough = 0
    let batch = Rig.operations(5...6)
    #expect(rig.step(.stored(.applied(rig.state))) == [.store(.takeOperations(after: 0))])
    #expect(
      rig.step(.stored(.operations(batch)))
        == [
          .send(.push(batch, incarnation: [1, 2, 3])), .store(.takeOperations(after: 6)),
        ])
    // Asked once on a connection.
    _ = rig.step(.stored(.operations([])))
    _ = rig.step(.replied(.verdicts(Rig.verdicts(batch))))
    _ = rig.step(.stored(.applied(rig.state)))
    #expect(rig.step(.replied(page(moved))) == [.store(.move(to: moved))])
    rig.state.cursor = moved
    #expect(rig.step(.stored(.applied(rig.state))) == [.store(.read)])
    #expect(rig.step(.stored(.state(rig.state))) == [.store(.takeOperations(after: 0))])
    #expect(
      rig.step(.stored(.operations([]))) == [.send(.pull(moved, limit: SyncLimit.pullRows))])
  }

  /// Before its first fill a desk knows only by what was acknowledged where it was last.
  @Test func withoutACursorTheStoreIsAskedWhoAcknowledged() {
    var rig = Rig()
    rig.greet()
    rig.state.cursor = nil
    rig.state.pushedThrough = 6
    _ = rig.step(.replied(.welcome(rig.welcomeReply(epoch: "two"))))
    #expect(rig.step(.stored(.state(rig.state))) == [.store(.sendAgainIn(epoch: "two"))])
  }

  /// Rows that are newer than the cursor may be lost on the server, and nobody would tell.
  @Test func aDeskThatWasNotAtTheHeadTakesASnapshot() {
    var rig = Rig()
    rig.state.isAtHead = false
    rig.link()
    #expect(rig.step(.replied(page(moved))) == [.store(.sendAgain)])
    #expect(rig.step(.stored(.applied(rig.state))) == [.send(.snapshot)])
  }

  @Test func anotherPlaceOrRowsOrASecondMoveAreFaults() {
    let elsewhere = SyncCursor(epoch: "two", number: 8, chain: "c8")
    let otherPast = SyncCursor(epoch: "two", number: 7, chain: "d7")
    for reply in [
      page(elsewhere), page(otherPast), page(moved, rows: Rig.rows(1)), page(moved, head: 6),
    ] {
      var rig = Rig()
      rig.link()
      #expect(rig.step(.replied(reply)) == [.disconnect])
      #expect(rig.shown?.link == .stopped(.protocolFault))
    }
    var rig = Rig()
    rig.link()
    _ = rig.step(.replied(page(moved)))
    rig.state.cursor = moved
    _ = rig.step(.stored(.applied(rig.state)))
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    #expect(
      rig.step(.replied(page(SyncCursor(epoch: "three", number: 7, chain: "c7"))))
        == [.disconnect])
  }
}
