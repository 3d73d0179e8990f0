/// Something about a person or a case that a clerk can hear in a minute, and on which rules rest.
package struct Fact: Codable, Hashable, Identifiable, Sendable {
  package struct ID: CatalogueID {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  package enum Kind: String, Codable, CaseIterable, Sendable {
    case yesNo = "yes_no"
    /// A whole number; its unit is in `Fact.unit`.
    case number
    /// Kopecks.
    case money
    case date
    /// One of `Fact.choices`.
    case choice
  }

  /// One of the answers to choose from.
  package struct Choice: Codable, Hashable, Identifiable, Sendable {
    package var id: String
    package var title: LocalizedText

    package init(id: String, title: LocalizedText) {
      self.id = id
      self.title = title
    }
  }

  /// What may be typed, both ends included; kopecks for money.
  package struct Range: Codable, Hashable, Sendable {
    package var from: Int
    package var to: Int

    package init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  package enum Subject: String, Codable, CaseIterable, Sendable {
    /// Kept for later visits of this person.
    case citizen
    /// True in this case only.
    case `case`
  }

  package var id: ID
  /// The name of the fact, as reasons call it.
  package var title: LocalizedText
  package var question: LocalizedText
  package var kind: Kind
  /// After a number: «лет».
  package var unit: LocalizedText?
  package var range: Range?
  package var choices: [Choice]?
  /// What a clerk would say when the answer is yes; facts of `yesNo` have both.
  package var yes: LocalizedText?
  package var no: LocalizedText?
  /// After so long an answer is asked for again; never where it is absent.
  package var staleAfter: CalendarSpan?
  package var about: Subject

  enum CodingKeys: String, CodingKey {
    case id, title, question, kind, unit, range, choices, yes, no, about
    case staleAfter = "stale_after"
  }

  package init(
    id: ID, title: LocalizedText, question: LocalizedText, kind: Kind, unit: LocalizedText? = nil,
    range: Range? = nil, choices: [Choice]? = nil, yes: LocalizedText? = nil,
    no: LocalizedText? = nil, staleAfter: CalendarSpan? = nil, about: Subject
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.kind = kind
    self.unit = unit
    self.range = range
    self.choices = choices
    self.yes = yes
    self.no = no
    self.staleAfter = staleAfter
    self.about = about
  }

  /// Whether what was said on a day has to be asked again.
  package func isStale(said: CalendarDate, today: CalendarDate) -> Bool {
    guard let staleAfter else { return false }
    return today > staleAfter.end(from: said)
  }
}

extension Fact.ID {
  /// Full years, from the birth date on the citizen's card.
  package static let age: Fact.ID = "age"
  package static let birthDate: Fact.ID = "birth-date"
  /// The day from which the case counts.
  package static let eventDate: Fact.ID = "event-date"
  package static let today: Fact.ID = "today"
  /// The region of the centre.
  package static let region: Fact.ID = "region"

  /// The facts that the program knows by itself where it can.
  package static let builtIn: [Fact.ID: Fact.Kind] = [
    .age: .number, .birthDate: .date, .eventDate: .date, .today: .date, .region: .choice,
  ]
}
