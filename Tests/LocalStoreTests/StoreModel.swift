import Domain

/// What a store should answer, in the simplest way: lists, and everything worked out anew.
struct StoreModel {
  struct LoggedVisit {
    var visit: Visit
    var eventDate: CalendarDate?
    var caseNumber: Int?
    var isUndone = false
  }

  struct Case {
    var number: Int
    var citizen: Citizen.ID
    var situation: LifeSituation.ID
    var opened: Instant
  }

  /// A case without its id, which the store mints.
  struct CaseState: Hashable {
    var situation: LifeSituation.ID
    var eventDate: CalendarDate?
    var opened: Instant
    var closed: Instant?
    var services: [Service.ID: SituationCase.Progress]
  }

  var citizens: [Citizen.ID: Citizen] = [:]
  var visits: [LoggedVisit] = []
  var cases: [Case] = []
  var ratings: [RatingResult] = []
  var draft: String?
  var settings: [String: String] = [:]
  var auditCount = 0

  mutating func log(_ visit: Visit, eventDate: CalendarDate?) {
    var logged = LoggedVisit(visit: visit, eventDate: eventDate)
    logged.caseNumber = visit.citizen.map { citizen in
      if let known = caseNumber(citizen, visit, eventDate) { return known }
      cases.append(
        Case(
          number: cases.count, citizen: citizen, situation: visit.situation, opened: visit.started))
      return cases.count - 1
    }
    visits.append(logged)
    auditCount += 1
  }

  private func caseNumber(
    _ citizen: Citizen.ID, _ visit: Visit, _ eventDate: CalendarDate?
  ) -> Int? {
    let living = cases.filter {
      $0.citizen == citizen && $0.situation == visit.situation && state(of: $0) != nil
    }
    let newestFirst = living.sorted { ($0.opened, $0.number) > ($1.opened, $1.number) }
    let states = newestFirst.compactMap { one in state(of: one).map { (one.number, $0) } }
    if let eventDate, let same = states.first(where: { $0.1.eventDate == eventDate }) {
      return same.0
    }
    return states.first { _, state in
      let mayBeTheSame = eventDate == nil || state.eventDate == nil
      let days = state.closed.map { (visit.ended.milliseconds - $0.milliseconds) / 86_400_000 }
      return mayBeTheSame && (days ?? 0) < 365
    }?.0
  }

  /// `nil` once all its visits are undone.
  private func state(of one: Case) -> CaseState? {
    let counted = visits.filter { $0.caseNumber == one.number && !$0.isUndone }
    guard !counted.isEmpty else { return nil }
    var state = CaseState(
      situation: one.situation, eventDate: counted.compactMap(\.eventDate).first,
      opened: one.opened, services: [:])
    for logged in counted {
      for line in logged.visit.services {
        let before = state.services[line.id]
        let isOnlyAdvice = line.outcome == .consulted && before != nil
        state.services[line.id] = isOnlyAdvice ? before : SituationCase.Progress(line.outcome)
      }
      let isSettled = state.services.values.allSatisfy { $0 == .issued || $0 == .refused }
      if !isSettled || state.services.isEmpty { state.closed = nil }
      if isSettled, !state.services.isEmpty, state.closed == nil {
        state.closed = logged.visit.ended
      }
    }
    return state
  }

  mutating func undo(_ index: Int) {
    visits[index].isUndone = true
    auditCount += 1
  }

  mutating func erase(_ id: Citizen.ID) {
    citizens[id] = nil
    for index in visits.indices where visits[index].visit.citizen == id {
      visits[index].visit.citizen = nil
      visits[index].visit.note = ""
      visits[index].caseNumber = nil
    }
    auditCount += 1
  }

  func states(of citizen: Citizen.ID) -> [CaseState] {
    cases.filter { $0.citizen == citizen }.compactMap { state(of: $0) }
  }

  /// The newest first.
  var listed: [Visit] {
    visits.enumerated().filter { !$0.element.isUndone }
      .sorted { ($0.element.visit.started, $0.offset) > ($1.element.visit.started, $1.offset) }
      .map(\.element.visit)
  }

  var given: [Int] {
    ratings.compactMap { if case .given(let score, _) = $0 { score } else { nil } }
  }
}
