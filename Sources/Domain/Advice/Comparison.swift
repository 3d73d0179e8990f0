/// One condition: a fact and what is asked of it.
package struct Comparison: Hashable, Sendable {
  package var fact: Fact.ID
  package var test: Test

  package init(_ fact: Fact.ID, _ test: Test) {
    self.fact = fact
    self.test = test
  }

  package enum Relation: String, CaseIterable, Sendable {
    case atLeast = "at_least"
    case atMost = "at_most"
    case moreThan = "more_than"
    case lessThan = "less_than"
    case equals = "is"

    package func holds(_ left: Int128, _ right: Int128) -> Bool {
      switch self {
      case .atLeast: left >= right
      case .atMost: left <= right
      case .moreThan: left > right
      case .lessThan: left < right
      case .equals: left == right
      }
    }
  }

  package enum AgeRelation: String, CaseIterable, Sendable {
    case atLeast = "age_at_least"
    case atMost = "age_at_most"
    case lessThan = "age_less_than"
  }

  package enum Test: Hashable, Sendable {
    /// Of yes or no.
    case isTrue(Bool)
    /// Of a choice: one of these.
    case isOneOf([String])
    /// Of a number or money (kopecks).
    case amount(Relation, Int)
    /// Of a number or money: a dated value, so many times.
    case limit(Relation, Limit)
    /// Of a date: full calendar units since it, today.
    case age(AgeRelation, CalendarSpan)
    /// Of a date: today is not later than the date and the span.
    case within(CalendarSpan)
    /// Of a date: that day or a later one.
    case notBefore(CalendarDate)
    /// Of a date: that day or an earlier one.
    case notAfter(CalendarDate)
  }

  /// A parameter times a fraction.
  package struct Limit: Hashable, Sendable {
    package var parameter: Parameter.ID
    package var times: Fraction

    package init(_ parameter: Parameter.ID, times: Fraction = Fraction(1)) {
      self.parameter = parameter
      self.times = times
    }

    /// So many times the figure, rounded down.
    package func amount(_ figure: Int) -> Int {
      Int(clamping: Int128(figure) * Int128(times.count) / Int128(times.of))
    }
  }

  /// The truth of it, which is unknown where the fact is, and where its limit has no value for the
  /// region and the day.
  func truth(in circumstances: Circumstances) -> Truth {
    guard let value = circumstances[fact] else { return .unknown }
    return test.truth(of: value, in: circumstances)
  }
}

/// A fraction above zero, so that no money is counted in binary.
package struct Fraction: Hashable, Sendable {
  package let count: Int
  package let of: Int

  package init(_ count: Int) { self.init(count: count, of: 1) }

  private init(count: Int, of: Int) {
    self.count = count
    self.of = of
  }

  /// Reads `2` and `1.5`, with at most three digits after the point; `nil` for anything else, for
  /// zero, and for more than 10 000.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(Self.isDigits) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.count <= 3, let digits = Int(parts[0] + decimals), digits > 0 else { return nil }
    let whole = decimals.reduce(1) { product, _ in product * 10 }
    let divisor = Self.commonDivisor(digits, whole)
    self.init(count: digits / divisor, of: whole / divisor)
    guard count / of <= 10_000 else { return nil }
  }

  /// `2`, `1.5`: what `init(_:)` reads.
  package var text: String {
    let thousandths = count * 1000 / of
    var decimals = String(thousandths % 1000)
    while decimals.count < 3 { decimals = "0" + decimals }
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(thousandths / 1000)" + (decimals.isEmpty ? "" : "." + decimals)
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.count <= 6 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : commonDivisor(right, left % right)
  }
}

extension Comparison.Test {
  /// What kinds of fact can be asked this.
  package var kinds: [Fact.Kind] {
    switch self {
    case .isTrue: [.yesNo]
    case .isOneOf: [.choice]
    case .amount, .limit: [.number, .money]
    case .age, .within, .notBefore, .notAfter: [.date]
    }
  }

  /// Unknown for a value of another kind: lint finds such a rule, and none can stop the program.
  func truth(of value: FactValue, in circumstances: Circumstances) -> Truth {
    switch (self, value) {
    case (.isTrue(let wanted), .truth(let truth)): Truth(truth == wanted)
    case (.isOneOf(let wanted), .choice(let id)): Truth(wanted.contains(id))
    case (.amount(let relation, let limit), .number(let number)),
      (.amount(let relation, let limit), .money(let number)):
      Truth(relation.holds(Int128(number), Int128(limit)))
    case (.limit(let relation, let limit), .number(let number)),
      (.limit(let relation, let limit), .money(let number)):
      truth(number, relation, limit, circumstances)
    case (_, .date(let date)): truth(of: date, today: circumstances.today)
    default: .unknown
    }
  }

  private func truth(
    _ number: Int, _ relation: Comparison.Relation, _ limit: Comparison.Limit,
    _ circumstances: Circumstances
  ) -> Truth {
    guard let value = circumstances.limits[limit.parameter] else { return .unknown }
    return Truth(
      relation.holds(
        Int128(number) * Int128(limit.times.of), Int128(value) * Int128(limit.times.count)))
  }

  private func truth(of date: CalendarDate, today: CalendarDate) -> Truth {
    switch self {
    case .age(let relation, let span):
      let age = span.unit.passed(since: date, on: today)
      return switch relation {
      case .atLeast: Truth(age >= span.count)
      case .atMost: Truth(age <= span.count)
      case .lessThan: Truth(age < span.count)
      }
    case .within(let span): return Truth(today <= span.end(from: date))
    case .notBefore(let day): return Truth(date >= day)
    case .notAfter(let day): return Truth(date <= day)
    case .isTrue, .isOneOf, .amount, .limit: return .unknown
    }
  }
}
