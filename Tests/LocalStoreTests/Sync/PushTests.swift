import Domain
import Sync
import Testing

@testable import LocalStore

@Suite struct PushTests {
  @Test(arguments: Place.allCases)
  func whatWasDoneIsSentInOrderAndOnce(_ place: Place) throws {
    let sync = try SyncDesk(place)
    let citizen = try sync.desk.addCitizen()
    try sync.desk.log(citizen.id)
    #expect(try sync.state().pending == 3)
    let sent = try sync.push(number: 1)
    #expect(sent.map(\.kind) == ["citizen_added", "case_opened", "visit_logged"])
    #expect(sent.map(\.sequence) == [1, 2, 3])
    let log = try sync.store.operations()
    #expect(sent.map(\.id) == log.map(\.operation.id))
    #expect(sent.map(\.hash) == log.map(\.hash))
    #expect(try sync.state().pending == 0)
    #expect(try sync.state().pushedThrough == 3)
    #expect(try sync.pending().isEmpty)
    #expect(try sync.store.verifyAudit().isEmpty)
  }

  @Test func aBatchHasItsLimits() throws {
    let sync = try SyncDesk()
    for minute in 0..<510 { try sync.desk.log(nil, minutes: Int64(minute)) }
    #expect(try sync.pending().count == SyncLimit.pushOperations)
    let talkative = try SyncDesk()
    for minute in 0..<120 {
      let visit = talkative.desk.visit(
        nil, minutes: Int64(minute), note: String(repeating: "я", count: 9000))
      try talkative.store.logVisit(visit, eventDate: nil, talkative.desk.stamp())
    }
    let batch = try talkative.pending()
    #expect(batch.count < 60)
    #expect(batch.reduce(0) { $0 + $1.body.utf8.count } <= SyncLimit.pushBytes)
    #expect(try talkative.state().pending == 120)
  }

  /// A visit whose note went with its citizen is sent without both; visits are never lost.
  @Test func aVisitOutlivesItsErasedCitizen() throws {
    let sync = try SyncDesk()
    let citizen = try sync.desk.addCitizen()
    let visit = sync.desk.visit(citizen.id, note: "тайна")
    try sync.store.logVisit(visit, eventDate: nil, sync.desk.stamp())
    let undone = sync.desk.visit(citizen.id, minutes: 10, note: "тайна")
    try sync.store.logVisit(undone, eventDate: nil, sync.desk.stamp(20))
    try sync.store.undoVisit(undone.id, sync.desk.stamp(21))
    try sync.store.eraseCitizen(citizen.id, sync.desk.stamp(30))
    let sent = try sync.push(number: 1)
    #expect(!sent.contains { $0.body.contains("тайна") || $0.body.contains("Ёлкина") })
    let logged = sent.filter { $0.kind == "visit_logged" }
    #expect(logged.map { OperationText.id(in: $0.body) } == [visit.id.uuid, undone.id.uuid])
    #expect(logged.allSatisfy { $0.body.contains("\"citizen\":null") })
    let last = try #require(sent.lastIndex { $0.kind == "visit_logged" })
    #expect(sent[(last + 1)...].contains { $0.kind == "visit_undone" })
    #expect(sent.last?.kind == "citizen_erased")
    #expect(try sync.store.verifyAudit().isEmpty)
  }

  @Test func verdictsThatDoNotBelongChangeNothing() throws {
    let sync = try SyncDesk()
    try sync.desk.log(nil)
    let sent = try sync.pending()
    let other = Verdicts(
      epoch: "one",
      verdicts: [Verdict(operation: sync.newID(), kind: .accepted, number: 1)])
    #expect(sync.store.perform(.settle(other, sent: sent), now: TestStore.morning) == .failed)
    #expect(try sync.state().pending == 1)
  }

  /// What the server may lose is kept, and sent again from there on.
  @Test func beyondTheDurableNumberEverythingIsSentAgain() throws {
    let sync = try SyncDesk()
    var sent: [SyncOperation] = []
    for number in 1...4 {
      try sync.desk.log(nil, minutes: Int64(number))
      sent += try sync.push(number: Int64(number))
      try sync.pull([], to: Int64(number))
    }
    try sync.pull([], to: 5, durable: 2)
    #expect(try sync.desk.rows("SELECT first FROM acknowledged") == ["3", "4"])
    _ = sync.store.perform(.sendAgain, now: TestStore.morning)
    #expect(try sync.state().pushedThrough == 2)
    #expect(try sync.pending() == Array(sent[2...]))
    // Said twice, it is the same.
    _ = sync.store.perform(.sendAgain, now: TestStore.morning)
    #expect(try sync.pending() == Array(sent[2...]))
  }

  /// Another timeline of the same past: what was acknowledged on the old one is sent again, once.
  @Test func onAnotherTimelineWhatItMayLackIsSentOnce() throws {
    let sync = try SyncDesk()
    let citizen = try sync.desk.addCitizen()
    let sent = try sync.push(number: 1)
    try sync.pull([sync.citizenRow(citizen.id, version: 4)], to: 1)
    #expect(try sync.state().isAtHead)
    _ = sync.store.perform(.sendAgainIn(epoch: "one"), now: TestStore.morning)
    #expect(try sync.pending().isEmpty)
    _ = sync.store.perform(.sendAgainIn(epoch: "two"), now: TestStore.morning)
    #expect(try sync.pending() == sent)
    // The card is the server's all the same: no snapshot follows that would show it again.
    #expect(try sync.desk.rows("SELECT server_version FROM citizen") == ["4"])

    let later = SyncDesk(sync.desk, epoch: "two")
    try later.push(number: 1)
    let moved = SyncCursor(epoch: "two", number: 1, chain: "c1")
    _ = sync.store.perform(.move(to: moved), now: TestStore.morning)
    #expect(try sync.state().cursor == moved)
    #expect(try sync.pending().isEmpty)
  }

  @Test func aDeskInTheMiddleIsNotAtTheHead() throws {
    let sync = try SyncDesk()
    #expect(try !sync.state().isAtHead)
    try sync.fill([], to: 3)
    #expect(try sync.state().isAtHead)
    let page = SyncPage(
      rows: [], cursor: sync.cursor(4), head: 6, durable: 0, release: 0,
      serverTime: TestStore.morning)
    _ = sync.store.perform(.apply(page), now: TestStore.morning)
    #expect(try !sync.state().isAtHead)
    try sync.pull([], to: 6)
    #expect(try sync.state().isAtHead)
    _ = sync.store.perform(.beginSnapshot(sync.cursor(6), rows: 1), now: TestStore.morning)
    #expect(try !sync.state().isAtHead)
  }

  @Test func numbersOfAnotherEpochFreeNothing() throws {
    let sync = try SyncDesk()
    try sync.desk.log(nil)
    try sync.push(number: 3)
    let page = SyncPage(
      rows: [], cursor: SyncCursor(epoch: "two", number: 9, chain: ""), head: 9, durable: 9,
      release: 0, serverTime: TestStore.morning)
    _ = sync.store.perform(.apply(page), now: TestStore.morning)
    #expect(try sync.desk.rows("SELECT first FROM acknowledged") == ["1"])
  }

  @Test func theStateIsThatOfTheStore() throws {
    let sync = try SyncDesk()
    var state = try sync.state()
    #expect(state.desk == sync.store.desk)
    #expect(state.incarnation.count == 16)
    #expect(state.cursor == nil)
    #expect(state.poll == 5)
    _ = sync.store.perform(.remember(spread: 60, poll: 7, series: nil), now: TestStore.morning)
    try sync.pull([], to: 4, minutes: 90)
    state = try sync.state()
    #expect(state.spread == 60)
    #expect(state.poll == 7)
    #expect(state.cursor == sync.cursor(4))
    #expect(state.synced == TestStore.morning + 90 * 60)
    #expect(try sync.store.syncStatus().synced == state.synced)
  }
}

@Suite struct RefusedTests {
  /// A desk with a card that the server has, changed here, and refused.
  private func refusedChange() throws -> (SyncDesk, Citizen, RefusedOperation) {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull([sync.citizenRow(id)], to: 1)
    let seen = try #require(try sync.store.citizen(id))
    var wanted = seen
    wanted.details.surname = "Иванова"
    try sync.store.changeCitizen(wanted, basedOn: seen, sync.desk.stamp())
    try sync.push(number: 0) { _ in .refused(.badBody) }
    return (sync, seen, try #require(try sync.store.refusedOperations().first))
  }

  @Test func aRefusedOperationBlocksNothingAndIsKept() throws {
    let sync = try SyncDesk()
    let citizen = try sync.desk.addCitizen()
    try sync.desk.log(citizen.id)
    try sync.push(number: 1) { $0.kind == "citizen_added" ? .refused(.erased) : .accepted }
    let refused = try sync.store.refusedOperations()
    #expect(refused.map(\.kind) == [.citizenAdded])
    #expect(refused.map(\.refusal) == [.erased])
    #expect(refused.map(\.citizen) == [citizen])
    #expect(try sync.state().refused == 1)
    #expect(try sync.state().pending == 0)
    #expect(try sync.store.syncTasks().refused == refused)
  }

  @Test func tryingAgainSendsANewOperation() throws {
    let (sync, _, refused) = try refusedChange()
    try sync.store.retryRefused(refused.id, sync.desk.stamp(5))
    #expect(try sync.store.refusedOperations().isEmpty)
    let sent = try sync.push(number: 2)
    #expect(sent.map(\.kind) == ["citizen_changed"])
    #expect(sent.first?.id != refused.id)
    #expect(try sync.store.auditEntries().map(\.action).last == .retried)
    #expect(throws: StoreError.self) {
      try sync.store.retryRefused(refused.id, sync.desk.stamp())
    }
  }

  @Test func givingUpRestoresWhatTheServerHas() throws {
    let (sync, seen, refused) = try refusedChange()
    #expect(try sync.surname(seen.id) == "Иванова")
    #expect(throws: StoreError.self) {
      try sync.store.dropRefused(refused.id, reason: " ", sync.desk.stamp())
    }
    try sync.store.dropRefused(refused.id, reason: "ошиблись", sync.desk.stamp())
    #expect(try sync.surname(seen.id) == "Ёлкина")
    #expect(try sync.state().refused == 0)
    let entry = try #require(try sync.store.auditEntries().last)
    #expect(entry.action == .dropped)
    #expect(entry.purpose == "ошиблись")
    #expect(try sync.store.verifyAudit().isEmpty)
  }

  /// The refused change lies on top of what is pulled, until a person has decided.
  @Test func whatWasPulledMeanwhileIsRestored() throws {
    let (sync, seen, refused) = try refusedChange()
    try sync.pull([sync.citizenRow(seen.id, version: 2, givenName: "Анна", phone: nil)], to: 2)
    let shown = try #require(try sync.store.citizen(seen.id)).details
    #expect(shown.surname == "Иванова" && shown.givenName == "Анна" && shown.phone == nil)
    try sync.store.dropRefused(refused.id, reason: "ошиблись", sync.desk.stamp())
    let restored = try #require(try sync.store.citizen(seen.id)).details
    #expect(restored.surname == "Ёлкина" && restored.givenName == "Анна")
    #expect(try sync.desk.rows("SELECT * FROM citizen_base").isEmpty)
  }

  @Test func aCardThatTheServerRefusedIsGoneOnceItIsGivenUp() throws {
    let sync = try SyncDesk()
    let citizen = try sync.desk.addCitizen()
    try sync.push(number: 0) { _ in .refused(.erased) }
    let refused = try #require(try sync.store.refusedOperations().first)
    try sync.store.dropRefused(refused.id, reason: "стёрт", sync.desk.stamp())
    #expect(try sync.store.citizen(citizen.id) == nil)
  }

  @Test func aRefusedVisitAndARefusedUndoingAreTakenBack() throws {
    let sync = try SyncDesk()
    let citizen = try sync.desk.addCitizen()
    let first = try sync.desk.log(citizen.id)
    try sync.push(number: 1)
    try sync.pull(
      [sync.citizenRow(citizen.id), sync.visitRow(first.id, citizen: citizen.id)], to: 1)
    try sync.store.undoVisit(first.id, sync.desk.stamp(10))
    let second = try sync.desk.log(citizen.id, minutes: 20)
    try sync.push(number: 0) { $0.kind.hasPrefix("visit") ? .refused(.badBody) : .accepted }
    #expect(try sync.desk.card(citizen.id).visits.map(\.id) == [second.id])
    for refused in try sync.store.refusedOperations() {
      try sync.store.dropRefused(refused.id, reason: "ошибка", sync.desk.stamp())
    }
    let card = try sync.desk.card(citizen.id)
    #expect(card.visits.map(\.id) == [first.id])
    #expect(card.cases.count == 1)
  }

  /// What a person has given up or sent anew is not sent again after a failover either.
  @Test func whatWasGivenUpStaysSo() throws {
    let (sync, _, refused) = try refusedChange()
    try sync.store.dropRefused(refused.id, reason: "ошиблись", sync.desk.stamp())
    _ = sync.store.perform(.sendAgain, now: TestStore.morning)
    #expect(try sync.pending().isEmpty)
    #expect(try sync.state().pending == 0)
  }

  /// A refused erasure that is given up: everything is fetched again, the card with it.
  @Test func aRefusedErasureGivenUpAsksForASnapshot() throws {
    let sync = try SyncDesk()
    let id: Citizen.ID = sync.newID()
    try sync.pull([sync.citizenRow(id)], to: 1)
    try sync.store.eraseCitizen(id, sync.desk.stamp())
    try sync.push(number: 0) { _ in .refused(.unknownKind) }
    let refused = try #require(try sync.store.refusedOperations().first)
    try sync.store.dropRefused(refused.id, reason: "ошиблись", sync.desk.stamp())
    #expect(try sync.state().cursor == nil)
    try sync.fill([sync.citizenRow(id)], to: 2)
    #expect(try sync.surname(id) == "Ёлкина")
  }
}
