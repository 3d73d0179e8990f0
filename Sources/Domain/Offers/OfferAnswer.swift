/// What a citizen said to an offer.
package enum OfferAnswer: String, Codable, CaseIterable, Sendable {
  case taken
  /// To be offered again at the next visit.
  case notToday = "not_today"
  /// Not to be offered again until something has changed.
  case declined
}
