// What is said about the catalogue, the own day and the targets, in memory.

package import DeskCore
package import Domain

extension MemoryStore {
  func ownDay() -> OwnDay {
    let summary = day(Sample.now.date(offset: .moscow))
    var tally = FigureTally(
      from: Sample.now.date(offset: .moscow), to: Sample.now.date(offset: .moscow),
      offset: .moscow, electronicServices: [], ratings: summary.ratings)
    var counts: [LifeSituation.ID: (title: LocalizedText, count: Int)] = [:]
    for line in summary.visits {
      let visit = line.visit
      tally.add(
        VisitFact(
          situation: visit.situation, services: visit.services, channel: visit.channel,
          desk: Sample.id(800), started: visit.started, ended: visit.ended))
      counts[visit.situation, default: (line.situationTitle, 0)].count += 1
    }
    let answers = feedback.flatMap { line in
      line.feedback.answers.filter { !noted.contains($0.id) }.map {
        OwnDay.Answer(feedback: line.feedback, answer: $0, service: line.service)
      }
    }
    return OwnDay(
      date: Sample.now.date(offset: .moscow), employee: roster.hasAccounts ? Sample.orlov.id : nil,
      figures: tally.finished(),
      situations: counts.values.sorted { $0.title.ru < $1.title.ru }.map {
        OwnDay.Situation(title: $0.title, visits: $0.count)
      },
      strengths: roster.hasAccounts
        ? strengths.filter { $0.strength.employee == Sample.orlov.id } : [],
      answers: answers)
  }

  mutating func give(_ draft: FeedbackDraft, at now: Instant) -> Event {
    let title = SampleCatalogue.all.flatMap(\.services).first { $0.id == draft.service }?.title
    feedback.insert(
      FeedbackLine(
        feedback: Feedback(
          id: draft.id, kind: draft.kind, service: draft.service, situation: draft.situation,
          text: draft.text, seen: draft.seen, catalogue: "bundled 01", employee: nil,
          desk: Sample.id(800), given: now),
        service: title ?? LocalizedText(ru: draft.service.rawValue), author: ""), at: 0)
    return .feedbackDone(.given)
  }

  mutating func take(_ answer: FeedbackAnswer, to id: Feedback.ID) -> Event {
    guard let place = feedback.firstIndex(where: { $0.feedback.id == id }) else {
      return .failed(.notFound(kind: "feedback", id: "\(id)"))
    }
    feedback[place].feedback.answers.append(answer)
    return .feedbackDone(.answered)
  }

  mutating func note(_ ids: [FeedbackAnswer.ID]) -> Event? {
    noted.formUnion(ids)
    return nil
  }
}

extension Sample {
  /// One that nobody has answered, and one with an answer.
  package static let feedback: [FeedbackLine] = [
    line(921, "Пошлина теперь 500 руб.", author: "Орлов П. Н."),
    line(
      922, "Справку больше не спрашивают", author: "Окно 3",
      answers: [
        FeedbackAnswer(
          id: id(931), text: "Верно, исправят к понедельнику", employee: smirnova.id,
          time: now + -600)
      ]),
  ]

  private static func line(
    _ number: UInt64, _ text: String, author: String, answers: [FeedbackAnswer] = []
  ) -> FeedbackLine {
    let service = SampleCatalogue.birth.services[0]
    return FeedbackLine(
      feedback: Feedback(
        id: id(number), kind: .wrongEntry, service: service.id,
        situation: SampleCatalogue.birth.situation.id, text: text,
        seen: "Свидетельство\n• Паспорт", catalogue: "release 3", employee: orlov.id,
        desk: id(800), given: now + -3600, answers: answers),
      service: service.title, author: author)
  }

  package static let strengths: [StrengthLine] = [
    strength(orlov, given: 12, best: 9), strength(smirnova, given: 5, best: 5),
  ]

  private static func strength(_ employee: Employee, given: Int, best: Int) -> StrengthLine {
    let situation = SampleCatalogue.birth.situation
    return StrengthLine(
      strength: Strength(
        employee: employee.id, situation: situation.id, given: given, best: best),
      situation: situation.title, employee: employee.name)
  }

  package static let targetPage: TargetPage = {
    let today = now.date(offset: .moscow)
    var electronic = PeriodFigures.Electronic()
    (electronic.possible, electronic.done) = (1200, 300)
    var ratings = RatingSummary.none
    (ratings.count, ratings.declined, ratings.shareCount) = (200, 100, 200)
    ratings.shareBest = 0.85
    ratings.notBestByCriterion = [.waitingTime: 0.08, .clarity: 0.05]
    let first = today.adding(days: 1 - today.day)
    return TargetPage(
      from: first, to: today,
      targets: TargetFigures(
        electronic: electronic, supported: 180, ratings: ratings,
        baseline: TargetFigures.Baseline(year: 2024, notBest: 0.2),
        months: (0..<12).reversed().map { month(first.adding(months: -$0), back: $0) }))
  }()

  /// Shares that grow and fall; of the oldest months nothing is told.
  private static func month(_ start: CalendarDate, back: Int) -> TargetFigures.Month {
    let electronic: Double? = back > 3 ? nil : 0.25 - 0.05 * Double(back)
    let notBest: Double? = back > 5 ? nil : 0.15 + 0.01 * Double(back)
    return TargetFigures.Month(start: start, electronic: electronic, notBest: notBest)
  }
}
