internal import Domain
internal import SQLite

/// Takes back on this desk what an operation did that was given up.
struct Reversal {
  private let transaction: WriteTransaction
  private let stamp: Stamp
  private var connection: Connection { transaction.connection }

  init(_ transaction: WriteTransaction, _ stamp: Stamp) {
    self.transaction = transaction
    self.stamp = stamp
  }

  func takeBack(_ refused: RefusedTable.Refused) throws {
    guard let body = refused.operation.body else { return }
    let kind = refused.operation.kind
    switch kind {
    case .citizenAdded, .citizenChanged, .citizensMerged, .citizensUnmerged, .conflictSettled:
      if kind == .conflictSettled, let id = OperationText.id(in: body) {
        try ConflictTable.unsettle(CardConflict.ID(id), connection)
      }
      if let citizen = refused.citizen { try takeBackCard(citizen, kind, body) }
    case .citizenErased:
      // The card is on the server alone: the next pull fetches it with everything else.
      try SyncStateTable.setCursor(nil, connection)
    case .visitLogged, .visitUndone:
      if let id = OperationText.id(in: body) { try takeBackVisit(Visit.ID(id), kind) }
    case .ratingRecorded: try takeBackRow(in: "rating", body)
    case .ticketIssued, .ticketStepped:
      if let id = OperationText.id(in: body) { try takeBackTicket(Ticket.ID(id), kind, body) }
    case .employeeAdded, .employeeChanged:
      if let id = OperationText.id(in: body) { try takeBackEmployee(Employee.ID(id)) }
    case .messageSent: try takeBackRow(in: "message", body)
    case .deskAssigned:
      // What the window serves is the server's to say: it is fetched once more.
      try SyncStateTable.setCursor(nil, connection)
    case .feedbackGiven: try takeBackRow(in: "feedback", body)
    case .strengthTold: try takeBackRow(in: "strength", body)
    case .factTold, .offerAnswered, .verdictOverruled: try takeBackRow(in: "remark", body)
    case .ratingMonthTold: try takeBackRow(in: "rating_month", body)
    case .wordsTold: try takeBackRow(in: "rating_words", body)
    case .callbackAsked:
      try takeBackRow(in: "callback", body)
      if let id = OperationText.id(in: body) {
        try CallbackTable.forgetNumber(of: Callback.ID(id), connection)
      }
    case .callbackSettled: try takeBackOutcome(body)
    case .ratingTokenIssued: try takeBackRow(in: "rating_token", body)
    case .ratingTokenAnswered: try takeBackAnswer(body)
    case .feedbackRead:
      if let id = OperationText.field("answer", in: body).flatMap({ UUIDv7($0) }) {
        try connection.run("DELETE FROM feedback_answer WHERE id = ?", id)
      }
    case .caseOpened, .caseChanged, .deskTold, .messageSeen: break
    }
  }

  /// A row that the server never had, and on which nothing hangs.
  private func takeBackRow(in table: String, _ body: String) throws {
    guard let id = OperationText.id(in: body) else { return }
    try connection.run("DELETE FROM \(table) WHERE id = ? AND server_version = 0", id)
  }

  /// The number is gone here: the central store's row is fetched once more.
  private func takeBackOutcome(_ body: String) throws {
    guard let id = OperationText.id(in: body) else { return }
    try connection.run("DELETE FROM callback WHERE id = ?", id)
    try SyncStateTable.setCursor(nil, connection)
  }

  /// The word waits for its answer again; where the central store has not shown it, it is told anew.
  private func takeBackAnswer(_ body: String) throws {
    guard let id = OperationText.id(in: body) else { return }
    try connection.run(
      """
      UPDATE rating_token SET answered = NULL, score = NULL, criteria = '',
        logged = (server_version > 0) WHERE id = ?
      """, id)
  }

  private func takeBackCard(_ id: Citizen.ID, _ kind: Operation.Kind, _ body: String) throws {
    guard let stored = try CitizenTable.stored(id, connection) else { return }
    let rows = try rowsFromServer()
    let changes = try rows.pending.changes(of: id, connection)
    if let base = try BaseTable.base(of: id, connection) {
      let mark = ServerMark(version: base.version, generation: rows.generation)
      if let shown = base.card.with(changes) { try rows.show(shown, of: id, mark, stored) }
      if changes.isEmpty { try BaseTable.remove(id, connection) }
      return
    }
    // The server has no such card, and nothing that waits here will make one; another desk still may, and
    // then the visits are that person's again.
    if stored.serverVersion == 0, changes.isEmpty { return try Sweep(rows).takeOut(id) }
    try takeBackFields(stored, kind, body)
  }

  /// Without the server's card beneath: what the operation set becomes what had been seen.
  private func takeBackFields(
    _ stored: StoredCard, _ kind: Operation.Kind, _ body: String
  ) throws {
    let id = stored.citizen.id
    var details = stored.citizen.details
    let set = OperationText.values("set", in: body)
    for (field, seen) in OperationText.values("seen", in: body)
    where details[field] ?? "" == (set[field] ?? nil) ?? "" {
      try? details.set(field, seen)
    }
    if details != stored.citizen.details {
      try CitizenTable.update(
        connection, Citizen(id: id, details: details, version: stored.citizen.version + 1))
    }
    if kind == .citizensMerged { try CitizenTable.setMergedInto(nil, of: id, connection) }
  }

  private func takeBackVisit(_ id: Visit.ID, _ kind: Operation.Kind) throws {
    guard let known = try VisitTable.mark(of: id, connection) else { return }
    let rows = try rowsFromServer()
    if kind == .visitUndone {
      try connection.run("UPDATE visit SET undone = NULL WHERE number = ?", known.number)
      rows.touch(known.citizen, known.situation)
    } else if known.serverVersion == 0 {
      try rows.deleteVisit(known)
    }
    try rows.apply([])
  }

  private func takeBackTicket(_ id: Ticket.ID, _ kind: Operation.Kind, _ body: String) throws {
    if kind == .ticketIssued {
      try connection.run("DELETE FROM ticket WHERE id = ? AND server_version = 0", id)
    } else if let step = TicketText.stepID(in: body) {
      try TicketTable.takeOut(step, of: id, connection)
    }
  }

  /// An account that the server never had goes; of another, the server's row is fetched once more.
  private func takeBackEmployee(_ id: Employee.ID) throws {
    guard let stored = try EmployeeTable.stored(id, connection) else { return }
    if stored.serverVersion == 0 { return try EmployeeTable.remove(id, connection) }
    try SyncStateTable.setCursor(nil, connection)
  }

  private func rowsFromServer() throws -> RowsFromServer {
    let state = try SyncStateTable.read(connection)
    return try RowsFromServer(
      transaction, try PendingOperations(at: state.cursor, connection),
      generation: state.generation, rule: .all, stamp)
  }
}
