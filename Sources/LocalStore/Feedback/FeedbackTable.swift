internal import Domain
internal import SQLite

enum FeedbackTable {
  /// The most that a list shows.
  private static let most = 500
  private static let columns =
    "id, kind, service, situation, text, seen, catalogue, employee, desk, given"

  static func contains(_ id: Feedback.ID, _ connection: Connection) throws -> Bool {
    try connection.value("SELECT 1 FROM feedback WHERE id = ?", id, as: Int.self) != nil
  }

  static func put(
    _ feedback: Feedback, _ mark: ServerMark, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO feedback (\(columns), server_version, generation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, service = excluded.service,
        situation = excluded.situation, text = excluded.text, seen = excluded.seen,
        catalogue = excluded.catalogue, employee = excluded.employee, desk = excluded.desk,
        given = excluded.given, server_version = excluded.server_version,
        generation = excluded.generation
      """, feedback.id, feedback.kind.rawValue, feedback.service.rawValue,
      feedback.situation?.rawValue, feedback.text, feedback.seen, feedback.catalogue,
      feedback.employee, feedback.desk, feedback.given, mark.version, mark.generation)
    for answer in feedback.answers { try add(answer, to: feedback.id, connection) }
  }

  /// One that is there already stays as it is.
  static func add(
    _ answer: FeedbackAnswer, to feedback: Feedback.ID, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO feedback_answer (id, feedback, text, employee, time) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """, answer.id, feedback, answer.text, answer.employee, answer.time)
  }

  /// What nobody has answered first, then the newest.
  static func list(_ connection: Connection) throws -> [Feedback] {
    let all = try connection.all(
      "SELECT \(columns) FROM feedback ORDER BY given DESC LIMIT ?", most, read: read)
    let found = try all.map { try withAnswers($0, connection) }
    return found.filter(\.answers.isEmpty) + found.filter { !$0.answers.isEmpty }
  }

  /// Feedback with answers that nobody has taken note of here, by whom it was given.
  static func answered(
    for employee: Employee.ID?, at desk: Identifier<Desk>, _ connection: Connection
  ) throws -> [(Feedback, FeedbackAnswer)] {
    let new: [(FeedbackAnswer.ID, Feedback.ID)] = try connection.all(
      "SELECT id, feedback FROM feedback_answer WHERE noted = 0 ORDER BY time DESC LIMIT ?", most
    ) { (try $0.next(), try $0.next()) }
    return try new.compactMap { id, feedback in
      let stored = try connection.first(
        "SELECT \(columns) FROM feedback WHERE id = ?", feedback, read: read)
      guard let found = try stored.map({ try withAnswers($0, connection) }),
        employee.map({ found.employee == $0 }) ?? (found.desk == desk),
        let answer = found.answers.first(where: { $0.id == id })
      else { return nil }
      return (found, answer)
    }
  }

  private static func withAnswers(
    _ feedback: Feedback, _ connection: Connection
  ) throws -> Feedback {
    var feedback = feedback
    feedback.answers = try connection.all(
      "SELECT id, text, employee, time FROM feedback_answer WHERE feedback = ?", feedback.id
    ) { row in
      FeedbackAnswer(
        id: try row.next(), text: try row.next(), employee: try row.next(), time: try row.next())
    }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    return feedback
  }

  private static func read(_ row: inout Row) throws -> Feedback {
    Feedback(
      id: try row.next(), kind: Feedback.Kind(rawValue: try row.next()),
      service: Service.ID(rawValue: try row.next()),
      situation: (try row.next() as String?).map(LifeSituation.ID.init(rawValue:)),
      text: try row.next(), seen: try row.next(), catalogue: try row.next(),
      employee: try row.next(), desk: try row.next(), given: try row.next())
  }
}

/// Operations about feedback.
enum FeedbackBody {
  static func given(_ feedback: Feedback) -> JSONText {
    .object([
      "id": .string("\(feedback.id)"), "kind": .string(feedback.kind.rawValue),
      "service": .string(feedback.service.rawValue),
      "situation": .optional(feedback.situation?.rawValue), "text": .string(feedback.text),
      "seen": .string(feedback.seen), "catalogue": .string(feedback.catalogue),
    ])
  }

  static func read(_ id: Feedback.ID, _ answer: FeedbackAnswer) -> JSONText {
    .object([
      "id": .string("\(id)"), "answer": .string("\(answer.id)"), "text": .string(answer.text),
    ])
  }

  static func told(_ batch: StrengthBatch) -> JSONText {
    .object([
      "id": .string("\(batch.id)"), "about": .string("\(batch.strength.employee)"),
      "situation": .string(batch.strength.situation.rawValue), "day": .string("\(batch.day)"),
      "given": .number(batch.strength.given), "best": .number(batch.strength.best),
    ])
  }
}
