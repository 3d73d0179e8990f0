internal import Domain
internal import SQLite
internal import Sync

// Feedback and strengths as the central store has them.

extension RowsFromServer {
  func applyFeedback(_ row: SyncRow) throws {
    let known = try connection.value(
      "SELECT server_version FROM feedback WHERE id = ?", row.id, as: Int64.self)
    if let known, !isTaken(row, over: known) { return }
    guard let body = row.body else {
      try connection.run("DELETE FROM feedback WHERE id = ?", row.id)
      return
    }
    // Answers of this desk that the server has not seen stay: nothing takes one out.
    try FeedbackTable.put(
      try Feedback(Feedback.ID(row.id), json: body, names), mark(row), connection)
  }

  func applyStrength(_ row: SyncRow) throws {
    let known = try connection.value(
      "SELECT server_version FROM strength WHERE id = ?", row.id, as: Int64.self)
    if let known, !isTaken(row, over: known) { return }
    guard let body = row.body else {
      try connection.run("DELETE FROM strength WHERE id = ?", row.id)
      return
    }
    try StrengthTable.put(try StrengthBatch(row.id, json: body), mark(row), connection)
  }
}

extension Feedback {
  fileprivate init(_ id: ID, json: String, _ names: DeskNames) throws(JSONFault) {
    var fields = Fields()
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in try fields.read(name, &reader) }
    }
    guard let kind = fields.kind, let service = fields.service, let text = fields.text,
      let desk = fields.desk, let given = fields.given
    else { throw JSONFault() }
    self.init(
      id: id, kind: Kind(rawValue: kind), service: Service.ID(rawValue: service),
      situation: fields.situation.map(LifeSituation.ID.init(rawValue:)), text: text,
      seen: fields.seen, catalogue: fields.catalogue, employee: fields.employee,
      desk: names.inward(desk), given: given, answers: fields.answers)
  }

  private struct Fields {
    var kind: String?
    var service: String?
    var situation: String?
    var text: String?
    var seen = ""
    var catalogue = ""
    var employee: Employee.ID?
    var desk: Identifier<Desk>?
    var given: Instant?
    var answers: [FeedbackAnswer] = []

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) {
      switch name {
      case "kind": kind = try reader.string()
      case "service": service = try reader.string()
      case "situation": situation = try reader.optionalString()
      case "text": text = try reader.string()
      case "seen": seen = try reader.string()
      case "catalogue": catalogue = try reader.string()
      case "employee": employee = try reader.optionalID()
      case "desk": desk = try reader.optionalID()
      case "given": given = try reader.instant()
      case "answers":
        var answers: [FeedbackAnswer] = []
        try reader.array { reader throws(JSONFault) in
          answers.append(try FeedbackAnswer(&reader))
        }
        self.answers = answers
      default: try reader.skip()
      }
    }
  }
}

extension FeedbackAnswer {
  fileprivate init(_ reader: inout JSONReader) throws(JSONFault) {
    var found: (id: ID?, text: String?, employee: Employee.ID?, time: Instant?)
    try reader.object { name, reader throws(JSONFault) in
      switch name {
      case "id": found.id = try reader.optionalID()
      case "text": found.text = try reader.string()
      case "employee": found.employee = try reader.optionalID()
      case "time": found.time = try reader.instant()
      default: try reader.skip()
      }
    }
    guard let id = found.id, let text = found.text, let time = found.time else { throw JSONFault() }
    self.init(id: id, text: text, employee: found.employee, time: time)
  }
}

extension StrengthBatch {
  fileprivate init(_ id: UUIDv7, json: String) throws(JSONFault) {
    var found:
      (about: Employee.ID?, situation: String?, day: CalendarDate?, given: Int?, best: Int?)
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "about": found.about = try reader.optionalID()
        case "situation": found.situation = try reader.string()
        case "day": found.day = try reader.optionalDate()
        case "given": found.given = try reader.integer()
        case "best": found.best = try reader.integer()
        default: try reader.skip()
        }
      }
    }
    guard let about = found.about, let situation = found.situation, let day = found.day,
      let given = found.given, let best = found.best,
      given >= RatingSummary.smallestGroup, (0...given).contains(best)
    else { throw JSONFault() }
    self.id = id
    self.day = day
    strength = Strength(
      employee: about, situation: LifeSituation.ID(rawValue: situation), given: given, best: best)
  }
}
