internal import Domain

extension JSONText {
  /// The body of an operation with its author; without one where nobody is signed in.
  func by(_ employee: Employee.ID?) -> JSONText {
    guard let employee, case .object(var fields) = self else { return self }
    fields["employee"] = .string("\(employee)")
    return .object(fields)
  }
}

/// What the bodies of operations look like; the names are those of the vocabulary.
enum OperationBody {
  static func added(_ citizen: Citizen) -> JSONText {
    var fields = self.fields(of: citizen.details)
    fields["id"] = .string("\(citizen.id)")
    fields["version"] = .number(citizen.version)
    return .object(fields)
  }

  /// `seen` and `set` hold the changed fields only, so that the server can merge by the same rule.
  static func changed(_ citizen: Citizen, _ change: CardChange) -> JSONText {
    let seen = fields(of: change.seen)
    let wanted = fields(of: change.wanted)
    let names = Set(seen.keys).union(wanted.keys)
      .filter { seen[$0]?.written != wanted[$0]?.written }
    func pick(_ fields: [String: JSONText]) -> JSONText {
      .object(Dictionary(uniqueKeysWithValues: names.map { ($0, fields[$0] ?? .null) }))
    }
    return .object([
      "id": .string("\(citizen.id)"), "version": .number(citizen.version),
      "seen": pick(seen), "set": pick(wanted),
    ])
  }

  static func logged(
    _ visit: Visit, eventDate: CalendarDate?, situationCase: SituationCase.ID?
  ) -> JSONText {
    let services = visit.services.map { line in
      JSONText.object([
        "id": .string(line.id.rawValue), "outcome": .string(line.outcome.rawValue),
      ])
    }
    return .object([
      "id": .string("\(visit.id)"), "situation": .string(visit.situation.rawValue),
      "services": .array(services), "citizen": .optional(visit.citizen?.description),
      "ticket": .optional(visit.ticket?.description),
      "channel": .string(visit.channel.rawValue), "started": .string(visit.started.iso8601),
      "ended": .string(visit.ended.iso8601), "note": .string(visit.note),
      "event_date": .optional(eventDate?.description),
      "case": .optional(situationCase?.description),
    ])
  }

  static func state(of situationCase: SituationCase) -> JSONText {
    let services = situationCase.services.map {
      ($0.key.rawValue, JSONText.string($0.value.rawValue))
    }
    return .object([
      "id": .string("\(situationCase.id)"), "citizen": .string("\(situationCase.citizen)"),
      "situation": .string(situationCase.situation.rawValue),
      "event_date": .optional(situationCase.eventDate?.description),
      "opened": .string(situationCase.opened.iso8601),
      "closed": .optional(situationCase.closed?.iso8601),
      "services": .object(Dictionary(uniqueKeysWithValues: services)),
    ])
  }

  private static func fields(of details: CitizenDetails) -> [String: JSONText] {
    var fields: [String: JSONText] = [
      "audience": .string(details.audience.rawValue), "surname": .string(details.surname),
      "given_name": .string(details.givenName), "patronymic": .string(details.patronymic),
    ]
    if let birthDate = details.birthDate { fields["birth_date"] = .string(birthDate.description) }
    if let snils = details.snils { fields["snils"] = .string(snils.digits) }
    if let phone = details.phone { fields["phone"] = .string(phone.digits) }
    return fields
  }
}
