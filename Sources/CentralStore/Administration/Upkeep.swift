internal import Postgres
package import Sync

extension Administrator {
  /// Hands a catalogue release out: to all centres, or to one.
  ///
  /// - Parameter key: the public half of the key that it is signed with, in hexadecimal digits. Desks
  ///   get it when they are enrolled, so that it stays the same one.
  package func publish(_ release: SignedRelease, key: String, centre: String? = nil) throws {
    try asOwner {
      try session.query(
        """
        INSERT INTO okno.setting (name, value) VALUES ('release_key', $1) ON CONFLICT DO NOTHING
        """, .text(key))
      guard
        try session.value("SELECT value FROM okno.setting WHERE name = 'release_key'") == key
      else { throw AdministratorFault.anotherReleaseKey }
      let number = try centre.map(numberOfCentre)
      try session.execute("LOCK TABLE okno.release IN SHARE ROW EXCLUSIVE MODE")
      let newest = try session.value(
        """
        SELECT coalesce(max(number), 0) FROM okno.release
        WHERE $1::int IS NULL OR centre IS NULL OR centre = $1::int
        """, number ?? .null)
      let highest = newest.flatMap { Int64($0) } ?? 0
      guard release.number > highest else {
        throw AdministratorFault.releaseTooLow(newest: highest)
      }
      try session.query(
        """
        INSERT INTO okno.release (number, centre, content, signature) VALUES ($1, $2::int, $3, $4)
        """, .integer(release.number), number ?? .null, .bytes(release.content),
        .bytes(release.signature))
    }
  }

  private func numberOfCentre(_ name: String) throws -> PostgresValue {
    let number = try session.value("SELECT number FROM okno.centre WHERE name = $1", .text(name))
    guard let number else { throw AdministratorFault.unknownCentre(name) }
    return .text(number)
  }

  /// Begins another epoch for all centres: to be called after the database was restored, or a standby
  /// promoted that may lack the last transactions. Answers how many centres there are.
  package func beginEpoch() throws -> Int {
    try asOwner {
      try session.query("UPDATE okno.stream SET epoch = okno.new_epoch()").changed
    }
  }

  package struct Pruned: Hashable, Sendable {
    package var tombstones: Int64
    package var operations: Int64
  }

  /// Forgets tombstones and changes older than `days`, and operations older than `operationDays`.
  package func prune(days: Int, operationDays: Int) throws -> Pruned {
    try asOwner {
      let row = try session.query(
        "SELECT * FROM okno.prune(make_interval(days => $1::int), make_interval(days => $2::int))",
        .integer(Int64(days)), .integer(Int64(operationDays)))
      return Pruned(
        tombstones: row.text(0, 0).flatMap { Int64($0) } ?? 0,
        operations: row.text(0, 1).flatMap { Int64($0) } ?? 0)
    }
  }
}
