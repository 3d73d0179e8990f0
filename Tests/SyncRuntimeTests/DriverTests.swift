import Domain
import LocalStore
import Sync
import Testing

@testable import SyncRuntime

@Suite struct DriverTests {
  private let stamp = { (desk: SyncDesk) in
    Stamp(now: SyncDesk.morning, author: Author(desk: desk.store.desk), offset: .moscow)
  }

  private func row(_ id: Citizen.ID, _ surname: String, version: Int64 = 1) -> SyncRow {
    SyncRow(
      entity: .citizen, id: id.uuid, version: version,
      body: #"{"audience":"person","surname":"\#(surname)"}"#)
  }

  @Test func aWholeCycleBringsWhatIsThereAndSendsWhatWaits() throws {
    let desk = try SyncDesk()
    let theirs: Citizen.ID = desk.id()
    let process = try desk.process()
    try process.fill([row(theirs, "Белова")])
    #expect(try process.cycleDone().pulled == 1)
    #expect(
      try desk.store.card(of: theirs, purpose: "test", stamp(desk)).citizen.details.surname
        == "Белова")

    let ours = try desk.addCitizen("Орлова")
    process.signal.changed()
    guard case .push(let operations, _) = try process.script.nextRequest() else {
      Issue.record("no push")
      return
    }
    #expect(operations.map(\.kind) == ["citizen_added"])
    try process.expectPull(SyncProcess.cursor(1))
    let verdict = Verdict(operation: operations[0].id, kind: .accepted, number: 2)
    process.script.say(
      .replied(.verdicts(Verdicts(epoch: "e", verdicts: [verdict]))),
      .replied(SyncProcess.page(2, rows: [row(ours, "Орлова")])))
    let tally = try process.cycleDone()
    #expect(tally.pushed == 1)
    #expect(tally.rejected == 0)
    #expect(tally.pulled == 2)
    #expect(process.stop() == .stopped)
    #expect(try desk.state.pending == 0)
    #expect(try desk.state.cursor == SyncProcess.cursor(2))
  }

  @Test func whatIsRefusedIsCounted() throws {
    let desk = try SyncDesk()
    _ = try desk.addCitizen("Орлова")
    let process = try desk.process()
    try process.welcome()
    guard case .push(let operations, _) = try process.script.nextRequest() else {
      Issue.record("no push")
      return
    }
    let verdict = Verdict(operation: operations[0].id, kind: .refused(.badBody), number: 0)
    process.script.say(.replied(.verdicts(Verdicts(epoch: "e", verdicts: [verdict]))))
    try process.expectPull(nil)
    process.script.say(.replied(.snapshotNeeded))
    #expect(try process.status { $0.refused == 1 }.pending == 0)
    process.stop()
    #expect(try desk.state.refused == 1)
  }

  /// Nobody moves the clock: the timer itself rings.
  @Test func aDroppedLinkIsMadeAgainByTheTimer() throws {
    let desk = try SyncDesk()
    let process = try desk.process()
    try process.welcome()
    process.script.say(.broken(.unreachable))
    _ = try process.status { $0.trouble == .unreachable }
    try process.welcome()
  }

  @Test func aServerThatSaysNothingIsLeftAndTriedAgain() throws {
    let desk = try SyncDesk()
    let process = try desk.process()
    #expect(try process.script.next() == .connect)
    process.pass(seconds: 11)
    #expect(try process.script.next() == .close)
    _ = try process.status { $0.trouble == .unreachable }
    process.pass(seconds: 301)
    try process.welcome()
    try process.expectPull(nil)
    process.pass(seconds: 31)
    while try process.script.next() != .close {}
    process.pass(seconds: 301)
    try process.fill()
  }

  /// The answer to an earlier question comes when the connection is given up already.
  @Test func whatComesTooLateIsNotHeard() throws {
    let desk = try SyncDesk()
    let process = try desk.process()
    try process.welcome()
    try process.expectPull(nil)
    // The first makes no sense, so that the link is dropped with the rest unheard.
    process.script.say(
      .replied(.snapshotEnded), .replied(.snapshotBegan(SyncProcess.cursor(9), rows: 0)),
      .replied(.snapshotEnded))
    while try process.script.next() != .close {}
    process.pass(seconds: 301)
    try process.fill()
    _ = try process.cycleDone()
    process.stop()
    #expect(try desk.state.cursor == SyncProcess.cursor(1))
  }

  @Test func aPersonsWishDoesNotWaitForThePause() throws {
    let desk = try SyncDesk()
    let process = try desk.process()
    try process.welcome()
    process.script.say(.broken(.stopped(.revoked)))
    _ = try process.status { $0.link == .stopped(.revoked) }
    process.signal.ask()
    try process.welcome()
  }

  @Test func stoppingWhileConnectingEndsAtOnce() throws {
    let desk = try SyncDesk()
    let process = try desk.process()
    #expect(try process.script.next() == .connect)
    #expect(process.stop() == .stopped)
    #expect(try process.script.next() == .close)
  }

  @Test func stoppingInTheMiddleOfASnapshotLosesNothing() throws {
    let desk = try SyncDesk()
    let waiting = try desk.addCitizen("Орлова")
    let process = try desk.process()
    try process.welcome()
    guard case .push(let operations, _) = try process.script.nextRequest() else {
      Issue.record("no push")
      return
    }
    let verdict = Verdict(operation: operations[0].id, kind: .accepted, number: 1)
    process.script.say(.replied(.verdicts(Verdicts(epoch: "e", verdicts: [verdict]))))
    try process.expectPull(nil)
    process.script.say(.replied(.snapshotNeeded))
    #expect(try process.script.nextRequest() == .snapshot)
    let theirs: Citizen.ID = desk.id()
    process.script.say(
      .replied(.snapshotBegan(SyncProcess.cursor(1), rows: 10)),
      .replied(.snapshotRows([row(theirs, "Белова")])))
    _ = try process.status { $0.fill?.done == 1 }
    #expect(process.stop() == .stopped)
    #expect(try desk.state.cursor == nil)
    #expect(
      try desk.store.card(of: waiting, purpose: "test", stamp(desk)).citizen.details.surname
        == "Орлова")

    let next = try desk.process()
    try next.welcome()
    guard case .push(let again, _) = try next.script.nextRequest() else {
      Issue.record("no push")
      return
    }
    #expect(again == operations)
  }

  /// The driver asks for nothing while nothing is to be done: no poll before its time.
  @Test func restingMakesNoNoise() throws {
    let desk = try SyncDesk()
    let process = try desk.process()
    try process.fill()
    _ = try process.cycleDone()
    process.pass(seconds: 3)
    process.pass(seconds: 7)
    try process.expectPull(SyncProcess.cursor(1))
    process.script.say(.replied(SyncProcess.page(1)))
    _ = try process.cycleDone()
  }
}
