import Domain
import Sync
import Testing

@testable import LocalStore

/// Tickets between this desk and the central store.
@Suite struct TicketSyncTests {
  private let sync: SyncDesk
  private let enrolled: Identifier<Desk>

  init() throws {
    sync = try SyncDesk()
    enrolled = sync.newID()
    try sync.store.setEnrolled(enrolled)
  }

  private func text(_ value: (some CustomStringConvertible)?) -> String {
    value.map { "\"\($0)\"" } ?? "null"
  }

  private func step(
    _ id: TicketStep.ID, _ event: String, at desk: Identifier<Desk>,
    follows: TicketStep.ID? = nil, minutes: Int64 = 1, more: String = ""
  ) -> String {
    let time = TestStore.morning + minutes * 60
    return """
      {"id": "\(id)", "event": "\(event)", "time": "\(time.iso8601)", "desk": "\(desk)", \
      "employee": null, "follows": \(text(follows)), "assurance": "confirmed"\(more)}
      """
  }

  private func row(
    _ id: Ticket.ID, version: Int64 = 1, number: String = "Б001", desk: Identifier<Desk>? = nil,
    _ steps: [String] = []
  ) -> SyncRow {
    SyncRow(
      entity: .ticket, id: id.uuid, version: version,
      body: """
        {"number": "\(number)", "audience": "person", "priority": 1, "group": "veterans", \
        "situation": "birth-of-child", "issued": "\(TestStore.morning.iso8601)", \
        "desk": "\(desk ?? sync.otherDesk)", "steps": [\(steps.joined(separator: ", "))]}
        """)
  }

  @Test func aTicketComesWithItsSteps() throws {
    let id: Ticket.ID = sync.newID()
    let (call, move): (TicketStep.ID, TicketStep.ID) = (sync.newID(), sync.newID())
    try sync.pull(
      [
        row(
          id, version: 3,
          [
            step(move, "move", at: sync.otherDesk, more: #", "to_desk": "\#(enrolled)""#),
            step(call, "call", at: enrolled),
          ])
      ], to: 1)
    let ticket = try #require(try sync.store.ticket(id))
    #expect(ticket.number == "Б001" && ticket.issue.group == "veterans")
    #expect(ticket.state == .called)
    // Under its own name here, as everywhere on the desk.
    #expect(ticket.desk == sync.store.desk && ticket.destination == sync.store.desk)
    #expect(try sync.store.desks(sync.desk.stamp()).isEmpty)
  }

  @Test func whatTheServerHasNotSeenStaysOnTopUntilItShowsIt() throws {
    let id: Ticket.ID = sync.newID()
    try sync.pull([row(id)], to: 1)
    try sync.store.step(id, .call, assurance: .unverified, sync.desk.stamp(2))
    let own = try #require(try sync.store.ticket(id)?.lastStep)
    let other: TicketStep.ID = sync.newID()
    let theirs = step(other, "call", at: sync.otherDesk)
    try sync.pull([row(id, version: 2, [theirs])], to: 2)
    var ticket = try #require(try sync.store.ticket(id))
    #expect(ticket.steps.map(\.id) == [other, own])
    #expect(ticket.isDoubled && ticket.desk == sync.otherDesk)
    #expect(ticket.standing(at: sync.store.desk)?.state == .called)
    // The window goes on with its half.
    ticket = try sync.store.step(id, .start, sync.desk.stamp(3))
    #expect(ticket.steps.map(\.isBeside) == [false, true, true])
    // The operations go out under the name that the server knows, and come back.
    let sent = try sync.push(number: 3)
    #expect(sent.map(\.kind) == ["ticket_stepped", "ticket_stepped"])
    try sync.pull(
      [
        row(
          id, version: 4,
          [
            theirs, step(own, "call", at: enrolled),
            step(ticket.steps[2].id, "start", at: enrolled, follows: own),
          ])
      ], to: 3)
    let shown = try #require(try sync.store.ticket(id))
    #expect(shown.steps.map(\.id) == ticket.steps.map(\.id))
    #expect(shown.isDoubled)
    #expect(try sync.desk.rows("SELECT count(*) FROM ticket_step WHERE shown = 0") == ["0"])
  }

  @Test func aCalledTicketIsLoggedAsThisDesksOwnCall() throws {
    let id: Ticket.ID = sync.newID()
    let request: TicketStep.ID = sync.newID()
    let call = SyncCall(
      request: CallRequest(id: request), employee: sync.newID(), since: TestStore.morning,
      time: TestStore.morning)
    let called = row(id, version: 2, [step(request, "call", at: enrolled)])
    _ = sync.store.perform(.takeCalled(called, call), now: sync.desk.stamp(1).now)
    #expect(try sync.store.ticket(id)?.desk == sync.store.desk)
    #expect(try sync.pending().map(\.kind) == ["ticket_stepped"])
    #expect(try sync.store.auditEntries().map(\.employee) == [call.employee])
    // The page that brings it too changes nothing.
    try sync.pull([called], to: 1)
    #expect(try sync.store.ticket(id)?.steps.count == 1)
    #expect(try sync.store.callNext(call.request, sync.desk.stamp())?.id == id)
  }

  @Test func aCallThatWasAnsweredTooLateGoesBackToItsPlace() throws {
    let (first, second): (Ticket.ID, Ticket.ID) = (sync.newID(), sync.newID())
    try sync.pull([row(first), row(second, number: "Б002")], to: 1)
    try sync.store.setLeases([TicketLease(ticket: second, until: sync.desk.stamp(9).now)])
    let request: TicketStep.ID = sync.newID()
    let leased = try sync.store.callNext(
      CallRequest(id: request), among: .leased, sync.desk.stamp(2))
    #expect(leased?.id == second)
    // The central store has called the first one for the same request.
    let call = step(request, "call", at: enrolled)
    try sync.pull([row(first, version: 2, [call])], to: 2)
    #expect(try sync.store.ticket(first)?.state == .waiting)
    #expect(try sync.store.ticket(second)?.state == .called)
    let sent = try sync.push(number: 3)
    #expect(sent.map(\.kind) == ["ticket_stepped", "ticket_stepped"])
    #expect(sent[1].body.contains("put_back"))
    // The one that is in hand stays when it comes back.
    let own = step(request, "call", at: enrolled).replacing("confirmed", with: "leased")
    try sync.pull([row(second, version: 2, number: "Б002", [own])], to: 3)
    #expect(try sync.store.ticket(second)?.state == .called)
  }

  @Test func aWindowIsAsItToldLast() throws {
    let body = { (state: String) in
      """
      {"name": "Окно 7", "state": "\(state)", "since": "\(TestStore.morning.iso8601)", \
      "employee": null, "situations": ["birth-of-child"]}
      """
    }
    let other = sync.otherDesk.uuid
    try sync.pull([SyncRow(entity: .desk, id: other, version: 1, body: body("free"))], to: 1)
    #expect(try sync.store.desks(sync.desk.stamp()).map(\.name) == ["Окно 7"])
    // What this desk has told and not sent yet stays.
    let own = DeskPresence(
      id: sync.store.desk, name: "Окно 1", state: .away, since: sync.desk.stamp().now)
    try sync.store.tellPresence(own, sync.desk.stamp())
    let echo = SyncRow(entity: .desk, id: enrolled.uuid, version: 1, body: body("free"))
    try sync.pull([echo], to: 2)
    #expect(try sync.store.desks(sync.desk.stamp()).map(\.state) == [.away, .free])
    try sync.push(number: 3)
    try sync.pull(
      [SyncRow(entity: .desk, id: enrolled.uuid, version: 2, body: body("closed"))], to: 3)
    let desks = try sync.store.desks(sync.desk.stamp())
    #expect(desks.first { $0.id == own.id }?.state == .closed)
    #expect(desks.first { $0.id != own.id }?.state == .free)
  }

  @Test func leasesAreWishedForWhileTheWindowIsOpenAndSomebodyWaits() throws {
    func wish() throws -> LeaseWish? { try sync.state().leaseWish }
    #expect(try wish() == nil)
    let ticket = try sync.desk.issue()
    #expect(try wish() == nil, "nobody is at the window")
    let open = DeskPresence(
      id: sync.store.desk, state: .free, since: sync.desk.stamp().now, situations: ["marriage"])
    try sync.store.tellPresence(open, sync.desk.stamp())
    let wanted = try #require(try wish())
    #expect(wanted.held.isEmpty && wanted.want == 2 && wanted.situations == ["marriage"])
    let granted = [GrantedLease(ticket: ticket.id, seconds: 120)]
    _ = sync.store.perform(.setLeases(granted, since: TestStore.morning), now: TestStore.morning)
    #expect(try wish()?.held == [ticket.id])
    try sync.store.step(ticket.id, .leave, sync.desk.stamp())
    #expect(try wish() == nil, "nobody waits")
  }

  @Test func theSeriesIsTheOneThatTheServerGave() throws {
    #expect(try sync.desk.issue().number == "А001")
    _ = sync.store.perform(.remember(spread: 0, poll: 5, series: "АБ"), now: TestStore.morning)
    #expect(try sync.state().series == "АБ")
    #expect(try sync.desk.issue().number == "АБ001")
  }

  @Test func aSnapshotTakesOutWhatTheServerHasLostButNoStepThatWaits() throws {
    let (gone, kept): (Ticket.ID, Ticket.ID) = (sync.newID(), sync.newID())
    try sync.pull([row(gone), row(kept)], to: 1)
    try sync.store.step(kept, .call, sync.desk.stamp())
    try sync.fill([], to: 2)
    #expect(try sync.store.ticket(gone) == nil)
    #expect(try sync.store.ticket(kept)?.state == .called)
  }

  @Test(arguments: [
    "{", #"{"number": "Б001"}"#,
    #"{"number": "Б001", "audience": "person", "priority": 0, "issued": "2026-11-24T09:00:00.000Z", "desk": "019ac000-0000-7000-8000-000000000001", "steps": [{}]}"#,
  ])
  func aRowThatMakesNoSenseIsKeptOut(_ body: String) throws {
    let id: Ticket.ID = sync.newID()
    try sync.pull([SyncRow(entity: .ticket, id: id.uuid, version: 1, body: body)], to: 1)
    #expect(try sync.store.ticket(id) == nil)
    #expect(try sync.state().unreadable == 1)
  }
}
