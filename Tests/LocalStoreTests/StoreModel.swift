import Domain

/// What a store should answer, in the simplest way: lists, and everything worked out anew.
struct StoreModel {
  struct LoggedVisit {
    var visit: Visit
    var eventDate: CalendarDate?
    var isUndone = false
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
  var ratings: [RatingResult] = []
  var draft: String?
  var settings: [String: String] = [:]
  var auditCount = 0

  mutating func log(_ visit: Visit, eventDate: CalendarDate?) {
    visits.append(LoggedVisit(visit: visit, eventDate: eventDate))
    auditCount += 1
  }

  /// The cases of a citizen, worked out from the visits that count.
  func states(of citizen: Citizen.ID) -> [CaseState] {
    let counted = visits.filter { $0.visit.citizen == citizen && !$0.isUndone }
      .sorted { ($0.visit.ended, $0.visit.id) < ($1.visit.ended, $1.visit.id) }
    var cases: [[LoggedVisit]] = []
    for logged in counted {
      if let place = place(of: logged, among: cases) {
        cases[place].append(logged)
      } else {
        cases.append([logged])
      }
    }
    return cases.map { state(of: $0) }
  }

  private func place(of logged: LoggedVisit, among cases: [[LoggedVisit]]) -> Int? {
    let newestFirst = cases.indices.filter {
      cases[$0][0].visit.situation == logged.visit.situation
    }
    .sorted { (cases[$0][0].visit.started, $0) > (cases[$1][0].visit.started, $1) }
    let states = newestFirst.map { ($0, state(of: cases[$0])) }
    if let eventDate = logged.eventDate,
      let same = states.first(where: { $0.1.eventDate == eventDate })
    {
      return same.0
    }
    return states.first { _, state in
      let mayBeTheSame = logged.eventDate == nil || state.eventDate == nil
      let days = state.closed.map {
        (logged.visit.ended.milliseconds - $0.milliseconds) / 86_400_000
      }
      return mayBeTheSame && (days ?? 0) < 365
    }?.0
  }

  private func state(of counted: [LoggedVisit]) -> CaseState {
    var state = CaseState(
      situation: counted[0].visit.situation, eventDate: counted.compactMap(\.eventDate).first,
      opened: counted[0].visit.started, services: [:])
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
    }
    auditCount += 1
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
