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
    let candidates = candidates(circumstances)
    var classes = Array(repeating: 0, count: candidates.count)
    var count = 1
    for test in tests {
      count = Self.split(&classes, count) { test.truth(of: candidates[$0], in: circumstances) }
    }
    var next = 0
    return candidates.indices.filter { place in
      guard classes[place] == next else { return false }
      next += 1
      return true
    }.map { candidates[$0] }
  }

  /// Splits classes, which are numbered in the order in which they come, by what one test says of their
  /// members.
  ///
  /// - Returns: how many there are then.
  private static func split(
    _ classes: inout [Int], _ count: Int, _ truth: (Int) -> Truth
  ) -> Int {
    var numbers: [Int?] = Array(repeating: nil, count: count * Truth.allCases.count)
    var next = 0
    for place in classes.indices {
      let part = classes[place] * Truth.allCases.count + truth(place).order
      if numbers[part] == nil {
        numbers[part] = next
        next += 1
      }
      classes[place] = numbers[part] ?? 0
    }
    return next
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

extension Truth {
  fileprivate var order: Int {
    switch self {
    case .no: 0
    case .unknown: 1
    case .yes: 2
    }
  }
}
