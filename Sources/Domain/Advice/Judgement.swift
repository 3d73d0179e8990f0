/// Why a rule answers what it answers; the words are made where the language is known.
package enum Reason: Hashable, Sendable {
  /// The author's own words for a condition, and whether it is met.
  case worded(LocalizedText, isMet: Bool)
  /// A fact that meets the comparison or does not; `limit` is the parameter's value. `wanted` is
  /// whether it has to: under a `not` it must not.
  case compared(Comparison, FactValue, limit: Int?, holds: Bool, wanted: Bool)
  /// A fact that is not known.
  case missing(Fact.ID)
  /// A figure that is not known for the region and the day.
  case withoutFigure(Parameter.ID)
  /// The catalogue has no rule for the service.
  case withoutRule
}

/// What the rule of one service says. It is not a decision.
package struct Judgement: Hashable, Sendable {
  package enum Verdict: String, Codable, CaseIterable, Sendable {
    case due
    /// Facts are missing that can still change the answer. Unknown is never "no".
    case ask
    case notDue = "not_due"

    init(_ truth: Truth) {
      switch truth {
      case .yes: self = .due
      case .unknown: self = .ask
      case .no: self = .notDue
      }
    }
  }

  package var verdict: Verdict
  package var reasons: [Reason]
  /// For `ask`: the facts that can still change the answer, in the rule's order.
  package var needs: [Fact.ID]

  package static let withoutRule = Judgement(verdict: .ask, reasons: [.withoutRule], needs: [])
}

extension Rule {
  package func judgement(in circumstances: Circumstances) -> Judgement {
    let truth = truth(in: circumstances)
    var reasons: [Reason] = []
    for reason in self.reasons(for: truth, in: circumstances) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    var needs: [Fact.ID] = []
    if truth == .unknown {
      for fact in missing(in: circumstances) where !needs.contains(fact) { needs.append(fact) }
    }
    return Judgement(verdict: Judgement.Verdict(truth), reasons: reasons, needs: needs)
  }

  /// What makes the rule as true as it is: of an `any` that holds the first that holds, of an `all`
  /// that does not those that do not, and of what is unknown only what is.
  private func reasons(
    for truth: Truth, in circumstances: Circumstances, wanted: Bool = true
  ) -> [Reason] {
    if let because, truth != .unknown { return [.worded(because, isMet: truth == .yes)] }
    switch form {
    case .all(let rules), .any(let rules):
      let alike = rules.filter { $0.truth(in: circumstances) == truth }
      let first = if case .any = form { truth == .yes } else { false }
      return (first ? Array(alike.prefix(1)) : alike)
        .flatMap { $0.reasons(for: truth, in: circumstances, wanted: wanted) }
    case .not(let rule):
      return rule.reasons(for: truth.negated, in: circumstances, wanted: !wanted)
    case .comparison(let comparison):
      return [reason(comparison, truth, circumstances, wanted)]
    case .always: return []
    }
  }

  private func reason(
    _ comparison: Comparison, _ truth: Truth, _ circumstances: Circumstances, _ wanted: Bool
  ) -> Reason {
    let limit = comparison.limit.map { circumstances.limits[$0] }
    if let parameter = comparison.limit, limit == .some(nil) { return .withoutFigure(parameter) }
    guard let value = circumstances[comparison.fact], truth != .unknown else {
      return .missing(comparison.fact)
    }
    return .compared(comparison, value, limit: limit ?? nil, holds: truth == .yes, wanted: wanted)
  }

  /// The unknown facts below what is unknown itself; an answer to one of them can change it. A
  /// comparison without a figure stays unknown whatever the fact is.
  private func missing(in circumstances: Circumstances) -> [Fact.ID] {
    switch form {
    case .all(let rules), .any(let rules):
      rules.filter { $0.truth(in: circumstances) == .unknown }
        .flatMap { $0.missing(in: circumstances) }
    case .not(let rule): rule.missing(in: circumstances)
    case .comparison(let comparison):
      comparison.isDecidable(in: circumstances) && circumstances[comparison.fact] == nil
        ? [comparison.fact] : []
    case .always: []
    }
  }
}

extension Comparison {
  /// The parameter that it needs.
  package var limit: Parameter.ID? {
    if case .limit(_, let limit) = test { limit.parameter } else { nil }
  }

  fileprivate func isDecidable(in circumstances: Circumstances) -> Bool {
    limit.map { circumstances.limits[$0] != nil } ?? true
  }
}
