/// The figures of some days. The board, the report and the page of targets all show these.
package struct PeriodFigures: Hashable, Sendable {
  /// How the tickets ended that were issued in the period.
  package struct Tickets: Hashable, Sendable {
    package var issued = 0
    package var done = 0
    package var noShow = 0
    package var left = 0
    /// Those that wait or are at a window still.
    package var open: Int { issued - done - noShow - left }

    package init() {}
  }

  /// Services that could be had electronically, and were.
  package struct Electronic: Hashable, Sendable {
    /// Services of visits that the catalogue has on a portal or as proactive.
    package var possible = 0
    /// Those of them that were given in a visit that came online.
    package var done = 0

    /// 0 to 1; absent where there was none.
    package var share: Double? { possible == 0 ? nil : Double(done) / Double(possible) }

    package init() {}
  }

  package let from: CalendarDate
  package let to: CalendarDate
  package internal(set) var visits = 0
  package internal(set) var bySituation: [LifeSituation.ID: Int] = [:]
  package internal(set) var byChannel: [VisitChannel: Int] = [:]
  package internal(set) var byDesk: [Identifier<Desk>: Int] = [:]
  package internal(set) var byDay: [CalendarDate: Int] = [:]
  /// Visits by the hour in which they began, 0 to 23.
  package internal(set) var byHour = [Int](repeating: 0, count: 24)
  /// Services of visits: one visit may have several, or none.
  package internal(set) var services = 0
  package internal(set) var byService: [Service.ID: Int] = [:]
  package internal(set) var byOutcome: [Outcome: Int] = [:]
  package internal(set) var electronic = Electronic()
  package internal(set) var tickets = Tickets()
  /// From the issue of a ticket to its first call; absent where none was called.
  package internal(set) var waiting: Lengths?
  /// From the beginning of a visit to its end; absent where no visit has a length.
  package internal(set) var serving: Lengths?
  package let ratings: RatingSummary

  init(from: CalendarDate, to: CalendarDate, ratings: RatingSummary) {
    self.from = from
    self.to = to
    self.ratings = ratings
  }

  /// Days of the period, both ends included.
  package var days: Int { to.dayNumber - from.dayNumber + 1 }
}

extension RatingSummary {
  /// How often a rating was asked for.
  package var asked: Int { count + declined + skipped + timedOut }

  /// The share of askings that brought an answer, 0 to 1; absent where nobody was asked.
  package var responseRate: Double? { asked == 0 ? nil : Double(count) / Double(asked) }

  /// The share of answers that are not the best, 0 to 1; absent where there is no batch.
  package var shareNotBest: Double? { shareBest.map { 1 - $0 } }
}
