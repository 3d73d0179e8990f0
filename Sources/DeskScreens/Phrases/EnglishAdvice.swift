// The English words of the decision support.

internal import Domain

extension AdvicePhrases {
  static let en = AdvicePhrases(
    verdict: englishVerdict,
    overruled: { "The employee's answer: \(englishVerdict($0)), because: \($1)" },
    byRule: { "By the catalogue's rule: \(englishVerdict($0))" },
    overrule: "Answer otherwise",
    overruleHint: "why",
    overruleNote:
      "The answer stays in the case under your name, and the reason goes to the catalogue's owner: write no names and no data.",
    notADecision: "This is advice from the catalogue, not a decision.",
    mind: "Mind",
    because: "Why",
    nextQuestion: "Ask",
    dontKnow: "not known",
    chosenAdvice: "digit or Enter: answer · Esc: back",
    typedAdvice: "Enter: answer · Tab: not known · Esc: back",
    source: englishSource,
    sourceAdvice: { "Known from: \(englishSource($0)) · Shift-Tab: change" },
    wrote: { "written by \($0)" },
    toldBefore: { answer, said, isStale in
      "Before: \(answer) (\(said))" + (isStale ? ". It may have changed: ask again." : "")
    },
    answers: "Answers of the citizen",
    answersAdvice: "Enter: change an answer · Esc: back",
    thisVisit: "this visit",
    placeholder: {
      switch $0 {
      case .money: "roubles, such as 18000"
      case .date: "a day, such as 24.11.2026"
      case .number: "a whole number"
      case .yesNo, .choice: ""
      }
    },
    yes: "yes",
    no: "no",
    needed: { "needed: \($0)" },
    relation: { relation, wanted, amount in
      switch (relation, wanted) {
      case (.atLeast, true), (.lessThan, false): "at least \(amount)"
      case (.atMost, true), (.moreThan, false): "at most \(amount)"
      case (.moreThan, true), (.atMost, false): "more than \(amount)"
      case (.lessThan, true), (.atLeast, false): "less than \(amount)"
      case (.equals, true): amount
      case (.equals, false): "not \(amount)"
      }
    },
    age: { relation, wanted, span in
      let length = length(span)
      return switch (relation, wanted) {
      case (.atLeast, true), (.lessThan, false): "\(length) or more ago"
      case (.lessThan, true), (.atLeast, false): "less than \(length) ago"
      case (.atMost, true): "at most \(length) ago"
      case (.atMost, false): "more than \(length) ago"
      }
    },
    notEarlier: { "from \($0) on" },
    notLater: { "not later than \($0)" },
    earlier: { "before \($0)" },
    later: { "after \($0)" },
    term: { lastDay, isOver in
      isOver ? "the term ended on \(lastDay)" : "the term ends on \(lastDay)"
    },
    oneOf: { titles, wanted in
      let list = titles.joined(separator: " or ")
      return wanted ? list : "any answer but: \(list)"
    },
    figure: { name, times in
      let name = lowered(name)
      return times == Fraction(1) ? "(\(name))" : "(\(name) × \(decimal(times, ".")))"
    },
    amount: { number, unit, _ in
      switch unit {
      case "years": english(number, "year", "years")
      case "months": english(number, "month", "months")
      case "days": english(number, "day", "days")
      default: "\(number) \(unit)"
      }
    },
    missing: { "to be asked: \(lowered($0))" },
    withoutFigure: { "there is no figure for the region and the day: \(lowered($0))" },
    withoutRule: "the catalogue has no rule; go by the description of the service",
    notMet: { "not met: \(lowered($0))" })
}

@Sendable private func englishSource(_ source: Remark.Source) -> String {
  switch source {
  case .citizen: "the citizen's word"
  case .document: "a document"
  case .interagency: "an interagency request"
  }
}

@Sendable private func englishVerdict(_ verdict: Judgement.Verdict) -> String {
  switch verdict {
  case .due: "due"
  case .ask: "ask"
  case .notDue: "not due"
  }
}

private func length(_ span: CalendarSpan) -> String {
  switch span.unit {
  case .days: english(span.count, "day", "days")
  case .months: english(span.count, "month", "months")
  case .years: english(span.count, "year", "years")
  }
}
