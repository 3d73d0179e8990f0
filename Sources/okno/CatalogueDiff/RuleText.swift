internal import DeskCore
internal import DeskScreens
internal import Domain

/// A rule in words, whole: for a person who compares two editions of it.
struct RuleText {
  let book: AdviceBook
  let phrases: Phrases

  private var answers: AdviceWords { AdviceWords(book, phrases) }

  func title(of fact: Fact.ID) -> String {
    book.fact(fact).map { $0.title(phrases.language) } ?? fact.rawValue
  }

  /// «(Ребёнку меньше 3 лет и число детей: не меньше 2) или …».
  func text(_ rule: Rule) -> String { text(rule, isInside: false) }

  private func text(_ rule: Rule, isInside: Bool) -> String {
    let form =
      switch rule.form {
      case .all(let rules): joined(rules, words(" и ", " and "), isInside)
      case .any(let rules): joined(rules, words(" или ", " or "), isInside)
      case .not(let rule): words("не (", "not (") + text(rule) + ")"
      case .comparison(let comparison):
        "\(title(of: comparison.fact)): \(condition(comparison))"
      case .always: words("всем", "everyone")
      }
    return rule.because.map { "\($0(phrases.language)) [\(form)]" } ?? form
  }

  private func joined(_ rules: [Rule], _ word: String, _ isInside: Bool) -> String {
    let text = rules.map { self.text($0, isInside: true) }.joined(separator: word)
    return isInside ? "(\(text))" : text
  }

  private func condition(_ comparison: Comparison) -> String {
    let advice = phrases.advice
    switch comparison.test {
    case .isTrue(let truth): return truth ? advice.yes : advice.no
    case .isOneOf(let ids):
      return advice.oneOf(ids.map { answer(.choice($0), comparison.fact) }, true)
    case .amount(let relation, let number):
      return advice.relation(relation, true, amount(number, comparison.fact))
    case .limit(let relation, let limit):
      let name = book.parameter(limit.parameter)?.title(phrases.language)
      return advice.relation(
        relation, true, advice.figure(name ?? limit.parameter.rawValue, limit.times))
    case .age(let relation, let span): return advice.age(relation, true, span)
    case .within(let span):
      return words("срок не прошёл: ", "the term has not ended: ") + length(span)
    case .notBefore(let day): return advice.notEarlier(day.description)
    case .notAfter(let day): return advice.notLater(day.description)
    }
  }

  private func amount(_ number: Int, _ fact: Fact.ID) -> String {
    guard let fact = book.fact(fact) else { return "\(number)" }
    if fact.kind == .money { return money(number, phrases.language) }
    return fact.unit.map { phrases.advice.amount(number, $0(phrases.language), true) }
      ?? "\(number)"
  }

  private func answer(_ value: FactValue, _ id: Fact.ID) -> String {
    book.fact(id).map { answers.text(value, of: $0) } ?? value.text
  }

  /// What a situation says of everyone in it.
  func text(_ stated: StatedFact, of id: Fact.ID) -> String {
    if let fact = book.fact(id) {
      switch book.statement(stated, of: fact) {
      case .value(let value): return answer(value, id)
      case .sameAs(let other): return title(of: other)
      case nil: break
      }
    }
    return switch stated {
    case .truth(let truth): truth ? phrases.advice.yes : phrases.advice.no
    case .number(let number): "\(number)"
    case .text(let text): text
    }
  }

  func length(_ span: CalendarSpan) -> String {
    let unit: Term.Unit =
      switch span.unit {
      case .days: .calendarDays
      case .months: .months
      case .years: .years
      }
    return phrases.termLength(Term(span.count, unit))
  }

  private func words(_ ru: String, _ en: String) -> String {
    LocalizedText(ru: ru, en: en)(phrases.language)
  }
}
