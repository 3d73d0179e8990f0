/// Rules in a flat form. Of equal conditions there is one, behind the conditions inside it, so that one
/// pass from the first to the last evaluates all of them.
struct RuleTable: Hashable, Sendable {
  /// A condition; the numbers are places of other conditions, or of a fact.
  struct Condition: Hashable, Sendable {
    enum Form: Hashable, Sendable {
      case all([Int])
      case any([Int])
      case not(Int)
      case comparison(Comparison, fact: Int)
      case always
    }

    var form: Form
    var because: LocalizedText?
  }

  private(set) var conditions: [Condition] = []
  /// The places of the conditions that are whole rules, in the order of the rules.
  private(set) var roots: [Int] = []
  private(set) var facts: [Fact.ID] = []
  private(set) var factPlaces: [Fact.ID: Int] = [:]
  /// For each fact the conditions that its value can change, in their order.
  private(set) var dependents: [[Int]] = []

  init(_ rules: [Rule]) {
    var places: [Condition: Int] = [:]
    roots = rules.map { place(of: $0, &places) }
    findDependents()
  }

  private mutating func place(of rule: Rule, _ places: inout [Condition: Int]) -> Int {
    let form: Condition.Form =
      switch rule.form {
      case .all(let rules): .all(rules.map { place(of: $0, &places) })
      case .any(let rules): .any(rules.map { place(of: $0, &places) })
      case .not(let rule): .not(place(of: rule, &places))
      case .comparison(let comparison): .comparison(comparison, fact: place(of: comparison.fact))
      case .always: .always
      }
    let condition = Condition(form: form, because: rule.because)
    if let known = places[condition] { return known }
    places[condition] = conditions.count
    conditions.append(condition)
    return conditions.count - 1
  }

  private mutating func place(of fact: Fact.ID) -> Int {
    if let known = factPlaces[fact] { return known }
    factPlaces[fact] = facts.count
    facts.append(fact)
    return facts.count - 1
  }

  private mutating func findDependents() {
    var factsOf: [Set<Int>] = []
    for condition in conditions {
      switch condition.form {
      case .all(let inside), .any(let inside):
        factsOf.append(inside.reduce(into: []) { $0.formUnion(factsOf[$1]) })
      case .not(let inside): factsOf.append(factsOf[inside])
      case .comparison(_, let fact): factsOf.append([fact])
      case .always: factsOf.append([])
      }
    }
    // The age follows from the birth date.
    let (birth, age) = (factPlaces[.birthDate], factPlaces[.age])
    dependents = facts.indices.map { fact in
      conditions.indices.filter { place in
        factsOf[place].contains(fact)
          || fact == birth && age.map(factsOf[place].contains) ?? false
      }
    }
  }
}
