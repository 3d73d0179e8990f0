import Canvas
import DeskCore
import DeskTestSupport
import Domain
import Testing

/// Who may do what at the desk: every command with every role, given from the palette or by its key.
@Suite struct RoleTableTests {
  /// Written out, so that a mistake in the program's own table shows.
  private static let needed: [Command: Set<Employee.Role>] = {
    let all = Set(Employee.Role.allCases)
    let serving: Set<Employee.Role> = [.clerk, .supervisor]
    return [
      .help: all, .home: all, .leave: all, .palette: all, .redraw: all, .sync: all, .theme: all,
      .language: all, .keyTest: all, .suspend: all, .lock: all, .signOut: all, .accounts: all,
      .changePIN: all, .readMessage: all,
      .citizen: serving, .logVisit: serving, .checklist: serving, .question: serving,
      .rate: serving, .undo: serving, .mark: serving, .editCitizen: serving,
      .discardVisit: serving, .callNext: serving, .ticket: serving, .pause: serving,
      .ownDay: serving, .wrongEntry: serving, .answers: serving,
      .offers: serving, .overrule: serving, .offerList: serving,
      .feedback: [.supervisor], .strengths: [.supervisor], .targets: [.supervisor],
      .callbacks: [.supervisor],
    ]
  }()

  private func desk(as role: Employee.Role) -> TestDesk {
    let employee = Employee(id: Sample.id(910), name: "Кто-то", roles: [role])
    let roster = StaffRoster(employees: [employee, Sample.smirnova])
    let desk = TestDesk()
    desk.store.roster = roster
    return desk.receive(.staffLoaded(roster)).receive(.signInAnswered(.welcome(employee)))
  }

  /// An administrator opens a situation at a window whose clerk has called somebody: the citizen is not served by that.
  @Test(arguments: Employee.Role.allCases)
  func onlyWhoMayCallBeginsToServe(role: Employee.Role) throws {
    let desk = TestDesk().meet(MemoryQueue(situations: [nil])).press(.function(5))
    let employee = Employee(id: Sample.id(970), name: "Кто-то", roles: [role])
    let roster = StaffRoster(employees: [employee, Sample.smirnova])
    desk.store.roster = roster
    desk.receive(.staffLoaded(roster)).receive(.signInAnswered(.welcome(employee)))
      .go(to: .situation)
    let state = try #require(desk.store.queue?.tickets.first).state
    #expect(state == ([.clerk, .supervisor].contains(role) ? .serving : .called))
  }

  @Test(arguments: Employee.Role.allCases)
  func anOpenWindowTellsWhoIsThereNow(role: Employee.Role) throws {
    let desk = TestDesk().meet(MemoryQueue()).press(.function(5))
    let employee = Employee(id: Sample.id(970), name: "Кто-то", roles: [role])
    let roster = StaffRoster(employees: [employee, Sample.smirnova])
    desk.store.roster = roster
    desk.receive(.staffLoaded(roster))
    _ = desk.takeEffects()
    desk.receive(.signInAnswered(.welcome(employee)))
    let isTold = desk.takeEffects().contains(.tellPresence(.free, name: "Окно 4"))
    #expect(isTold == [.clerk, .supervisor].contains(role))
  }

  @Test func whatClerksSettleIsNotCalledNothing() {
    let status = SyncStatus(link: .linked, synced: Sample.now, refused: 1)
    desk(as: .administrator).receive(.syncChanged(status)).go(to: .sync)
      .expectScreen(contains: "Решает тот, кто принимает")
  }

  @Test(arguments: Command.allCases, Employee.Role.allCases)
  func everyCell(command: Command, role: Employee.Role) throws {
    let roles = try #require(Self.needed[command], "\(command) is not in the table")
    let desk = desk(as: role).go(to: .situation)
    _ = desk.takeEffects()
    let before = desk.state
    if let key = command.keys.first, command != .editCitizen {
      desk.press(key)
    } else {
      desk.press(.control("p")).type(command.rawValue).press(.enter)
    }
    let isRefused = desk.state.notice == .obstacle(.notPermitted)
    #expect(isRefused == !roles.contains(role), "\(command) as \(role)")
    guard isRefused else {
      // What came of it is another test's.
      if let notice = desk.state.notice { _ = desk.expectNotice(notice) }
      return
    }
    _ = desk.expectNotice(.obstacle(.notPermitted))
    #expect(desk.state.screens == before.screens && desk.state.visit == before.visit)
    #expect(desk.takeEffects().allSatisfy { if case .wake = $0 { true } else { false } })
  }
}
