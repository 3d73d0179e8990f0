internal import Domain

/// A ticket as the server has it.
struct ServerTicket {
  var issue: Ticket.Issue
  var steps: [TicketStep]

  /// - Parameter names: this desk's id there becomes its own here.
  init(_ id: Ticket.ID, json: String, _ names: DeskNames) throws(JSONFault) {
    var fields = Fields()
    var steps: [TicketStep] = []
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        guard name == "steps" else { return try fields.read(name, &reader) }
        try reader.array { reader throws(JSONFault) in
          steps.append(try reader.ticketStep(names))
        }
      }
    }
    guard let number = fields.number, let audience = fields.audience, let issued = fields.issued,
      let desk = fields.desk
    else { throw JSONFault() }
    issue = Ticket.Issue(
      id: id, number: number, situation: fields.situation, audience: audience,
      appointment: fields.appointment, group: fields.group, priority: fields.priority,
      time: issued, author: Author(desk: names.inward(desk), employee: fields.employee))
    self.steps = steps
  }

  private struct Fields {
    var number: String?
    var situation: LifeSituation.ID?
    var audience: Audience?
    var appointment: String?
    var group: String?
    var priority = 0
    var issued: Instant?
    var desk: Identifier<Desk>?
    var employee: Identifier<Employee>?

    mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) {
      switch name {
      case "number": number = try reader.string()
      case "situation":
        situation = try reader.optionalString().map { LifeSituation.ID(rawValue: $0) }
      case "audience": audience = try reader.word()
      case "appointment": appointment = try reader.optionalString()
      case "group": group = try reader.optionalString()
      case "priority": priority = try reader.integer()
      case "issued": issued = try reader.instant()
      case "desk": desk = try reader.optionalID()
      case "employee": employee = try reader.optionalID()
      default: try reader.skip()
      }
    }
  }
}

extension JSONReader {
  fileprivate mutating func ticketStep(_ names: DeskNames) throws(JSONFault) -> TicketStep {
    var id: TicketStep.ID?
    var kind: TicketEvent.Kind?
    var event = EventFields()
    var time: Instant?
    var desk: Identifier<Desk>?
    var employee: Identifier<Employee>?
    var follows: TicketStep.ID?
    var assurance = TicketStep.Assurance.confirmed
    try object { name, reader throws(JSONFault) in
      switch name {
      case "id": id = try reader.optionalID()
      case "event": kind = try reader.word()
      case "time": time = try reader.instant()
      case "desk": desk = try reader.optionalID()
      case "employee": employee = try reader.optionalID()
      case "follows": follows = try reader.optionalID()
      case "assurance": assurance = try reader.word()
      default: if try !event.read(name, &reader) { try reader.skip() }
      }
    }
    guard let id, let kind, let time, let desk else { throw JSONFault() }
    return TicketStep(
      id: id, event: try event.event(kind, names), time: time,
      author: Author(desk: names.inward(desk), employee: employee), follows: follows,
      assurance: assurance)
  }
}

extension DeskPresence {
  /// A window as the server has it.
  init(_ id: Identifier<Desk>, json: String) throws(JSONFault) {
    var name = ""
    var state: DeskPresence.State?
    var since: Instant?
    var employee: Identifier<Employee>?
    var situations: [LifeSituation.ID] = []
    try JSONReader.read(json) { reader throws(JSONFault) in
      try reader.object { key, reader throws(JSONFault) in
        switch key {
        case "name": name = try reader.string()
        case "state": state = try reader.word()
        case "since": since = try reader.instant()
        case "employee": employee = try reader.optionalID()
        case "situations":
          try reader.array { reader throws(JSONFault) in
            situations.append(LifeSituation.ID(rawValue: try reader.string()))
          }
        default: try reader.skip()
        }
      }
    }
    guard let state, state != .serving, let since else { throw JSONFault() }
    self.init(
      id: id, name: name, state: state, since: since, employee: employee, situations: situations)
  }
}
