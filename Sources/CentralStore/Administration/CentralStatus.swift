internal import Postgres

/// What `okno central status` shows.
package struct CentralStatus: Hashable, Sendable {
  package struct Desk: Hashable, Sendable {
    package var centre: String
    package var name: String
    /// The program that it said hello with; absent for a desk that never came.
    package var program: String?
    package var protocolVersion: Int?
    /// When it was last here, as ISO 8601 in UTC.
    package var seen: String?
    /// Transactions of its centre that it has not fetched.
    package var lag: Int64
    package var accepted: Int64
    package var merged: Int64
    package var refused: Int64
    package var isForked: Bool
    package var isRevoked: Bool
  }

  package var schema: Int
  package var centres: Int
  /// The newest catalogue release for all; 0 where there is none.
  package var release: Int64
  package var desks: [Desk]
}

extension Administrator {
  package func status() throws -> CentralStatus {
    try asOwner {
      let rows = try session.query(Self.desks)
      let desks = (0..<rows.rowCount).map { row in
        func number(_ column: Int) -> Int64 { rows.text(row, column).flatMap { Int64($0) } ?? 0 }
        return CentralStatus.Desk(
          centre: rows.text(row, 0) ?? "", name: rows.text(row, 1) ?? "",
          program: rows.text(row, 2), protocolVersion: rows.text(row, 3).flatMap { Int($0) },
          seen: rows.text(row, 4), lag: number(5), accepted: number(6), merged: number(7),
          refused: number(8), isForked: rows.text(row, 9) == "t",
          isRevoked: rows.text(row, 10) == "t")
      }
      return CentralStatus(
        schema: try version() ?? 0, centres: try count("SELECT count(*) FROM okno.centre"),
        release: Int64(
          try count("SELECT coalesce(max(number), 0) FROM okno.release WHERE centre IS NULL")),
        desks: desks)
    }
  }

  private func count(_ sql: String) throws -> Int {
    try session.value(sql).flatMap { Int($0) } ?? 0
  }

  private static let desks = """
    SELECT c.name, d.name, s.program, s.protocol,
      to_char(s.seen AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      greatest(t.head - s.pulled, 0), s.accepted, s.merged, s.refused, s.forked IS NOT NULL,
      d.revoked IS NOT NULL
    FROM okno.desk d
    JOIN okno.centre c ON c.number = d.centre
    JOIN okno.desk_state s ON s.desk = d.number
    JOIN okno.stream t ON t.centre = d.centre
    ORDER BY c.name, d.name, d.enrolled
    """
}
