/// Adds up what happened to the figures of a period.
package struct FigureTally {
  /// What a wait may be, in milliseconds: 15 minutes (Government Decree 1376 of 22.12.2012, the rules of
  /// centres, on the wait for applying and for the result).
  package static let waitLimit: Int64 = 15 * 60_000

  private var figures: PeriodFigures
  private let offset: TimeZoneOffset
  private let electronicServices: Set<Service.ID>
  private var waits: [Int64] = []
  private var servings: [Int64] = []

  /// - Parameter electronicServices: what the catalogue has on a portal or as proactive.
  package init(
    from: CalendarDate, to: CalendarDate, offset: TimeZoneOffset,
    electronicServices: Set<Service.ID>, ratings: RatingSummary
  ) {
    figures = PeriodFigures(from: from, to: to, ratings: ratings)
    self.offset = offset
    self.electronicServices = electronicServices
  }

  /// Whether it lies in the period is the caller's to know.
  package mutating func add(_ visit: VisitFact) {
    figures.visits += 1
    figures.bySituation[visit.situation, default: 0] += 1
    figures.byChannel[visit.channel, default: 0] += 1
    figures.byDesk[visit.desk, default: 0] += 1
    let (date, time) = visit.started.civil(offset: offset)
    figures.byDay[date, default: 0] += 1
    figures.byHour[time.hour] += 1
    for line in visit.services { add(line, visit.channel) }
    // One that was entered without a screen has no length.
    let length = visit.ended.milliseconds - visit.started.milliseconds
    if length > 0 { servings.append(length) }
  }

  private mutating func add(_ line: Visit.Line, _ channel: VisitChannel) {
    figures.services += 1
    figures.byService[line.id, default: 0] += 1
    figures.byOutcome[line.outcome, default: 0] += 1
    guard electronicServices.contains(line.id) else { return }
    figures.electronic.possible += 1
    if channel == .online { figures.electronic.done += 1 }
  }

  package mutating func add(_ ticket: TicketFact) {
    figures.tickets.issued += 1
    switch ticket.state {
    case .done: figures.tickets.done += 1
    case .noShow: figures.tickets.noShow += 1
    case .left: figures.tickets.left += 1
    case .waiting, .called, .serving, .held, .redirected: break
    }
    if let called = ticket.called {
      // Desks' clocks differ: no wait is below nothing.
      waits.append(max(0, called.milliseconds - ticket.issued.milliseconds))
    }
  }

  package func finished() -> PeriodFigures {
    var figures = figures
    figures.waiting = Lengths(waits, limit: Self.waitLimit)
    figures.serving = Lengths(servings)
    return figures
  }
}

extension Service {
  /// How a service can be had without coming: on a portal, or because the state starts it by itself.
  package static let electronicChannels: Set<Channel> = [.portal, .proactive]
}
