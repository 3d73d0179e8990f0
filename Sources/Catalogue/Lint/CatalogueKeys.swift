internal import Domain
internal import JSON5

/// Keys that the catalogue's model does not know, and keys that stand twice.
enum CatalogueKeys {
  static func findings(in text: JSON5Document, of group: CatalogueGroup) -> [CatalogueFinding] {
    text.unknownKeys(in: shape(of: group)).map { mistake in
      finding(mistake, .unknownKey(reason: sentence(mistake)))
    }
      + text.duplicateKeys().map { mistake in
        finding(mistake, .duplicateKey(reason: sentence(mistake)))
      }
  }

  private static func finding(
    _ mistake: JSON5Error, _ problem: CatalogueProblem
  ) -> CatalogueFinding {
    CatalogueFinding(file: mistake.file, line: mistake.line, problem: problem)
  }

  private static func sentence(_ mistake: JSON5Error) -> String {
    "\(mistake.path.written): \(mistake.problem)"
  }

  private static func shape(of group: CatalogueGroup) -> JSON5Shape {
    switch group {
    case .documents: .list(document)
    case .services: .list(service)
    case .situations: situation
    case .facts: .list(fact)
    case .parameters: .list(parameter)
    case .rules: .list(rule)
    case .calendar: year
    case .offers: .list(offer)
    }
  }

  private static let words = JSON5Shape.object(["ru": .any, "en": .any])
  private static let term = JSON5Shape.object(["count": .any, "unit": .any, "note": words])
  private static let act = JSON5Shape.object(["act": .any, "article": .any])
  private static let provenance = JSON5Shape.object(["source": .any, "reviewed": .any])

  private static let document = JSON5Shape.object(["id": .any, "title": words, "origin": .any])

  private static let service = JSON5Shape.object([
    "id": .any, "title": words, "short": words, "colloquial": .any, "body": words, "level": .any,
    "audience": .any, "channels": .any, "fee": .object(["kopecks": .any, "note": words]),
    "term": term, "result": words,
    "documents": .list(.object(["id": .any, "origin": .any, "note": words, "one_of": .any])),
    "note": words, "legal_basis": .list(act), "provenance": provenance,
  ])

  private static let situation = JSON5Shape.object([
    "id": .any, "title": words, "audience": .any, "in_words": words, "synonyms": .any,
    "care": words, "event": .object(["title": words]),
    "questions": .list(.object(["id": .any, "text": words])),
    "deadlines": .list(
      .object(["title": words, "within": term, "service": .any, "legal_basis": act])),
    "services": .list(.object(["id": .any, "after": .any, "when": words])),
    "facts": .any, "provenance": provenance,
  ])

  private static let span = JSON5Shape.object(["count": .any, "unit": .any])

  private static let fact = JSON5Shape.object([
    "id": .any, "title": words, "question": words, "kind": .any, "unit": words,
    "range": .object(["from": .any, "to": .any]),
    "choices": .list(.object(["id": .any, "title": words])), "yes": words, "no": words,
    "stale_after": span, "about": .any,
  ])

  private static let parameter = JSON5Shape.object([
    "id": .any, "title": words, "kind": .any,
    "values": .list(
      .object(["region": .any, "from": .any, "to": .any, "amount": .any, "legal_basis": act])),
    "provenance": provenance,
  ])

  private static let rule = JSON5Shape.object([
    "service": .any, "rule": condition(inside: Rule.deepest), "legal_basis": .list(act),
    "provenance": provenance, "note": words,
  ])

  private static let year = JSON5Shape.object([
    "year": .any, "holidays": .any, "transfers": .list(.object(["from": .any, "to": .any])),
    "working_days": .any, "legal_basis": .list(act), "provenance": provenance,
  ])

  private static let day = JSON5Shape.object([
    "fact": .any, "issued": .any, "after": span, "before": span,
  ])

  private static let offer = JSON5Shape.object([
    "id": .any, "service": .any, "situation": .any, "reason": words, "from": day, "until": day,
    "when": condition(inside: Rule.deepest), "provenance": provenance,
  ])

  private static func condition(inside left: Int) -> JSON5Shape {
    let inner = left > 0 ? condition(inside: left - 1) : .any
    let limit = JSON5Shape.object(["parameter": .any, "times": .any])
    return .object([
      "all": .list(inner), "any": .list(inner), "not": inner, "always": .any, "because": words,
      "fact": .any, "is": limit, "in": .any, "at_least": limit, "at_most": limit,
      "more_than": limit, "less_than": limit, "age_at_least": span, "age_at_most": span,
      "age_less_than": span, "within": span, "not_before": .any, "not_after": .any,
    ])
  }
}
