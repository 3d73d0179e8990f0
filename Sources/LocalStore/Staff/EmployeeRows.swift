internal import Domain
internal import SQLite
internal import Sync

/// An account as the server has it.
struct ServerEmployee {
  var employee: Employee
  var pinHash: String

  init(_ id: Employee.ID, version: Int64, json: String) throws(JSONFault) {
    var fields = EmployeeFields()
    try JSONReader.read(json) { reader throws(JSONFault) in try fields.read(&reader) }
    guard let name = fields.name, let roles = fields.roles, let hash = fields.pinHash else {
      throw JSONFault()
    }
    employee = Employee(
      id: id, name: name, roles: roles, disabled: fields.disabled ?? nil, version: Int(version))
    pinHash = hash
  }

  /// What this desk has changed since, on top.
  mutating func take(_ fields: EmployeeFields) {
    if let name = fields.name { employee.name = name }
    if let roles = fields.roles { employee.roles = roles }
    if let hash = fields.pinHash { pinHash = hash }
    if let disabled = fields.disabled { employee.disabled = disabled }
  }
}

/// Some fields of an account, as a row or an operation's `set` holds them.
struct EmployeeFields {
  var name: String?
  var roles: Set<Employee.Role>?
  var pinHash: String?
  /// Present where the field is there, with `nil` for an open account.
  var disabled: Instant??

  mutating func read(_ reader: inout JSONReader) throws(JSONFault) {
    var fields = self
    try reader.object { name, reader throws(JSONFault) in
      switch name {
      case "name":
        let name = try reader.string()
        guard Employee.isName(name) else { throw JSONFault() }
        fields.name = name
      case "roles":
        var words: [String] = []
        try reader.array { reader throws(JSONFault) in words.append(try reader.string()) }
        fields.roles = RoleList.roles(words)
      case "pin_hash":
        let hash = try reader.string()
        guard PINHash.isHash(hash) else { throw JSONFault() }
        fields.pinHash = hash
      case "disabled":
        fields.disabled = .some(try reader.null() ? nil : try reader.instant())
      default: try reader.skip()
      }
    }
    self = fields
  }

  /// What an operation sets.
  init?(setBy body: String) {
    var found: EmployeeFields?
    try? JSONReader.read(body) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        guard name == "set" else { return try reader.skip() }
        var fields = EmployeeFields()
        try fields.read(&reader)
        found = fields
      }
    }
    guard let found else { return nil }
    self = found
  }

  init() {}
}

extension RowsFromServer {
  func applyEmployee(_ row: SyncRow) throws {
    let id = Employee.ID(row.id)
    let stored = try EmployeeTable.stored(id, connection)
    if let stored, !isTaken(row, over: stored.serverVersion) { return }
    guard let body = row.body else { return try EmployeeTable.remove(id, connection) }
    var server = try ServerEmployee(id, version: row.version, json: body)
    for fields in try pending.employeeChanges(of: id, connection) { server.take(fields) }
    if stored?.pinHash != server.pinHash { try SignInTable.forgive(id, connection) }
    try EmployeeTable.put(server.employee, pinHash: server.pinHash, mark(row), connection)
  }
}

extension PendingOperations {
  /// What was done to an account here and is not shown by the server, in order.
  func employeeChanges(
    of id: Employee.ID, _ connection: Connection
  ) throws -> [EmployeeFields] {
    var found: [EmployeeFields] = []
    try connection.forEach(
      """
      SELECT sequence, body FROM operation
      WHERE kind IN ('employee_added', 'employee_changed') AND sequence > ? AND body IS NOT NULL
      ORDER BY sequence
      """, values: [floor]
    ) { row in
      let sequence: Int64 = try row.next()
      let body: String = try row.next()
      if contains(sequence), OperationText.id(in: body) == id.uuid,
        let fields = EmployeeFields(setBy: body)
      {
        found.append(fields)
      }
      return true
    }
    return found
  }
}
