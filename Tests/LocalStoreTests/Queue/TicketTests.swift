import Domain
import SQLite
import Testing

@testable import LocalStore

@Suite struct TicketTests {
  @Test(arguments: Place.allCases)
  func numbersCountThroughTheDayAndBeginAnew(_ place: Place) throws {
    let desk = try TestStore(place)
    let numbers = try [0, 1, 2].map { try desk.issue(minutes: $0).number }
    #expect(numbers == ["А001", "А002", "А003"])
    // 21:00 UTC is midnight in Moscow.
    #expect(try desk.issue(minutes: 14 * 60 - 1).number == "А004")
    #expect(try desk.issue(minutes: 14 * 60).number == "А001")
  }

  @Test func aCounterThatWasLostGoesOnBehindTheTicketsOfTheDay() throws {
    let desk = try TestStore()
    for _ in 1...3 { try desk.issue() }
    try desk.store.connection.execute("DELETE FROM queue_counter")
    #expect(try desk.issue().number == "А004")
  }

  @Test func aTicketGoesItsWayAndIsReadAsItWasWritten() throws {
    let desk = try TestStore()
    let issued = try desk.issue(priority: 2, group: "veterans")
    #expect(issued.state == .waiting)
    let other: Identifier<Desk> = desk.ids.make()
    let events: [TicketEvent] = [
      .prioritise(4), .call, .recall, .start, .hold(comment: "за «справкой»\n"), .call,
      .redirect(.desk(other), comment: "к нотариусу", comesBack: true), .putBack,
      .move(.situation("change-of-residence")), .call, .noShow, .reopen, .leave, .reopen, .call,
      .finish(visit: nil), .settle,
    ]
    var ticket = issued
    for (minutes, event) in zip(1..., events) {
      ticket = try desk.store.step(issued.id, event, desk.stamp(Int64(minutes)))
      #expect(try desk.store.ticket(issued.id) == ticket)
    }
    #expect(ticket.steps.map(\.event) == events)
    #expect(ticket.steps.allSatisfy { !$0.isBeside })
    #expect(ticket.state == .done)
    #expect(try desk.store.ticket(number: "а001") == ticket)
  }

  @Test func eachStepIsOneOperationAndOneAuditEntry() throws {
    let desk = try TestStore()
    let ticket = try desk.issue()
    try desk.store.step(ticket.id, .call, desk.stamp())
    #expect(
      try desk.store.operations().map(\.operation.kind) == [.ticketIssued, .ticketStepped])
    #expect(try desk.store.auditEntries().map(\.purpose) == ["queue", "call"])
    #expect(try desk.store.verifyAudit().isEmpty)
  }

  @Test func whatTheTableDoesNotAllowIsRefusedAndChangesNothing() throws {
    let desk = try TestStore()
    let ticket = try desk.issue()
    #expect(throws: StoreError.ticketState(number: "А001", state: .waiting)) {
      try desk.store.step(ticket.id, .start, desk.stamp())
    }
    let nobody: Ticket.ID = desk.ids.make()
    #expect(throws: StoreError.notFound(kind: "ticket", id: "\(nobody)")) {
      try desk.store.step(nobody, .call, desk.stamp())
    }
    #expect(throws: StoreError.notFound(kind: "situation", id: "no-such")) {
      try desk.store.step(ticket.id, .move(.situation("no-such")), desk.stamp())
    }
    #expect(throws: StoreError.notFound(kind: "situation", id: "no-such")) {
      _ = try desk.store.issueTicket(TicketRequest(situation: "no-such"), desk.stamp())
    }
    #expect(throws: StoreError.badInput("a priority is 0 to 9")) {
      _ = try desk.store.issueTicket(
        TicketRequest(situation: nil, priority: 10), desk.stamp())
    }
    #expect(try desk.store.operations().count == 1)
    #expect(try desk.store.ticket(ticket.id) == ticket)
  }

  @Test func theSameStepTwiceIsOne() throws {
    let desk = try TestStore()
    let ticket = try desk.issue()
    let step: TicketStep.ID = desk.ids.make()
    let first = try desk.store.step(ticket.id, .call, step: step, desk.stamp())
    #expect(try desk.store.step(ticket.id, .call, step: step, desk.stamp(1)) == first)
    #expect(first.calls == 1)
  }

  @Test func aHeldTicketIsCalledByWhoHoldsIt() throws {
    let desk = try TestStore()
    let ticket = try desk.issue()
    try desk.store.step(ticket.id, .call, desk.stamp())
    try desk.store.step(ticket.id, .hold(comment: ""), desk.stamp())
    let other = Stamp(
      now: TestStore.morning, author: Author(desk: desk.ids.make()), offset: .moscow)
    #expect(throws: StoreError.ticketState(number: "А001", state: .held)) {
      try desk.store.step(ticket.id, .call, other)
    }
    #expect(try desk.store.step(ticket.id, .call, desk.stamp()).state == .called)
  }

  @Test func aVisitEndsItsTicketInItsOwnTransaction() throws {
    let desk = try TestStore()
    let citizen = try desk.addCitizen()
    let ticket = try desk.issue()
    try desk.store.step(ticket.id, .call, desk.stamp())
    try desk.store.step(ticket.id, .start, desk.stamp(1))
    var visit = desk.visit(citizen.id, minutes: 1)
    visit.ticket = ticket.id
    try desk.store.logVisit(visit, eventDate: nil, desk.stamp(6))
    let done = try #require(try desk.store.ticket(ticket.id))
    #expect(done.state == .done)
    #expect(done.visit == visit.id)
    #expect(done.times.served == 300_000)
    // A second one about the same ticket finds it ended, and is logged all the same.
    var second = desk.visit(citizen.id, minutes: 10)
    second.ticket = ticket.id
    try desk.store.logVisit(second, eventDate: nil, desk.stamp(15))
    #expect(try desk.store.ticket(ticket.id) == done)
  }
}

extension TestStore {
  @discardableResult
  func issue(
    _ situation: LifeSituation.ID? = "birth-of-child", minutes: Int64 = 0, priority: Int = 0,
    group: String? = nil
  ) throws -> Ticket {
    try store.issueTicket(
      TicketRequest(situation: situation, group: group, priority: priority), stamp(minutes))
  }
}
