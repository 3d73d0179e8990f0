package import Domain
internal import SQLite

// What those who work here see of their own work, and a supervisor of theirs.

extension LocalStore {
  /// The day of whoever is signed in, at whichever desk they served; without accounts this desk's day.
  package func ownDay(_ stamp: Stamp) throws(StoreError) -> OwnDay {
    let (today, employee) = (stamp.today, stamp.author.employee)
    let whose = employee.map(Whose.employee) ?? .desk(stamp.author.desk)
    return try read { connection in
      var tally = FigureTally(
        from: today, to: today, offset: stamp.offset,
        electronicServices: try FigureTable.services(connection).electronic,
        ratings: try RatingTable.summary(from: today, to: today, connection))
      let span = (stamp.startOfDay, today.adding(days: 1).start(offset: stamp.offset))
      try FigureTable.forEachVisit(of: whose, from: span.0, before: span.1, connection) {
        tally.add($0)
      }
      try FigureTable.forEachServedTicket(
        of: whose, from: span.0, before: span.1, connection
      ) { tally.add($0) }
      let figures = tally.finished()
      return OwnDay(
        date: today, employee: employee, figures: figures,
        situations: try situations(figures, connection),
        strengths: try employee.map {
          try StrengthTable.lines(upTo: today, of: $0, connection)
        } ?? [],
        answers: try FeedbackTable.answered(
          for: employee, at: stamp.author.desk, connection
        ).map { feedback, answer in
          OwnDay.Answer(
            feedback: feedback, answer: answer,
            service: try CatalogueTable.shownTitle(.service, feedback.service.rawValue, connection))
        })
    }
  }

  private func situations(
    _ figures: PeriodFigures, _ connection: Connection
  ) throws -> [OwnDay.Situation] {
    try figures.bySituation.map { id, count in
      OwnDay.Situation(
        title: try CatalogueTable.shownTitle(.situation, id.rawValue, connection), visits: count)
    }.sorted { ($1.visits, $0.title.ru) < ($0.visits, $1.title.ru) }
  }

  /// Who is good at what, from five ratings on, of the year up to `today`.
  package func strengths(upTo today: CalendarDate) throws(StoreError) -> [StrengthLine] {
    try read { try StrengthTable.lines(upTo: today, $0) }
  }
}
