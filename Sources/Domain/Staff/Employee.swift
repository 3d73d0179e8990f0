// Who works at the centre, and what each may do.

/// A person who works at the centre.
package struct Employee: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<Employee>

  package enum Role: String, Codable, CaseIterable, Hashable, Sendable {
    case clerk, supervisor, trainer, administrator
  }

  package var id: ID
  /// As it stands on the screen: «Смирнова А. В.».
  package var name: String
  package var roles: Set<Role>
  /// The PIN's argon2id string, as libsodium's `crypto_pwhash_str` writes it (PHC format). Never a part of a
  /// message, a list or a log.
  package var pinHash: String
  /// Taken away: no sign-in, at any desk that knows of it.
  package var isDisabled: Bool
  /// Raised by each change.
  package var version: Int

  package init(
    id: ID, name: String, roles: Set<Role>, pinHash: String, isDisabled: Bool = false,
    version: Int = 1
  ) {
    self.id = id
    self.name = name
    self.roles = roles
    self.pinHash = pinHash
    self.isDisabled = isDisabled
    self.version = version
  }
}
