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

extension Comparison {
  /// The parameter that it needs.
  package var limit: Parameter.ID? {
    if case .limit(_, let limit) = test { limit.parameter } else { nil }
  }
}
