extension Rule: Encodable {
  /// Writes what `init(from:)` reads into an equal rule.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(because, forKey: .because)
    switch form {
    case .all(let rules): try container.encode(rules, forKey: .all)
    case .any(let rules): try container.encode(rules, forKey: .any)
    case .not(let rule): try container.encode(rule, forKey: .not)
    case .always: try container.encode(true, forKey: .always)
    case .comparison(let comparison):
      try container.encode(comparison.fact, forKey: .fact)
      try Self.encode(comparison.test, into: &container)
    }
  }

  private static func encode(
    _ test: Comparison.Test, into container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    switch test {
    case .isTrue(let truth): try container.encode(truth, forKey: .equals)
    case .isOneOf(let ids): try container.encode(ids, forKey: .oneOf)
    case .amount(let relation, let number): try container.encode(number, forKey: key(relation))
    case .limit(let relation, let limit):
      try container.encode(LimitText(limit), forKey: key(relation))
    case .age(let relation, let span): try container.encode(span, forKey: key(relation))
    case .within(let span): try container.encode(span, forKey: .within)
    case .notBefore(let day): try container.encode(day, forKey: .notBefore)
    case .notAfter(let day): try container.encode(day, forKey: .notAfter)
    }
  }

  private static func key(_ relation: Comparison.Relation) -> CodingKeys {
    switch relation {
    case .atLeast: .atLeast
    case .atMost: .atMost
    case .moreThan: .moreThan
    case .lessThan: .lessThan
    case .equals: .equals
    }
  }

  private static func key(_ relation: Comparison.AgeRelation) -> CodingKeys {
    switch relation {
    case .atLeast: .ageAtLeast
    case .atMost: .ageAtMost
    case .lessThan: .ageLessThan
    }
  }
}
