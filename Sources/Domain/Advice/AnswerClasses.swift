/// The answers to a question that rules can tell apart, one for each class.
package struct AnswerClasses: Sendable {
  let fact: Fact
  let tests: [Comparison.Test]

  package init(of fact: Fact, told apart: [Comparison.Test]) {
    self.fact = fact
    tests = apart
  }

  /// The first answer of each class, in the order of the possible answers.
  package func values(in circumstances: Circumstances) -> [FactValue] {
    var seen: Set<[Truth]> = []
    return candidates(circumstances).filter { value in
      seen.insert(tests.map { $0.truth(of: value, in: circumstances) }).inserted
    }
  }

  private func candidates(_ circumstances: Circumstances) -> [FactValue] {
    switch fact.kind {
    case .yesNo: return [.truth(true), .truth(false)]
    case .choice: return (fact.choices ?? []).map { .choice($0.id) }
    case .number: return numbers(circumstances).map(FactValue.number)
    case .money: return numbers(circumstances).map(FactValue.money)
    case .date: return dates(circumstances.today).map(FactValue.date)
    }
  }

  /// The numbers around each boundary, and the ends of what may be typed.
  private func numbers(_ circumstances: Circumstances) -> [Int] {
    let range = fact.range ?? Fact.widest
    var numbers: Set<Int> = [range.from, range.to]
    for test in tests {
      guard let boundary = test.boundary(circumstances) else { continue }
      for near in boundary - 1...boundary + 1 where range.from <= near && near <= range.to {
        numbers.insert(near)
      }
    }
    return numbers.sorted()
  }

  /// The days around each boundary. A month's end can move one by three days.
  private func dates(_ today: CalendarDate) -> [CalendarDate] {
    var days: Set<Int> = [today.dayNumber]
    for test in tests {
      for boundary in test.boundaries(today) {
        days.formUnion(boundary.dayNumber - 4...boundary.dayNumber + 4)
      }
    }
    return days.sorted().map { CalendarDate(dayNumber: $0) }
  }
}

extension Comparison.Test {
  /// The number at which the truth changes.
  fileprivate func boundary(_ circumstances: Circumstances) -> Int? {
    switch self {
    case .amount(_, let limit): return limit
    case .limit(_, let limit):
      return circumstances.limits[limit.parameter].map(limit.amount)
    default: return nil
    }
  }

  /// The days at which the truth changes.
  fileprivate func boundaries(_ today: CalendarDate) -> [CalendarDate] {
    switch self {
    case .age(_, let span):
      [span.start(to: today), CalendarSpan(span.count + 1, span.unit).start(to: today)]
    case .within(let span): [span.start(to: today)]
    case .notBefore(let day), .notAfter(let day): [day]
    default: []
    }
  }
}
