package import Domain
internal import SQLite

// Tickets that the central store keeps for this desk, in case the link breaks.

extension LocalStore {
  /// Those that hold still at `now`, in the order of the line.
  package func leases(at now: Instant) throws(StoreError) -> [TicketLease] {
    try read { try TicketLeases.all(at: now, $0) }
  }

  /// What the central store said last: whatever it does not name is not kept any more.
  package func setLeases(_ leases: [TicketLease]) throws(StoreError) {
    try write { transaction in
      try transaction.connection.run("DELETE FROM ticket_lease")
      for lease in leases {
        try transaction.connection.run(
          "INSERT OR REPLACE INTO ticket_lease (ticket, until) VALUES (?, ?)", lease.ticket,
          lease.until)
      }
    }
  }
}

enum TicketLeases {
  static func all(at now: Instant, _ connection: Connection) throws -> [TicketLease] {
    try connection.all(
      """
      SELECT l.ticket, l.until FROM ticket_lease AS l JOIN ticket AS t ON t.id = l.ticket
      WHERE l.until > ? ORDER BY t.priority DESC, t.issued, t.id
      """, now
    ) { TicketLease(ticket: try $0.next(), until: try $0.next()) }
  }

  static func remove(_ ticket: Ticket.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM ticket_lease WHERE ticket = ?", ticket)
  }
}
