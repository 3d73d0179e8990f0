import Domain
import Sync
import Testing

@testable import LocalStore

/// Accounts on their way between desks.
@Suite struct EmployeeRowTests {
  private static func body(
    _ name: String = "Белов Р. С.", roles: String = #""clerk""#, disabled: String = "null"
  ) throws -> String {
    let hash = try PINHash.make(StaffDesk.pin, .least)
    return #"{"name":"\#(name)","roles":[\#(roles)],"pin_hash":"\#(hash)","disabled":\#(disabled)}"#
  }

  private func row(_ id: Employee.ID, _ version: Int64, _ body: String?) -> SyncRow {
    SyncRow(entity: .employee, id: id.uuid, version: version, body: body)
  }

  @Test func anAccountOfAnotherDeskSignsInHere() throws {
    let desk = try SyncDesk()
    let id: Employee.ID = desk.desk.ids.make()
    try desk.pull([row(id, 1, try Self.body(roles: #""clerk","astronaut""#))], to: 1)
    let belov = try #require(try desk.store.staff()[id])
    #expect(belov.name == "Белов Р. С." && belov.roles == [.clerk] && !belov.isDisabled)
    #expect(try desk.store.signIn(id, pin: StaffDesk.pin, desk.desk.stamp()) == .welcome(belov))
  }

  @Test func aRevocationReachesTheDesk() throws {
    let desk = try SyncDesk()
    let id: Employee.ID = desk.desk.ids.make()
    try desk.pull([row(id, 1, try Self.body())], to: 1)
    try desk.pull([row(id, 2, try Self.body(disabled: #""2026-11-24T09:00:00.000Z""#))], to: 2)
    #expect(try desk.store.signIn(id, pin: StaffDesk.pin, desk.desk.stamp()) == .disabled)
    // An older row does not open it again.
    try desk.pull([row(id, 1, try Self.body())], to: 3)
    #expect(try desk.store.staff()[id]?.isDisabled == true)
  }

  @Test func aNewPINForgivesTheWrongOnes() throws {
    let desk = try SyncDesk()
    let id: Employee.ID = desk.desk.ids.make()
    try desk.pull([row(id, 1, try Self.body())], to: 1)
    for _ in 1...3 {
      _ = try desk.store.signIn(id, pin: StaffDesk.otherPIN, desk.desk.stamp())
    }
    try desk.pull([row(id, 2, try Self.body())], to: 2)
    guard case .welcome = try desk.store.signIn(id, pin: StaffDesk.pin, desk.desk.stamp()) else {
      Issue.record("not forgiven")
      return
    }
  }

  @Test(arguments: [
    #"{"roles":["clerk"],"pin_hash":"x","disabled":null}"#,
    #"{"name":"А","roles":"clerk","pin_hash":"x"}"#, "[]", "{}",
    #"{"name":"А\u001b[2J","roles":["clerk"],"pin_hash":"$argon2id$v=19$m=8,t=1,p=1$A$A"}"#,
  ])
  func whatCannotBeReadIsKeptOut(body: String) throws {
    let desk = try SyncDesk()
    try desk.pull([row(desk.desk.ids.make(), 1, body)], to: 1)
    #expect(try desk.store.staff().employees.isEmpty)
    #expect(try desk.state().unreadable == 1)
  }

  /// What this desk has changed and the server does not show yet lies on top of the server's row.
  @Test func aChangeOnItsWayIsNotUndoneByAnOlderRow() throws {
    let staff = try StaffDesk()
    let desk = SyncDesk(staff.desk)
    let clerk = try staff.add("Орлов П. Н.")
    try desk.pull([row(clerk.id, 1, try Self.body("Орлов П. Н."))], to: 1)
    try staff.store.changeEmployee(clerk.id, .disable, staff.stamp(staff.administrator))
    try desk.pull([row(clerk.id, 2, try Self.body("Орлов-Белов П. Н."))], to: 2)
    let now = try #require(try staff.store.staff()[clerk.id])
    #expect(now.isDisabled && now.name == "Орлов-Белов П. Н.")
  }

  @Test func aRefusedAccountGoesWhenItIsGivenUp() throws {
    let staff = try StaffDesk()
    let desk = SyncDesk(staff.desk)
    guard
      case .operations(let sent) = staff.store.perform(
        .takeOperations(after: 0), now: TestStore.morning)
    else { throw SyncDesk.Unexpected() }
    let verdicts = sent.map {
      Verdict(operation: $0.id, kind: .refused(.notPermitted), number: 0)
    }
    _ = staff.store.perform(
      .settle(Verdicts(epoch: "one", verdicts: verdicts), sent: sent), now: TestStore.morning)
    #expect(try staff.store.refusedOperations().map(\.refusal) == [.notPermitted])
    try staff.store.dropRefused(sent[0].id, reason: "дважды", staff.stamp())
    #expect(try staff.store.staff().employees.isEmpty)
    _ = desk
  }

  /// Somebody who may sends again what the author might not: the operation names the sender.
  @Test func whoSendsAgainAnswersForIt() throws {
    let staff = try StaffDesk()
    let citizen = Citizen(
      id: staff.desk.ids.make(), details: CitizenDetails(surname: "Ёлкина \"Ж\""))
    let clerk = try staff.add("Орлов П. Н.")
    try staff.store.addCitizen(citizen, staff.stamp(clerk))
    guard
      case .operations(let sent) = staff.store.perform(
        .takeOperations(after: 0), now: TestStore.morning)
    else { throw SyncDesk.Unexpected() }
    let last = try #require(sent.last)
    let verdicts = sent.map { one in
      Verdict(
        operation: one.id, kind: one.id == last.id ? .refused(.notPermitted) : .accepted, number: 1)
    }
    _ = staff.store.perform(
      .settle(Verdicts(epoch: "one", verdicts: verdicts), sent: sent), now: TestStore.morning)
    try staff.store.retryRefused(last.id, staff.stamp(staff.administrator))
    let bodies = try staff.bodies(of: "citizen_added")
    #expect(bodies.count == 2)
    #expect(bodies[1].contains("\(staff.administrator.id)") && !bodies[1].contains("\(clerk.id)"))
    #expect(bodies[1].contains(#"Ёлкина \"Ж\""#))
  }
}
