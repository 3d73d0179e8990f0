import Domain
import SQLite
import Sync

@testable import LocalStore

/// The rows of a centre as lines of text, the same for the server and for a desk that is up to date.
struct RowText {
  var citizens: [String] = []
  var visits: [String] = []
  var ratings: [String] = []
  var conflicts: [String] = []
  var cases: [String] = []
  var tickets: [String] = []
  var desks: [String] = []
  var messages: [String] = []
  var feedback: [String] = []
  var remarks: [String] = []
  var months: [String] = []
  var words: [String] = []
  var callbacks: [String] = []
  var tokens: [String] = []

  /// The first line that one has and the other has not.
  func difference(from other: RowText) -> String? {
    let pairs = [
      ("citizen", citizens, other.citizens), ("visit", visits, other.visits),
      ("rating", ratings, other.ratings), ("conflict", conflicts, other.conflicts),
      ("case", cases, other.cases), ("ticket", tickets, other.tickets),
      ("desk", desks, other.desks), ("message", messages, other.messages),
      ("feedback", feedback, other.feedback),
      ("remark", remarks, other.remarks), ("month", months, other.months),
      ("words", words, other.words), ("call", callbacks, other.callbacks),
      ("token", tokens, other.tokens),
    ]
    for (name, mine, others) in pairs where mine != others {
      if let extra = mine.first(where: { !others.contains($0) }) {
        // Each line begins with its id.
        let there = others.first { $0.prefix { $0 != " " } == extra.prefix { $0 != " " } }
        return "\(name) \(extra)" + (there.map { ", which is \($0)" } ?? "")
      }
      if let missing = others.first(where: { !mine.contains($0) }) {
        return "no \(name) \(missing)"
      }
      return "\(name): a line twice"
    }
    return nil
  }
}

// What the server has.
extension RowText {
  init(_ stream: CentreStream) {
    var visits: [CaseFoldCheck.Visit] = []
    for entity in SyncRow.Entity.allCases {
      for row in stream.rows(of: entity) {
        let body = row.body.flatMap { JSON($0) } ?? .null
        switch entity {
        case .citizen: citizens.append("\(row.id) \(Self.card(body))")
        case .visit:
          self.visits.append("\(row.id) \(Self.visit(body))")
          // Cases are of people who are in the register.
          if let visit = CaseFoldCheck.Visit(row.id, body),
            stream.rows[CentreStream.Key(entity: .citizen, id: visit.citizen.uuid)]?.body != nil
          {
            visits.append(visit)
          }
        case .rating: ratings.append("\(row.id) \(Self.rating(body))")
        case .conflict: conflicts.append("\(row.id) \(body["citizen"].written)")
        case .employee, .strength: break
        case .ticket: tickets.append(Self.ticket(row))
        case .desk: desks.append("\(body["name"].string ?? "") \(body["state"].string ?? "")")
        case .remark:
          let names = ["citizen", "subject", "value", "told"]
          remarks.append("\(row.id) " + names.map { body[$0].string ?? "" }.joined(separator: "|"))
        case .callback:
          let names = ["phone", "asked", "due", "outcome", "settled"]
          callbacks.append(
            "\(row.id) " + names.map { body[$0].string ?? "" }.joined(separator: "|"))
        case .ratingToken:
          let score = body["score"] == .null ? "" : body["score"].written
          let names = ["hash", "issued", "answered"]
          tokens.append(
            "\(row.id) " + (names.map { body[$0].string ?? "" } + [score]).joined(separator: "|"))
        case .message:
          messages.append(
            "\(row.id) \(body["text"].string ?? "") \(body["seen"].string ?? "unread")")
        case .feedback: feedback.append(Self.feedback(row.id, body))
        case .ratingMonth:
          months.append("\(row.id) \(body["month"].written) \(body["hours"].written)")
        case .ratingWords:
          words.append("\(row.id) \(body["month"].written) \(body["lines"].written)")
        }
      }
    }
    cases = CaseFoldCheck.lines(visits)
    sort()
  }

  private mutating func sort() {
    citizens.sort()
    visits.sort()
    ratings.sort()
    conflicts.sort()
    cases.sort()
    tickets.sort()
    desks.sort()
    messages.sort()
    remarks.sort()
    months.sort()
    words.sort()
    callbacks.sort()
    tokens.sort()
    feedback.sort()
  }

  private static func feedback(_ id: UUIDv7, _ body: JSON) -> String {
    guard case .array(let answers) = body["answers"] else { return "\(id) unreadable" }
    return feedback(
      id, body["text"].string ?? "", body["given"].string ?? "",
      answers.map { "\($0["id"].string ?? "") \($0["text"].string ?? "")" })
  }

  private static func feedback(
    _ id: UUIDv7, _ text: String, _ given: String, _ answers: [String]
  ) -> String {
    "\(id) \(text) \(given) [\(answers.sorted().joined(separator: ", "))]"
  }

  private static func ticket(_ row: SyncRow) -> String {
    guard let server = try? ServerTicket(Ticket.ID(row.id), json: row.body ?? "", DeskNames())
    else { return "\(row.id) unreadable" }
    return line(Ticket(server.issue, steps: server.steps))
  }

  /// Without desks: each has a name of its own for itself.
  private static func line(_ ticket: Ticket) -> String {
    let steps = ticket.steps.map { "\($0.id) \($0.event.kind)\($0.isBeside ? " beside" : "")" }
    return "\(ticket.id) \(ticket.number) \(ticket.state) \(ticket.priority) "
      + "\(ticket.situation?.rawValue ?? "") \(ticket.isDoubled) [\(steps.joined(separator: ", "))]"
  }

  private static func card(_ body: JSON) -> String {
    (CentreStream.cardFields + ["merged_into"])
      .map { body[$0].string ?? "" }.joined(separator: "|")
  }

  private static func visit(_ body: JSON) -> String {
    let names = ["situation", "citizen", "channel", "started", "ended", "event_date", "note"]
    return names.map { body[$0].string ?? "" }.joined(separator: "|") + "|" + lines(body) + "|"
      + (body["undone"] == .null ? "" : "undone")
  }

  private static func lines(_ body: JSON) -> String {
    guard case .array(let lines) = body["services"] else { return "" }
    return lines.map { "\($0["id"].string ?? "") \($0["outcome"].string ?? "")" }
      .joined(separator: ",")
  }

  private static func rating(_ body: JSON) -> String {
    var score = ""
    if case .number(let number) = body["score"] { score = "\(number)" }
    return [
      body["situation"].string ?? "", body["day"].string ?? "", body["result"].string ?? "", score,
    ]
    .joined(separator: "|")
  }
}

// What a desk has.
extension RowText {
  init(_ store: DeskStore) throws {
    let connection = store.local.connection
    citizens = try connection.all("SELECT id, merged_into FROM citizen") { row in
      let id: Citizen.ID = try row.next()
      let merged: Citizen.ID? = try row.next()
      return (id, merged)
    }.map { (id: Citizen.ID, merged: Citizen.ID?) in
      let details = try CitizenTable.read(connection, id)?.details ?? CitizenDetails()
      return "\(id) " + Self.card(details) + "|" + (merged.map { "\($0)" } ?? "")
    }
    visits = try connection.all("SELECT id FROM visit") { Visit.ID(try $0.next()) }
      .map { try Self.visit($0, connection) }
    ratings = try connection.all(
      """
      SELECT id, situation, day, result, score FROM rating WHERE logged = 1 OR server_version > 0
      """
    ) { row in
      let id: UUIDv7 = try row.next()
      let (situation, day, result): (String, String, String) = (
        try row.next(), try row.next(), try row.next()
      )
      let score: Int? = try row.next()
      return "\(id) \(situation)|\(day)|\(result)|\(score.map(String.init) ?? "")"
    }
    conflicts = try connection.all("SELECT id, citizen FROM conflict") { row in
      let (id, citizen): (UUIDv7, UUIDv7) = (try row.next(), try row.next())
      return "\(id) \"\(citizen)\""
    }
    cases = try Self.cases(connection)
    tickets = try connection.all("SELECT id FROM ticket") { try $0.next(Ticket.ID.self) }
      .map { try TicketTable.ticket($0, connection).map(Self.line) ?? "" }
    desks = try DeskTable.all(connection).map { "\($0.name) \($0.state.rawValue)" }
    messages = try MessageTable.sent(since: Instant(milliseconds: 0), connection).map {
      "\($0.id) \($0.text) \($0.seen?.iso8601 ?? "unread")"
    }
    feedback = try FeedbackTable.list(connection).map { feedback in
      Self.feedback(
        feedback.id.uuid, feedback.text, feedback.given.iso8601,
        feedback.answers.map { "\($0.id) \($0.text)" })
    }
    remarks = try connection.all("SELECT id, citizen, subject, value, told FROM remark") { row in
      let (id, citizen): (UUIDv7, UUIDv7) = (try row.next(), try row.next())
      let (subject, value): (String, String) = (try row.next(), try row.next())
      let told: Instant = try row.next()
      return "\(id) \(citizen)|\(subject)|\(value)|\(told.iso8601)"
    }
    months = try Self.texts("SELECT id, month, hours FROM rating_month", connection)
    words = try Self.texts("SELECT id, month, lines FROM rating_words", connection)
    // What waits among others, or beyond its day, the centre does not know.
    callbacks = try connection.all(
      """
      SELECT id, coalesce(phone, '') || '|' || asked || '|' || due || '|' || coalesce(outcome, '')
        || '|' || coalesce(settled, '')
      FROM callback WHERE server_version > 0
      """, read: Self.idAndText)
    tokens = try connection.all(
      """
      SELECT id, hash || '|' || issued || '|' || coalesce(answered, '') || '|' || coalesce(score, '')
      FROM rating_token WHERE server_version > 0
      """, read: Self.idAndText)
    sort()
  }

  private static func idAndText(_ row: inout Row) throws -> String {
    "\(try row.next(UUIDv7.self)) \(try row.next(String.self))"
  }

  private static func texts(_ sql: String, _ connection: Connection) throws -> [String] {
    try connection.all(sql) { row in
      let (id, month): (UUIDv7, String) = (try row.next(), try row.next())
      return "\(id) \"\(month)\" \(try row.next(String.self))"
    }
  }

  private static func card(_ details: CitizenDetails) -> String {
    [
      details.audience.rawValue, details.surname, details.givenName, details.patronymic,
      details.birthDate?.description ?? "", details.snils?.digits ?? "",
      details.phone?.digits ?? "",
    ].joined(separator: "|")
  }

  private static func visit(_ id: Visit.ID, _ connection: Connection) throws -> String {
    guard let stored = try VisitTable.visit(id, connection) else { return "\(id)" }
    let visit = stored.value
    // A citizen who is not in the register may stand beside.
    let elsewhere = try connection.value(
      "SELECT citizen_id FROM visit WHERE id = ?", id, as: Citizen.ID?.self
    ).flatMap { $0 }
    let fields = [
      visit.situation.rawValue, (visit.citizen ?? elsewhere)?.description ?? "",
      visit.channel.rawValue, visit.started.iso8601, visit.ended.iso8601,
      stored.eventDate?.description ?? "", visit.note,
      visit.services.map { "\($0.id) \($0.outcome.rawValue)" }.joined(separator: ","),
      stored.undone == nil ? "" : "undone",
    ]
    return "\(id) " + fields.joined(separator: "|")
  }

  private static func cases(_ connection: Connection) throws -> [String] {
    try connection.all("SELECT number FROM situation_case") { try $0.next(Int64.self) }
      .map { number in
        guard let found = try CaseTable.numbered(number, connection)?.value else { return "" }
        return CaseFoldCheck.line(found)
      }
  }
}
