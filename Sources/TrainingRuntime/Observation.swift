package import Domain
internal import LocalStore
package import Training

extension TrainingDay {
  /// What the store says of the day so far.
  package func observe() throws(StoreError) -> Observed {
    let date = plan.opens.date(offset: plan.offset)
    let day = try store.tickets(from: date, to: date, offset: plan.offset)
    var cast: [String: Ticket] = [:]
    for ticket in day {
      guard let person = people[ticket.id], let role = plan.arrivals[person].role else { continue }
      cast[role] = ticket
    }
    let visits = try store.visits(from: date, to: date, offset: plan.offset)
      .sorted { ($0.ended, $0.id) < ($1.ended, $1.id) }
    let ratings = try store.ratingSummary(from: date, to: date)
    var seen = Observed(
      tickets: cast, day: day, visits: visits, answered: ratings.count + ratings.declined,
      desk: store.desk, opens: plan.opens, offset: plan.offset, now: now)
    let castTickets = Set(cast.values.map(\.id))
    for visit in visits where visit.ticket.map(castTickets.contains) ?? false {
      guard let citizen = visit.citizen else { continue }
      let card = try store.cardAgain(of: citizen)
      seen.remarks[citizen] = card.remarks
      seen.eventDates[citizen] = Set(
        card.cases.filter { $0.situation == visit.situation }.compactMap(\.eventDate))
    }
    return seen
  }
}
