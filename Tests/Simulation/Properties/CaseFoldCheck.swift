import Domain

/// Cases as the rules make them of the visits, worked out apart from the store.
enum CaseFoldCheck {
  struct Visit {
    var id: UUIDv7
    var citizen: Citizen.ID
    var situation: LifeSituation.ID
    var started: Instant
    var ended: Instant
    var eventDate: CalendarDate?
    var lines: [(Service.ID, Outcome)]

    /// `nil` for a visit that belongs to no case: an anonymous one, or one that was undone.
    init?(_ id: UUIDv7, _ body: JSON) {
      guard body["undone"] == .null,
        let citizen = body["citizen"].string.flatMap({ Citizen.ID($0) }),
        let situation = body["situation"].string,
        let started = body["started"].string.flatMap({ Instant(iso8601: $0) }),
        let ended = body["ended"].string.flatMap({ Instant(iso8601: $0) }),
        case .array(let services) = body["services"]
      else { return nil }
      self.id = id
      self.citizen = citizen
      self.situation = LifeSituation.ID(rawValue: situation)
      self.started = started
      self.ended = ended
      eventDate = body["event_date"].string.flatMap { CalendarDate($0) }
      lines = services.compactMap { line in
        guard let service = line["id"].string,
          let outcome = line["outcome"].string.flatMap({ Outcome(rawValue: $0) })
        else { return nil }
        return (Service.ID(rawValue: service), outcome)
      }
    }
  }

  private struct Group: Hashable {
    var citizen: Citizen.ID
    var situation: LifeSituation.ID
  }

  static func lines(_ visits: [Visit]) -> [String] {
    var groups: [Group: [SituationCase]] = [:]
    for visit in visits.sorted(by: { ($0.ended, $0.id) < ($1.ended, $1.id) }) {
      let group = Group(citizen: visit.citizen, situation: visit.situation)
      var cases = groups[group] ?? []
      let place = SituationCase.match(cases, eventDate: visit.eventDate, at: visit.ended) ?? 0
      if SituationCase.match(cases, eventDate: visit.eventDate, at: visit.ended) == nil {
        cases.insert(
          SituationCase(
            id: SituationCase.ID(visit.id), citizen: visit.citizen, situation: visit.situation,
            opened: visit.started), at: 0)
      }
      take(visit, into: &cases[place])
      cases.sort { $0.opened > $1.opened }
      groups[group] = cases
    }
    return groups.values.flatMap { $0 }.map(line).sorted()
  }

  private static func take(_ visit: Visit, into found: inout SituationCase) {
    found.eventDate = found.eventDate ?? visit.eventDate
    for (service, outcome) in visit.lines {
      found.services[service] = (found.services[service] ?? .open).after(outcome)
    }
    let isSettled = !found.services.isEmpty && found.services.values.allSatisfy(\.isSettled)
    found.closed = isSettled ? found.closed ?? visit.ended : nil
  }

  /// Without the id, which the desks may choose.
  static func line(_ found: SituationCase) -> String {
    let services = found.services.map { "\($0.key) \($0.value.rawValue)" }.sorted()
    return [
      "\(found.citizen)", found.situation.rawValue, found.eventDate?.description ?? "",
      found.opened.iso8601, found.closed?.iso8601 ?? "", services.joined(separator: ","),
    ].joined(separator: "|")
  }
}
