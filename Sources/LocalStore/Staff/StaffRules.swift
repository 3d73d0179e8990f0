internal import Domain

/// Who may do what to accounts. The central store's functions ask the same again.
enum StaffRules {
  static func check(_ employee: Employee, _ pin: PIN) throws(StoreError) {
    guard Employee.isName(employee.name) else {
      throw .badInput("a name of 1 to 80 characters is wanted, without blanks at its ends")
    }
    guard !employee.roles.isEmpty else { throw .badInput("an account needs a role") }
    try check(pin)
  }

  static func check(_ pin: PIN) throws(StoreError) {
    switch pin.fault {
    case .length: throw .badInput("a PIN has 6 to 12 digits")
    case .weak: throw .badInput("this PIN is among the first that anybody would try")
    case nil: break
    }
  }

  static func checkAdding(
    _ employee: Employee, by author: Employee.ID?, _ roster: StaffRoster
  ) throws(StoreError) {
    guard roster[employee.id] == nil else {
      throw .badInput("an account with this id is there already")
    }
    guard !roster.active.contains(where: { $0.name == employee.name }) else {
      throw .badInput("an account of this name is there already")
    }
    guard roster.hasAccounts else {
      guard employee.roles.contains(.administrator) else {
        throw .badInput("the first account has to be an administrator's")
      }
      return
    }
    try demand(.manageStaff, of: author, roster)
  }

  static func check(
    _ change: EmployeeChange, of employee: Employee, by author: Employee.ID?,
    _ roster: StaffRoster
  ) throws(StoreError) {
    switch change {
    case .pin:
      // Everybody may change their own.
      if author == employee.id, !employee.isDisabled { return }
      let may = author.flatMap { roster[$0] }?.mayResetPIN(of: employee) ?? false
      guard may else { throw .forbidden(.resetPIN) }
    case .name(let name):
      guard Employee.isName(name) else {
        throw .badInput("a name of 1 to 80 characters is wanted, without blanks at its ends")
      }
      try demand(.manageStaff, of: author, roster)
    case .roles(let roles):
      guard !roles.isEmpty else { throw .badInput("an account needs a role") }
      try demand(.manageStaff, of: author, roster)
      if !roles.contains(.administrator) { try keepAdministrator(employee, roster) }
    case .disable:
      try demand(.manageStaff, of: author, roster)
      try keepAdministrator(employee, roster)
    case .enable:
      try demand(.manageStaff, of: author, roster)
    }
  }

  private static func demand(
    _ permission: Permission, of author: Employee.ID?, _ roster: StaffRoster
  ) throws(StoreError) {
    guard author.flatMap({ roster[$0] })?.may(permission) == true else {
      throw .forbidden(permission)
    }
  }

  private static func keepAdministrator(
    _ employee: Employee, _ roster: StaffRoster
  ) throws(StoreError) {
    guard !roster.isLastAdministrator(employee.id) else {
      throw .badInput("the last administrator stays: add another one first")
    }
  }
}
