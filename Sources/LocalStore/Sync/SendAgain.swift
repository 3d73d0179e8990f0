internal import Domain
internal import SQLite

/// Takes everything that the central store may have lost as unsent.
enum SendAgain {
  static func rewind(_ connection: Connection) throws {
    let sure = try SyncStateTable.surelyThere(connection)
    try SyncStateTable.setPushedThrough(sure, connection)
    try connection.run("DELETE FROM acknowledged")
  }

  /// Where the server has acknowledged all of it in that epoch, it lacks nothing of it.
  static func rewind(_ connection: Connection, unlessIn epoch: String) throws {
    let isElsewhere = try connection.value(
      "SELECT EXISTS (SELECT 1 FROM acknowledged WHERE epoch <> ?)", epoch, as: Bool.self)
    if isElsewhere == true { try rewind(connection) }
  }

  /// What such operations made counts as never seen on the server: no sweep takes it. To be called
  /// before they are taken as unsent.
  static func unsee(_ connection: Connection) throws {
    let sure = try SyncStateTable.surelyThere(connection)
    try connection.forEach(
      "SELECT kind, body FROM operation WHERE sequence > ? AND body IS NOT NULL", values: [sure]
    ) { row in
      let kind: Operation.Kind = try row.word()
      let body: String = try row.next()
      if kind == .ticketStepped {
        // A call that was answered too late is in two tickets under one id: one is this desk's.
        try connection.run(
          "UPDATE ticket_step SET shown = 0 WHERE id = ? AND ticket = ?",
          TicketText.stepID(in: body), OperationText.id(in: body))
      } else if let id = OperationText.id(in: body) {
        try unsee(id, kind, connection)
      }
      return true
    }
  }

  private static func unsee(
    _ id: UUIDv7, _ kind: Operation.Kind, _ connection: Connection
  ) throws {
    switch kind {
    case .citizenAdded: try unsee(id, "citizen", connection)
    case .visitLogged: try unsee(id, "visit", connection)
    case .ratingRecorded: try unsee(id, "rating", connection)
    case .employeeAdded: try unsee(id, "employee", connection)
    case .ticketIssued: try unsee(id, "ticket", connection)
    case .messageSent: try unsee(id, "message", connection)
    case .feedbackGiven: try unsee(id, "feedback", connection)
    case .strengthTold: try unsee(id, "strength", connection)
    case .factTold, .offerAnswered, .verdictOverruled: try unsee(id, "remark", connection)
    case .ratingMonthTold: try unsee(id, "rating_month", connection)
    case .wordsTold: try unsee(id, "rating_words", connection)
    case .callbackAsked, .callbackSettled: try unsee(id, "callback", connection)
    case .ratingTokenIssued, .ratingTokenAnswered: try unsee(id, "rating_token", connection)
    default: break
    }
  }

  private static func unsee(_ id: UUIDv7, _ table: String, _ connection: Connection) throws {
    try connection.run("UPDATE \(table) SET server_version = 0 WHERE id = ?", id)
  }
}
