internal import Domain
internal import SQLite

/// An account with what the store alone knows of it.
struct StoredEmployee {
  var employee: Employee
  var pinHash: String
  var serverVersion: Int64
}

enum EmployeeTable {
  private static let columns = "id, name, roles, disabled, version, pin_hash, server_version"

  static func all(_ connection: Connection) throws -> [Employee] {
    try connection.all("SELECT \(columns) FROM employee ORDER BY name, id") {
      try read(&$0).employee
    }
  }

  /// As `StaffRoster.hasAccounts`.
  static func hasAccounts(_ connection: Connection) throws -> Bool {
    try connection.all("SELECT roles FROM employee") { RoleList.roles(try $0.next(String.self)) }
      .contains { $0.contains(.administrator) }
  }

  static func stored(_ id: Employee.ID, _ connection: Connection) throws -> StoredEmployee? {
    try connection.first("SELECT \(columns) FROM employee WHERE id = ?", id, read: read)
  }

  static func put(
    _ employee: Employee, pinHash: String, _ mark: ServerMark, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO employee (id, name, roles, disabled, version, pin_hash, server_version, generation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles,
        disabled = excluded.disabled, version = excluded.version, pin_hash = excluded.pin_hash,
        server_version = excluded.server_version, generation = excluded.generation
      """, employee.id, employee.name, RoleList.text(employee.roles), employee.disabled,
      employee.version, pinHash, mark.version, mark.generation)
  }

  /// What this desk has done itself; the server's mark stays.
  static func update(_ stored: StoredEmployee, _ connection: Connection) throws {
    let employee = stored.employee
    try connection.run(
      "UPDATE employee SET name = ?, roles = ?, disabled = ?, version = ?, pin_hash = ? WHERE id = ?",
      employee.name, RoleList.text(employee.roles), employee.disabled, employee.version,
      stored.pinHash, employee.id)
  }

  static func remove(_ id: Employee.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM employee WHERE id = ?", id)
    try SignInTable.forgive(id, connection)
  }

  private static func read(_ row: inout Row) throws -> StoredEmployee {
    let employee = Employee(
      id: try row.next(), name: try row.next(), roles: RoleList.roles(try row.next()),
      disabled: try row.next(), version: try row.next())
    return StoredEmployee(
      employee: employee, pinHash: try row.next(), serverVersion: try row.next())
  }
}

/// Roles in one column: words between blanks.
enum RoleList {
  static func words(_ roles: Set<Employee.Role>) -> [String] {
    Employee.Role.allCases.filter(roles.contains).map(\.rawValue)
  }

  static func text(_ roles: Set<Employee.Role>) -> String {
    words(roles).joined(separator: " ")
  }

  /// A role that this program does not know gives no rights here.
  static func roles(_ words: some Sequence<String>) -> Set<Employee.Role> {
    Set(words.compactMap(Employee.Role.init(rawValue:)))
  }

  static func roles(_ text: String) -> Set<Employee.Role> {
    roles(text.split(separator: " ").map(String.init))
  }
}

/// Wrong PINs at this desk.
enum SignInTable {
  static func attempts(_ id: Employee.ID, _ connection: Connection) throws -> SignInAttempts {
    try connection.first("SELECT failures, last FROM sign_in WHERE employee = ?", id) { row in
      SignInAttempts(failures: try row.next(), last: try row.next())
    } ?? SignInAttempts()
  }

  static func put(
    _ attempts: SignInAttempts, of id: Employee.ID, _ connection: Connection
  ) throws {
    try connection.run(
      "INSERT OR REPLACE INTO sign_in (employee, failures, last) VALUES (?, ?, ?)", id,
      attempts.failures, attempts.last)
  }

  static func forgive(_ id: Employee.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM sign_in WHERE employee = ?", id)
  }
}
