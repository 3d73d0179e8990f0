/// All that a rule is evaluated against: what is known of a person and a case on a day in a region.
package struct Circumstances: Hashable, Sendable {
  package let today: CalendarDate
  package let region: String?
  /// The parameters that have a value for the region and the day.
  package let limits: [Parameter.ID: Int]
  private var facts: [Fact.ID: FactValue]

  /// - Parameter limits: see `AdviceBook.circumstances`.
  init(
    today: CalendarDate, region: String?, limits: [Parameter.ID: Int],
    facts: [Fact.ID: FactValue]
  ) {
    self.today = today
    self.region = region
    self.limits = limits
    self.facts = facts
    self.facts[.today] = .date(today)
    if let region { self.facts[.region] = .choice(region) }
    deriveAge()
  }

  package subscript(fact: Fact.ID) -> FactValue? { facts[fact] }

  /// The same with one answer more.
  package func knowing(_ fact: Fact.ID, _ value: FactValue) -> Circumstances {
    var circumstances = self
    circumstances.facts[fact] = value
    circumstances.deriveAge()
    return circumstances
  }

  /// A birth date says more than an age that was told.
  private mutating func deriveAge() {
    guard case .date(let birth) = facts[.birthDate] else { return }
    facts[.age] = .number(CalendarSpan.Unit.years.passed(since: birth, on: today))
  }
}
