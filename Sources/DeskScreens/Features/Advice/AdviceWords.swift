internal import DeskCore
package import Domain

/// The words that are made from rules: what is so, and what would have to be.
package struct AdviceWords: Sendable {
  private let book: AdviceBook
  private let words: Phrases

  package init(_ book: AdviceBook, _ words: Phrases) {
    self.book = book
    self.words = words
  }

  private var advice: AdvicePhrases { words.advice }

  package func text(_ reason: Reason) -> String {
    switch reason {
    case .worded(let text, let isMet):
      isMet ? text(words.language) : advice.notMet(text(words.language))
    case .compared(let comparison, let value, let limit, let holds, let wanted):
      compared(comparison, value, limit, holds, wanted)
    case .missing(let fact): advice.missing(title(of: fact))
    case .withoutFigure(let parameter):
      advice.withoutFigure(
        book.parameter(parameter)?.title(words.language) ?? parameter.rawValue)
    case .withoutRule: advice.withoutRule
    }
  }

  /// An answer as a person says it.
  package func text(_ value: FactValue, of fact: Fact) -> String {
    switch value {
    case .truth(let truth): truth ? advice.yes : advice.no
    case .number(let number): count(number, of: fact, isCompared: false)
    case .money(let kopecks): money(kopecks, words.language)
    case .date(let date): typed(date)
    case .choice(let id):
      fact.choices?.first { $0.id == id }?.title(words.language) ?? id
    }
  }

  /// An answer of an earlier visit; `nil` where the catalogue has lost the question or its answers.
  func answer(_ remark: Remark) -> String? {
    guard case .fact(let id, let text, _) = remark.content, let fact = book.fact(id),
      let value = fact.value(text)
    else { return nil }
    return self.text(value, of: fact)
  }

  /// From where, when, and who wrote it down.
  func said(_ remark: Remark, _ state: State) -> String {
    var parts = [typed(remark.told.date(offset: state.clock.offset))]
    if case .fact(_, _, let source) = remark.content {
      parts.insert(advice.source(source), at: 0)
    }
    if let employee = remark.employee.flatMap({ state.staff?.roster[$0] }) {
      parts.append(advice.wrote(employee.name))
    }
    return parts.joined(separator: ", ")
  }

  private func title(of fact: Fact.ID) -> String {
    book.fact(fact)?.title(words.language) ?? fact.rawValue
  }

  private func compared(
    _ comparison: Comparison, _ value: FactValue, _ limit: Int?, _ holds: Bool, _ wanted: Bool
  ) -> String {
    guard let fact = book.fact(comparison.fact) else { return comparison.fact.rawValue }
    if case .truth(let truth) = value, let statement = truth ? fact.yes : fact.no {
      return statement(words.language)
    }
    let said = "\(title(of: fact.id)): \(text(value, of: fact))"
    if case .within(let span) = comparison.test, case .date(let date) = value {
      return "\(said), \(advice.term(typed(span.end(from: date)), !holds))"
    }
    let condition = condition(comparison.test, of: fact, limit, wanted)
    if holds == wanted {
      // Of a choice the answer says all.
      if case .isOneOf = comparison.test { return said }
      return "\(said) — \(condition)"
    }
    return "\(said), \(advice.needed(condition))"
  }

  /// What has to be so, or has not to be.
  private func condition(
    _ test: Comparison.Test, of fact: Fact, _ limit: Int?, _ wanted: Bool
  ) -> String {
    switch test {
    case .isTrue(let truth):
      (truth == wanted ? fact.yes : fact.no)?(words.language) ?? ""
    case .isOneOf(let ids):
      advice.oneOf(ids.map { text(.choice($0), of: fact) }, wanted)
    case .amount(let relation, let number):
      advice.relation(relation, wanted, amount(number, of: fact))
    case .limit(let relation, let limited):
      advice.relation(
        relation, wanted, "\(amount(limited.amount(limit ?? 0), of: fact)) \(figure(limited))")
    case .age(let relation, let span): advice.age(relation, wanted, span)
    case .within: ""
    case .notBefore(let day):
      wanted ? advice.notEarlier(typed(day)) : advice.earlier(typed(day))
    case .notAfter(let day): wanted ? advice.notLater(typed(day)) : advice.later(typed(day))
    }
  }

  private func amount(_ number: Int, of fact: Fact) -> String {
    fact.kind == .money ? money(number, words.language) : count(number, of: fact, isCompared: true)
  }

  private func count(_ number: Int, of fact: Fact, isCompared: Bool) -> String {
    fact.unit.map { advice.amount(number, $0(words.language), isCompared) } ?? "\(number)"
  }

  private func figure(_ limit: Comparison.Limit) -> String {
    advice.figure(
      book.parameter(limit.parameter)?.title(words.language) ?? limit.parameter.rawValue,
      limit.times)
  }
}

/// For the middle of a sentence; an abbreviation keeps its capitals.
func lowered(_ text: String) -> String {
  let rest = text.dropFirst()
  guard let first = text.first, rest.first?.isUppercase != true else { return text }
  return first.lowercased() + rest
}

/// `1.5`, with the language's sign.
func decimal(_ fraction: Fraction, _ sign: String) -> String {
  fraction.text.replacing(".", with: sign)
}
