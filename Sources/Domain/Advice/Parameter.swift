/// A figure that a law sets anew each year or each region for itself: the subsistence minimum.
package struct Parameter: Codable, Hashable, Identifiable, Sendable {
  package struct ID: CatalogueID {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  /// The figure of a region from a day on.
  package struct Value: Codable, Hashable, Sendable {
    /// A choice of the fact `region`; all regions without a value of their own where it is absent.
    package var region: String?
    package var from: CalendarDate
    /// The last day, where it is known.
    package var to: CalendarDate?
    /// Kopecks for money.
    package var amount: Int
    package var legalBasis: LegalBasis?

    enum CodingKeys: String, CodingKey {
      case region, from, to, amount
      case legalBasis = "legal_basis"
    }

    package init(
      region: String? = nil, from: CalendarDate, to: CalendarDate? = nil, amount: Int,
      legalBasis: LegalBasis? = nil
    ) {
      self.region = region
      self.from = from
      self.to = to
      self.amount = amount
      self.legalBasis = legalBasis
    }

    package func holds(on day: CalendarDate) -> Bool {
      from <= day && (to.map { day <= $0 } ?? true)
    }
  }

  package var id: ID
  package var title: LocalizedText
  /// `number` or `money`.
  package var kind: Fact.Kind
  package var values: [Value]
  package var provenance: Provenance

  package init(
    id: ID, title: LocalizedText, kind: Fact.Kind, values: [Value], provenance: Provenance
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.values = values
    self.provenance = provenance
  }

  /// The newest figure that holds on the day: the region's own, else that of all regions.
  package func value(in region: String?, on day: CalendarDate) -> Value? {
    let holding = values.filter { $0.holds(on: day) }
    let own = holding.filter { $0.region != nil && $0.region == region }
    let common = holding.filter { $0.region == nil }
    return (own.isEmpty ? common : own).max { $0.from < $1.from }
  }
}
