/// A table of rules with the truth of each condition in certain circumstances.
struct Evaluation: Sendable {
  let table: RuleTable
  let circumstances: Circumstances
  private var values: [FactValue?]
  private(set) var truths: [Truth]

  init(_ table: RuleTable, in circumstances: Circumstances) {
    self.table = table
    self.circumstances = circumstances
    values = table.facts.map { circumstances[$0] }
    truths = Array(repeating: .unknown, count: table.conditions.count)
    for place in truths.indices { truths[place] = truth(of: place) }
  }

  /// Takes one answer more, or another one to the same question.
  mutating func learn(_ value: FactValue, of fact: Int) {
    values[fact] = value
    if table.facts[fact] == .birthDate, let age = table.factPlaces[.age] {
      values[age] = circumstances.knowing(.birthDate, value)[.age]
    }
    for place in table.dependents[fact] { truths[place] = truth(of: place) }
  }

  /// From the truth of the conditions inside it.
  private func truth(of place: Int) -> Truth {
    switch table.conditions[place].form {
    case .all(let inside): inside.reduce(.yes) { $0.and(truths[$1]) }
    case .any(let inside): inside.reduce(.no) { $0.or(truths[$1]) }
    case .not(let inside): truths[inside].negated
    case .comparison(let comparison, let fact):
      values[fact].map { comparison.test.truth(of: $0, in: circumstances) } ?? .unknown
    case .always: .yes
    }
  }

  func judgement(at root: Int) -> Judgement {
    var reasons: [Reason] = []
    addReasons(for: root, to: &reasons)
    return Judgement(
      verdict: Judgement.Verdict(truths[root]), reasons: reasons,
      needs: missing(at: root).map { table.facts[$0] })
  }

  /// The places of the facts that can still change the answer, in the rule's order.
  func missing(at root: Int) -> [Int] {
    var missing: [Int] = []
    if truths[root] == .unknown { addMissing(at: root, to: &missing) }
    return missing
  }

  /// The unknown facts below what is unknown itself; an answer to one of them can change it. A
  /// comparison without a figure stays unknown whatever the fact is.
  private func addMissing(at place: Int, to missing: inout [Int]) {
    switch table.conditions[place].form {
    case .all(let inside), .any(let inside):
      for place in inside where truths[place] == .unknown { addMissing(at: place, to: &missing) }
    case .not(let inside): addMissing(at: inside, to: &missing)
    case .comparison(let comparison, let fact):
      let isDecidable = comparison.limit.map { circumstances.limits[$0] != nil } ?? true
      if isDecidable, values[fact] == nil, !missing.contains(fact) { missing.append(fact) }
    case .always: break
    }
  }

  /// What makes a condition as true as it is: of an `any` that holds the first that holds, of an `all`
  /// that does not those that do not, and of what is unknown only what is.
  private func addReasons(
    for place: Int, wanted: Bool = true, to reasons: inout [Reason]
  ) {
    let (truth, condition) = (truths[place], table.conditions[place])
    if let because = condition.because, truth != .unknown {
      return Self.add(.worded(because, isMet: truth == .yes), to: &reasons)
    }
    switch condition.form {
    case .all(let inside):
      for place in inside where truths[place] == truth {
        addReasons(for: place, wanted: wanted, to: &reasons)
      }
    case .any(let inside):
      for place in inside where truths[place] == truth {
        addReasons(for: place, wanted: wanted, to: &reasons)
        if truth == .yes { return }
      }
    case .not(let inside): addReasons(for: inside, wanted: !wanted, to: &reasons)
    case .comparison(let comparison, let fact):
      Self.add(reason(comparison, values[fact], truth, wanted), to: &reasons)
    case .always: break
    }
  }

  private static func add(_ reason: Reason, to reasons: inout [Reason]) {
    if !reasons.contains(reason) { reasons.append(reason) }
  }

  private func reason(
    _ comparison: Comparison, _ value: FactValue?, _ truth: Truth, _ wanted: Bool
  ) -> Reason {
    let limit = comparison.limit.map { circumstances.limits[$0] }
    if let parameter = comparison.limit, limit == .some(nil) { return .withoutFigure(parameter) }
    guard let value, truth != .unknown else { return .missing(comparison.fact) }
    return .compared(comparison, value, limit: limit ?? nil, holds: truth == .yes, wanted: wanted)
  }
}
