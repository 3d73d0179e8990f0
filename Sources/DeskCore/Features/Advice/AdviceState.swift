// What the rules say of the situation in front, from what is known of the citizen at the window.

package import Domain

/// What was said to a question.
package enum Answer: Hashable, Sendable, Codable {
  /// As `FactValue.text` writes it.
  case told(String)
  /// Nobody knows; it is no "no", and it is not asked again.
  case notKnown
}

extension State {
  /// The sheet of the situation in front, or of the visit.
  var adviceSheet: SituationSheet? {
    switch screen {
    case .situation(let shown): shown.sheet
    case .checklist(let list): list.sheet
    default: sheet
    }
  }

  /// What is known for a situation: the card, the event's date, what the situation says of everyone,
  /// what was told at earlier visits and does not have to be asked again, and what was told at this one.
  func circumstances(_ book: AdviceBook, _ sheet: SituationSheet) -> Circumstances {
    let remembered = book.values(
      of: remembered(in: sheet), today: clock.date, offset: clock.offset)
    var known = remembered.merging(toldValues(book, in: sheet.situation.id)) { $1 }
    if let birth = card?.citizen.details.birthDate { known[.birthDate] = .date(birth) }
    let isOfVisit = visit.situation == sheet.situation.id
    if isOfVisit, let event = visit.eventDate { known[.eventDate] = .date(event) }
    return book.circumstances(
      today: clock.date, region: settings.region,
      facts: book.adding(sheet.situation.facts ?? [:], to: known))
  }

  /// What was answered at this visit: in another situation than the visit's what is about the person.
  func toldValues(
    _ book: AdviceBook, in situation: LifeSituation.ID?
  ) -> [Fact.ID: FactValue] {
    var told: [Fact.ID: FactValue] = [:]
    for case (let id, .told(let text)) in visit.answers ?? [:] {
      guard let fact = book.fact(id), situation == visit.situation || fact.about == .citizen
      else { continue }
      told[id] = fact.value(text)
    }
    return told
  }

  /// What the rules say of each service of a situation; nothing where there are no rules.
  package func judgements(_ sheet: SituationSheet) -> [Service.ID: Judgement] {
    guard let book = advice else { return [:] }
    let assessment = book.assessment(in: circumstances(book, sheet))
    return Dictionary(
      sheet.services.map { ($0.id, assessment.judgement(of: $0.id)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What counts: an employee's own answer, where one stands, in place of the rule's.
  func verdicts(_ sheet: SituationSheet) -> [Service.ID: Judgement.Verdict] {
    let own = overrulings(sheet)
    return Dictionary(
      uniqueKeysWithValues: judgements(sheet).map { ($0, own[$0]?.verdict ?? $1.verdict) })
  }

  /// The employees' own answers that stand in a situation.
  func overrulings(_ sheet: SituationSheet) -> [Service.ID: Overruling] {
    var own: [Service.ID: Overruling] = [:]
    for service in sheet.services { own[service.id] = overruling(of: service.id, in: sheet) }
    return own
  }

  /// The same for a case on a card. What was told at the window is of the visit's citizen alone.
  func with(_ known: SituationCase, _ card: CitizenCard) -> State {
    var other = self
    if visit.citizen != known.citizen { other.visit = VisitInProgress() }
    other.visit.situation = known.situation
    other.visit.eventDate = known.eventDate
    other.card = card
    return other
  }

  /// The facts that somebody has said they do not know.
  private var notKnown: Set<Fact.ID> {
    Set((visit.answers ?? [:]).filter { $0.value == .notKnown }.keys)
  }

  /// What to ask next about the services of the situation in front.
  var nextQuestion: NextQuestion? {
    guard let book = advice, let sheet = adviceSheet else { return nil }
    return book.assessment(in: circumstances(book, sheet)).nextQuestion(
      over: sheet.services.map(\.id).filter { overruling(of: $0, in: sheet) == nil },
      except: notKnown)
  }

  /// Why there is nothing to ask.
  var questionObstacle: Obstacle? {
    // The rules come with the first situation: before, nobody knows whether there are any.
    guard let sheet = adviceSheet, visit.situation == sheet.situation.id else {
      return .noSituation
    }
    guard advice != nil else { return .noDecisionSupport }
    let needs = judgements(sheet).flatMap { service, judgement in
      overruling(of: service, in: sheet) == nil ? judgement.needs : []
    }
    return needs.contains { !notKnown.contains($0) } ? nil : .nothingToAsk
  }

  mutating func take(advice book: AdviceBook) {
    advice = book
  }

  /// Keeps an answer; the date of the event has its own place.
  mutating func keep(_ answer: Answer, to fact: Fact, from source: Remark.Source) {
    rememberForUndo()
    if case .told(let text) = answer, let date = CalendarDate(text), isEventDate(fact) {
      visit.eventDate = date
      showEventDate()
    } else {
      visit.answers = (visit.answers ?? [:]).merging([fact.id: answer]) { $1 }
      let isWord = source == .citizen || answer == .notKnown
      visit.sources =
        isWord ? without(fact.id) : (visit.sources ?? [:]).merging([fact.id: source]) { $1 }
    }
  }

  private func isEventDate(_ fact: Fact) -> Bool {
    guard fact.id != .eventDate else { return true }
    guard let book = advice, let stated = adviceSheet?.situation.facts?[fact.id] else {
      return false
    }
    return book.statement(stated, of: fact) == .sameAs(.eventDate)
  }

  private func without(_ fact: Fact.ID) -> [Fact.ID: Remark.Source]? {
    let sources = visit.sources?.filter { $0.key != fact }
    return sources?.isEmpty == false ? sources : nil
  }

  /// Answers about the case are those of one situation.
  mutating func forgetAnswersOfCase() {
    let answers = visit.answers?.filter { advice?.fact($0.key)?.about == .citizen } ?? [:]
    let sources = visit.sources?.filter { answers[$0.key] != nil } ?? [:]
    visit.answers = answers.isEmpty ? nil : answers
    visit.sources = sources.isEmpty ? nil : sources
    visit.overruled = nil
  }

  mutating func forgetAnswers() {
    visit.answers = nil
    visit.sources = nil
    visit.overruled = nil
  }
}
