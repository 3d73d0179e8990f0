import Domain
import Sync
import Testing

/// The next citizen over the link: always an answer, soon, and never one for another question.
@Suite struct CallingTests {
  private let call = SyncCall(
    request: CallRequest(id: TicketStep.ID(Rig.id(70))), since: Rig.morning, time: Rig.morning)
  private let ticket = SyncRow(entity: .ticket, id: Rig.id(9), version: 2, body: "{}")

  private func answer(_ outcome: CallAnswer.Outcome) -> SyncOutput {
    .answered(CallAnswer(request: call.request.id, outcome: outcome))
  }

  @Test func aCallGoesOutAtOnceAndItsTicketIntoTheStore() {
    var rig = Rig()
    rig.rest()
    #expect(rig.step(.call(call)) == [.send(.call(call))])
    #expect(rig.step(.replied(.called(ticket))) == [.store(.takeCalled(ticket, call))])
    // What was logged with it is sent at once.
    #expect(
      rig.step(.stored(.applied(rig.state))) == [
        answer(.ticket(Ticket.ID(ticket.id))), .store(.read),
      ])
  }

  @Test func nobodyIsAnAnswerTooAndSoIsARefusal() {
    for (reply, outcome) in [
      (SyncReply.called(nil), CallAnswer.Outcome.nobody), (.notPermitted, .notPermitted),
      (.busy(retryAfter: 5), .noLink),
    ] {
      var rig = Rig()
      rig.rest()
      _ = rig.step(.call(call))
      #expect(rig.step(.replied(reply)) == [answer(outcome)])
    }
  }

  @Test func withoutALinkTheAnswerComesAtOnce() {
    var rig = Rig()
    #expect(rig.step(.call(call)) == [answer(.noLink)])
    rig.greet()
    #expect(rig.step(.call(call)) == [answer(.noLink)])
    var old = Rig()
    old.greet()
    var welcome = old.welcomeReply()
    welcome.version = 1
    _ = old.step(.replied(.welcome(welcome)))
    #expect(old.step(.call(call)) == [answer(.noLink)], "a server that knows no tickets")
  }

  @Test func aBrokenLinkAnswersWhatWasAsked() {
    var rig = Rig()
    rig.rest()
    _ = rig.step(.call(call))
    #expect(rig.step(.broken(.unreachable)) == [answer(.noLink)])
    var other = Rig()
    other.rest()
    _ = other.step(.call(call))
    #expect(other.step(.replied(.snapshotEnded)).contains(answer(.noLink)), "a fault ends the link")
  }

  @Test func afterTwoSecondsTheClerkWaitsNoMoreAndTheAnswerIsKeptAllTheSame() {
    var rig = Rig()
    rig.rest()
    _ = rig.step(.call(call))
    #expect(rig.pause == SyncTiming.call)
    #expect(rig.wake() == [answer(.noLink)])
    #expect(rig.step(.replied(.called(ticket))) == [.store(.takeCalled(ticket, call))])
    #expect(rig.step(.stored(.applied(rig.state))) == [.store(.read)], "no second answer")
  }

  @Test func aCallDoesNotWaitForWhatElseIsUnderWay() {
    var rig = Rig()
    rig.link()
    #expect(rig.step(.call(call)) == [.send(.call(call))])
    let page = rig.page()
    #expect(rig.step(.replied(.page(page))) == [.store(.apply(page))])
    #expect(rig.step(.stored(.applied(rig.state))) == [.cycleDone])
    #expect(rig.step(.replied(.called(nil))) == [answer(.nobody)])
  }

  @Test func aSnapshotThatIsNeededMeanwhileIsNoFault() {
    var rig = Rig()
    rig.link()
    _ = rig.step(.call(call))
    #expect(rig.step(.replied(.snapshotNeeded)) == [.store(.sendAgain)])
    #expect(rig.step(.stored(.applied(rig.state))) == [.send(.snapshot)])
    #expect(rig.step(.replied(.called(nil))) == [answer(.nobody)])
    let cursor = SyncCursor(epoch: "two", number: 3, chain: "c3")
    #expect(
      rig.step(.replied(.snapshotBegan(cursor, rows: 0))) == [
        .store(.beginSnapshot(cursor, rows: 0))
      ])
  }

  @Test func aStoreThatFailsMeansNoTicket() {
    var rig = Rig()
    rig.rest()
    _ = rig.step(.call(call))
    _ = rig.step(.replied(.called(ticket)))
    #expect(rig.step(.stored(.failed)).contains(answer(.noLink)))
  }

  // MARK: Leases

  private func waiting(_ rig: inout Rig) -> LeaseWish {
    let wish = LeaseWish(held: [], want: 2, since: Rig.morning)
    rig.state.leaseWish = wish
    return wish
  }

  @Test func leasesAreAskedForOnlyWhileSomebodyWaits() {
    var rig = Rig()
    rig.rest()
    #expect(rig.wake() == [.store(.read)], "an idle poll is what it was")
    _ = rig.step(.stored(.state(rig.state)))
    _ = rig.step(.stored(.operations([])))
    let wish = waiting(&rig)
    _ = rig.step(.replied(.page(rig.page(number: 8))))
    #expect(rig.step(.stored(.applied(rig.state))) == [.send(.lease(wish))])
    let leases = [GrantedLease(ticket: Ticket.ID(ticket.id), seconds: 120)]
    #expect(
      rig.step(.replied(.leased(leases)), after: 300) == [
        .store(.setLeases(leases, since: Instant(milliseconds: rig.now.milliseconds - 300)))
      ])
    #expect(rig.step(.stored(.applied(rig.state))) == [.cycleDone])
  }

  @Test func leasesAreNotAskedForAtEachPoll() {
    var rig = Rig()
    let wish = waiting(&rig)
    rig.link()
    _ = rig.step(.replied(.page(rig.page())))
    #expect(rig.step(.stored(.applied(rig.state))) == [.send(.lease(wish))])
    _ = rig.step(.replied(.leased([])))
    _ = rig.step(.stored(.applied(rig.state)))
    var asked = 0
    for _ in 0..<6 {
      _ = rig.wake()
      _ = rig.step(.stored(.state(rig.state)))
      _ = rig.step(.stored(.operations([])))
      let outputs = rig.step(.replied(.page(rig.page())))
      guard outputs.contains(.send(.lease(wish))) else { continue }
      asked += 1
      _ = rig.step(.replied(.leased([])))
      _ = rig.step(.stored(.applied(rig.state)))
    }
    #expect(asked <= 1, "six polls are about thirty seconds")
  }
}
