import Domain
import Sync
import Testing

@Suite struct PushingTests {
  private func greeted() -> Rig {
    var rig = Rig()
    rig.greet()
    _ = rig.step(.replied(.welcome(rig.welcomeReply())))
    _ = rig.step(.stored(.state(rig.state)))
    return rig
  }

  @Test func batchesGoOutTogetherAndThePullBehindThem() {
    var rig = greeted()
    let batches = [Rig.operations(1...3), Rig.operations(4...5)]
    #expect(
      rig.step(.stored(.operations(batches[0]))) == [
        .send(.push(batches[0], incarnation: [1, 2, 3])), .store(.takeOperations(after: 3)),
      ])
    #expect(
      rig.step(.stored(.operations(batches[1]))) == [
        .send(.push(batches[1], incarnation: [1, 2, 3])), .store(.takeOperations(after: 5)),
      ])
    #expect(
      rig.step(.stored(.operations([])))
        == [.send(.pull(Rig.cursor, limit: SyncLimit.pullRows))])
    for batch in batches {
      let verdicts = Rig.verdicts(batch)
      #expect(rig.step(.replied(.verdicts(verdicts))) == [.store(.settle(verdicts, sent: batch))])
      #expect(rig.step(.stored(.applied(rig.state))).isEmpty)
    }
    let page = rig.page(number: 9)
    #expect(rig.step(.replied(.page(page))) == [.store(.apply(page))])
    #expect(rig.step(.stored(.applied(rig.state))) == [.cycleDone])
  }

  @Test func noMoreThanFourBatchesAreUnderWay() {
    var rig = greeted()
    for batch in 0..<4 {
      let first = Int64(batch * 2 + 1)
      _ = rig.step(.stored(.operations(Rig.operations(first...first + 1))))
    }
    let first = Rig.operations(1...2)
    let verdicts = Rig.verdicts(first)
    #expect(rig.step(.replied(.verdicts(verdicts))) == [.store(.settle(verdicts, sent: first))])
    #expect(rig.step(.stored(.applied(rig.state))) == [.store(.takeOperations(after: 8))])
  }

  /// The driver may be slower with the store than the network: order is kept.
  @Test func answersWaitForTheStore() {
    var rig = greeted()
    let batches = [Rig.operations(1...1), Rig.operations(2...2)]
    _ = rig.step(.stored(.operations(batches[0])))
    _ = rig.step(.stored(.operations(batches[1])))
    #expect(rig.step(.replied(.verdicts(Rig.verdicts(batches[0])))).isEmpty)
    #expect(rig.step(.replied(.verdicts(Rig.verdicts(batches[1])))).isEmpty)
    #expect(
      rig.step(.stored(.operations([]))) == [
        .send(.pull(Rig.cursor, limit: SyncLimit.pullRows)),
        .store(.settle(Rig.verdicts(batches[0]), sent: batches[0])),
      ])
    #expect(
      rig.step(.stored(.applied(rig.state)))
        == [.store(.settle(Rig.verdicts(batches[1]), sent: batches[1]))])
  }

  @Test func verdictsOfOtherOperationsAreAFault() {
    for wrong in [Rig.operations(1...2), Rig.operations(2...4), []] {
      var rig = greeted()
      _ = rig.step(.stored(.operations(Rig.operations(1...3))))
      _ = rig.step(.stored(.operations([])))
      #expect(rig.step(.replied(.verdicts(Rig.verdicts(wrong)))) == [.disconnect])
      #expect(rig.shown?.link == .stopped(.protocolFault))
      #expect((rig.pause ?? .max) <= 1000)
    }
  }

  /// What comes behind a batch that was not taken must not be settled before it.
  @Test func aBusyServerIsAskedAllOfItAgain() {
    var rig = greeted()
    let batches = [Rig.operations(1...1), Rig.operations(2...2)]
    for batch in batches { _ = rig.step(.stored(.operations(batch))) }
    _ = rig.step(.stored(.operations([])))
    #expect(rig.step(.replied(.busy(retryAfter: 5))).isEmpty)
    #expect(rig.step(.replied(.verdicts(Rig.verdicts(batches[1])))).isEmpty)
    #expect(rig.step(.replied(.page(rig.page()))).isEmpty)
    #expect(rig.pause == 5000)
    #expect(rig.shown?.trouble == .busy)
    #expect(rig.wake() == [.store(.read)])
    #expect(rig.step(.stored(.state(rig.state))) == [.store(.takeOperations(after: 0))])
  }

  /// A full disk lasts: fifty thousand desks must not ask each second.
  @Test func aServerThatStaysBusyIsAskedLessAndLessOften() {
    var rig = greeted()
    let batch = Rig.operations(1...1)
    var pauses: [Int64] = []
    for _ in 0..<20 {
      _ = rig.step(.stored(.operations(batch)))
      _ = rig.step(.stored(.operations([])))
      _ = rig.step(.replied(.busy(retryAfter: 1)))
      _ = rig.step(.replied(.page(rig.page())))
      pauses.append(rig.pause ?? .max)
      _ = rig.wake()
      _ = rig.step(.stored(.state(rig.state)))
    }
    #expect(pauses[0] == 1000)
    #expect(pauses.allSatisfy { (1000...SyncTiming.busyMost).contains($0) })
    #expect(pauses.suffix(10).reduce(0, +) > 10 * 10_000)
  }

  @Test func aForkedDeskIsTold() {
    var rig = greeted()
    let batch = Rig.operations(1...1)
    _ = rig.step(.stored(.operations(batch)))
    _ = rig.step(.stored(.operations([])))
    _ = rig.step(.replied(.verdicts(Rig.verdicts(batch, isForked: true))))
    #expect(rig.shown?.trouble == .forked)
  }

  @Test func aChangeIsPushedAtOnce() {
    var rig = Rig()
    rig.rest()
    #expect(rig.step(.changed) == [.store(.read)])
    #expect(rig.step(.stored(.state(rig.state))) == [.store(.takeOperations(after: 0))])
  }

  @Test func aChangeInTheMiddleIsPushedBehind() {
    var rig = Rig()
    rig.link()
    #expect(rig.step(.changed).isEmpty)
    _ = rig.step(.replied(.page(rig.page())))
    #expect(rig.step(.stored(.applied(rig.state))) == [.store(.read)])
    rig.state.pending = 1
    #expect(rig.step(.stored(.state(rig.state))).contains(.store(.takeOperations(after: 0))))
  }

  /// A save is told of twice: the second word must not cost a round trip.
  @Test func aChangeThatHasGoneAlreadyIsNotAskedFor() {
    var rig = Rig()
    rig.link()
    _ = rig.step(.changed)
    _ = rig.step(.replied(.page(rig.page())))
    _ = rig.step(.stored(.applied(rig.state)))
    #expect(rig.step(.stored(.state(rig.state))) == [.cycleDone])
  }

  @Test func aPersonsWishInTheMiddleGoesThroughAllAgain() {
    var rig = Rig()
    rig.link()
    _ = rig.step(.asked)
    _ = rig.step(.replied(.page(rig.page())))
    #expect(rig.step(.stored(.applied(rig.state))) == [.store(.read)])
    #expect(rig.step(.stored(.state(rig.state))) == [.store(.takeOperations(after: 0))])
  }
}

@Suite struct PullingTests {
  @Test func theNextPageIsAskedForWhileOneGoesIn() {
    var rig = Rig()
    rig.link()
    let first = rig.page(Rig.rows(2), number: 9, head: 12)
    #expect(
      rig.step(.replied(.page(first))) == [
        .send(.pull(first.cursor, limit: SyncLimit.pullRows)), .store(.apply(first)),
      ])
    let last = rig.page(Rig.rows(1), number: 12)
    #expect(rig.step(.replied(.page(last))).isEmpty)
    #expect(rig.step(.stored(.applied(rig.state))) == [.store(.apply(last))])
    #expect(rig.step(.stored(.applied(rig.state))) == [.cycleDone])
    #expect(rig.shown?.synced == rig.now)
  }

  @Test func pollsAreSpreadByAFifth() {
    var pauses: [Int64] = []
    for seed in 0..<100 {
      var rig = Rig(seed: UInt64(seed))
      rig.rest()
      pauses.append(rig.pause ?? 0)
      #expect(rig.wake() == [.store(.read)])
    }
    #expect(pauses.allSatisfy { (4000...6000).contains($0) })
    #expect((pauses.max() ?? 0) > 5600 && (pauses.min() ?? 0) < 4400)
  }

  /// An idle desk asks one question a poll and writes nothing but, once a minute, that it is up to date.
  @Test func anIdlePollWritesNothing() {
    var rig = Rig()
    rig.rest()
    var writes = 0
    let start = rig.at
    while rig.at < start + 300_000 {
      #expect(rig.wake() == [.store(.read)])
      _ = rig.step(.stored(.state(rig.state)))
      #expect(
        rig.step(.stored(.operations([])))
          == [.send(.pull(Rig.cursor, limit: SyncLimit.pullRows))])
      let page = rig.page()
      let outputs = rig.step(.replied(.page(page)))
      if outputs == [.store(.apply(page))] {
        writes += 1
        _ = rig.step(.stored(.applied(rig.state)))
      } else {
        #expect(outputs == [.cycleDone])
      }
    }
    #expect((4...5).contains(writes), "\(writes)")
  }

  @Test(arguments: [
    ("another epoch", SyncCursor(epoch: "two", number: 9, chain: ""), 9, 0),
    ("backwards", SyncCursor(epoch: "one", number: 6, chain: ""), 9, 0),
    ("beyond its head", SyncCursor(epoch: "one", number: 10, chain: ""), 9, 0),
    ("no progress", SyncCursor(epoch: "one", number: 7, chain: ""), 9, 0),
    ("durable beyond the head", SyncCursor(epoch: "one", number: 9, chain: ""), 9, 10),
  ])
  func aPageThatDoesNotFollowIsAFault(
    _ what: String, _ cursor: SyncCursor, _ head: Int64, _ durable: Int64
  ) {
    var rig = Rig()
    rig.link()
    var page = rig.page()
    page.cursor = cursor
    page.head = head
    page.durable = durable
    #expect(rig.step(.replied(.page(page))) == [.disconnect], "\(what)")
    #expect(rig.shown?.link == .stopped(.protocolFault))
  }

  @Test func aReleaseIsFetchedAndKept() {
    var rig = Rig()
    rig.link()
    _ = rig.step(.replied(.page(rig.page(release: 3))))
    #expect(rig.step(.stored(.applied(rig.state))) == [.send(.catalogue(release: 3))])
    let release = SignedRelease(number: 3, content: [1], signature: [2])
    #expect(rig.step(.replied(.release(release))) == [.store(.keep(release))])
    rig.state.release = 3
    #expect(rig.step(.stored(.applied(rig.state))) == [.cycleDone])
    // Not a second time.
    _ = rig.wake()
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    #expect(rig.step(.replied(.page(rig.page(release: 3)))) == [.cycleDone])
  }

  @Test func aReleaseWithAWrongSignatureIsToldAndNotAskedForAgain() {
    var rig = Rig()
    rig.link()
    _ = rig.step(.replied(.page(rig.page(release: 3))))
    _ = rig.step(.stored(.applied(rig.state)))
    _ = rig.step(.replied(.release(SignedRelease(number: 3, content: [], signature: []))))
    #expect(rig.step(.stored(.releaseRefused)) == [.cycleDone])
    #expect(rig.shown?.trouble == .release)
    _ = rig.wake()
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    #expect(rig.step(.replied(.page(rig.page(release: 3)))) == [.cycleDone])
    // A newer one is.
    _ = rig.wake()
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    #expect(
      rig.step(.replied(.page(rig.page(release: 4)))) == [.send(.catalogue(release: 4))])
  }

  @Test func unreadableRowsAreTold() {
    var rig = Rig()
    rig.link()
    rig.state.unreadable = 2
    rig.finishPull()
    #expect(rig.shown?.trouble == .rows)
  }
}
