package import Domain
internal import SQLite

/// What is changed of an account.
package enum EmployeeChange: Hashable, Sendable {
  case name(String)
  case roles(Set<Employee.Role>)
  case disable
  case enable
  case pin(PIN)
}

// The accounts of the centre.

extension LocalStore {
  /// The accounts as this desk knows them.
  package func staff() throws(StoreError) -> StaffRoster {
    try read { StaffRoster(employees: try EmployeeTable.all($0)) }
  }

  /// Adds an account. The first one has to be an administrator's, and nobody has to be signed in for it.
  ///
  /// - Throws: `.forbidden` where the author may not, `.badInput` for a name or a PIN that cannot be one.
  package func addEmployee(_ employee: Employee, pin: PIN, _ stamp: Stamp) throws(StoreError) {
    try StaffRules.check(employee, pin)
    let hash = try hash(pin)
    try write { transaction in
      let connection = transaction.connection
      let roster = StaffRoster(employees: try EmployeeTable.all(connection))
      try StaffRules.checkAdding(employee, by: stamp.author.employee, roster)
      try EmployeeTable.put(
        employee, pinHash: hash, ServerMark(version: 0, generation: 0), connection)
      try transaction.record(.employeeAdded, EmployeeBody.added(employee, hash), by: stamp)
      try transaction.audit(.added, "employee", "\(employee.id)", purpose: "staff", stamp)
    }
  }

  /// Changes an account.
  ///
  /// - Returns: the account as it is now.
  /// - Throws: `.forbidden` where the author may not, `.badInput` where the change would leave no administrator.
  @discardableResult
  package func changeEmployee(
    _ id: Employee.ID, _ change: EmployeeChange, _ stamp: Stamp
  ) throws(StoreError) -> Employee {
    var newHash: String?
    if case .pin(let pin) = change {
      try StaffRules.check(pin)
      newHash = try hash(pin)
    }
    let hash = newHash
    return try write { transaction in
      let connection = transaction.connection
      let roster = StaffRoster(employees: try EmployeeTable.all(connection))
      guard var stored = try EmployeeTable.stored(id, connection) else {
        throw StoreError.notFound(kind: "employee", id: "\(id)")
      }
      try StaffRules.check(change, of: stored.employee, by: stamp.author.employee, roster)
      stored.take(change, hash: hash, at: stamp.now)
      try EmployeeTable.update(stored, connection)
      try SignInTable.forgive(id, connection)
      try transaction.record(.employeeChanged, EmployeeBody.changed(stored, change), by: stamp)
      try transaction.audit(.changed, "employee", "\(id)", purpose: change.word, stamp)
      return stored.employee
    }
  }

  private func hash(_ pin: PIN) throws(StoreError) -> String {
    do {
      return try PINHash.make(pin, pinCost)
    } catch {
      throw storeError(error, path: path)
    }
  }
}

extension StoredEmployee {
  fileprivate mutating func take(_ change: EmployeeChange, hash: String?, at now: Instant) {
    switch change {
    case .name(let name): employee.name = name
    case .roles(let roles): employee.roles = roles
    case .disable: employee.disabled = employee.disabled ?? now
    case .enable: employee.disabled = nil
    case .pin: pinHash = hash ?? pinHash
    }
    employee.version += 1
  }
}

extension EmployeeChange {
  /// What the audit calls it.
  fileprivate var word: String {
    switch self {
    case .name: "name"
    case .roles: "roles"
    case .disable: "disable"
    case .enable: "enable"
    case .pin: "reset-pin"
    }
  }
}

/// Operations about accounts: whole fields, of which the last one counts.
enum EmployeeBody {
  static func added(_ employee: Employee, _ hash: String) -> JSONText {
    .object([
      "id": .string("\(employee.id)"), "name": .string(employee.name),
      "roles": roles(employee.roles), "pin_hash": .string(hash),
    ])
  }

  static func changed(_ stored: StoredEmployee, _ change: EmployeeChange) -> JSONText {
    let employee = stored.employee
    let set: [String: JSONText] =
      switch change {
      case .name: ["name": .string(employee.name)]
      case .roles: ["roles": roles(employee.roles)]
      case .disable, .enable: ["disabled": .optional(employee.disabled?.iso8601)]
      case .pin: ["pin_hash": .string(stored.pinHash)]
      }
    return .object(["id": .string("\(employee.id)"), "set": .object(set)])
  }

  private static func roles(_ roles: Set<Employee.Role>) -> JSONText {
    .array(RoleList.words(roles).map(JSONText.string))
  }
}
