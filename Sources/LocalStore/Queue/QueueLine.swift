package import Domain
internal import SQLite

// Looking at the queue.

extension LocalStore {
  /// The tickets of the day of `stamp`, and the open ones that earlier days have left over.
  package func queue(_ stamp: Stamp) throws(StoreError) -> QueueDay {
    try read { connection in
      let start = stamp.startOfDay
      let end = stamp.today.adding(days: 1).start(offset: stamp.offset)
      let today = try TicketTable.tickets(
        where: "t.issued >= ? AND t.issued < ?", [start, end], connection)
      let before = try TicketTable.tickets(
        where: "t.issued < ? AND t.state NOT IN ('done', 'left', 'no_show')", [start], connection)
      return QueueDay(today + before, from: start)
    }
  }

  /// All tickets issued on these days, both included, in the order of their issue.
  package func tickets(
    from: CalendarDate, to: CalendarDate, offset: TimeZoneOffset
  ) throws(StoreError) -> [Ticket] {
    try read { connection in
      try TicketTable.tickets(
        where: "t.issued >= ? AND t.issued < ?",
        [from.start(offset: offset), to.adding(days: 1).start(offset: offset)], connection
      ).sorted { ($0.placed, $0.id) < ($1.placed, $1.id) }
    }
  }

  package func ticket(_ id: Ticket.ID) throws(StoreError) -> Ticket? {
    try read { try TicketTable.ticket(id, $0) }
  }

  /// The latest ticket of this number, as it stands on paper; any case, any day.
  package func ticket(number: String) throws(StoreError) -> Ticket? {
    try read { connection in
      let id = try connection.value(
        "SELECT id FROM ticket WHERE number = ? ORDER BY issued DESC LIMIT 1", number.uppercased(),
        as: Ticket.ID.self)
      return try id.flatMap { try TicketTable.ticket($0, connection) }
    }
  }

  /// Whom the window of `stamp` would call next, without calling.
  package func nextTicket(
    for situations: [LifeSituation.ID], among: Ticket.Choice = .all, _ stamp: Stamp
  ) throws(StoreError) -> Ticket? {
    try read { connection in
      try QueueLine.next(situations, among, stamp, connection).flatMap {
        try TicketTable.ticket($0, connection)
      }
    }
  }
}

enum QueueLine {
  /// The first of the line that this window may call: sent to it, or to nobody in particular and about
  /// something that it serves. What an earlier day left over is not called.
  static func next(
    _ situations: [LifeSituation.ID], _ choice: Ticket.Choice, _ stamp: Stamp,
    _ connection: Connection
  ) throws -> Ticket.ID? {
    let served = " " + situations.map(\.rawValue).joined(separator: " ") + " "
    let leased =
      switch choice {
      case .leased: "AND id IN (SELECT ticket FROM ticket_lease WHERE until > ?5)"
      case .notLeased: "AND id NOT IN (SELECT ticket FROM ticket_lease WHERE until > ?5)"
      case .all, .unverified: "AND ?5 IS NOT NULL"
      }
    return try connection.value(
      """
      SELECT id FROM ticket
      WHERE state IN ('waiting', 'redirected') AND issued >= ?1
        AND CASE WHEN destination IS NOT NULL THEN destination = ?2
          ELSE ?3 OR situation IS NULL OR instr(?4, ' ' || situation || ' ') > 0 END
        \(leased)
      ORDER BY priority DESC, issued, id LIMIT 1
      """, stamp.startOfDay, stamp.author.desk, situations.isEmpty, served,
      stamp.now)
  }
}

extension TicketTable {
  static func ticket(
    withStep step: TicketStep.ID, _ connection: Connection
  ) throws -> Ticket? {
    let id = try connection.value(
      "SELECT ticket FROM ticket_step WHERE id = ?", step, as: Ticket.ID.self)
    return try id.flatMap { try ticket($0, connection) }
  }
}
