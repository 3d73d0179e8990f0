// What the panes of the situation say.

internal import Canvas
internal import DeskCore
internal import Domain

/// The words of the panes. The papers are merged once for a frame.
struct SituationWords {
  private let screen: SituationScreen
  private let words: Phrases
  private let today: CalendarDate
  private let calendar: ProductionCalendar
  /// The services of this situation that are marked for the visit.
  private let marked: [Service.ID]
  /// The papers of what is marked, or of everything.
  private let papers: [Paper]
  private let state: State
  private let advice: AdviceBook?
  private let judgements: [Service.ID: Judgement]
  private let offers: [StandingOffer]

  init(_ screen: SituationScreen, _ state: State, _ words: Phrases) {
    self.screen = screen
    self.words = words
    today = state.clock.date
    calendar = state.calendar
    let isOfVisit = state.visit.situation == screen.sheet.situation.id
    marked = isOfVisit ? state.visit.services.map(\.id) : []
    papers = screen.sheet.papers(of: marked)
    self.state = state
    advice = state.advice
    judgements = state.judgements(screen.sheet)
    offers = state.card.map { state.offers(for: $0) } ?? []
  }

  private var sheet: SituationSheet { screen.sheet }
  private var language: Language { words.language }

  /// What a pane says in that many columns, of which one stays free for the scroll marks.
  func passage(_ pane: SituationScreen.Pane, columns: Int) -> Passage {
    var passage = Passage(width: columns - 1)
    switch pane {
    case .services, .detail: addService(to: &passage)
    case .documents: addDocuments(to: &passage)
    case .deadlines: addDeadlines(to: &passage)
    }
    return passage
  }

  /// A pane's name, with how much is in it.
  func title(of pane: SituationScreen.Pane) -> String {
    switch pane {
    case .services: words.services
    case .detail: words.service
    case .documents: "\(words.documents) \(papers.count)"
    case .deadlines: "\(words.deadlines) \(sheet.situation.deadlines.count)"
    }
  }

  /// The service under the cursor, in full: first what a citizen asks at the window.
  private func addService(to passage: inout Passage) {
    guard let service = screen.selected else { return }
    let link = sheet.situation.services.first { $0.id == service.id }
    passage.add(service.title(language), .textStrong)
    addOffer(of: service, to: &passage)
    addJudgement(of: service, to: &passage)
    if let when = link?.when { passage.add(label: words.when, when(language)) }
    passage.add(label: words.after, names(of: link?.after ?? []))
    passage.add(service, sheet.papers(of: [service]), words)
  }

  /// Why the desk offers the service by itself to the citizen at the window.
  private func addOffer(of service: Service, to passage: inout Passage) {
    guard let offer = offers.first(where: { $0.service == service.id }) else { return }
    passage.add(label: words.offers.offer, offer.because(words), .statusInfo)
  }

  /// What the rule says, why, and by which act; it is not a decision.
  private func addJudgement(of service: Service, to passage: inout Passage) {
    guard let advice, let judgement = judgements[service.id] else { return }
    let verdict = judgement.verdict
    if let own = state.overruling(of: service.id, in: sheet) {
      passage.add(
        "\(own.verdict.sign) \(words.advice.overruled(own.verdict, own.reason))", own.verdict.role)
      passage.add(words.advice.byRule(verdict), .textMuted)
    } else {
      let title = words.advice.verdict(verdict)
      passage.add(
        "\(verdict.sign) \(title.prefix(1).uppercased())\(title.dropFirst())", verdict.role)
    }
    let reasons = AdviceWords(advice, words)
    let remembered = state.remembered(in: sheet)
    for reason in judgement.reasons {
      passage.add(item: reasons.text(reason), mark: "·", .text)
      // Of an answer of this visit everybody knows who gave it.
      if case .compared(let comparison, _, _, _, _) = reason,
        state.visit.answers?[comparison.fact] == nil, let remark = remembered[comparison.fact]
      {
        passage.add(reasons.said(remark, state), .textMuted, indent: 2)
      }
    }
    let rule = advice.rule(for: service.id)
    passage.add(label: words.advice.mind, rule?.note?(language) ?? "")
    for basis in rule?.legalBasis ?? [] {
      passage.add(basis.cited, .textMuted)
    }
    passage.add(words.advice.notADecision, .textMuted)
    passage.gap()
  }

  private func names(of ids: [Service.ID]) -> String {
    ids.compactMap { id in sheet.services.first { $0.id == id }?.title(language) }
      .joined(separator: "; ")
  }

  /// The papers of what is marked, or of everything: bring, copy, and what must not be asked for.
  private func addDocuments(to passage: inout Passage) {
    passage.add(marked.isEmpty ? words.allServices : words.markedServices, .textMuted)
    passage.add(papers, words)
  }

  /// The deadlines, as dates once the event's day is known; then what to ask and how to begin, which
  /// the head of a small screen cuts.
  private func addDeadlines(to passage: inout Passage) {
    let deadlines = sheet.deadlines(from: screen.eventDate, today: today, in: calendar)
    for dated in deadlines { passage.add(dated, words) }
    if deadlines.contains(where: { $0.end?.isExact == false }) {
      passage.add(words.checklist.inexact, .textMuted)
    }
    if !sheet.situation.questions.isEmpty {
      passage.gap()
      passage.add("\(words.questions):", .textStrong)
    }
    for question in sheet.situation.questions {
      passage.add(item: question.text(language), mark: "?", .text)
    }
    passage.gap()
    passage.add(label: words.care, sheet.situation.care(language))
  }
}

extension DatedDeadline.Urgency {
  var role: Role {
    switch self {
    case .unknown, .ahead: .deadline
    case .soon: .deadlineSoon
    case .passed: .deadlinePassed
    }
  }
}
