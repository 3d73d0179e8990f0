// Who works at the centre, and what each may do.

/// A person who works at the centre. The PIN's hash is the store's alone and no part of it, so that it can get
/// into no message, list or log.
package struct Employee: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<Employee>

  package enum Role: String, Codable, CaseIterable, Hashable, Sendable {
    case clerk, supervisor, trainer, administrator
  }

  package var id: ID
  /// As it stands on the screen: «Смирнова А. В.».
  package var name: String
  package var roles: Set<Role>
  /// Since when the account is closed; what was done before stays done.
  package var disabled: Instant?
  /// Raised by each change.
  package var version: Int

  package init(
    id: ID, name: String, roles: Set<Role>, disabled: Instant? = nil, version: Int = 1
  ) {
    self.id = id
    self.name = name
    self.roles = roles
    self.disabled = disabled
    self.version = version
  }

  /// No sign-in, at any desk that knows of it.
  package var isDisabled: Bool { disabled != nil }

  /// Whether an account can be called that.
  package static func isName(_ name: String) -> Bool {
    (1...80).contains(name.count) && name.first != " " && name.last != " "
      && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}

/// The accounts of a centre, as a desk knows them.
package struct StaffRoster: Hashable, Sendable {
  /// By name, those that are closed included.
  package var employees: [Employee]

  package init(employees: [Employee] = []) { self.employees = employees }

  /// Until there is an administrator a desk works without accounts. One whose account was closed counts: to close
  /// the last one must not open everything to everybody.
  package var hasAccounts: Bool {
    employees.contains { $0.roles.contains(.administrator) }
  }

  /// Who can sign in.
  package var active: [Employee] { employees.filter { !$0.isDisabled } }

  package subscript(id: Employee.ID) -> Employee? { employees.first { $0.id == id } }

  /// Whether closing `employee`'s account, or taking the role away, would leave nobody to open another.
  package func isLastAdministrator(_ employee: Employee.ID) -> Bool {
    let administrators = active.filter { $0.roles.contains(.administrator) }
    return administrators.map(\.id) == [employee]
  }
}
