internal import Domain

/// Tickets as JSON: in operations, in the central store's rows and in the column `detail`.
enum TicketText {
  // MARK: Operations

  static func issued(_ issue: Ticket.Issue) -> JSONText {
    .object([
      "id": .string("\(issue.id)"), "number": .string(issue.number),
      "situation": .optional(issue.situation?.rawValue),
      "audience": .string(issue.audience.rawValue), "appointment": .optional(issue.appointment),
      "group": .optional(issue.group), "priority": .number(issue.priority),
      "issued": .string(issue.time.iso8601),
      "employee": .optional(issue.author.employee?.description),
    ])
  }

  static func stepped(_ ticket: Ticket.ID, _ step: TicketStep, _ names: DeskNames) -> JSONText {
    var fields = self.fields(of: step.event, names)
    fields["id"] = .string("\(step.id)")
    fields["event"] = .string(step.event.kind.rawValue)
    fields["time"] = .string(step.time.iso8601)
    fields["employee"] = .optional(step.author.employee?.description)
    fields["follows"] = .optional(step.follows?.description)
    fields["assurance"] = .string(step.assurance.rawValue)
    return .object(["id": .string("\(ticket)"), "step": .object(fields)])
  }

  static func stepID(in body: String) -> TicketStep.ID? {
    var found: TicketStep.ID?
    try? JSONReader.read(body) { reader throws(JSONFault) in
      try reader.object { name, reader throws(JSONFault) in
        guard name == "step" else { return try reader.skip() }
        try reader.object { name, reader throws(JSONFault) in
          if name == "id" { found = try reader.optionalID() } else { try reader.skip() }
        }
      }
    }
    return found
  }

  // MARK: What an event says beyond its name

  static func detail(of event: TicketEvent) -> String? {
    let fields = self.fields(of: event, DeskNames())
    return fields.isEmpty ? nil : JSONText.object(fields).written
  }

  static func event(_ kind: TicketEvent.Kind, detail: String?) throws -> TicketEvent {
    var fields = EventFields()
    if let detail {
      try JSONReader.read(detail) { reader throws(JSONFault) in
        try reader.object { name, reader throws(JSONFault) in
          if try !fields.read(name, &reader) { try reader.skip() }
        }
      }
    }
    return try fields.event(kind)
  }

  private static func fields(of event: TicketEvent, _ names: DeskNames) -> [String: JSONText] {
    switch event {
    case .hold(let comment): ["comment": .string(comment)]
    case .redirect(let target, let comment, let comesBack):
      self.fields(of: target, names).merging([
        "comment": .string(comment), "comes_back": .bool(comesBack),
      ]) { first, _ in first }
    case .finish(let visit?): ["visit": .string("\(visit)")]
    case .prioritise(let priority): ["priority": .number(priority)]
    case .move(let target): self.fields(of: target, names)
    case .call, .recall, .start, .putBack, .noShow, .leave, .finish(nil), .reopen, .settle: [:]
    }
  }

  private static func fields(of target: TicketTarget, _ names: DeskNames) -> [String: JSONText] {
    switch target {
    case .desk(let desk): ["to_desk": .string("\(names.outward(desk))")]
    case .situation(let situation): ["to_situation": .string(situation.rawValue)]
    }
  }
}

/// What the fields of a step say of its event.
struct EventFields {
  private var comment = ""
  private var desk: Identifier<Desk>?
  private var situation: LifeSituation.ID?
  private var comesBack = false
  private var visit: Visit.ID?
  private var priority: Int?

  /// - Returns: whether the name is one of an event's fields.
  mutating func read(_ name: String, _ reader: inout JSONReader) throws(JSONFault) -> Bool {
    switch name {
    case "comment": comment = try reader.optionalString() ?? ""
    case "to_desk": desk = try reader.optionalID()
    case "to_situation":
      situation = try reader.optionalString().map { LifeSituation.ID(rawValue: $0) }
    case "comes_back": comesBack = try reader.null() ? false : try reader.bool()
    case "visit": visit = try reader.optionalID()
    case "priority": priority = try reader.integer()
    default: return false
    }
    return true
  }

  func event(_ kind: TicketEvent.Kind, _ names: DeskNames = DeskNames()) throws(JSONFault)
    -> TicketEvent
  {
    switch kind {
    case .call: .call
    case .recall: .recall
    case .start: .start
    case .hold: .hold(comment: comment)
    case .putBack: .putBack
    case .noShow: .noShow
    case .redirect: .redirect(try target(names), comment: comment, comesBack: comesBack)
    case .leave: .leave
    case .finish: .finish(visit: visit)
    case .reopen: .reopen
    case .prioritise: .prioritise(try known(priority))
    case .move: .move(try target(names))
    case .settle: .settle
    }
  }

  private func target(_ names: DeskNames) throws(JSONFault) -> TicketTarget {
    if let desk { return .desk(names.inward(desk)) }
    return .situation(try known(situation))
  }

  private func known<T>(_ value: T?) throws(JSONFault) -> T {
    guard let value else { throw JSONFault() }
    return value
  }
}

/// This desk's two names: its own, and the one that the central store knows it by.
struct DeskNames {
  var own: Identifier<Desk>?
  var enrolled: Identifier<Desk>?

  init(own: Identifier<Desk>? = nil, enrolled: Identifier<Desk>? = nil) {
    self.own = own
    self.enrolled = enrolled
  }

  init(_ transaction: WriteTransaction) throws {
    self.init(
      own: transaction.desk, enrolled: try Meta.get(.enrolled, transaction.connection))
  }

  func outward(_ desk: Identifier<Desk>) -> Identifier<Desk> {
    desk == own ? enrolled ?? desk : desk
  }

  func inward(_ desk: Identifier<Desk>) -> Identifier<Desk> {
    desk == enrolled ? own ?? desk : desk
  }
}
