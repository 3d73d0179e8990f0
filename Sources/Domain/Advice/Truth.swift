/// Kleene's strong logic: what is not known is never taken for false, and what cannot depend on it
/// any more is decided without it.
package enum Truth: Hashable, Sendable, CaseIterable {
  case no, unknown, yes

  package init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  package func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }

  package func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }

  package var negated: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
}
