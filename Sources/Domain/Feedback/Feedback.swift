/// What somebody who serves says about an entry of the catalogue, for whoever owns the catalogue.
package struct Feedback: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<Feedback>

  /// What it is about. Open: a newer program may have more kinds, and they are shown all the same.
  package struct Kind: RawRepresentable, Hashable, Sendable {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The entry says something that is not so.
    package static let wrongEntry = Kind(rawValue: "wrong_entry")
    /// An employee has answered otherwise than the rule.
    package static let overruled = Kind(rawValue: "overruled")
  }

  /// The most letters of a text and of an answer.
  package static let longestText = 500
  /// The most letters of what was seen.
  package static let longestSeen = 4000

  package var id: ID
  package var kind: Kind
  package var service: Service.ID
  /// Where the service was seen; absent where it stood in none.
  package var situation: LifeSituation.ID?
  /// The clerk's words.
  package var text: String
  /// The entry as it stood on the screen: whoever reads this may have another one by then.
  package var seen: String
  /// Which catalogue that was.
  package var catalogue: String
  /// Absent at a desk without accounts.
  package var employee: Employee.ID?
  package var desk: Identifier<Desk>
  package var given: Instant
  /// In the order in which they were given; none until somebody has read it.
  package var answers: [FeedbackAnswer]

  package init(
    id: ID, kind: Kind, service: Service.ID, situation: LifeSituation.ID?, text: String,
    seen: String, catalogue: String, employee: Employee.ID?, desk: Identifier<Desk>,
    given: Instant, answers: [FeedbackAnswer] = []
  ) {
    self.id = id
    self.kind = kind
    self.service = service
    self.situation = situation
    self.text = text
    self.seen = seen
    self.catalogue = catalogue
    self.employee = employee
    self.desk = desk
    self.given = given
    self.answers = answers
  }
}

/// A supervisor has read it, and says what becomes of it.
package struct FeedbackAnswer: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<FeedbackAnswer>
  package var id: ID
  package var text: String
  package var employee: Employee.ID?
  package var time: Instant

  package init(id: ID, text: String, employee: Employee.ID?, time: Instant) {
    self.id = id
    self.text = text
    self.employee = employee
    self.time = time
  }
}

/// What a clerk sends: the rest the store knows.
package struct FeedbackDraft: Hashable, Sendable {
  package var id: Feedback.ID
  package var kind: Feedback.Kind
  package var service: Service.ID
  package var situation: LifeSituation.ID?
  package var text: String
  package var seen: String

  package init(
    id: Feedback.ID, kind: Feedback.Kind = .wrongEntry, service: Service.ID,
    situation: LifeSituation.ID?, text: String, seen: String
  ) {
    self.id = id
    self.kind = kind
    self.service = service
    self.situation = situation
    self.text = text
    self.seen = seen
  }
}
