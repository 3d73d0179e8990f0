import Domain
import FoundationEssentials
import LocalStore
import Sync
import Testing

@testable import SyncRuntime

/// Several processes of one desk: one of them keeps the link.
@Suite struct TurnTests {
  @Test func theSecondShowsWhatTheFirstHasStoredAndThenTakesOver() throws {
    let desk = try SyncDesk()
    let first = try desk.process()
    try first.fill()
    _ = try first.cycleDone()

    let second = try desk.process()
    let shown = try second.status { $0.link == .elsewhere }
    #expect(shown.synced == SyncDesk.morning)
    #expect(shown.pending == 0)

    _ = try desk.addCitizen("Орлова")
    second.pass(seconds: 6)
    #expect(try second.status { $0.pending == 1 }.link == .elsewhere)

    first.stop()
    second.pass(seconds: 6)
    try second.welcome()
    guard case .push = try second.script.nextRequest() else {
      Issue.record("no push")
      return
    }
  }

  /// A board beside a process that keeps the link and has lost it.
  @Test func aBoardIsToldThatTheOtherProcessHasHeardNothing() throws {
    let desk = try SyncDesk()
    let first = try desk.process()
    try first.fill()
    _ = try first.cycleDone()
    let watch = try DayWatch(directory: desk.folder)
    try watch.begin(at: SyncDesk.morning + -9)
    let second = try desk.process()
    _ = try second.status { $0.link == .elsewhere && $0.trouble == .unreachable }

    first.pass(seconds: 6)
    try first.expectPull(SyncProcess.cursor(1))
    first.script.say(.replied(SyncProcess.page(1)))
    _ = try first.cycleDone()
    second.pass(seconds: 3)
    _ = try second.status { $0.trouble == nil }
    withExtendedLifetime(watch) {}
  }

  /// A command, or the reception, beside the process that keeps the link.
  @Test func whatAnotherProcessSavesIsSentAtOnce() throws {
    let desk = try SyncDesk()
    let first = try desk.process()
    try first.fill()
    _ = try first.cycleDone()
    _ = try desk.addCitizen("Орлова")
    guard case .push(let operations, _) = try first.script.nextRequest() else {
      Issue.record("no push")
      return
    }
    #expect(operations.map(\.kind) == ["citizen_added"])
  }

  @Test func whoDoesNotWaitForATurnEnds() throws {
    let desk = try SyncDesk()
    let first = try desk.process()
    #expect(try first.script.next() == .connect)
    let second = try desk.process(takesTurns: false)
    #expect(second.end() == .elsewhere)
    first.stop()
    let third = try desk.process(takesTurns: false)
    #expect(try third.script.next() == .connect)
  }

  @Test func stoppingWhileWaitingForATurnEndsAtOnce() throws {
    let desk = try SyncDesk()
    let first = try desk.process()
    #expect(try first.script.next() == .connect)
    let second = try desk.process()
    _ = try second.status { $0.link == .elsewhere }
    #expect(second.stop() == .stopped)
  }

  /// A folder that cannot be written, until somebody has seen to it.
  @Test func aScreenGoesOnWhenItsStoreCanBeWrittenAgain() throws {
    let desk = try SyncDesk()
    let aside = desk.folder + "-aside"
    let process = try SyncProcess(clock: desk.clock)
    try FileManager.default.moveItem(atPath: desk.folder, toPath: aside)
    #expect(FileManager.default.createFile(atPath: desk.folder, contents: nil))
    process.start(directory: desk.folder, takesTurns: true, key: nil, staysOn: true)
    _ = try process.status { $0.trouble == .localStore }
    try FileManager.default.removeItem(atPath: desk.folder)
    try FileManager.default.moveItem(atPath: aside, toPath: desk.folder)
    process.pass(seconds: 61)
    try process.fill()
    _ = try process.cycleDone()
    #expect(process.stop() == .stopped)
  }

  @Test func withoutAStoreThereIsNothingToSync() throws {
    let process = try SyncProcess(clock: JumpingClock())
    process.start(directory: "/nonexistent/okno", takesTurns: true, key: nil)
    guard case .store = process.end() else {
      Issue.record("it has found a store")
      return
    }
  }
}
