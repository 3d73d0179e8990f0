package import Domain

/// What the store says of the day, as far as checks ask: they look at what came of it, never at keys.
package struct Observed: Hashable, Sendable {
  /// The tickets of the cast, by their ids in the lesson; absent who has not come yet.
  package var tickets: [String: Ticket]
  /// All tickets of the day.
  package var day: [Ticket]
  /// Those of the trainee's desk that were not taken back.
  package var visits: [Visit]
  /// The event dates that the cases of visitors know.
  package var eventDates: [Citizen.ID: Set<CalendarDate>]
  package var remarks: [Citizen.ID: [Remark]]
  /// Ratings that were given or declined by the visitors themselves.
  package var answered: Int
  package var desk: Identifier<Desk>
  package var opens: Instant
  package var offset: TimeZoneOffset
  package var now: Instant

  package init(
    tickets: [String: Ticket], day: [Ticket], visits: [Visit],
    eventDates: [Citizen.ID: Set<CalendarDate>] = [:], remarks: [Citizen.ID: [Remark]] = [:],
    answered: Int = 0, desk: Identifier<Desk>, opens: Instant, offset: TimeZoneOffset, now: Instant
  ) {
    self.tickets = tickets
    self.day = day
    self.visits = visits
    self.eventDates = eventDates
    self.remarks = remarks
    self.answered = answered
    self.desk = desk
    self.opens = opens
    self.offset = offset
    self.now = now
  }

  package func visit(of who: String) -> Visit? {
    guard let ticket = tickets[who] else { return nil }
    return visits.last { $0.ticket == ticket.id }
  }
}

extension Check {
  /// Whether it is so now. What may still go wrong is so until it does.
  package func holds(in seen: Observed) -> Bool {
    let ticket = who.flatMap { seen.tickets[$0] }
    let visit = who.flatMap { seen.visit(of: $0) }
    switch kind {
    case .served: return ticket?.state == .done
    case .service:
      return visit?.services.contains { line in
        line.id == service && (outcome == nil || line.outcome == outcome)
      } ?? false
    case .noService: return visit.map { !$0.services.contains { $0.id == service } } ?? false
    case .first: return visit.map { $0.services.first?.id == service } ?? false
    case .note: return visit.map { mentions($0.note) } ?? false
    case .card: return visit?.citizen != nil
    case .eventDate:
      return visit?.citizen.flatMap { seen.eventDates[$0] }?.isEmpty == false
    case .waited: return ticket.map { isInTime($0, seen.now) } ?? false
    case .before:
      guard let first = ticket?.times.called else { return false }
      return than.flatMap { seen.tickets[$0]?.times.called }.map { first < $0 } ?? true
    case .left:
      return seen.day.count { $0.state == .left || $0.state == .noShow } <= count ?? 0
    case .servedBetween: return servedBetween(seen) >= count ?? 0
    case .rated: return seen.answered >= count ?? 0
    case .offered:
      return visit?.citizen.flatMap { seen.remarks[$0] }?.contains(where: isAnswer) ?? false
    case .settled:
      return ticket.map { ticket in
        !ticket.isDoubled && ticket.steps.contains { $0.event.kind == .settle }
      } ?? false
    case .prioritised: return ticket?.steps.contains { $0.event.kind == .prioritise } ?? false
    case .moved:
      return ticket?.steps.contains { step in
        guard case .move(.situation(let target)) = step.event else { return false }
        return target == situation
      } ?? false
    case .reopened: return ticket?.steps.contains { $0.event.kind == .reopen } ?? false
    }
  }

  private func mentions(_ note: String) -> Bool {
    let text = note.lowercased()
    return words?.contains { text.contains($0.lowercased()) } ?? false
  }

  private func isInTime(_ ticket: Ticket, _ now: Instant) -> Bool {
    let end = ticket.times.called ?? ticket.times.ended ?? now
    return end.milliseconds - ticket.placed.milliseconds <= Int64(minutes ?? 0) * 60_000
  }

  private func servedBetween(_ seen: Observed) -> Int {
    guard let from, let until else { return 0 }
    let day = seen.opens.date(offset: seen.offset)
    let span = from.instant(on: day, seen.offset)..<until.instant(on: day, seen.offset)
    return seen.day.count { ticket in
      ticket.desk == seen.desk && ticket.state == .done
        && (ticket.times.ended.map(span.contains) ?? false)
    }
  }

  private func isAnswer(_ remark: Remark) -> Bool {
    guard case .offer(let made, _, _, _) = remark.content else { return false }
    return made == offer
  }
}
