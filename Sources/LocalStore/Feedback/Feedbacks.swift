package import Domain
internal import SQLite

// Feedback to the catalogue, and what becomes of it.

extension LocalStore {
  /// Sends feedback to whoever owns the catalogue.
  ///
  /// - Throws: `.badInput` for a text that is empty or too long.
  @discardableResult
  package func giveFeedback(_ draft: FeedbackDraft, _ stamp: Stamp) throws(StoreError) -> Feedback {
    try FeedbackRules.check(draft.text)
    return try write { transaction in
      let connection = transaction.connection
      let feedback = Feedback(
        id: draft.id, kind: draft.kind, service: draft.service, situation: draft.situation,
        text: draft.text, seen: String(draft.seen.prefix(Feedback.longestSeen)),
        catalogue: try FeedbackRules.catalogue(connection), employee: stamp.author.employee,
        desk: stamp.author.desk, given: stamp.now)
      try FeedbackTable.put(feedback, ServerMark(version: 0, generation: 0), connection)
      try transaction.record(.feedbackGiven, FeedbackBody.given(feedback), by: stamp)
      try transaction.audit(.added, "feedback", "\(feedback.id)", purpose: "catalogue", stamp)
      return feedback
    }
  }

  /// Marks feedback as read, with an answer to whoever gave it.
  ///
  /// - Throws: `.notFound` where it is gone, `.badInput` for an answer that is empty or too long.
  package func answerFeedback(
    _ id: Feedback.ID, _ answer: FeedbackAnswer, _ stamp: Stamp
  ) throws(StoreError) {
    try FeedbackRules.check(answer.text)
    try write { transaction in
      guard try FeedbackTable.contains(id, transaction.connection) else {
        throw StoreError.notFound(kind: "feedback", id: "\(id)")
      }
      try FeedbackTable.add(answer, to: id, transaction.connection)
      try transaction.record(.feedbackRead, FeedbackBody.read(id, answer), by: stamp)
      try transaction.audit(.changed, "feedback", "\(id)", purpose: "catalogue", stamp)
    }
  }

  /// What was said about the catalogue: what nobody has answered first, then the newest.
  package func feedback() throws(StoreError) -> [FeedbackLine] {
    try read { connection in
      let names = try PeopleNames(connection)
      return try FeedbackTable.list(connection).map { feedback in
        FeedbackLine(
          feedback: feedback,
          service: try CatalogueTable.shownTitle(.service, feedback.service.rawValue, connection),
          author: names.author(feedback))
      }
    }
  }

  /// Whoever the answers are for has seen them.
  package func noteAnswers(_ ids: [FeedbackAnswer.ID]) throws(StoreError) {
    try write { transaction in
      for id in ids {
        try transaction.connection.run("UPDATE feedback_answer SET noted = 1 WHERE id = ?", id)
      }
    }
  }
}

enum FeedbackRules {
  static func check(_ text: String) throws(StoreError) {
    guard !text.isEmpty, text.count <= Feedback.longestText,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw .badInput("feedback is one line of 1 to \(Feedback.longestText) letters")
    }
  }

  /// Names the catalogue on the screen: its release, or the one that came with the program.
  static func catalogue(_ connection: Connection) throws -> String {
    let release = try ReleaseTable.numbers(connection).active
    if release > 0 { return "release \(release)" }
    let hash = try Meta.get(.catalogueHash, connection, as: [UInt8].self) ?? []
    let digits = Hexadecimal.text(hash.prefix(4))
    return "bundled \(digits)"
  }
}

/// Names of accounts and windows, for lists.
struct PeopleNames {
  private var employees: [Employee.ID: String] = [:]
  private var windows: [Identifier<Desk>: String] = [:]

  init(_ connection: Connection) throws {
    for employee in try EmployeeTable.all(connection) { employees[employee.id] = employee.name }
    for desk in try DeskTable.all(connection) { windows[desk.id] = desk.name }
  }

  func employee(_ id: Employee.ID) -> String { employees[id] ?? "" }

  func author(_ feedback: Feedback) -> String {
    feedback.employee.map(employee) ?? windows[feedback.desk] ?? ""
  }
}
