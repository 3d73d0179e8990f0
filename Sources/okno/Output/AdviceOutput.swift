// What rules say of a situation, for machines and for people.

internal import Canvas
internal import DeskCore
internal import DeskScreens
internal import Domain

/// The judgements of all services of a situation.
struct SituationAdvice {
  let sheet: SituationSheet
  let book: AdviceBook
  let circumstances: Circumstances
  /// What employees have said in place of rules.
  let overrulings: [Service.ID: Overruling]
  let calendar: ProductionCalendar
  private let assessment: Assessment

  init(
    sheet: SituationSheet, book: AdviceBook, circumstances: Circumstances,
    overrulings: [Service.ID: Overruling], calendar: ProductionCalendar
  ) {
    self.sheet = sheet
    self.book = book
    self.circumstances = circumstances
    self.overrulings = overrulings
    self.calendar = calendar
    assessment = book.assessment(in: circumstances)
  }

  func judgement(_ service: Service) -> Judgement { assessment.judgement(of: service.id) }

  /// What counts.
  func verdict(_ service: Service) -> Judgement.Verdict {
    overrulings[service.id]?.verdict ?? judgement(service).verdict
  }

  /// What has still to be asked; of what an employee has answered nothing.
  func needs(_ service: Service) -> [Fact.ID] {
    overrulings[service.id] == nil ? judgement(service).needs : []
  }

  var nextQuestion: NextQuestion? {
    assessment.nextQuestion(
      over: sheet.services.map(\.id).filter { overrulings[$0] == nil })
  }

  var eventDate: CalendarDate? {
    if case .date(let date) = circumstances[.eventDate] { date } else { nil }
  }

  /// The next day by which the service has to be asked for; the last one where all have passed.
  func deadline(_ service: Service) -> CalendarDate? {
    let days = sheet.deadlines(from: eventDate, today: circumstances.today, in: calendar)
      .filter { $0.deadline.service == service.id }.compactMap(\.lastDay)
    return days.first { $0 >= circumstances.today } ?? days.last
  }

  func legalBasis(_ service: Service) -> [LegalBasis] {
    book.rule(for: service.id)?.legalBasis ?? service.legalBasis
  }

  /// What the rule leaves out.
  func note(_ service: Service, _ language: Language) -> String? {
    book.rule(for: service.id)?.note?(language)
  }

  /// Why, in words; of a rule for everyone the author's.
  func because(_ service: Service, _ phrases: Phrases) -> [String] {
    let words = AdviceWords(book, phrases)
    return judgement(service).reasons.map(words.text)
  }
}

extension JSONValue {
  static func advice(_ advice: SituationAdvice, _ phrases: Phrases) -> JSONValue {
    [
      "situation": .string(advice.sheet.situation.id.rawValue),
      "event_date": .text(advice.eventDate?.description),
      "region": .text(advice.circumstances.region),
      "services": .array(advice.sheet.services) { service($0, advice, phrases) },
      "next_question": advice.nextQuestion.map { question($0, phrases.language) } ?? .null,
      "not_a_decision": .string(phrases.advice.notADecision),
    ]
  }

  private static func service(
    _ service: Service, _ advice: SituationAdvice, _ phrases: Phrases
  ) -> JSONValue {
    let own = advice.overrulings[service.id]
    let rule = advice.judgement(service).verdict
    let basis = JSONValue.array(advice.legalBasis(service)) {
      ["act": .string($0.act), "article": .text($0.article)]
    }
    return [
      "service": .string(service.id.rawValue),
      "title": .string(service.title(phrases.language)),
      "verdict": .string(advice.verdict(service).rawValue),
      "overruled": own.map {
        ["by_rule": .string(rule.rawValue), "reason": .string($0.reason)]
      } ?? .null,
      "because": .array(advice.because(service, phrases)) {
        ["text": .string($0), "legal_basis": basis]
      },
      "note": .text(advice.note(service, phrases.language)),
      "needs": .array(advice.needs(service)) { .string($0.rawValue) },
      "documents": .documents(of: service, advice.sheet.documents, phrases.language),
      "deadline": .text(advice.deadline(service)?.description),
    ]
  }

  private static func question(_ question: NextQuestion, _ language: Language) -> JSONValue {
    let fact = question.fact
    return [
      "fact": .string(fact.id.rawValue), "question": .string(fact.question(language)),
      "kind": .string(fact.kind.rawValue), "unit": .text(fact.unit?(language)),
      "range": fact.range.map { ["from": .integer($0.from), "to": .integer($0.to)] } ?? .null,
      "choices": .array(fact.choices ?? []) {
        ["id": .string($0.id), "title": .string($0.title(language))]
      },
      "services": .array(question.services) { .string($0.rawValue) },
    ]
  }
}

/// The same as text for a person: what is due first, then what to ask about.
struct AdviceText {
  let advice: SituationAdvice
  let phrases: Phrases

  var text: String {
    var lines = [advice.sheet.situation.title(phrases.language)]
    for verdict in Judgement.Verdict.allCases {
      let services = advice.sheet.services.filter { advice.verdict($0) == verdict }
      guard !services.isEmpty else { continue }
      lines += ["", "\(phrases.advice.verdict(verdict)):"]
      lines += services.flatMap { paragraph($0, verdict) }
    }
    if let question = advice.nextQuestion {
      lines += [
        "", "\(phrases.advice.nextQuestion): \(question.fact.question(phrases.language))",
        "  --fact \(question.fact.id)=…",
      ]
    }
    lines += ["", phrases.advice.notADecision]
    return lines.map(VisibleText.sanitised).joined(separator: "\n")
  }

  private func paragraph(_ service: Service, _ verdict: Judgement.Verdict) -> [String] {
    let until = advice.deadline(service).map { ", \(phrases.until(typed($0)))" } ?? ""
    var lines = ["  — \(service.title(phrases.language))  (\(service.id))\(until)"]
    if let own = advice.overrulings[service.id] {
      lines += [
        "      \(phrases.advice.overruled(own.verdict, own.reason))",
        "      \(phrases.advice.byRule(advice.judgement(service).verdict))",
      ]
    }
    lines += advice.because(service, phrases).map { "      \($0)" }
    if let note = advice.note(service, phrases.language) {
      lines.append("      \(phrases.advice.mind): \(note)")
    }
    guard verdict == .due else { return lines }
    for paper in advice.sheet.papers(of: [service]) where paper.origin == .bring {
      let options = paper.options.map { $0.document.title(phrases.language) }
      lines.append(
        "      \(phrases.origin(.bring)): \(options.joined(separator: " / "))")
    }
    return lines
  }
}
