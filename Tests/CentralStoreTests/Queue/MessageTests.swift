import CentralStore
import Domain
import Postgres
import Sync
import Testing

/// Messages to windows and what windows are told to serve, on the server.
@Suite struct MessageTests {
  private let store: CentralFixture
  private let desk: RemoteDesk
  private let window: RemoteDesk

  init() throws {
    store = try CentralFixture()
    desk = try store.desk("Пульт")
    window = try store.desk("Окно 2")
  }

  private static let moment = "2026-11-24T09:00:00.000Z"

  private func message(
    _ id: DeskMessage.ID, _ text: String = "Зайдите", by employee: Employee.ID? = nil
  ) -> String {
    let author = employee.map { #","employee":"\#($0)""# } ?? ""
    return
      #"{"id":"\#(id)","to":"\#(window.deskID)","text":"\#(text)","sent":"\#(Self.moment)"\#(author)}"#
  }

  private func seen(_ id: DeskMessage.ID) -> String {
    #"{"id":"\#(id)","seen":"\#(Self.moment)"}"#
  }

  private func body(of id: DeskMessage.ID) throws -> String? {
    try window.snapshot().rows.first { $0.entity == .message && $0.id == id.uuid }?.body
  }

  @Test func aMessageReachesItsWindowAndTheBoardSeesThatItWasRead() throws {
    let id = desk.id(DeskMessage.self)
    let cursor = try window.snapshot().cursor
    #expect(try desk.push("message_sent", message(id)) == .accepted)
    let rows = try window.pull(cursor).rows
    #expect(rows.map(\.entity) == [.message])
    #expect(rows.first?.body?.contains("Зайдите") == true)
    // Nobody else reads it.
    #expect(try desk.push("message_seen", seen(id)) == .accepted)
    #expect(try body(of: id)?.contains(#""seen": null"#) == true)
    #expect(try window.push("message_seen", seen(id)) == .accepted)
    #expect(try body(of: id)?.contains(#""seen": "\#(Self.moment)""#) == true)
  }

  @Test func aReadingMayComeBeforeItsMessage() throws {
    let id = desk.id(DeskMessage.self)
    #expect(try window.push("message_seen", seen(id)) == .accepted)
    #expect(try body(of: id) == nil)
    #expect(try desk.push("message_sent", message(id)) == .accepted)
    #expect(try body(of: id)?.contains(#""seen": "\#(Self.moment)""#) == true)
  }

  @Test func oldMessagesGo() throws {
    let ids = (0..<2).map { _ in desk.id(DeskMessage.self) }
    try desk.push("message_sent", message(ids[0]))
    try store.session().execute(
      "UPDATE okno.row SET written = now() - interval '3 days' WHERE entity = 'm'")
    try desk.push("message_sent", message(ids[1]))
    #expect(try body(of: ids[0]) == nil)
    #expect(try body(of: ids[1]) != nil)
  }

  @Test(arguments: [
    ("message_sent", #"{"id":"7","to":"7","text":"x","sent":"\#(moment)"}"#),
    ("message_sent", #"{"id":"ID","to":"ID","text":"","sent":"\#(moment)"}"#),
    ("message_sent", #"{"id":"ID","to":"ID","text":"\u001b[2J","sent":"\#(moment)"}"#),
    (
      "message_sent",
      #"{"id":"ID","to":"ID","text":"\#(String(repeating: "я", count: 201))","sent":"\#(moment)"}"#
    ),
    ("message_seen", #"{"id":"ID"}"#),
    ("desk_assigned", #"{"id":"ID"}"#),
    ("desk_assigned", #"{"id":"ID","situations":[7]}"#),
  ])
  func aBodyThatMakesNoSenseIsRefused(_ kind: String, _ body: String) throws {
    let body = body.replacing("ID", with: "\(desk.id(DeskMessage.self))")
    #expect(try desk.push(kind, body) == .refused(.badBody))
  }

  @Test func whatASupervisorSaysOfAWindowStays() throws {
    let told = #"{"name":"Окно 2","state":"free","since":"\#(Self.moment)","situations":[]}"#
    func situations() throws -> Bool? {
      try desk.snapshot().rows.first { $0.entity == .desk }?.body?.contains("marriage")
    }
    let assigned = #"{"id":"\#(window.deskID)","situations":["marriage"]}"#
    // It may come before the window has ever told of itself.
    #expect(try desk.push("desk_assigned", assigned) == .accepted)
    #expect(try window.push("desk_told", told) == .accepted)
    #expect(try situations() == true)
    let none = #"{"id":"\#(window.deskID)","situations":[]}"#
    #expect(try desk.push("desk_assigned", none) == .accepted)
    #expect(try situations() == false)
    #expect(try desk.push("desk_assigned", assigned) == .accepted)
    #expect(try situations() == true)
    #expect(try window.push("desk_told", told) == .accepted)
    #expect(try situations() == true)
  }

  @Test func onlyWhoRunsTheQueueSendsAndAssigns() throws {
    func account(_ role: Employee.Role, by author: Employee.ID?) throws -> Employee.ID {
      let id = desk.id(Employee.self)
      let hash =
        "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXo"
      let by = author.map { #","employee":"\#($0)""# } ?? ""
      let body =
        #"{"id":"\#(id)","name":"Сотрудник","roles":["\#(role.rawValue)"],"pin_hash":"\#(hash)"\#(by)}"#
      #expect(try desk.push("employee_added", body) == .accepted)
      return id
    }
    let boss = try account(.administrator, by: nil)
    for role in Employee.Role.allCases {
      let employee = try account(role, by: boss)
      let expected: Verdict.Kind =
        Permission.runQueue.roles.contains(role) ? .accepted : .refused(.notPermitted)
      let sent = message(desk.id(), by: employee)
      #expect(try desk.push("message_sent", sent) == expected, "\(role)")
      let assigned =
        #"{"id":"\#(window.deskID)","situations":[],"employee":"\#(employee)"}"#
      #expect(try desk.push("desk_assigned", assigned) == expected, "\(role)")
    }
  }

  @Test func theAskerHearsWhenEachDeskOfItsCentreWasHeardOf() throws {
    _ = try store.desk(centre: "Другой", "Окно 1")
    let id = desk.id(DeskMessage.self)
    try desk.push("message_sent", message(id))
    guard case .desks(let heard) = try desk.ask(.desks) else {
      Issue.record("no answer")
      return
    }
    #expect(Set(heard.map(\.desk)) == [desk.deskID, window.deskID])
    #expect(heard.allSatisfy { $0.behind == 1 && ($0.age ?? -1) >= 0 })
  }
}
