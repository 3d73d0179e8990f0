// The register, the visits, the ratings and the logs in the shapes of the contract.

internal import Domain

extension JSONValue {
  static func visit(_ visit: Visit) -> JSONValue {
    [
      "id": .string(visit.id.description), "situation": .string(visit.situation.rawValue),
      "services": .array(visit.services) {
        ["id": .string($0.id.rawValue), "outcome": .string($0.outcome.rawValue)]
      },
      "citizen": .text(visit.citizen?.description), "ticket": .text(visit.ticket?.description),
      "channel": .string(visit.channel.rawValue), "started": .string(visit.started.iso8601),
      "ended": .string(visit.ended.iso8601),
    ]
  }

  static func ratings(_ summary: RatingSummary) -> JSONValue {
    [
      "count": .integer(summary.count), "declined": .integer(summary.declined),
      "skipped": .integer(summary.skipped), "timed_out": .integer(summary.timedOut),
      "share_best": summary.shareBest.map { .number($0) } ?? .null,
      "by_criterion": summary.byCriterion.map(criteria) ?? .null,
      "share_count": .integer(summary.shareCount), "too_fast": .integer(summary.tooFast),
    ]
  }

  private static func criteria(_ shares: [Criterion: Double]) -> JSONValue {
    .object(
      Criterion.allCases.map {
        Member(key: $0.rawValue, value: .number(shares[$0] ?? 0))
      })
  }

  static func citizen(_ citizen: Citizen) -> JSONValue { .object(members(citizen)) }

  static func card(_ card: CitizenCard) -> JSONValue {
    .object(
      members(card.citizen) + [
        Member(key: "cases", value: .array(card.cases, situationCase)),
        Member(key: "visits", value: .array(card.visits, visit)),
        Member(key: "remarks", value: .array(card.remarks, remark)),
      ])
  }

  /// What is kept of what was said, for whoever asks what is kept.
  private static func remark(_ remark: Remark) -> JSONValue {
    let words: (kind: String, subject: String, value: String, source: String?, reason: String?) =
      switch remark.content {
      case .fact(let fact, let answer, let source):
        ("fact", fact.rawValue, answer, source.rawValue, nil)
      case .offer(let offer, let answer, let reason, _):
        ("offer", offer.rawValue, answer.rawValue, nil, reason)
      case .verdict(let service, let verdict, let reason):
        ("verdict", service.rawValue, verdict.rawValue, nil, reason)
      }
    return [
      "kind": .string(words.kind), "subject": .string(words.subject),
      "value": .string(words.value), "source": .text(words.source),
      "reason": .text(words.reason),
      "situation": .text(remark.situation?.rawValue), "told": .string(remark.told.iso8601),
      "employee": .text(remark.employee?.description),
    ]
  }

  private static func members(_ citizen: Citizen) -> [Member] {
    let details = citizen.details
    let values: [(String, JSONValue)] = [
      ("id", .string(citizen.id.description)), ("audience", .string(details.audience.rawValue)),
      ("surname", .string(details.surname)), ("given_name", .string(details.givenName)),
      ("patronymic", .string(details.patronymic)),
      ("birth_date", .text(details.birthDate?.description)),
      ("snils", .text(details.snils?.digits)), ("phone", .text(details.phone?.digits)),
      ("version", .integer(citizen.version)),
    ]
    return values.map { Member(key: $0.0, value: $0.1) }
  }

  private static func situationCase(_ value: SituationCase) -> JSONValue {
    let services = value.services.sorted { $0.key < $1.key }
    return [
      "id": .string(value.id.description), "situation": .string(value.situation.rawValue),
      "event_date": .text(value.eventDate?.description), "opened": .string(value.opened.iso8601),
      "closed": .text(value.closed?.iso8601),
      "services": .array(services) {
        ["id": .string($0.key.rawValue), "state": .string($0.value.rawValue)]
      },
    ]
  }

  static func auditEntry(_ entry: AuditEntry) -> JSONValue {
    [
      "sequence": .integer(entry.sequence), "time": .string(entry.time.iso8601),
      "desk": .string(entry.desk.description), "employee": .text(entry.employee?.description),
      "action": .string(entry.action.rawValue), "subject": .string(entry.subject),
      "subject_id": .string(entry.subjectID), "purpose": .string(entry.purpose),
    ]
  }
}
