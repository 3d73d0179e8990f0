// The catalogue's entries in the shapes of the contract.

internal import Domain

extension JSONValue {
  static func summary(_ situation: SituationSummary, _ language: Language) -> JSONValue {
    var members: [Member] = [
      .init(key: "id", value: .string(situation.id.rawValue)),
      .init(key: "title", value: .string(situation.title(language))),
      .init(key: "audience", value: .string(situation.audience.rawValue)),
    ]
    if let source = situation.source {
      members.append(.init(key: "source", value: .string(source)))
    }
    return .object(members)
  }

  static func sheet(_ sheet: SituationSheet, _ language: Language) -> JSONValue {
    let situation = sheet.situation
    let links = Dictionary(
      situation.services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return [
      "id": .string(situation.id.rawValue), "title": .string(situation.title(language)),
      "audience": .string(situation.audience.rawValue),
      "in_words": .string(situation.inWords(language)), "care": .string(situation.care(language)),
      "event": .text(situation.event?.title(language)),
      "questions": .array(situation.questions) {
        ["id": .string($0.id), "text": .string($0.text(language))]
      },
      "deadlines": .array(situation.deadlines) { .deadline($0, language) },
      "services": .array(sheet.services) { service in
        .service(service, links[service.id], sheet.documents, language)
      },
      "source": .string(situation.provenance.source),
      "reviewed": .string(situation.provenance.reviewed.description),
    ]
  }

  private static func deadline(
    _ deadline: LifeSituation.Deadline, _ language: Language
  ) -> JSONValue {
    [
      "title": .string(deadline.title(language)), "count": .integer(deadline.within.count),
      "unit": .string(deadline.within.unit.rawValue),
      "note": .text(deadline.within.note?(language)), "service": .text(deadline.service?.rawValue),
    ]
  }

  private static func service(
    _ service: Service, _ link: LifeSituation.Link?, _ documents: [Document.ID: Document],
    _ language: Language
  ) -> JSONValue {
    [
      "id": .string(service.id.rawValue), "title": .string(service.title(language)),
      "when": .text(link?.when?(language)),
      "after": .array(link?.after ?? []) { .string($0.rawValue) },
      "body": .string(service.body(language)), "level": .string(service.level.rawValue),
      "audience": .array(service.audience) { .string($0.rawValue) },
      "channels": .array(service.channels) { .string($0.rawValue) },
      "fee_kopecks": service.fee.map { .integer($0.kopecks) } ?? .null,
      "fee_note": .text(service.fee?.note?(language)),
      "term": service.term.map { .term($0, language) } ?? .null,
      "result": .string(service.result(language)),
      "documents": .documents(of: service, documents, language),
      "note": .text(service.note?(language)),
    ]
  }

  private static func term(_ term: Term, _ language: Language) -> JSONValue {
    [
      "count": .integer(term.count), "unit": .string(term.unit.rawValue),
      "note": .text(term.note?(language)),
    ]
  }

  /// What a service needs, with what the catalogue says of each.
  static func documents(
    of service: Service, _ documents: [Document.ID: Document], _ language: Language
  ) -> JSONValue {
    .array(service.documents) { .requirement($0, documents[$0.id], language) }
  }

  private static func requirement(
    _ requirement: Service.Requirement, _ document: Document?, _ language: Language
  ) -> JSONValue {
    [
      "id": .string(requirement.id.rawValue), "title": .text(document?.title(language)),
      "origin": .text((requirement.origin ?? document?.origin)?.rawValue),
      "note": .text(requirement.note?(language)),
    ]
  }
}
