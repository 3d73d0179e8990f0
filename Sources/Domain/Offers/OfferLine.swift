/// A citizen to whom something can be offered, for a list.
package struct OfferLine: Hashable, Sendable {
  /// The longest list.
  package static let most = 50

  package var citizen: Citizen.ID
  package var name: String
  /// At least one; the one with the nearest last day first.
  package var offers: [StandingOffer]

  package init(citizen: Citizen.ID, name: String, offers: [StandingOffer]) {
    self.citizen = citizen
    self.name = name
    self.offers = offers
  }

  /// Whether its nearest last day is the earlier one.
  package static func isSooner(_ left: OfferLine, _ right: OfferLine) -> Bool {
    let days = (left.offers.first?.until, right.offers.first?.until)
    let numbers = (days.0?.dayNumber ?? .max, days.1?.dayNumber ?? .max)
    return numbers.0 == numbers.1
      ? (left.name, left.citizen) < (right.name, right.citizen) : numbers.0 < numbers.1
  }
}
