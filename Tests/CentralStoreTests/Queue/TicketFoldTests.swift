import CentralStore
import Domain
import Postgres
import PostgresServer
import Sync
import Testing

/// The server makes of steps what the program makes of them.
@Suite struct TicketFoldTests {
  @Test func theTableIsTheProgramsTable() throws {
    let store = try CentralFixture()
    let found = try store.session().query("SELECT event, state, next FROM okno.ticket_rule")
    var table: Set<String> = []
    for row in 0..<found.rowCount {
      table.insert([0, 1, 2].map { found.text(row, $0) ?? "" }.joined(separator: " "))
    }
    var wanted: Set<String> = []
    for event in TicketEvent.Kind.allCases {
      for state in Ticket.State.allCases {
        guard let next = TicketRules.state(after: event, in: state) else { continue }
        wanted.insert("\(event.rawValue) \(state.rawValue) \(next.rawValue)")
      }
    }
    #expect(table == wanted)
  }

  /// Two desks do anything at all with some tickets, knowing of each other or not.
  @Test func columnsAreTheFoldOfTheSteps() throws {
    let store = try CentralFixture()
    let desks = try ["Окно 1", "Окно 2"].map { try store.desk($0) }
    var random = IDSource(seed: 7)
    var tickets: [Ticket.ID: Ticket] = [:]
    for minute in 0..<24 {
      let issue = Ticket.Issue(
        id: desks[0].id(), number: "А001", situation: "birth-of-child",
        time: Instant(milliseconds: 1_795_503_600_000) + Int64(minute) * 60,
        author: Author(desk: desks[0].deskID))
      var ticket = Ticket(issue)
      var steps: [TicketStep] = []
      for number in 0..<Int.random(in: 1...14, using: &random) {
        let desk = desks[Int.random(in: 0...1, using: &random)]
        let known =
          ([ticket.lastStep, ticket.lastStep, nil] + steps.map { $0.id as TicketStep.ID? })
        let step = TicketStep(
          id: desk.id(), event: event(&random, desks),
          time: issue.time + Int64(number), author: Author(desk: desk.deskID),
          follows: known.randomElement(using: &random) ?? nil)
        ticket.add(step)
        steps.append(step)
      }
      // One in four comes after its steps, as after a failover.
      let isLate = minute % 4 == 0
      let body = Sample.ticket(issue.id, minutes: Int64(minute))
      if !isLate { try desks[0].push("ticket_issued", body) }
      for step in steps {
        let desk = desks[step.author.desk == desks[0].deskID ? 0 : 1]
        #expect(try desk.push("ticket_stepped", Sample.step(issue.id, step)) == .accepted)
        #expect(try desk.push("ticket_stepped", Sample.step(issue.id, step)) == .accepted)
      }
      if isLate { try desks[0].push("ticket_issued", body) }
      tickets[issue.id] = ticket
    }
    let rows = try desks[0].snapshot().rows
    #expect(rows.count == tickets.count)
    for ticket in tickets.values {
      let columns = try store.session().query(Self.columns, .text("\(ticket.id)"))
      let found = (0..<6).map { columns.text(0, $0) }
      #expect(
        found == [
          ticket.state.rawValue, "\(ticket.priority)", ticket.situation?.rawValue,
          ticket.destination?.description, ticket.comesBackTo?.description,
          ticket.lastStep?.description,
        ], "\(ticket.steps.map(\.event.kind))")
      let row = try #require(rows.first { $0.id == ticket.id.uuid })
      #expect(row.version == Int64(1 + ticket.steps.count))
      #expect(ticket.steps.allSatisfy { row.body?.contains("\"id\": \"\($0.id)\"") == true })
    }
  }

  private static let columns = """
    SELECT state, priority, situation, destination, comes_back, last_step FROM okno.ticket
    WHERE id = $1::uuid
    """

  private func event(_ random: inout IDSource, _ desks: [RemoteDesk]) -> TicketEvent {
    let targets: [TicketTarget] = [.desk(desks[1].deskID), .situation("marriage")]
    let target = targets.randomElement(using: &random) ?? targets[0]
    let events: [TicketEvent] = [
      .call, .call, .recall, .start, .start, .hold(comment: "а"), .putBack, .noShow,
      .redirect(target, comment: "б", comesBack: Bool.random(using: &random)), .leave,
      .finish(visit: nil), .finish(visit: nil), .reopen,
      .prioritise(Int.random(in: 0...9, using: &random)), .move(target), .settle,
    ]
    return events.randomElement(using: &random) ?? .call
  }
}
