/// The facts, the figures and the rules of a catalogue.
package struct AdviceBook: Hashable, Sendable {
  package let facts: [Fact]
  package let parameters: [Parameter]
  package let rules: [ServiceRule]

  /// The rules in the same order, flat.
  let table: RuleTable

  private let factsByID: [Fact.ID: Fact]
  private let rulePlaces: [Service.ID: Int]

  /// Of what stands twice the first counts.
  package init(facts: [Fact], parameters: [Parameter], rules: [ServiceRule]) {
    self.facts = facts
    self.parameters = parameters
    self.rules = rules
    factsByID = Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rulePlaces = Dictionary(
      rules.enumerated().map { ($1.service, $0) }, uniquingKeysWith: { first, _ in first })
    table = RuleTable(rules.map(\.rule))
  }

  package func fact(_ id: Fact.ID) -> Fact? { factsByID[id] }

  package func parameter(_ id: Parameter.ID) -> Parameter? { parameters.first { $0.id == id } }

  package func rule(for service: Service.ID) -> ServiceRule? {
    rulePlaces[service].map { rules[$0] }
  }

  /// The place in the table of the service's rule.
  func root(of service: Service.ID) -> Int? { rulePlaces[service].map { table.roots[$0] } }

  /// What is known on a day in a region. An answer that is none to its question, as of another
  /// release of the catalogue, counts as not known.
  package func circumstances(
    today: CalendarDate, region: String?, facts: [Fact.ID: FactValue]
  ) -> Circumstances {
    var limits: [Parameter.ID: Int] = [:]
    for parameter in parameters {
      limits[parameter.id] = parameter.value(in: region, on: today)?.amount
    }
    let understood = facts.filter { id, value in
      factsByID[id].map { $0.accepts(value) } ?? (Fact.ID.builtIn[id] == value.kind)
    }
    return Circumstances(today: today, region: region, limits: limits, facts: understood)
  }
}
