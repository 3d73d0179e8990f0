// Accounts in memory: a PIN is right or wrong, and wrong ones are counted for all together.

internal import Canvas
internal import DeskCore
package import Domain
internal import Testing

extension MemoryStore {
  mutating func signIn(_ id: Employee.ID, _ pin: PIN) -> SignInAnswer {
    guard let employee = roster[id], !employee.isDisabled else { return .disabled }
    guard pins[id] == pin else {
      attempts.note(at: Sample.now)
      return .wrong(attempts.standing(at: Sample.now))
    }
    attempts = SignInAttempts()
    return .welcome(employee)
  }

  mutating func save(_ employee: Employee, _ pin: PIN) -> Event {
    roster.employees.append(employee)
    pins[employee.id] = pin
    return .accountSaved(employee)
  }

  mutating func changePIN(of id: Employee.ID, _ old: PIN, _ new: PIN) -> Event {
    let answer = signIn(id, old)
    guard case .welcome(let employee) = answer else { return .pinRefused(answer) }
    pins[id] = new
    return .accountSaved(employee)
  }
}

extension Sample {
  package static let digits = "314159"
  package static let pin = PIN(digits.utf8) ?? PIN()
  package static let smirnova = Employee(
    id: id(901), name: "Смирнова А. В.", roles: [.administrator, .supervisor])
  package static let orlov = Employee(id: id(902), name: "Орлов П. Н.", roles: [.clerk])
  package static let lunina = Employee(id: id(903), name: "Лунина Т. К.", roles: [.trainer])
  /// By name, as the store has them.
  package static let roster = StaffRoster(employees: [lunina, orlov, smirnova])
}

extension TestDesk {
  /// A desk at which nobody has signed in yet.
  @discardableResult
  package func withAccounts() -> Self {
    store.roster = Sample.roster
    for employee in Sample.roster.employees { store.pins[employee.id] = Sample.pin }
    return receive(.staffLoaded(Sample.roster))
  }

  /// Signs in by the number of the list.
  @discardableResult
  package func signIn(as employee: Employee) -> Self {
    let place = Sample.roster.employees.firstIndex(of: employee) ?? 0
    return type("\(place + 1)").press(.enter).type(Sample.digits).press(.enter)
  }
}
