package import Domain
internal import SQLite

// Issuing tickets and doing things with them.

extension LocalStore {
  /// Issues a ticket with the next number of the day.
  package func issueTicket(_ request: TicketRequest, _ stamp: Stamp) throws(StoreError) -> Ticket {
    try write { transaction in
      let connection = transaction.connection
      try TicketRequestRules.check(request, connection)
      let issue = Ticket.Issue(
        id: transaction.makeID(at: stamp.now),
        number: try QueueCounter.next(stamp, connection), situation: request.situation,
        audience: request.audience, appointment: request.appointment, group: request.group,
        priority: request.priority, time: stamp.now, author: stamp.author)
      let ticket = Ticket(issue)
      try TicketTable.insert(ticket, connection)
      try transaction.record(.ticketIssued, TicketText.issued(issue), at: stamp.now)
      try transaction.audit(.added, "ticket", "\(issue.id)", purpose: "queue", stamp)
      return ticket
    }
  }

  /// Does something with a ticket, in the name of the window of `stamp`.
  ///
  /// - Parameters:
  ///   - step: the step's id, where the caller wants to be able to try again: the same step twice is one.
  ///   - assurance: how sure it is that nobody else has the ticket.
  /// - Throws: `.ticketState` where the table of states does not allow it, or another window holds it.
  @discardableResult
  package func step(
    _ id: Ticket.ID, _ event: TicketEvent, step: TicketStep.ID? = nil,
    assurance: TicketStep.Assurance = .confirmed, _ stamp: Stamp
  ) throws(StoreError) -> Ticket {
    try write { transaction in
      guard let ticket = try TicketTable.ticket(id, transaction.connection) else {
        throw StoreError.notFound(kind: "ticket", id: "\(id)")
      }
      if let step, ticket.steps.contains(where: { $0.id == step }) { return ticket }
      try TicketStepRules.check(event, transaction.connection)
      guard let follows = ticket.place(for: event, at: stamp.author.desk) else {
        throw StoreError.ticketState(number: ticket.number, state: ticket.state)
      }
      return try add(
        TicketStep(
          id: step ?? transaction.makeID(at: stamp.now), event: event, time: stamp.now,
          author: stamp.author, follows: follows.step, assurance: assurance),
        to: ticket, transaction, stamp)
    }
  }

  /// Calls the next ticket of the line for the window of `stamp`, by what this store knows.
  ///
  /// For a desk without a central store; with one, what is called is the central store's to say, and
  /// this is what is left without a link: `among` says which tickets may be taken then.
  /// - Returns: `nil` where nobody waits whom this window may call. The same request again is answered
  ///   with the same ticket.
  package func callNext(
    _ request: CallRequest, among: Ticket.Choice = .all, _ stamp: Stamp
  ) throws(StoreError) -> Ticket? {
    try write { transaction in
      let connection = transaction.connection
      if let called = try TicketTable.ticket(withStep: request.id, connection) {
        return called
      }
      guard let id = try QueueLine.next(request.situations, among, stamp, connection),
        let ticket = try TicketTable.ticket(id, connection)
      else { return nil }
      let step = TicketStep(
        id: request.id, event: .call, time: stamp.now, author: stamp.author,
        follows: ticket.lastStep, assurance: among.assurance)
      try TicketLeases.remove(id, connection)
      return try add(step, to: ticket, transaction, stamp)
    }
  }

  /// The visit that is logged ends its ticket, where that is at a window.
  func finishTicket(
    of visit: Visit, _ transaction: WriteTransaction, _ stamp: Stamp
  ) throws {
    guard let id = visit.ticket, let ticket = try TicketTable.ticket(id, transaction.connection),
      let follows = ticket.place(for: .finish(visit: visit.id), at: stamp.author.desk)
    else { return }
    _ = try add(
      TicketStep(
        id: transaction.makeID(at: stamp.now), event: .finish(visit: visit.id), time: visit.ended,
        author: stamp.author, follows: follows.step),
      to: ticket, transaction, stamp)
  }

  private func add(
    _ step: TicketStep, to ticket: Ticket, _ transaction: WriteTransaction, _ stamp: Stamp
  ) throws -> Ticket {
    var ticket = ticket
    ticket.add(step)
    try TicketTable.append(ticket, transaction.connection)
    try TicketLog.record(step, of: ticket.id, transaction, stamp)
    return ticket
  }
}

enum TicketLog {
  /// Logs the operation of a step of this desk, and audits it.
  static func record(
    _ step: TicketStep, of ticket: Ticket.ID, _ transaction: WriteTransaction, _ stamp: Stamp
  ) throws {
    let names = try DeskNames(transaction)
    try transaction.record(.ticketStepped, TicketText.stepped(ticket, step, names), at: stamp.now)
    try transaction.audit(
      .changed, "ticket", "\(ticket)", purpose: step.event.kind.rawValue, stamp)
  }
}

extension Ticket {
  /// Which tickets a window may call.
  package enum Choice: Hashable, Sendable {
    /// Every one that waits: the desk is alone, and nobody else calls.
    case all
    /// Every one that waits and is not kept for this desk: what other windows may call.
    case notLeased
    /// Those that the central store keeps for this desk.
    case leased
    /// Every one that waits as far as is known here, though another window may have called it.
    case unverified

    var assurance: TicketStep.Assurance {
      switch self {
      case .all, .notLeased: .confirmed
      case .leased: .leased
      case .unverified: .unverified
      }
    }
  }

  struct Follow {
    /// `nil`: the ticket has just been issued.
    var step: TicketStep.ID?
  }

  /// What a step of `desk` would follow; `nil` where it cannot be made. A window goes on with its own half
  /// of a ticket that two have called.
  func place(for event: TicketEvent, at desk: Identifier<Desk>) -> Follow? {
    if let half = standing(at: desk), half.isBeside, event.kind.isOfWindow {
      return TicketRules.state(after: event.kind, in: half.state).map { _ in
        Follow(step: half.follows)
      }
    }
    guard TicketRules.state(after: event.kind, in: state) != nil else { return nil }
    // What another window has set aside is not called from under its hands.
    if state == .held, event.kind == .call, self.desk != desk { return nil }
    return Follow(step: lastStep)
  }
}

enum TicketRequestRules {
  private static let longestAppointment = 40

  static func check(_ request: TicketRequest, _ connection: Connection) throws {
    guard TicketRequest.priorities.contains(request.priority) else {
      throw StoreError.badInput("a priority is 0 to 9")
    }
    if let appointment = request.appointment {
      guard !appointment.isEmpty, appointment.count <= longestAppointment,
        appointment.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
      else { throw StoreError.badInput("the number of an appointment is 1 to 40 characters") }
    }
    try TicketStepRules.require(request.situation, connection)
  }
}

enum TicketStepRules {
  private static let longestComment = 500

  static func check(_ event: TicketEvent, _ connection: Connection) throws {
    switch event {
    case .hold(let comment), .redirect(_, let comment, _):
      guard comment.count <= longestComment else {
        throw StoreError.badInput("a comment has more than \(longestComment) characters")
      }
    case .prioritise(let priority):
      guard TicketRequest.priorities.contains(priority) else {
        throw StoreError.badInput("a priority is 0 to 9")
      }
    default: break
    }
    switch event {
    case .redirect(.situation(let situation), _, _), .move(.situation(let situation)):
      try require(situation, connection)
    default: break
    }
  }

  static func require(_ situation: LifeSituation.ID?, _ connection: Connection) throws {
    guard let situation else { return }
    guard try CatalogueTable.contains(.situation, situation.rawValue, connection) else {
      throw StoreError.notFound(kind: "situation", id: situation.rawValue)
    }
  }
}
