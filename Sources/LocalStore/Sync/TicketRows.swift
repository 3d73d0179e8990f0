internal import Domain
internal import SQLite
internal import Sync

// Tickets and windows as the central store has them.
extension RowsFromServer {
  func applyTicket(_ row: SyncRow) throws {
    let id = Ticket.ID(row.id)
    let known = try connection.value(
      "SELECT server_version FROM ticket WHERE id = ?", id, as: Int64.self)
    if let known, !isTaken(row, over: known) { return }
    guard let body = row.body else { return try TicketTable.delete(id, connection) }
    let server = try ServerTicket(id, json: body, names)
    var ticket = Ticket(server.issue, steps: server.steps)
    let shown = ticket.steps.count
    // What the server has not seen of this desk goes on top.
    for step in try TicketTable.unshownSteps(of: id, connection) { ticket.add(step) }
    try TicketTable.replace(with: ticket, shown: shown, mark(row), connection)
    try putBackLateCall(of: ticket)
  }

  /// A call that was not answered in time, so that the desk called another ticket with the same request:
  /// this one goes back to its place.
  private func putBackLateCall(of ticket: Ticket) throws {
    guard ticket.state == .called, ticket.desk == desk, let call = ticket.lastStep,
      ticket.steps.contains(where: { $0.id == call && $0.assurance == .confirmed }),
      try TicketTable.isOwnCall(call, ofAnotherThan: ticket.id, connection)
    else { return }
    var ticket = ticket
    let step = TicketStep(
      id: transaction.makeID(at: stamp.now), event: .putBack, time: stamp.now,
      author: stamp.author, follows: call)
    ticket.add(step)
    try TicketTable.append(ticket, connection)
    try TicketLog.record(step, of: ticket.id, transaction, stamp)
  }

  /// Takes out tickets that no snapshot had and that wait for nothing of this desk any more.
  func settleTickets() throws {
    guard try Meta.get(.keepsTickets, connection) == true else { return }
    let lost: [Ticket.ID] = try connection.all(
      "SELECT id FROM ticket WHERE server_version > 0 AND generation <> ?", generation
    ) { try $0.next() }
    let waiting = try pending.steppedTickets(connection)
    for id in lost where !waiting.contains(id) { try TicketTable.delete(id, connection) }
    try Meta.set(.keepsTickets, lost.contains(where: waiting.contains), connection)
  }

  /// What this desk has told of itself and not sent yet stays.
  func applyDesk(_ row: SyncRow) throws {
    let id = names.inward(Identifier<Desk>(row.id))
    let known = try connection.value(
      "SELECT server_version FROM desk WHERE id = ?", id, as: Int64.self)
    if let known, !isTaken(row, over: known) { return }
    guard let body = row.body else {
      try connection.run("DELETE FROM desk WHERE id = ?", id)
      return
    }
    let presence = try DeskPresence(id, json: body)
    if try known == nil || id != desk || !pending.hasToldPresence(connection) {
      try DeskTable.put(presence, connection)
    }
    let mark = mark(row)
    try connection.run(
      "UPDATE desk SET server_version = ?, generation = ? WHERE id = ?", mark.version,
      mark.generation, id)
  }
}

extension TicketTable {
  /// Whether the desk made this call without the central store, of another ticket.
  static func isOwnCall(
    _ step: TicketStep.ID, ofAnotherThan ticket: Ticket.ID, _ connection: Connection
  ) throws -> Bool {
    try connection.value(
      "SELECT 1 FROM ticket_step WHERE id = ? AND ticket <> ? AND assurance <> 'confirmed'", step,
      ticket, as: Int.self) != nil
  }
}

// What the machine asks of the store about the queue.
extension LocalStore {
  /// Keeps the ticket that the central store has called for this desk. The call is logged as an operation of
  /// this desk too: should the server lose it, it is sent again.
  func takeCalled(_ row: SyncRow, _ call: SyncCall, _ stamp: Stamp) throws(StoreError) {
    guard row.entity == .ticket, let body = row.body else {
      throw .badInput("the answer to a call is no ticket")
    }
    try write { transaction in
      let connection = transaction.connection
      let names = DeskNames(own: desk, enrolled: try Meta.get(.enrolled, connection))
      let id = Ticket.ID(row.id)
      let server = try ServerTicket(id, json: body, names)
      if let step = server.steps.first(where: { $0.id == call.request.id }) {
        try TicketLog.record(step, of: id, transaction, stamp)
      }
      let state = try SyncStateTable.read(connection)
      let rows = try RowsFromServer(
        transaction, try PendingOperations(at: state.cursor, connection),
        generation: state.generation, rule: .newer, stamp)
      try rows.apply([row])
      // The row is newer than the cursor: the desk does not stand at a head that it knows.
      try connection.run("UPDATE sync_state SET head = max(head, coalesce(number, 0) + 1)")
    }
  }
}

extension LeaseWish {
  /// How many tickets a window keeps ahead.
  private static let ahead = 2

  /// What this desk would like; `nil` where its window is not open or nobody waits.
  static func of(
    _ desk: Identifier<Desk>, _ stamp: Stamp, _ connection: Connection
  ) throws -> LeaseWish? {
    guard let presence = try DeskTable.presence(desk, connection), presence.isOpen else {
      return nil
    }
    let waits = try connection.value(
      """
      SELECT EXISTS (SELECT 1 FROM ticket WHERE state IN ('waiting', 'redirected') AND issued >= ?)
      """, stamp.startOfDay, as: Bool.self)
    guard waits == true else { return nil }
    return LeaseWish(
      held: try TicketLeases.all(at: stamp.now, connection).map(\.ticket), want: ahead,
      situations: presence.situations, since: stamp.startOfDay)
  }
}
