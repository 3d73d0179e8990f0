import Domain
import Sync
import Testing

@testable import LocalStore

/// A store with accounts, and stamps in their names.
struct StaffDesk {
  static let pin = PIN("314159".utf8) ?? PIN()
  static let otherPIN = PIN("271828".utf8) ?? PIN()

  let desk: TestStore
  var store: LocalStore { desk.store }
  let administrator: Employee

  init(_ place: Place = .memory) throws {
    desk = try TestStore(place)
    desk.store.pinCost = .least
    administrator = Employee(
      id: desk.ids.make(), name: "Смирнова А. В.", roles: [.administrator, .supervisor])
    try store.addEmployee(administrator, pin: Self.pin, desk.stamp())
  }

  func stamp(_ employee: Employee? = nil, seconds: Int64 = 0) -> Stamp {
    var stamp = desk.stamp()
    stamp.now = stamp.now + seconds
    stamp.author.employee = employee?.id
    return stamp
  }

  @discardableResult
  func add(_ name: String, _ roles: Set<Employee.Role> = [.clerk]) throws -> Employee {
    let employee = Employee(id: desk.ids.make(), name: name, roles: roles)
    try store.addEmployee(employee, pin: Self.pin, stamp(administrator))
    return employee
  }

  func signIn(
    _ employee: Employee, _ pin: PIN = StaffDesk.pin, seconds: Int64 = 0
  ) throws -> SignInAnswer {
    try store.signIn(employee.id, pin: pin, stamp(seconds: seconds))
  }

  func bodies(of kind: String) throws -> [String] {
    try desk.rows("SELECT body FROM operation WHERE kind = '\(kind)' ORDER BY sequence")
  }
}

@Suite struct AccountTests {
  @Test func theFirstAccountIsAnAdministrators() throws {
    let desk = try TestStore()
    desk.store.pinCost = .least
    let clerk = Employee(id: desk.ids.make(), name: "Орлов П. Н.", roles: [.clerk])
    #expect(
      throws: StoreError.badInput("the first account has to be an administrator's")
    ) { try desk.store.addEmployee(clerk, pin: StaffDesk.pin, desk.stamp()) }
    #expect(try desk.store.staff() == StaffRoster())
    #expect(try StaffDesk().store.staff().hasAccounts)
  }

  @Test func afterThatOnlyAnAdministratorAdds() throws {
    let desk = try StaffDesk()
    let clerk = try desk.add("Орлов П. Н.")
    let another = Employee(id: desk.desk.ids.make(), name: "Лунина Т. К.", roles: [.clerk])
    for author in [nil, clerk, another] {
      #expect(throws: StoreError.forbidden(.manageStaff)) {
        try desk.store.addEmployee(another, pin: StaffDesk.pin, desk.stamp(author))
      }
    }
    #expect(try desk.store.staff().employees.map(\.name) == ["Орлов П. Н.", "Смирнова А. В."])
  }

  @Test func weakPINsNamesakesAndNamelessAreRefused() throws {
    let desk = try StaffDesk()
    func add(_ name: String, _ digits: String, _ roles: Set<Employee.Role> = [.clerk])
      -> StoreError?
    {
      do throws(StoreError) {
        try desk.store.addEmployee(
          Employee(id: desk.desk.ids.make(), name: name, roles: roles),
          pin: PIN(digits.utf8) ?? PIN(), desk.stamp(desk.administrator))
        return nil
      } catch { return error }
    }
    #expect(add("Орлов", "123456") != nil)
    #expect(add("Орлов", "12345") != nil)
    #expect(add("Смирнова А. В.", "314159") != nil)
    #expect(add(" ", "314159") != nil && add("А\u{1B}[2J", "314159") != nil)
    #expect(add("Орлов", "314159", []) != nil)
    #expect(add("Орлов", "314159") == nil)
  }

  @Test func thePINIsTheOwnersAlone() throws {
    let desk = try StaffDesk()
    #expect(try desk.signIn(desk.administrator) == .welcome(desk.administrator))
    #expect(try desk.signIn(desk.administrator, StaffDesk.otherPIN) == .wrong(.open))
    let nobody = Employee(id: desk.desk.ids.make(), name: "?", roles: [])
    #expect(try desk.signIn(nobody) == .wrong(.open))
  }

  /// The hash is in the operation that has to be sent, and nowhere that anybody reads.
  @Test func thePINAndItsHashAreInNoList() throws {
    let desk = try StaffDesk()
    _ = try desk.signIn(desk.administrator)
    let body = try #require(try desk.bodies(of: "employee_added").first)
    #expect(body.contains("$argon2id$v=19$") && !body.contains("314159"))
    let audit = try desk.desk.rows("SELECT * FROM audit").joined()
    #expect(!audit.contains("argon2id") && !audit.contains("314159"))
    #expect(!"\(try desk.store.staff())".contains("argon2id"))
    #expect(try desk.store.auditEntries().map(\.action) == [.added, .signedIn])
  }

  @Test func interactiveHashesCostWhatLibsodiumSays() throws {
    let hash = try PINHash.make(StaffDesk.pin, .interactive)
    #expect(hash.contains("$m=65536,t=2,p=1$"))
    #expect(PINHash.isHash(hash) && PINHash.fits(StaffDesk.pin, hash))
    #expect(!PINHash.fits(StaffDesk.otherPIN, hash))
  }

  @Test(arguments: [
    "", "x", "$argon2id$v=19$m=1048576,t=2,p=1$AAAA$AAAA", "$argon2id$v=19$m=65536,t=99,p=1$A$A",
    "$argon2i$v=19$m=65536,t=2,p=1$A$A", "$argon2id$v=19$m=65536,t=2,p=1$A",
  ])
  func whatCouldEatTheDesksMemoryIsNoHash(text: String) { #expect(!PINHash.isHash(text)) }

  /// A restart does not forgive: the count is in the file, and is there before the PIN is looked at.
  @Test func wrongPINsAreCountedAcrossARestart() throws {
    let desk = try StaffDesk(.disk)
    let folder = try #require(desk.desk.folder)
    for _ in 1...2 { _ = try desk.signIn(desk.administrator, StaffDesk.otherPIN) }
    desk.store.close()
    let again = try TestStore.open(folder)
    let third = try again.signIn(
      desk.administrator.id, pin: StaffDesk.otherPIN, desk.desk.stamp())
    let until = desk.desk.stamp().now + 5
    #expect(third == .wrong(.waiting(until: until)))
    #expect(
      try again.signIn(desk.administrator.id, pin: StaffDesk.pin, desk.desk.stamp())
        == .refused(.waiting(until: until)))
    #expect(
      try again.signIn(desk.administrator.id, pin: StaffDesk.pin, desk.stamp(seconds: 5))
        == .welcome(desk.administrator))
    #expect(try again.verifyAudit().isEmpty)
  }

  @Test func afterTenTheAccountIsLockedUntilThereIsANewPIN() throws {
    let desk = try StaffDesk()
    let clerk = try desk.add("Орлов П. Н.")
    var seconds: Int64 = 0
    var last = SignInAnswer.wrong(.open)
    for _ in 1...10 {
      last = try desk.signIn(clerk, StaffDesk.otherPIN, seconds: seconds)
      seconds += 1_000
    }
    #expect(last == .wrong(.locked))
    #expect(try desk.signIn(clerk, seconds: 1_000_000) == .refused(.locked))
    try desk.store.changeEmployee(
      clerk.id, .pin(StaffDesk.otherPIN), desk.stamp(desk.administrator))
    guard case .welcome = try desk.signIn(clerk, StaffDesk.otherPIN, seconds: 1_000_000) else {
      Issue.record("still locked")
      return
    }
  }

  @Test func whoMayChangeWhat() throws {
    let desk = try StaffDesk()
    let supervisor = try desk.add("Лунина Т. К.", [.supervisor])
    let clerk = try desk.add("Орлов П. Н.")
    let other = try desk.add("Белов Р. С.")
    func may(_ author: Employee?, _ employee: Employee, _ change: EmployeeChange) -> Bool {
      (try? desk.store.changeEmployee(employee.id, change, desk.stamp(author))) != nil
    }
    let pin = EmployeeChange.pin(StaffDesk.otherPIN)
    #expect(may(supervisor, clerk, pin) && may(clerk, clerk, pin))
    #expect(!may(clerk, other, pin) && !may(nil, clerk, pin))
    #expect(!may(supervisor, desk.administrator, pin))
    for change in [EmployeeChange.disable, .enable, .roles([.supervisor]), .name("Х")] {
      #expect(!may(supervisor, clerk, change) && !may(clerk, clerk, change))
    }
    #expect(may(desk.administrator, clerk, .roles([.trainer])))
    #expect(may(desk.administrator, clerk, .disable))
    #expect(!may(clerk, clerk, pin))
    #expect(!may(desk.administrator, clerk, .pin(PIN("123456".utf8) ?? PIN())))
  }

  @Test func theLastAdministratorStays() throws {
    let desk = try StaffDesk()
    for change in [EmployeeChange.disable, .roles([.clerk])] {
      #expect(
        throws: StoreError.badInput("the last administrator stays: add another one first")
      ) {
        try desk.store.changeEmployee(
          desk.administrator.id, change, desk.stamp(desk.administrator))
      }
    }
    try desk.add("Лунина Т. К.", [.administrator])
    try desk.store.changeEmployee(
      desk.administrator.id, .disable, desk.stamp(desk.administrator))
    #expect(try desk.signIn(desk.administrator) == .disabled)
  }

  @Test func everyOperationSaysWho() throws {
    let desk = try StaffDesk()
    let clerk = try desk.add("Орлов П. Н.")
    let details = CitizenDetails(surname: "Ёлкина")
    let citizen = Citizen(id: desk.desk.ids.make(), details: details)
    try desk.store.addCitizen(citizen, desk.stamp(clerk))
    let visit = desk.desk.visit(citizen.id)
    try desk.store.logVisit(visit, eventDate: nil, desk.stamp(clerk))
    try desk.store.undoVisit(visit.id, desk.stamp(clerk))
    for kind in ["citizen_added", "visit_logged", "visit_undone"] {
      let bodies = try desk.bodies(of: kind)
      #expect(bodies.count == 1 && bodies.allSatisfy { $0.contains(#""employee":"\#(clerk.id)""#) })
    }
    #expect(
      try desk.desk.rows("SELECT count(*) FROM visit WHERE employee IS NOT NULL") == ["1"])
  }
}
