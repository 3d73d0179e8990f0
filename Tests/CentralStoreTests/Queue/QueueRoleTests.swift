import CentralStore
import Domain
import Sync
import Testing

/// The queue's operations and functions with every role, asked at the central store.
@Suite struct QueueRoleTests {
  private let desk: RemoteDesk
  private let boss: Employee.ID
  private static let hash =
    "$argon2id$v=19$m=65536,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

  init() throws {
    let store = try CentralFixture()
    desk = try store.desk()
    boss = desk.id()
    try add(boss, .administrator, by: nil)
    let (cursor, _) = try desk.snapshot()
    _ = try desk.pull(cursor)
  }

  private func add(_ id: Employee.ID, _ role: Employee.Role, by author: Employee.ID?) throws {
    let author = author.map { #","employee":"\#($0)""# } ?? ""
    let body =
      #"{"id":"\#(id)","name":"Сотрудник","roles":["\#(role.rawValue)"],"#
      + #""pin_hash":"\#(Self.hash)"\#(author)}"#
    #expect(try desk.push("employee_added", body) == .accepted)
  }

  private func signed(_ body: String, _ employee: Employee.ID) -> String {
    body.replacing(#""employee":null"#, with: #""employee":"\#(employee)""#)
  }

  private static let events: [TicketEvent] = [
    .call, .recall, .start, .hold(comment: ""), .putBack, .noShow,
    .redirect(.situation("marriage"), comment: "", comesBack: false), .leave, .finish(visit: nil),
    .reopen, .prioritise(1), .move(.situation("marriage")), .settle,
  ]

  @Test(arguments: Employee.Role.allCases)
  func everyCell(role: Employee.Role) throws {
    #expect(Set(Self.events.map(\.kind)) == Set(TicketEvent.Kind.allCases))
    let employee = desk.id(Employee.self)
    try add(employee, role, by: boss)
    func verdict(_ roles: Set<Employee.Role>) -> Verdict.Kind {
      roles.contains(role) ? .accepted : .refused(.notPermitted)
    }
    let issue = signed(Sample.ticket(desk.id()), employee)
    #expect(try desk.push("ticket_issued", issue) == verdict([.clerk, .supervisor]))

    let clerk = desk.id(Employee.self)
    try add(clerk, .clerk, by: boss)
    let ticket = desk.id(Ticket.self)
    #expect(try desk.push("ticket_issued", signed(Sample.ticket(ticket), clerk)) == .accepted)
    for event in Self.events {
      let step = TicketStep(
        id: desk.id(), event: event, time: Instant(milliseconds: 1_795_503_600_000),
        author: Author(desk: desk.deskID), follows: nil)
      let roles: Set<Employee.Role> =
        event.kind.isOfWindow ? [.clerk, .supervisor] : [.supervisor]
      #expect(
        try desk.push("ticket_stepped", signed(Sample.step(ticket, step), employee))
          == verdict(roles), "\(event.kind) \(role)")
    }

    let author = #""employee":"\#(employee)""#
    let message =
      #"{"id":"\#(desk.id(DeskMessage.self))","to":"\#(desk.deskID)","text":"Зайдите","#
      + #""sent":"2026-11-24T07:00:00.000Z",\#(author)}"#
    #expect(try desk.push("message_sent", message) == verdict([.supervisor]))
    let assignment = #"{"id":"\#(desk.deskID)","situations":[],\#(author)}"#
    #expect(try desk.push("desk_assigned", assignment) == verdict([.supervisor]))

    let waiting = desk.id(Ticket.self)
    #expect(try desk.push("ticket_issued", signed(Sample.ticket(waiting), clerk)) == .accepted)
    let call = SyncCall(
      request: CallRequest(id: desk.id()), employee: employee, since: Instant(milliseconds: 0),
      time: Instant(milliseconds: 1_795_503_600_000))
    let reply = try desk.ask(.call(call))
    if Set([Employee.Role.clerk, .supervisor]).contains(role) {
      guard case .called(let row?) = reply else {
        Issue.record("\(role): \(reply)")
        return
      }
      #expect(row.entity == .ticket)
    } else {
      #expect(reply == .notPermitted, "\(role)")
    }
  }

  /// What asks for no role: an account's own PIN, a window's state, ratings, an audit's head.
  @Test(arguments: Employee.Role.allCases)
  func whatAsksForNoRole(role: Employee.Role) throws {
    let employee = desk.id(Employee.self)
    try add(employee, role, by: boss)
    let pin = #"{"id":"\#(employee)","set":{"pin_hash":"\#(Self.hash)"},"employee":"\#(employee)"}"#
    #expect(try desk.push("employee_changed", pin) == .accepted)
    #expect(
      try desk.push("rating_recorded", Sample.rating(desk.id(Visit.self).uuid)) == .accepted)
    #expect(
      try desk.push(
        "strength_told", Sample.strength(desk.id(Visit.self).uuid, about: employee)) == .accepted)
  }

  @Test(arguments: Employee.Role.allCases)
  func whoMayGiveAClerkANewPIN(role: Employee.Role) throws {
    let (employee, clerk) = (desk.id(Employee.self), desk.id(Employee.self))
    try add(employee, role, by: boss)
    try add(clerk, .clerk, by: boss)
    let pin = #"{"id":"\#(clerk)","set":{"pin_hash":"\#(Self.hash)"},"employee":"\#(employee)"}"#
    let isAllowed = Permission.resetPIN.roles.contains(role)
    #expect(
      try desk.push("employee_changed", pin)
        == (isAllowed ? .accepted : .refused(.notPermitted)))
  }
}
