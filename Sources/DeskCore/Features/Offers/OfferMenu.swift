// What the desk offers the citizen in front by itself, and what the citizen says to it.

package import Domain

/// The offers of one citizen, to choose one.
package struct OfferMenu: Hashable, Sendable {
  package var citizen: Citizen.ID
  package var offers: [StandingOffer]
  package var selection = 0
}

/// One offer with its answers.
package struct OfferForm: Hashable, Sendable {
  package var citizen: Citizen.ID
  package var offer: StandingOffer
  package var selection = 0
  /// Of an offer that is declined, why; absent until then.
  package var reason: TextField?

  init(_ offer: StandingOffer, to citizen: Citizen.ID) {
    self.offer = offer
    self.citizen = citizen
  }

  package static let answers = OfferAnswer.allCases
}

extension State {
  /// The citizen whose card is in front, or who is at the window.
  private var cardAtHand: CitizenCard? {
    if case .card(let screen) = screen { screen.card } else { card }
  }

  /// What stands for a citizen, from the card and what was said at this visit.
  package func offers(for card: CitizenCard) -> [StandingOffer] {
    guard let advice, let offerBook else { return [] }
    let isOfVisit = visit.citizen == card.citizen.id
    return OfferSearch(
      advice, offerBook, for: card, told: isOfVisit ? toldValues(advice, in: nil) : [:],
      in: calendar, region: settings.region, today: clock.date, offset: clock.offset
    ).standing
  }

  var offersObstacle: Obstacle? {
    guard let card = cardAtHand else { return .noCitizen }
    return offers(for: card).isEmpty ? .nothingToOffer : nil
  }

  mutating func openOffers() {
    guard let card = cardAtHand else { return }
    let offers = offers(for: card)
    if offers.count == 1 {
      overlay = .offer(OfferForm(offers[0], to: card.citizen.id))
    } else {
      overlay = .offers(OfferMenu(citizen: card.citizen.id, offers: offers))
    }
  }
}
