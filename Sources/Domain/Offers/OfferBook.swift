/// What of a catalogue it takes to make offers, beside its rules.
package struct OfferBook: Hashable, Sendable {
  package var offers: [Offer]
  package var situations: [LifeSituation.ID: LifeSituation]
  /// What lists call the services.
  package var titles: [Service.ID: LocalizedText]
  /// The services that the state starts by itself.
  package var proactive: Set<Service.ID>

  package init(
    offers: [Offer], situations: [LifeSituation], services: [Service]
  ) {
    self.offers = offers
    self.situations = Dictionary(
      situations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    titles = Dictionary(
      services.map { ($0.id, $0.short ?? $0.title) }, uniquingKeysWith: { first, _ in first })
    proactive = Set(services.filter { $0.channels.contains(.proactive) }.map(\.id))
  }
}

/// An offer as it stands for a citizen on a day.
package struct StandingOffer: Hashable, Identifiable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The catalogue's own words.
    case worded(LocalizedText)
    /// The last day for it is near, or has passed.
    case deadline(LocalizedText)
    /// By the answers it is due, and the state starts it by itself.
    case proactive
  }

  package var id: Offer.ID
  package var service: Service.ID
  package var situation: LifeSituation.ID
  package var reason: Reason
  /// The last day, where there is one.
  package var until: CalendarDate?
  /// For what it is made: of another occasion an answer says nothing.
  package var occasion: String
  /// The citizen has said «not today» on an earlier day.
  package var wasPutOff = false

  package init(
    id: Offer.ID, service: Service.ID, situation: LifeSituation.ID, reason: Reason,
    until: CalendarDate? = nil, occasion: String
  ) {
    self.id = id
    self.service = service
    self.situation = situation
    self.reason = reason
    self.until = until
    self.occasion = occasion
  }
}
