// What a person at the trainee's window has made of the day.

package import Domain
internal import LocalStore
package import Training

extension TrainingDay {
  package func arrival(of ticket: Ticket.ID) -> DayPlan.Arrival? {
    people[ticket].map { plan.arrivals[$0] }
  }

  /// Another one after each change of the store by others.
  package func mark() throws(StoreError) -> Int64 { try store.changeMark() }

  /// What a board calls a window of the day; the trainee's is the first.
  package static func windowName(_ number: Int, _ language: Language) -> String {
    LocalizedText(ru: "Окно \(number)", en: "Window \(number)")(language)
  }

  /// All windows are open, the trainee's too.
  package func openWindows(_ language: Language) throws(StoreError) {
    for (place, window) in windows.enumerated() {
      try store.tellPresence(
        DeskPresence(
          id: window.desk, name: Self.windowName(place + 1, language), state: .free, since: now),
        stamp(window.desk))
    }
  }

  /// How the visitor rates the visit; `nil` of one that nobody came to.
  package func rating(of visit: Visit) throws(StoreError) -> SimulatedRating? {
    guard let id = visit.ticket, let arrival = arrival(of: id), let ticket = try store.ticket(id)
    else { return nil }
    var remarks: [Remark] = []
    if let citizen = visit.citizen { remarks = try store.cardAgain(of: citizen).remarks }
    let gotOffer = remarks.contains { remark in
      guard remark.visit == visit.id, case .offer = remark.content else { return false }
      return true
    }
    return SimulatedRating(
      Experience(
        waited: ticket.waitForCall, mood: arrival.mood,
        wasHeld: ticket.steps.contains { $0.event.kind == .hold }, right: arrival.right,
        handled: visit.services, hasCard: visit.citizen != nil, note: visit.note,
        gotOffer: gotOffer))
  }

  /// - Parameters:
  ///   - keys: how many each visit took, as far as they were counted.
  ///   - helped: the steps that a trainer has done.
  package func review(
    of lesson: Lesson, keys: [Visit.ID: Review.Keys], helped: Set<String> = []
  ) throws(StoreError) -> Review {
    let seen = try observe()
    var served: [Review.Served] = []
    for visit in seen.visits {
      guard let id = visit.ticket, let arrival = arrival(of: id), let ticket = try store.ticket(id),
        let rating = try rating(of: visit)
      else { continue }
      served.append(
        Review.Served(visit, ticket, arrival, rating) { _ in keys[visit.id] ?? Review.Keys() })
    }
    var titles: [Service.ID: LocalizedText] = [:]
    for reason in served.flatMap(\.rating.reasons) {
      guard let service = reason.service else { continue }
      titles[service] = try store.serviceSheet(of: service)?.service.title
    }
    return Review(lesson, seed: plan.seed, seen: seen, served: served, helped: helped) { service in
      titles[service] ?? LocalizedText(ru: service.rawValue)
    }
  }
}

extension Ticket {
  /// Seconds until it was called for the first time; 0 before that.
  var waitForCall: Int64 {
    times.called.map { ($0.milliseconds - placed.milliseconds) / 1000 } ?? 0
  }
}

extension Review.Served {
  /// - Parameter keys: how many it took, from how many it takes at least.
  init(
    _ visit: Visit, _ ticket: Ticket, _ arrival: DayPlan.Arrival, _ rating: SimulatedRating,
    keys: (Int) -> Review.Keys
  ) {
    let shortest = KeyCount.shortest(
      services: arrival.right.services.count, card: arrival.right.needsCard,
      note: arrival.right.note?.count ?? 0)
    self.init(
      ticket: ticket.number, role: arrival.role, situation: visit.situation,
      waited: ticket.waitForCall,
      took: (visit.ended.milliseconds - visit.started.milliseconds) / 1000,
      shortest: arrival.talk, keys: keys(shortest), shortestKeys: shortest, rating: rating)
  }
}
