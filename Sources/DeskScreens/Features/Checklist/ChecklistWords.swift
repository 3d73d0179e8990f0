// What the list says: the same for the screen and for paper.

internal import Canvas
internal import DeskCore
internal import Domain

struct ChecklistWords {
  private let list: Checklist
  private let words: Phrases

  init(_ list: Checklist, _ words: Phrases) {
    self.list = list
    self.words = words
  }

  private var phrases: ChecklistPhrases { words.checklist }
  private var language: Language { words.language }

  func passage(columns: Int) -> Passage {
    var passage = Passage(width: columns)
    addHead(to: &passage)
    if list.steps.isEmpty { passage.add(phrases.nothingLeft, .textStrong) }
    addPapers(to: &passage)
    addSteps(to: &passage)
    addFees(to: &passage)
    addDeadlines(to: &passage)
    addExcluded(to: &passage)
    addDoubts(to: &passage)
    passage.gap()
    passage.add(phrases.reference, .textMuted)
    if let address = list.rateAt { passage.add(phrases.rateLater(address), .text) }
    return passage
  }

  private func addHead(to passage: inout Passage) {
    passage.add(phrases.title(list.situation.title(language)), .heading)
    let parts = [
      typed(list.today), list.eventDate.map { words.eventOn(typed($0)) },
      list.coversSituation ? phrases.wholeSituation : nil,
    ]
    passage.add(parts.compactMap(\.self).joined(separator: " · "), .textMuted)
    passage.gap()
  }

  private func addPapers(to passage: inout Passage) {
    for origin in Document.Origin.strictestFirst {
      let group = list.papers.filter { $0.origin == origin }
      guard !group.isEmpty else { continue }
      passage.gap()
      passage.add("\(phrases.title(of: origin)):", .textStrong)
      for paper in group { passage.add(paper, words, in: list) }
    }
  }

  private func addSteps(to passage: inout Passage) {
    guard !list.steps.isEmpty else { return }
    passage.gap()
    let hint = list.steps.contains { $0.ready != nil } ? " (\(phrases.ifToday))" : ""
    passage.add("\(phrases.steps)\(hint):", .textStrong)
    for (index, step) in list.steps.enumerated() {
      passage.add(item: step.service.title(language), mark: "\(index + 1).", .text)
      passage.add(details(of: step).joined(separator: " · "), .textMuted, indent: 3)
    }
    guard !list.complexRequest.isEmpty else { return }
    passage.gap()
    passage.add(phrases.complexRequest(numbers(list.complexRequest)))
  }

  private func details(of step: Checklist.Step) -> [String] {
    let service = step.service
    guard !service.startsByItself else { return [words.startsItself] }
    var details = [service.fee.map { money($0, language) } ?? phrases.feeUnknown]
    if !step.after.isEmpty { details.append(phrases.after(numbers(step.after))) }
    if let ready = step.ready {
      let note = service.term?.note.map { " (\($0(language)))" } ?? ""
      details.append(phrases.ready(typed(ready.day)) + note)
    }
    if !service.channels.contains(.centre) {
      let ways = service.channels.filter { $0 != .proactive }.map(words.channel)
      details.append(phrases.apply(ways.joined(separator: ", ")))
    }
    if service.channels.contains(.proactive) { details.append(words.channel(.proactive)) }
    if step.verdict == .ask { details.append(phrases.perhaps) }
    return details
  }

  private func addFees(to passage: inout Passage) {
    guard !list.steps.isEmpty else { return }
    passage.gap()
    let fees = list.fees
    let doubts = [
      fees.dependOnPerson ? phrases.feesDepend : nil,
      fees.unknown.isEmpty ? nil : phrases.feesUnknown(numbers(fees.unknown)),
    ].compactMap(\.self)
    if let total = phrases.total(of: fees, language) { passage.add(total, .textStrong) }
    if !doubts.isEmpty { passage.add(doubts.joined(separator: "; "), .textMuted) }
  }

  private func addDeadlines(to passage: inout Passage) {
    guard !list.deadlines.isEmpty else { return }
    passage.gap()
    passage.add("\(phrases.deadlines):", .textStrong)
    for dated in list.deadlines { passage.add(dated, words) }
  }

  /// What is left out, and by whom.
  private func addExcluded(to passage: inout Passage) {
    for (title, services) in [
      (phrases.notDue, list.notDue), (phrases.ruledOut, list.ruledOut),
    ] where !services.isEmpty {
      passage.gap()
      passage.add("\(title):", .textStrong)
      for service in services {
        passage.add(item: service.title(language), mark: "-", .textMuted)
      }
    }
  }

  /// What the rules and the calendar leave open.
  private func addDoubts(to passage: inout Passage) {
    guard list.hasOpenQuestions || list.hasInexactDays else { return }
    passage.gap()
    if list.hasOpenQuestions { passage.add(phrases.openQuestions, .statusInfo) }
    if list.hasInexactDays { passage.add(phrases.inexact, .statusInfo) }
  }
}

extension Passage {
  /// A deadline, as a date once the event's day is known.
  mutating func add(_ dated: DatedDeadline, _ words: Phrases) {
    let language = words.language
    let span = words.termLength(dated.deadline.within)
    let when = dated.end.map { words.until(typed($0.day)) } ?? span
    let isOff = dated.end?.isDayOff == true && dated.urgency != .passed
    let tail = [words.urgency(dated.urgency), isOff ? words.checklist.dayOff : ""]
      .filter { !$0.isEmpty }.map { "\u{00A0}· \($0)" }.joined()
    let title = dated.deadline.title(language)
    add(item: "\(title): \(when)\(tail)", mark: "•", dated.urgency.role)
    if let note = dated.deadline.within.note { add(note(language), .textMuted, indent: 2) }
  }
}

extension ChecklistPhrases {
  /// Nothing where no fee is known, which is said apart.
  func total(of fees: Checklist.Fees, _ language: Language) -> String? {
    if fees.kopecks > 0 { return self.total(money(Fee(kopecks: fees.kopecks), language)) }
    return fees.unknown.isEmpty ? nothingToPay : nil
  }

  func title(of origin: Document.Origin) -> String {
    switch origin {
    case .bring: bring
    case .copy: copy
    case .interagency: interagency
    }
  }
}

/// «1, 2, 5».
func numbers(_ places: [Int]) -> String { places.map(String.init).joined(separator: ", ") }
