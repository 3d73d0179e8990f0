import Domain
import Sync
import Testing

@Suite struct FillingTests {
  private let taken = SyncCursor(epoch: "two", number: 20, chain: "c20")

  private func asked() -> Rig {
    var rig = Rig(cursor: nil)
    rig.link()
    #expect(rig.step(.replied(.snapshotNeeded)) == [.store(.sendAgain)])
    #expect(rig.step(.stored(.applied(rig.state))) == [.send(.snapshot)])
    return rig
  }

  @Test func aFirstFill() {
    var rig = asked()
    #expect(
      rig.step(.replied(.snapshotBegan(taken, rows: 5)))
        == [.store(.beginSnapshot(taken, rows: 5))])
    #expect(rig.shown?.fill == SyncStatus.Fill(done: 0, total: 5))
    _ = rig.step(.stored(.applied(rig.state)))
    for count in [3, 2] {
      let rows = Rig.rows(count)
      #expect(rig.step(.replied(.snapshotRows(rows))) == [.store(.applySnapshot(rows))])
      #expect(rig.step(.stored(.applied(rig.state))).isEmpty)
      #expect(rig.pause == SyncTiming.answer)
    }
    #expect(rig.shown?.fill == SyncStatus.Fill(done: 5, total: 5))
    #expect(rig.step(.replied(.snapshotEnded)) == [.store(.endSnapshot)])
    for _ in 0..<3 { #expect(rig.step(.stored(.sweeping)) == [.store(.endSnapshot)]) }
    rig.state.cursor = taken
    // What waited goes out, and what came meanwhile is fetched.
    #expect(rig.step(.stored(.applied(rig.state))) == [.store(.read)])
    #expect(rig.shown?.fill == nil)
    _ = rig.step(.stored(.state(rig.state)))
    #expect(
      rig.step(.stored(.operations([]))) == [.send(.pull(taken, limit: SyncLimit.pullRows))])
  }

  @Test func anEmptySnapshotIsOne() {
    var rig = asked()
    _ = rig.step(.replied(.snapshotBegan(taken, rows: 0)))
    _ = rig.step(.stored(.applied(rig.state)))
    #expect(rig.step(.replied(.snapshotEnded)) == [.store(.endSnapshot)])
  }

  /// A snapshot that was cut short would sweep away what it did not bring.
  @Test func rowsThatAreNotAsManyAsPromisedAreAFault() {
    for (promised, sent) in [(3, 2), (3, 4), (0, 1)] {
      var rig = asked()
      _ = rig.step(.replied(.snapshotBegan(taken, rows: promised)))
      _ = rig.step(.stored(.applied(rig.state)))
      var outputs = rig.step(.replied(.snapshotRows(Rig.rows(sent))))
      if sent < promised {
        _ = rig.step(.stored(.applied(rig.state)))
        outputs = rig.step(.replied(.snapshotEnded))
      }
      #expect(outputs == [.disconnect])
      #expect(rig.shown?.link == .stopped(.protocolFault))
      #expect(rig.shown?.fill == nil)
    }
  }

  @Test func aSnapshotBrokenOffBeginsAnew() {
    var rig = asked()
    _ = rig.step(.replied(.snapshotBegan(taken, rows: 5)))
    _ = rig.step(.stored(.applied(rig.state)))
    _ = rig.step(.replied(.snapshotRows(Rig.rows(3))))
    // The link is gone while the rows go in: their result changes nothing any more.
    #expect(rig.step(.broken(.unreachable)).isEmpty)
    #expect(rig.step(.stored(.applied(rig.state))).isEmpty)
    _ = rig.wake()
    #expect(rig.step(.stored(.state(rig.state))) == [.connect])
    _ = rig.step(.connected)
    rig.welcome()
    #expect(rig.step(.replied(.snapshotNeeded)) == [.store(.sendAgain)])
  }

  @Test func thePictureOfAFillChangesByHundredths() {
    var rig = asked()
    _ = rig.step(.replied(.snapshotBegan(taken, rows: 100_000)))
    _ = rig.step(.stored(.applied(rig.state)))
    let before = rig.shown
    _ = rig.step(.replied(.snapshotRows(Rig.rows(300))))
    #expect(rig.shown == before)
    _ = rig.step(.stored(.applied(rig.state)))
    _ = rig.step(.replied(.snapshotRows(Rig.rows(700))))
    #expect(rig.shown?.fill?.done == 1000)
  }
}

@Suite struct FaultTests {
  /// Each errand to a store whose disk is full: the link ends, and much later it is tried again.
  @Test(arguments: 0..<8)
  func aFullDiskIsAStateAndNoLoop(_ errand: Int) {
    var rig = Rig(cursor: errand >= 5 ? nil : Rig.cursor)
    let batch = Rig.operations(1...1)
    switch errand {
    case 0: _ = rig.step(.start)
    case 1:
      rig.greet()
      _ = rig.step(.replied(.welcome(rig.welcomeReply(spread: 9))))
    case 2:
      rig.greet()
      _ = rig.step(.replied(.welcome(rig.welcomeReply())))
    case 3:
      rig.greet()
      _ = rig.step(.replied(.welcome(rig.welcomeReply())))
      _ = rig.step(.stored(.state(rig.state)))
      _ = rig.step(.stored(.operations(batch)))
      _ = rig.step(.stored(.operations([])))
      _ = rig.step(.replied(.verdicts(Rig.verdicts(batch))))
    case 4:
      rig.link()
      _ = rig.step(.replied(.page(rig.page(Rig.rows(1), number: 8))))
    default:
      rig.link()
      _ = rig.step(.replied(.snapshotNeeded))
      if errand > 5 {
        _ = rig.step(.stored(.applied(rig.state)))
        _ = rig.step(.replied(.snapshotBegan(Rig.cursor, rows: 1)))
      }
      if errand > 6 {
        _ = rig.step(.stored(.applied(rig.state)))
        _ = rig.step(.replied(.snapshotRows(Rig.rows(1))))
      }
    }
    #expect(rig.step(.stored(.failed)) == (errand == 0 ? [] : [.disconnect]))
    #expect(rig.shown?.trouble == .localStore)
    // What else the store was at changes nothing.
    if errand == 1 { #expect(rig.step(.stored(.failed)).isEmpty) }
    for _ in 0..<5 {
      #expect((48_000...72_000).contains(rig.pause ?? 0))
      #expect(rig.wake() == [.store(.read)])
      #expect(rig.step(.stored(.failed)).isEmpty)
    }
    _ = rig.wake()
    #expect(rig.step(.stored(.state(rig.state))) == [.connect])
    #expect(rig.shown?.trouble != .localStore)
  }

  /// A count that cannot be read does not end the wait for a person.
  @Test func aFullDiskDoesNotShortenTheBreaker() {
    var rig = Rig()
    rig.connect()
    _ = rig.step(.broken(.stopped(.revoked)))
    _ = rig.step(.changed)
    #expect(rig.step(.stored(.failed)).isEmpty)
    #expect(rig.pause == SyncTiming.breaker)
  }

  /// Answers that nobody asked for, in each phase.
  @Test func answersOutOfPlaceAreFaults() {
    var greeting = Rig()
    greeting.greet()
    var pulling = Rig()
    pulling.link()
    var resting = Rig()
    resting.rest()
    let replies: [SyncReply] = [
      .welcome(greeting.welcomeReply()), .verdicts(Rig.verdicts([])), .page(pulling.page()),
      .snapshotNeeded, .snapshotBegan(Rig.cursor, rows: 1), .snapshotRows([]), .snapshotEnded,
      .release(SignedRelease(number: 1, content: [], signature: [])),
    ]
    for (rig, welcome) in [(greeting, [0]), (pulling, [2, 3]), (resting, [])] {
      for (index, reply) in replies.enumerated() where !welcome.contains(index) {
        var rig = rig
        #expect(rig.step(.replied(reply)) == [.disconnect], "\(reply)")
        #expect(rig.shown?.link == .stopped(.protocolFault))
        #expect((rig.pause ?? .max) <= SyncTiming.backOffMost)
      }
    }
  }

  @Test func whatComesFromAConnectionThatIsGoneChangesNothing() {
    var rig = Rig()
    rig.link()
    _ = rig.step(.broken(.unreachable))
    for input: SyncInput in [
      .replied(.page(rig.page())), .connected, .broken(.unreachable), .stored(.applied(rig.state)),
    ] {
      #expect(rig.step(input).isEmpty)
    }
  }

  @Test func theSameDayTwiceIsTheSame() {
    func day() -> [[SyncOutput]] {
      var rig = Rig(seed: 9)
      return (0..<200).map { index in
        switch index % 7 {
        case 0: rig.step(index == 0 ? .start : .changed)
        case 1: rig.step(.stored(.state(rig.state)))
        case 2: rig.step(.connected)
        case 3: rig.step(.replied(.welcome(rig.welcomeReply())))
        case 4: rig.step(.broken(.unreachable), after: 77)
        case 5: rig.step(.stored(.operations([])))
        default: rig.wake()
        }
      }
    }
    #expect(day() == day())
  }
}
