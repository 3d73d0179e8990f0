/// For whom a service is: an expression over facts. It can be evaluated to one of three values for
/// anything that is known, in a time that its size bounds: it has no loops, no names and no division.
package struct Rule: Hashable, Sendable {
  package indirect enum Form: Hashable, Sendable {
    case all([Rule])
    case any([Rule])
    case not(Rule)
    case comparison(Comparison)
    /// For everyone in the situation; `Rule.because` says for whom that is.
    case always
  }

  /// Conditions inside one another; deeper ones are refused when a rule is read.
  package static let deepest = 8

  package var form: Form
  /// Plain words for the condition, in place of those that are made from it.
  package var because: LocalizedText?

  package init(_ form: Form, because: LocalizedText? = nil) {
    self.form = form
    self.because = because
  }

  package func truth(in circumstances: Circumstances) -> Truth {
    switch form {
    case .all(let rules):
      var truth = Truth.yes
      for rule in rules {
        truth = truth.and(rule.truth(in: circumstances))
        if truth == .no { return .no }
      }
      return truth
    case .any(let rules):
      var truth = Truth.no
      for rule in rules {
        truth = truth.or(rule.truth(in: circumstances))
        if truth == .yes { return .yes }
      }
      return truth
    case .not(let rule): return rule.truth(in: circumstances).negated
    case .comparison(let comparison): return comparison.truth(in: circumstances)
    case .always: return .yes
    }
  }

  /// The comparisons, in the order in which they are written.
  package var comparisons: [Comparison] {
    switch form {
    case .all(let rules), .any(let rules): rules.flatMap(\.comparisons)
    case .not(let rule): rule.comparisons
    case .comparison(let comparison): [comparison]
    case .always: []
    }
  }
}

/// The rule of one service.
package struct ServiceRule: Codable, Hashable, Sendable {
  package var service: Service.ID
  package var rule: Rule
  /// Where it is not that of the service itself.
  package var legalBasis: [LegalBasis]?
  package var provenance: Provenance
  /// For whoever maintains the rule and for the clerk: what it leaves out.
  package var note: LocalizedText?

  enum CodingKeys: String, CodingKey {
    case service, rule, provenance, note
    case legalBasis = "legal_basis"
  }

  package init(
    service: Service.ID, rule: Rule, legalBasis: [LegalBasis]? = nil, provenance: Provenance,
    note: LocalizedText? = nil
  ) {
    self.service = service
    self.rule = rule
    self.legalBasis = legalBasis
    self.provenance = provenance
    self.note = note
  }
}
