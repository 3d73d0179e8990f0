package import Domain

/// What has to be so in the store. Which of the fields a kind needs is in `needs`.
package struct Check: Hashable, Sendable, Decodable {
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// Somebody's ticket came to a good end at a window.
    case served
    /// A visit of the trainee with the ticket has this service, with this outcome where one is named.
    case service
    /// It has no such service.
    case noService = "no_service"
    /// The first service of the visit is this one.
    case first
    /// The note of the visit has one of these words.
    case note
    /// The visit stands on the citizen's card.
    case card
    /// The case knows the day of what happened.
    case eventDate = "event_date"
    /// Somebody was called at most so many minutes after coming.
    case waited
    /// Somebody was called before somebody else.
    case before
    /// At most so many went away without being served.
    case left
    /// The trainee has ended at least so many tickets from one time until another.
    case servedBetween = "served_between"
    /// At least so many visitors were asked for a rating and were let answer.
    case rated
    /// An offer was answered in the visit.
    case offered
    /// Nobody waits any more for what two windows did with somebody's ticket to be looked at.
    case settled
    /// Somebody was put forward in the line.
    case prioritised
    /// Somebody was sent to the right situation.
    case moved
    /// Somebody counted as gone was taken back.
    case reopened
  }

  package enum Field: String, CaseIterable, Hashable, Sendable {
    case who, than, service, outcome, words, minutes, count, from, until, offer, situation
  }

  package var kind: Kind
  package var who: String?
  package var than: String?
  package var service: Service.ID?
  package var outcome: Outcome?
  package var words: [String]?
  package var minutes: Int?
  package var count: Int?
  package var from: ClockTime?
  package var until: ClockTime?
  package var offer: Offer.ID?
  package var situation: LifeSituation.ID?

  package static func needs(_ kind: Kind) -> [Field] {
    switch kind {
    case .served, .card, .eventDate, .settled, .prioritised, .reopened: [.who]
    case .service, .noService, .first: [.who, .service]
    case .note: [.who, .words]
    case .waited: [.who, .minutes]
    case .before: [.who, .than]
    case .left, .rated: [.count]
    case .servedBetween: [.from, .until, .count]
    case .offered: [.who, .offer]
    case .moved: [.who, .situation]
    }
  }

  /// The fields that the file gives.
  package var given: Set<Field> {
    var fields: Set<Field> = []
    func note(_ field: Field, _ isGiven: Bool) { if isGiven { fields.insert(field) } }
    note(.who, who != nil)
    note(.than, than != nil)
    note(.service, service != nil)
    note(.outcome, outcome != nil)
    note(.words, words?.isEmpty == false)
    note(.minutes, minutes != nil)
    note(.count, count != nil)
    note(.from, from != nil)
    note(.until, until != nil)
    note(.offer, offer != nil)
    note(.situation, situation != nil)
    return fields
  }
}
