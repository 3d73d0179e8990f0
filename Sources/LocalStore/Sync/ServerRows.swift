internal import Domain

// The bodies of the server's rows. What a newer program has added to them is skipped.

/// A card as the server has it.
struct ServerCard {
  var details: CitizenDetails
  var mergedInto: Citizen.ID?

  init(details: CitizenDetails, mergedInto: Citizen.ID? = nil) {
    self.details = details
    self.mergedInto = mergedInto
  }

  init(json: String) throws(JSONFault) {
    var card = ServerCard(details: CitizenDetails())
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        if let field = CardField(rawValue: name) {
          try card.details.set(field, try reader.optionalString())
        } else if name == "merged_into" {
          card.mergedInto = try reader.optionalID()
        } else {
          try reader.skip()
        }
      }
    }
    self = card
  }

  /// Written as the server writes it.
  var json: String {
    var fields: [String: JSONText] = [:]
    for field in CardField.allCases {
      if let value = details[field] { fields[field.rawValue] = .string(value) }
    }
    if let mergedInto { fields["merged_into"] = .string("\(mergedInto)") }
    return JSONText.object(fields).written
  }
}

/// A visit as the server has it.
struct ServerVisit {
  var visit: Visit
  var desk: Identifier<Desk>?
  /// Who served; absent at a desk without accounts.
  var employee: Employee.ID?
  var caseID: SituationCase.ID?
  var eventDate: CalendarDate?
  var undone: Instant?

  init(_ id: Visit.ID, json: String) throws(JSONFault) {
    var fields = Fields()
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in try fields.read(name, &reader) }
    }
    guard let situation = fields.situation, let channel = fields.channel,
      let started = fields.started, let ended = fields.ended, started <= ended,
      Set(fields.services.map(\.id)).count == fields.services.count
    else { throw JSONFault() }
    visit = Visit(
      id: id, situation: LifeSituation.ID(rawValue: situation), services: fields.services,
      citizen: fields.citizen, ticket: fields.ticket, channel: channel, started: started,
      ended: ended, note: fields.note)
    desk = fields.desk
    employee = fields.employee
    caseID = fields.caseID
    eventDate = fields.eventDate
    undone = fields.undone ?? (fields.isUndone ? ended : nil)
  }

  private struct Fields {
    var situation: String?
    var services: [Visit.Line] = []
    var citizen: Citizen.ID?
    var ticket: Identifier<Ticket>?
    var channel: VisitChannel?
    var started: Instant?
    var ended: Instant?
    var note = ""
    var desk: Identifier<Desk>?
    var employee: Employee.ID?
    var caseID: SituationCase.ID?
    var eventDate: CalendarDate?
    var undone: Instant?
    var isUndone = false

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) {
      switch name {
      case "situation": situation = try reader.string()
      case "services": services = try reader.visitLines()
      case "citizen": citizen = try reader.optionalID()
      case "ticket": ticket = try reader.optionalID()
      case "channel": channel = try reader.word()
      case "started": started = try reader.instant()
      case "ended": ended = try reader.instant()
      case "note": note = try reader.optionalString() ?? ""
      case "desk": desk = try reader.optionalID()
      case "employee": employee = try reader.optionalID()
      case "case": caseID = try reader.optionalID()
      case "event_date": eventDate = try reader.optionalDate()
      case "undone" where reader.isAtString(): undone = try reader.instant()
      case "undone": isUndone = try reader.null() ? false : try reader.bool()
      default: try reader.skip()
      }
    }
  }
}

extension RatingRow {
  init(_ id: UUIDv7, json: String) throws(JSONFault) {
    var row = RatingRow(
      id: id, situation: "", day: CalendarDate(dayNumber: 0), result: "", score: nil, criteria: [],
      isTooFast: false)
    var hasDay = false
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "situation": row.situation = try reader.string()
        case "day":
          guard let day = try reader.optionalDate() else { throw JSONFault() }
          row.day = day
          hasDay = true
        case "result": row.result = try reader.string()
        case "score": row.score = try reader.null() ? nil : try reader.integer()
        case "criteria":
          try reader.array { reader throws(JSONFault) in row.criteria.append(try reader.string()) }
        case "too_fast": row.isTooFast = try reader.bool()
        default: try reader.skip()
        }
      }
    }
    guard hasDay, !row.situation.isEmpty,
      ["given", "skipped", "declined", "timed_out"].contains(row.result),
      (row.result == "given") == (row.score != nil), (1...5).contains(row.score ?? 1)
    else { throw JSONFault() }
    self = row
  }
}

/// A conflict as the server has it.
struct ServerConflict {
  struct Field {
    var current: String?
    var wanted: String?
  }

  var citizen: Citizen.ID
  var fields: [CardField: Field]
  var currentBy: CardConflict.Origin
  var wantedBy: CardConflict.Origin

  init(json: String) throws(JSONFault) {
    var citizen: Citizen.ID?
    var fields: [CardField: Field] = [:]
    var names: [String: String] = [:]
    var times: [String: Instant] = [:]
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "citizen": citizen = try reader.optionalID()
        case "fields": fields = try reader.conflictFields()
        case "current_by", "wanted_by": names[name] = try reader.optionalString()
        case "current_at", "wanted_at":
          times[name] = try reader.null() ? nil : try reader.instant()
        default: try reader.skip()
        }
      }
    }
    guard let citizen, !fields.isEmpty else { throw JSONFault() }
    self.citizen = citizen
    self.fields = fields
    func origin(_ name: String) -> CardConflict.Origin {
      CardConflict.Origin(
        desk: names[name + "_by"] ?? "", time: times[name + "_at"] ?? Instant(milliseconds: 0))
    }
    currentBy = origin("current")
    wantedBy = origin("wanted")
    // The values have to be values of their fields.
    var probe = CitizenDetails()
    for (field, value) in fields {
      try probe.set(field, value.current)
      try probe.set(field, value.wanted)
    }
  }
}

extension JSONReader {
  mutating func optionalID<Entity>() throws(JSONFault) -> Identifier<Entity>? {
    guard let text = try optionalString() else { return nil }
    guard let id = Identifier<Entity>(text) else { throw JSONFault() }
    return id
  }

  mutating func optionalDate() throws(JSONFault) -> CalendarDate? {
    guard let text = try optionalString() else { return nil }
    guard let date = CalendarDate(text) else { throw JSONFault() }
    return date
  }

  mutating func instant() throws(JSONFault) -> Instant {
    guard let instant = Instant(iso8601: try string()) else { throw JSONFault() }
    return instant
  }

  mutating func word<T: RawRepresentable<String>>() throws(JSONFault) -> T {
    guard let word = T(rawValue: try string()) else { throw JSONFault() }
    return word
  }

  fileprivate mutating func visitLines() throws(JSONFault) -> [Visit.Line] {
    var lines: [Visit.Line] = []
    try array { reader throws(JSONFault) in
      var id: String?
      var outcome: Outcome?
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "id": id = try reader.string()
        case "outcome": outcome = try reader.word()
        default: try reader.skip()
        }
      }
      guard let id, let outcome else { throw JSONFault() }
      lines.append(Visit.Line(id: Service.ID(rawValue: id), outcome: outcome))
    }
    return lines
  }

  fileprivate mutating func conflictFields() throws(JSONFault) -> [CardField: ServerConflict.Field]
  {
    var fields: [CardField: ServerConflict.Field] = [:]
    try object { name, reader throws(JSONFault) in
      guard let field = CardField(rawValue: name) else { return try reader.skip() }
      var value = ServerConflict.Field()
      try reader.object { name, reader throws(JSONFault) in
        switch name {
        case "current": value.current = try reader.optionalString()
        case "wanted": value.wanted = try reader.optionalString()
        default: try reader.skip()
        }
      }
      fields[field] = value
    }
    return fields
  }
}
