/// A service that the desk offers by itself: from what it knows of a citizen, and why.
package struct Offer: Codable, Hashable, Identifiable, Sendable {
  package struct ID: CatalogueID {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  package var id: ID
  package var service: Service.ID
  /// Where the service is asked for.
  package var situation: LifeSituation.ID
  /// What the clerk says: why just now.
  package var reason: LocalizedText
  /// The first day on which it stands; absent: as soon as `when` holds.
  package var from: OfferDay?
  /// The last day; absent: as long as `when` holds.
  package var until: OfferDay?
  /// Over the facts of the citizen; absent: for everybody whose days are known.
  package var when: Rule?
  package var provenance: Provenance

  package init(
    id: ID, service: Service.ID, situation: LifeSituation.ID, reason: LocalizedText,
    from: OfferDay? = nil, until: OfferDay? = nil, when: Rule? = nil, provenance: Provenance
  ) {
    self.id = id
    self.service = service
    self.situation = situation
    self.reason = reason
    self.from = from
    self.until = until
    self.when = when
    self.provenance = provenance
  }
}
