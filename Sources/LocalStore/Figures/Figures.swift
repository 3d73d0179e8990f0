package import Domain
internal import SQLite

extension LocalStore {
  /// The centre's figures of the days from `from` to `to`, both included, as far as this desk knows
  /// them. Undone visits do not count.
  package func figures(
    from: CalendarDate, to: CalendarDate, offset: TimeZoneOffset
  ) throws(StoreError) -> PeriodFigures {
    try read { connection in
      let services = try FigureTable.services(connection)
      var tally = FigureTally(
        from: from, to: to, offset: offset, electronicServices: services.electronic,
        ratings: try RatingTable.summary(from: from, to: to, connection))
      let span = (from.start(offset: offset), to.adding(days: 1).start(offset: offset))
      try FigureTable.forEachVisit(from: span.0, before: span.1, connection) { tally.add($0) }
      try FigureTable.forEachTicket(from: span.0, before: span.1, connection) { tally.add($0) }
      return tally.finished()
    }
  }

  /// The programme's targets against the figures of a period; the trend is of the twelve months up to
  /// its last day.
  package func targets(
    of figures: PeriodFigures, baseline: TargetFigures.Baseline?, offset: TimeZoneOffset
  ) throws(StoreError) -> TargetFigures {
    let rules = try adviceBook().rules
    return try read { connection in
      let services = try FigureTable.services(connection)
      let months = try (0..<12).reversed().map { back in
        let (start, end) = Self.month(of: figures.to, back: back)
        if start == figures.from, end == figures.to {
          return TargetFigures.Month(
            start: start, electronic: figures.electronic.share,
            notBest: figures.ratings.shareNotBest)
        }
        let electronic = try FigureTable.electronic(
          from: start.start(offset: offset), before: end.adding(days: 1).start(offset: offset),
          among: services.electronic, connection)
        let ratings = try RatingTable.summary(from: start, to: end, connection)
        return TargetFigures.Month(
          start: start, electronic: electronic.share, notBest: ratings.shareNotBest)
      }
      return TargetFigures(
        electronic: figures.electronic,
        supported: services.all.intersection(rules.map(\.service)).count,
        offers: try RemarkTable.offers(
          from: figures.from.start(offset: offset),
          before: figures.to.adding(days: 1).start(offset: offset), connection),
        ratings: figures.ratings,
        baseline: baseline, months: months)
    }
  }

  /// A month before the one of `last`, whole; that one itself only up to `last`.
  private static func month(
    of last: CalendarDate, back: Int
  ) -> (start: CalendarDate, end: CalendarDate) {
    let start = last.adding(days: 1 - last.day).adding(months: -back)
    return (start, back == 0 ? last : start.adding(months: 1).adding(days: -1))
  }
}
