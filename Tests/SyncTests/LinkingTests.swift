import Domain
import Sync
import Testing

@Suite struct LinkingTests {
  @Test func theWayToALink() {
    var rig = Rig()
    #expect(rig.step(.start) == [.store(.read)])
    #expect(rig.step(.stored(.state(rig.state))) == [.connect])
    #expect(rig.shown?.link == .connecting)
    #expect(rig.pause == SyncTiming.connect)
    let hello = Hello(version: SyncProtocol.version, incarnation: [1, 2, 3], program: "okno test")
    #expect(rig.step(.connected) == [.send(.hello(hello))])
    #expect(rig.pause == SyncTiming.answer)
    #expect(rig.step(.replied(.welcome(rig.welcomeReply()))) == [.store(.read)])
    #expect(rig.shown?.link == .linked)
    #expect(rig.step(.stored(.state(rig.state))) == [.store(.takeOperations(after: 0))])
    #expect(
      rig.step(.stored(.operations([])))
        == [.send(.pull(Rig.cursor, limit: SyncLimit.pullRows))])
    #expect(rig.pause == SyncTiming.answer)
  }

  @Test func whatTheServerSaysOfSpreadingIsRememberedOnce() {
    var rig = Rig()
    rig.greet()
    let first = rig.step(.replied(.welcome(rig.welcomeReply(spread: 60))))
    #expect(first == [.store(.remember(spread: 60, poll: 5, series: nil)), .store(.read)])
  }

  @Test func desksTakeTheirPlacesInTheSpread() {
    var buckets = [Int](repeating: 0, count: 6)
    var ids = IDSource(seed: 3)
    for _ in 0..<600 {
      var rig = Rig(spread: 60)
      rig.state.desk = ids.makeID(at: Rig.morning)
      _ = rig.step(.start)
      #expect(rig.step(.stored(.state(rig.state))).isEmpty)
      let pause = rig.pause ?? -1
      #expect((0..<60_000).contains(pause))
      buckets[min(max(Int(pause / 10_000), 0), 5)] += 1
      #expect(rig.wake() == [.store(.read)])
      #expect(rig.step(.stored(.state(rig.state))) == [.connect])
    }
    #expect(buckets.allSatisfy { (60...140).contains($0) }, "\(buckets)")
  }

  @Test func thePlaceIsTheSameAtEachStart() {
    let pauses = (1...3).map { seed -> Int64? in
      var rig = Rig(seed: UInt64(seed), spread: 60)
      rig.connect()
      return rig.pause
    }
    #expect(Set(pauses).count == 1)
  }

  @Test func whoeverAsksWaitsForNoPlace() {
    var rig = Rig(spread: 60)
    rig.connect()
    #expect(rig.step(.asked) == [.store(.read)])
    #expect(rig.step(.stored(.state(rig.state))) == [.connect])
    var atOnce = Rig(spread: 60)
    _ = atOnce.step(.start)
    _ = atOnce.step(.asked)
    #expect(atOnce.step(.stored(.state(atOnce.state))) == [.connect])
  }

  /// Connecting that fails again and again: the limits double, and the waits fill them.
  @Test func theBackOffDoublesWithFullJitter() {
    var longest = [Int64](repeating: 0, count: 12)
    var shortest = [Int64](repeating: .max, count: 12)
    for seed in 0..<200 {
      var rig = Rig(seed: UInt64(seed))
      rig.connect()
      for attempt in 0..<12 {
        #expect(rig.wake() == [.disconnect])
        #expect(rig.shown?.trouble == .unreachable)
        longest[attempt] = max(longest[attempt], rig.pause ?? 0)
        shortest[attempt] = min(shortest[attempt], rig.pause ?? 0)
        _ = rig.wake()
        _ = rig.step(.stored(.state(rig.state)))
      }
    }
    for attempt in 0..<12 {
      let limit = min(SyncTiming.backOffMost, 1000 << Int64(attempt))
      #expect(longest[attempt] <= limit)
      #expect(longest[attempt] > limit * 8 / 10)
      #expect(shortest[attempt] < limit * 2 / 10)
    }
  }

  /// A server that greets and then falls over is not asked more and more often.
  @Test func aConnectionAloneDoesNotEndTheBackOff() {
    var longest: Int64 = 0
    for seed in 0..<50 {
      var rig = Rig(seed: UInt64(seed))
      rig.connect()
      for _ in 0..<8 {
        _ = rig.step(.connected)
        rig.welcome()
        _ = rig.step(.broken(.unreachable))
        longest = max(longest, rig.pause ?? 0)
        _ = rig.wake()
        _ = rig.step(.stored(.state(rig.state)))
      }
    }
    #expect(longest > 64_000)
  }

  @Test func aCompletedCycleEndsTheBackOff() {
    for seed in 0..<50 {
      var rig = Rig(seed: UInt64(seed))
      rig.connect()
      for _ in 0..<8 {
        _ = rig.step(.broken(.unreachable))
        _ = rig.wake()
        _ = rig.step(.stored(.state(rig.state)))
      }
      _ = rig.step(.connected)
      rig.welcome()
      rig.finishPull()
      _ = rig.step(.broken(.unreachable))
      #expect((rig.pause ?? .max) <= SyncTiming.backOffStart)
    }
  }

  @Test(arguments: SyncStatus.Stop.allCases.filter { $0 != .protocolFault })
  func theBreakerWaitsForAPerson(_ reason: SyncStatus.Stop) {
    var refusedAtTheDoor = Rig()
    refusedAtTheDoor.connect()
    #expect(refusedAtTheDoor.step(.broken(.stopped(reason))).isEmpty)
    var sentAway = Rig()
    sentAway.greet()
    #expect(sentAway.step(.replied(.stopped(reason))) == [.disconnect])
    for var rig in [refusedAtTheDoor, sentAway] {
      #expect(rig.shown?.link == .stopped(reason))
      #expect(rig.pause == SyncTiming.breaker)
      // A saved change is counted, and nothing is tried.
      rig.state.pending = 1
      #expect(rig.step(.changed) == [.store(.read)])
      #expect(rig.step(.stored(.state(rig.state))).isEmpty)
      #expect(rig.shown?.pending == 1)
      #expect(rig.shown?.link == .stopped(reason))
      var waited = rig
      #expect(waited.wake() == [.store(.read)])
      #expect(waited.step(.stored(.state(rig.state))) == [.connect])
      #expect(rig.step(.asked) == [.store(.read)])
      #expect(rig.step(.stored(.state(rig.state))) == [.connect])
    }
  }

  @Test func theServersWaitHoldsAndTheLinkStays() {
    var rig = Rig()
    rig.greet()
    #expect(rig.step(.replied(.welcome(rig.welcomeReply(retryAfter: 90)))).isEmpty)
    #expect(rig.pause == 90_000)
    #expect(rig.shown?.link == .linked)
    #expect(rig.shown?.trouble == .busy)
    #expect(rig.step(.changed) == [.store(.read)])
    #expect(rig.step(.stored(.state(rig.state))).isEmpty)
    #expect(rig.wake() == [.store(.read)])
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    // Said until the server serves again.
    #expect(rig.shown?.trouble == .busy)
    rig.finishPull()
    #expect(rig.shown?.trouble == nil)
  }

  @Test func aServerTooBusyToGreetIsLeftForAsLongAsItSays() {
    var rig = Rig()
    rig.greet()
    #expect(rig.step(.replied(.busy(retryAfter: 40))) == [.disconnect])
    #expect(rig.pause == 40_000)
    #expect(rig.shown?.trouble == .busy)
  }

  @Test func anEarlyAlarmIsSetAgain() {
    var rig = Rig()
    rig.connect()
    let alarm = rig.alarm
    rig.alarm = nil
    #expect(rig.step(.alarm, after: 10).isEmpty)
    #expect(rig.alarm == alarm)
  }

  /// A back-off of no time at all ends at the moment at which the alarm rang: it has to ring again.
  @Test func aDeadlineAtTheMomentOfTheAlarmIsSaid() throws {
    struct Nothing: RandomNumberGenerator {
      mutating func next() -> UInt64 { 0 }
    }
    var rig = Rig()
    rig.link()
    var nothing = Nothing()
    let moment = try #require(rig.alarm)
    let outputs = rig.machine.step(.alarm, at: moment, now: rig.now, random: &nothing)
    #expect(outputs.contains(.disconnect))
    #expect(outputs.contains(.alarm(moment)))
  }

  @Test func silenceEndsEachWait() {
    var greeting = Rig()
    greeting.greet()
    var pulling = Rig()
    pulling.link()
    for var rig in [greeting, pulling] {
      #expect(rig.pause == SyncTiming.answer)
      #expect(rig.wake() == [.disconnect])
      #expect(rig.shown?.trouble == .unreachable)
      guard case .waiting = rig.shown?.link else {
        Issue.record("not waiting")
        continue
      }
    }
  }

  @Test func theEndLetsGoOfEverything() {
    var rig = Rig()
    rig.link()
    #expect(rig.step(.stop) == [.disconnect])
    #expect(rig.alarm == nil)
    for input: SyncInput in [.alarm, .asked, .changed, .start, .replied(.page(rig.page()))] {
      #expect(rig.step(input).isEmpty)
    }
  }

  @Test(arguments: [-121, -119, 0, 119, 121, 31_536_000] as [Int64])
  func aClockThatIsOffIsShownAndChangesNothing(_ seconds: Int64) {
    var rig = Rig()
    rig.greet()
    var welcome = rig.welcomeReply()
    welcome.serverTime = rig.now + -seconds
    #expect(rig.step(.replied(.welcome(welcome))) == [.store(.read)])
    #expect(rig.shown?.trouble == (abs(seconds) > 120 ? .clock : nil))
  }
}
