internal import Domain
internal import SQLite
internal import Sync

// Feedback and strengths as the central store has them.

extension RowsFromServer {
  func applyFeedback(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
    // Answers of this desk that the server has not seen stay: nothing takes one out.
    try FeedbackTable.put(
      try Feedback(Feedback.ID(row.id), json: body, names), mark(row), connection)
  }

  func applyStrength(_ row: SyncRow) throws {
    guard let body = try newBody(row) else { return }
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
    var fields = Fields()
    try reader.object { name, reader throws(JSONFault) in try fields.read(name, &reader) }
    guard let id = fields.id, let text = fields.text, let time = fields.time else {
      throw JSONFault()
    }
    self.init(id: id, text: text, employee: fields.employee, time: time)
  }

  private struct Fields {
    var id: FeedbackAnswer.ID?
    var text: String?
    var employee: Employee.ID?
    var time: Instant?

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) {
      switch name {
      case "id": id = try reader.optionalID()
      case "text": text = try reader.string()
      case "employee": employee = try reader.optionalID()
      case "time": time = try reader.instant()
      default: try reader.skip()
      }
    }
  }
}

extension StrengthBatch {
  fileprivate init(_ id: UUIDv7, json: String) throws(JSONFault) {
    var fields = Fields()
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in try fields.read(name, &reader) }
    }
    guard let about = fields.about, let situation = fields.situation, let day = fields.day,
      let given = fields.given, let best = fields.best,
      given >= RatingSummary.smallestGroup, (0...given).contains(best)
    else { throw JSONFault() }
    self.init(
      id: id, day: day,
      strength: Strength(
        employee: about, situation: LifeSituation.ID(rawValue: situation), given: given, best: best)
    )
  }

  private struct Fields {
    var about: Employee.ID?
    var situation: String?
    var day: CalendarDate?
    var given: Int?
    var best: Int?

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) {
      switch name {
      case "about": about = try reader.optionalID()
      case "situation": situation = try reader.string()
      case "day": day = try reader.optionalDate()
      case "given": given = try reader.integer()
      case "best": best = try reader.integer()
      default: try reader.skip()
      }
    }
  }
}
