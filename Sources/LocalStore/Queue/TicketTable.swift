internal import Domain
internal import SQLite

/// The rows of tickets and their steps.
enum TicketTable {
  static func contains(_ id: Ticket.ID, _ connection: Connection) throws -> Bool {
    try connection.value("SELECT 1 FROM ticket WHERE id = ?", id, as: Int.self) != nil
  }

  static func ticket(_ id: Ticket.ID, _ connection: Connection) throws -> Ticket? {
    guard
      let issue = try connection.first(
        "SELECT \(issueColumns) FROM ticket AS t WHERE t.id = ?", id, read: issue)
    else { return nil }
    return Ticket(issue, steps: try steps(of: id, connection))
  }

  static func steps(of id: Ticket.ID, _ connection: Connection) throws -> [TicketStep] {
    try connection.all(
      "SELECT \(stepColumns) FROM ticket_step AS s WHERE s.ticket = ? ORDER BY s.place", id,
      read: step)
  }

  /// Those whose row fits `condition`, which speaks of `t`; each with its steps.
  static func tickets(
    where condition: String, _ values: [any Bindable], _ connection: Connection
  ) throws -> [Ticket] {
    var steps: [Ticket.ID: [TicketStep]] = [:]
    try connection.forEach(
      """
      SELECT s.ticket, \(stepColumns) FROM ticket AS t JOIN ticket_step AS s ON s.ticket = t.id
      WHERE \(condition) ORDER BY t.issued, t.id, s.place
      """, values: values
    ) { row in
      let ticket: Ticket.ID = try row.next()
      steps[ticket, default: []].append(try step(&row))
      return true
    }
    var found: [Ticket] = []
    try connection.forEach(
      "SELECT \(issueColumns) FROM ticket AS t WHERE \(condition)", values: values
    ) { row in
      let issue = try issue(&row)
      found.append(Ticket(issue, steps: steps[issue.id] ?? []))
      return true
    }
    return found
  }

  /// Steps that the central store has not shown yet, in order.
  static func unshownSteps(
    of id: Ticket.ID, _ connection: Connection
  ) throws -> [TicketStep] {
    try connection.all(
      """
      SELECT \(stepColumns) FROM ticket_step AS s WHERE s.ticket = ? AND s.shown = 0
      ORDER BY s.place
      """, id, read: step)
  }

  /// Puts a ticket in the place of what is here of it.
  ///
  /// - Parameter shown: how many of its steps are the central store's.
  static func replace(
    with ticket: Ticket, shown: Int, _ mark: ServerMark, _ connection: Connection
  ) throws {
    try delete(ticket.id, connection)
    try insert(ticket, shown: shown, connection)
    try connection.run(
      "UPDATE ticket SET server_version = ?, generation = ? WHERE id = ?", mark.version,
      mark.generation, ticket.id)
  }

  static func insert(_ ticket: Ticket, shown: Int = 0, _ connection: Connection) throws {
    let issue = ticket.issue
    try connection.run(
      """
      INSERT INTO ticket
        (id, number, issued, issued_by, issuer, issued_situation, audience, appointment,
         priority_group, issued_priority, state, since, priority, waited, served, doubled)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, 0, 0, 0, 0)
      """, issue.id, issue.number, issue.time, issue.author.desk, issue.author.employee,
      issue.situation?.rawValue, issue.audience.rawValue, issue.appointment, issue.group,
      issue.priority)
    for (place, step) in ticket.steps.enumerated() {
      try insert(step, of: issue.id, place: place, isShown: place < shown, connection)
    }
    try writeFold(of: ticket, connection)
  }

  static func delete(_ id: Ticket.ID, _ connection: Connection) throws {
    try connection.run("DELETE FROM ticket WHERE id = ?", id)
  }

  /// Adds the last step of `ticket`.
  static func append(_ ticket: Ticket, _ connection: Connection) throws {
    guard let step = ticket.steps.last else { return }
    let place: Int? = try connection.value(
      "SELECT coalesce(max(place) + 1, 0) FROM ticket_step WHERE ticket = ?", ticket.id)
    try insert(step, of: ticket.id, place: place ?? 0, connection)
    try writeFold(of: ticket, connection)
  }

  /// Takes out a step that was given up; whatever was built on it comes beside.
  static func takeOut(
    _ step: TicketStep.ID, of id: Ticket.ID, _ connection: Connection
  ) throws {
    guard let ticket = try ticket(id, connection) else { return }
    try connection.run("DELETE FROM ticket_step WHERE ticket = ? AND id = ?", id, step)
    try writeFold(
      of: Ticket(ticket.issue, steps: ticket.steps.filter { $0.id != step }), connection)
  }

  private static func insert(
    _ step: TicketStep, of ticket: Ticket.ID, place: Int, isShown: Bool = false,
    _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO ticket_step
        (ticket, place, id, event, detail, time, desk, employee, follows, assurance, shown)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, ticket, place, step.id, step.event.kind.rawValue, TicketText.detail(of: step.event),
      step.time, step.author.desk, step.author.employee, step.follows, step.assurance.rawValue,
      isShown)
  }

  private static func writeFold(of ticket: Ticket, _ connection: Connection) throws {
    let times = ticket.times
    try connection.run(
      """
      UPDATE ticket SET state = ?, since = ?, situation = ?, priority = ?, destination = ?, desk = ?,
        employee = ?, called = ?, started = ?, ended = ?, waited = ?, served = ?, doubled = ?
      WHERE id = ?
      """, ticket.state.rawValue, ticket.since, ticket.situation?.rawValue, ticket.priority,
      ticket.destination, ticket.desk, ticket.employee, times.called, times.started, times.ended,
      times.waited, times.served, ticket.isDoubled, ticket.id)
  }
}

// Reading.
extension TicketTable {
  private static let issueColumns = """
    t.id, t.number, t.issued_situation, t.audience, t.appointment, t.priority_group,
    t.issued_priority, t.issued, t.issued_by, t.issuer
    """

  private static func issue(_ row: inout Row) throws -> Ticket.Issue {
    Ticket.Issue(
      id: try row.next(), number: try row.next(),
      situation: (try row.next() as String?).map { LifeSituation.ID(rawValue: $0) },
      audience: try row.word(), appointment: try row.next(), group: try row.next(),
      priority: try row.next(), time: try row.next(),
      author: Author(desk: try row.next(), employee: try row.next()))
  }

  private static let stepColumns =
    "s.id, s.event, s.detail, s.time, s.desk, s.employee, s.follows, s.assurance"

  private static func step(_ row: inout Row) throws -> TicketStep {
    let id: TicketStep.ID = try row.next()
    let kind: TicketEvent.Kind = try row.word()
    guard let event = try? TicketText.event(kind, detail: try row.next()) else {
      throw row.malformed(2, expected: "detail of \(kind)")
    }
    return TicketStep(
      id: id, event: event, time: try row.next(),
      author: Author(desk: try row.next(), employee: try row.next()), follows: try row.next(),
      assurance: try row.word())
  }
}
