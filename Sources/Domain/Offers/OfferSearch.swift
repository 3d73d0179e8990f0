/// Finds what to offer a citizen on a day, from the card, what was said, and the cases.
package struct OfferSearch: Sendable {
  /// How many days before its last day a service is offered, and how long after.
  package static let daysAhead = 14
  package static let daysPast = 60

  private let advice: AdviceBook
  private let book: OfferBook
  private let card: CitizenCard
  /// What was said at this visit.
  private let told: [Fact.ID: FactValue]
  private let calendar: ProductionCalendar
  private let region: String?
  private let today: CalendarDate
  private let offset: TimeZoneOffset

  package init(
    _ advice: AdviceBook, _ book: OfferBook, for card: CitizenCard,
    told: [Fact.ID: FactValue] = [:], in calendar: ProductionCalendar, region: String?,
    today: CalendarDate, offset: TimeZoneOffset
  ) {
    self.advice = advice
    self.book = book
    self.card = card
    self.told = told
    self.calendar = calendar
    self.region = region
    self.today = today
    self.offset = offset
  }

  /// Those with the nearest last day first, then in the catalogue's order.
  package var standing: [StandingOffer] {
    var seen: Set<Service.ID> = []
    let all = (deadlines + worded + proactive).enumerated().sorted { left, right in
      let (one, other) = (left.element.until, right.element.until)
      let days = (one?.dayNumber ?? .max, other?.dayNumber ?? .max)
      return days.0 == days.1 ? left.offset < right.offset : days.0 < days.1
    }.map { $0.element }
    return all.compactMap(answered).filter { seen.insert($0.service).inserted }
  }

  /// `nil` for what was taken or declined, and for what is not wanted today.
  private func answered(_ offer: StandingOffer) -> StandingOffer? {
    guard
      let remark = card.remarks.answer(to: offer.id, for: offer.occasion),
      case .offer(_, let answer, _, _) = remark.content
    else { return offer }
    guard answer == .notToday, remark.told.date(offset: offset) < today else { return nil }
    var offer = offer
    offer.wasPutOff = true
    return offer
  }

  private var openCases: [SituationCase] { card.cases.filter { $0.closed == nil } }
}

// What is known.
extension OfferSearch {
  /// Of the citizen in a case, or in none.
  private func circumstances(in open: SituationCase?) -> Circumstances {
    let remarks = card.remarks.answers(in: open?.situation ?? "", since: open?.opened)
    var known = advice.values(of: remarks, today: today, offset: offset).merging(told) { $1 }
    if let birth = card.citizen.details.birthDate { known[.birthDate] = .date(birth) }
    if let event = open?.eventDate { known[.eventDate] = .date(event) }
    let stated = open.flatMap { book.situations[$0.situation]?.facts } ?? [:]
    return advice.circumstances(
      today: today, region: region, facts: advice.adding(stated, to: known))
  }

  /// Whether the service was asked for, or given, on that day or later.
  private func isSeenTo(_ service: Service.ID, since day: CalendarDate?) -> Bool {
    card.visits.contains { visit in
      visit.services.contains { line in
        line.id == service && (line.outcome == .accepted || line.outcome == .issued)
      } && (day.map { visit.ended.date(offset: offset) >= $0 } ?? true)
    }
  }
}

// The catalogue's own offers.
extension OfferSearch {
  private var worded: [StandingOffer] {
    let all = [circumstances(in: nil)] + card.cases.map { circumstances(in: $0) }
    return book.offers.compactMap { offer in
      all.lazy.compactMap { standing(offer, in: $0) }.first
    }
  }

  private func standing(_ offer: Offer, in circumstances: Circumstances) -> StandingOffer? {
    let from = offer.from.map { day($0, in: circumstances) }
    let until = offer.until.map { day($0, in: circumstances) }
    // A day that has to be known and is not.
    guard from != .some(nil), until != .some(nil) else { return nil }
    let (first, last) = (from ?? nil, until ?? nil)
    guard first.map({ $0 <= today }) ?? true, last.map({ today <= $0 }) ?? true,
      offer.when.map({ $0.truth(in: circumstances) == .yes }) ?? true,
      !isSeenTo(offer.service, since: first)
    else { return nil }
    return StandingOffer(
      id: offer.id, service: offer.service, situation: offer.situation,
      reason: .worded(offer.reason), until: last,
      occasion: occasion(of: offer, first, circumstances))
  }

  private func day(_ wanted: OfferDay, in circumstances: Circumstances) -> CalendarDate? {
    switch wanted.origin {
    case .fact(let fact):
      guard case .date(let date) = circumstances[fact] else { return nil }
      return wanted.day(from: date)
    case .issued(let service):
      return card.visits.filter { visit in
        visit.services.contains { $0.id == service && $0.outcome == .issued }
      }.map { $0.ended.date(offset: offset) }.max().map(wanted.day)
    }
  }

  /// The first day and the answers on which the offer rests: another one, and it is made anew.
  private func occasion(
    of offer: Offer, _ first: CalendarDate?, _ circumstances: Circumstances
  ) -> String {
    let facts = Set((offer.when?.comparisons ?? []).map(\.fact)).subtracting([.age, .today])
    let answers = facts.sorted().compactMap { fact in
      circumstances[fact].map { "\(fact)=\($0.text)" }
    }
    return ([first?.description].compactMap(\.self) + answers).joined(separator: ";")
  }
}

// What follows from open cases.
extension OfferSearch {
  private var deadlines: [StandingOffer] {
    openCases.flatMap { open -> [StandingOffer] in
      guard let event = open.eventDate, let situation = book.situations[open.situation] else {
        return []
      }
      let assessment = advice.assessment(in: circumstances(in: open))
      return situation.deadlines.compactMap { deadline -> StandingOffer? in
        guard let service = deadline.service, isOpen(service, in: open) else { return nil }
        let last = deadline.within.end(from: event, in: calendar).day
        let left = last.dayNumber - today.dayNumber
        guard (-Self.daysPast...Self.daysAhead).contains(left) else { return nil }
        guard verdict(of: service, in: open, assessment) != .notDue else { return nil }
        return StandingOffer(
          id: Offer.ID(rawValue: "deadline-\(open.situation)-\(service)"), service: service,
          situation: open.situation, reason: .deadline(deadline.title), until: last,
          occasion: "\(event)")
      }
    }
  }

  private var proactive: [StandingOffer] {
    openCases.flatMap { open -> [StandingOffer] in
      guard let situation = book.situations[open.situation] else { return [] }
      let assessment = advice.assessment(in: circumstances(in: open))
      return situation.services.map(\.id).filter { service in
        book.proactive.contains(service) && isOpen(service, in: open)
          && verdict(of: service, in: open, assessment) == .due
      }.map { service in
        StandingOffer(
          id: Offer.ID(rawValue: "due-\(open.situation)-\(service)"), service: service,
          situation: open.situation, reason: .proactive,
          occasion: open.eventDate?.description ?? "\(open.opened.date(offset: offset))")
      }
    }
  }

  /// An employee's own answer in the case comes before the rule's.
  private func verdict(
    of service: Service.ID, in open: SituationCase, _ assessment: Assessment
  ) -> Judgement.Verdict {
    let own = card.remarks.verdicts(in: open.situation, since: open.opened)[service]
    if case .verdict(_, let verdict, _) = own?.content { return verdict }
    return assessment.judgement(of: service).verdict
  }

  /// Nothing was asked for yet in the case.
  private func isOpen(_ service: Service.ID, in open: SituationCase) -> Bool {
    switch open.services[service] {
    case nil, .open, .consulted: true
    case .accepted, .issued, .refused, .redirected: false
    }
  }
}
