internal import Postgres

/// The administrator's commands. Each waits for its answer.
package final class Administrator {
  let session: PostgresSession

  /// Connects with the rights of the connection string.
  package init(dsn: String, allowPlainConnection: Bool = false) throws {
    session = try PostgresSession(
      DSNPolicy.settings(dsn: dsn, allowPlainConnection: allowPlainConnection))
  }

  package func close() { session.close() }

  package struct Migrated: Hashable, Sendable {
    /// 0 for a database that had none.
    package var from: Int
    package var to: Int
  }

  /// Makes the store, or brings it to this program's version; all steps or none. Does nothing where
  /// there is nothing to do, and two at once do it once.
  package func initialise() throws -> Migrated {
    let server = try session.value("SHOW server_version_num").flatMap { Int($0) } ?? 0
    guard server >= 150_000 else { throw AdministratorFault.oldServer(version: server / 10_000) }
    return try session.transaction {
      try session.query("SELECT pg_advisory_xact_lock(\(Self.lock))")
      let found = try version() ?? 0
      let known = CentralMigrations.all.count
      guard found <= known else {
        throw AdministratorFault.newerSchema(found: found, known: known)
      }
      try session.execute(CentralMigrations.roles)
      try session.execute("SET LOCAL ROLE okno_owner")
      for step in CentralMigrations.all.dropFirst(found) {
        try session.execute(step.sql)
        try session.query(
          "INSERT INTO okno.migration (number, name) VALUES ($1, $2)", .integer(Int64(step.number)),
          .text(step.name))
      }
      return Migrated(from: found, to: known)
    }
  }

  /// "OKNO" in ASCII.
  private static let lock = 0x4F4B_4E4F

  /// The version of the schema; `nil` where there is none.
  func version() throws -> Int? {
    guard try session.value("SELECT to_regnamespace('okno')") != nil else { return nil }
    return try session.value("SELECT max(number) FROM okno.migration").flatMap { Int($0) }
  }

  /// Runs `body` with the owner's rights in one transaction, in a store of this program's version.
  func asOwner<T>(_ body: () throws -> T) throws -> T {
    try session.transaction {
      guard try session.value("SELECT to_regnamespace('okno')") != nil else {
        throw AdministratorFault.notThere
      }
      try session.execute("SET LOCAL ROLE okno_owner")
      let known = CentralMigrations.all.count
      guard let found = try version(), found >= 1 else { throw AdministratorFault.notThere }
      guard found <= known else {
        throw AdministratorFault.newerSchema(found: found, known: known)
      }
      return try body()
    }
  }
}
