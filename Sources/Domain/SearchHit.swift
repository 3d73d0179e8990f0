// What a search finds, and why.

/// One line of the search's answer.
package struct SearchHit: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case situation(LifeSituation.ID)
    case service(Service.ID)
    case citizen(Citizen.ID)
  }

  package enum Kind: String, CaseIterable, Codable, Sendable { case situation, service, citizen }

  /// Why it was found, the surest first.
  package enum Reason: Hashable, Sendable {
    case title
    /// A synonym or a colloquial name, as it stands in the catalogue.
    case synonym(String)
    case text
    /// The text was read in the other keyboard layout.
    case keyboardLayout(readAs: String)
    case transliteration(readAs: String)
    case correctedSpelling(readAs: String)
    case name
    case birthDate
    case phone
    case snils
    case ticket(String)
  }

  package var target: Target
  package var title: String
  /// What tells two hits with one title apart: a situation's own words, a body, a birth date.
  package var detail: String
  /// Higher is better; comparable within one answer only.
  package var score: Double
  package var reasons: [Reason]

  package init(
    target: Target, title: String, detail: String = "", score: Double, reasons: [Reason]
  ) {
    self.target = target
    self.title = title
    self.detail = detail
    self.score = score
    self.reasons = reasons
  }

  package var kind: Kind {
    switch target {
    case .situation: .situation
    case .service: .service
    case .citizen: .citizen
    }
  }

  /// The id as text, for JSON.
  package var id: String {
    switch target {
    case .situation(let id): id.rawValue
    case .service(let id): id.rawValue
    case .citizen(let id): id.description
    }
  }
}
