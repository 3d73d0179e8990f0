// What sync leaves to a person: refused operations, conflicts between desks, cards that may be one.

/// Everything that waits for a person on this desk.
package struct SyncTasks: Hashable, Sendable {
  /// The newest first.
  package var refused: [RefusedOperation]
  /// The newest first.
  package var conflicts: [CardConflict]
  package var duplicates: [DuplicateOffer]

  package init(
    refused: [RefusedOperation] = [], conflicts: [CardConflict] = [],
    duplicates: [DuplicateOffer] = []
  ) {
    self.refused = refused
    self.conflicts = conflicts
    self.duplicates = duplicates
  }

  package static let none = SyncTasks()
  package var isEmpty: Bool { refused.isEmpty && conflicts.isEmpty && duplicates.isEmpty }
  package var count: Int { refused.count + conflicts.count + duplicates.count }
}

/// Why the central store refused an operation.
package enum Refusal: String, Hashable, Sendable, CaseIterable {
  case identityReused = "identity_reused"
  case badBody = "bad_body"
  case unknownKind = "unknown_kind"
  case tooLarge = "too_large"
  case erased
  case unknownCitizen = "unknown_citizen"
  /// The author's account is unknown there, closed, or has no role for this.
  case notPermitted = "not_permitted"
}

/// An operation that the server refused and that nobody has looked at: what, when, whom, why.
package struct RefusedOperation: Hashable, Identifiable, Sendable {
  package var id: Operation.ID
  package var kind: Operation.Kind
  /// When the clerk made the change.
  package var time: Instant
  package var refusal: Refusal
  /// The card it is about as it stands on this desk, the refused change included; absent where there
  /// is none or it was erased.
  package var citizen: Citizen?
  /// The situation of a visit or a case; the id where the catalogue has lost it.
  package var situation: LocalizedText?

  package init(
    id: Operation.ID, kind: Operation.Kind, time: Instant, refusal: Refusal,
    citizen: Citizen? = nil, situation: LocalizedText? = nil
  ) {
    self.id = id
    self.kind = kind
    self.time = time
    self.refusal = refusal
    self.citizen = citizen
    self.situation = situation
  }
}

/// A field of a citizen's card, by its name on the wire.
package enum CardField: String, Hashable, Sendable, CaseIterable {
  case audience, surname
  case givenName = "given_name"
  case patronymic
  case birthDate = "birth_date"
  case snils, phone
}

extension CitizenDetails {
  /// Sets one field to what `other` has in it.
  package mutating func take(_ field: CardField, from other: CitizenDetails) {
    switch field {
    case .audience: audience = other.audience
    case .surname: surname = other.surname
    case .givenName: givenName = other.givenName
    case .patronymic: patronymic = other.patronymic
    case .birthDate: birthDate = other.birthDate
    case .snils: snils = other.snils
    case .phone: phone = other.phone
    }
  }
}

/// Two desks set the same fields of a card to different values: a person chooses.
package struct CardConflict: Hashable, Identifiable, Sendable {
  package typealias ID = Identifier<CardConflict>

  /// Who set the value, and when.
  package struct Origin: Hashable, Sendable {
    /// The desk's name.
    package var desk: String
    package var time: Instant

    package init(desk: String, time: Instant) {
      self.desk = desk
      self.time = time
    }
  }

  /// That of the operation that met it.
  package var id: ID
  package var citizen: Citizen.ID
  /// The fields in conflict, in the order of `CardField`.
  package var fields: [CardField]
  /// The card as it is in the centre.
  package var current: CitizenDetails
  /// The same card with the other values in `fields`.
  package var wanted: CitizenDetails
  package var currentBy: Origin
  package var wantedBy: Origin

  package init(
    id: ID, citizen: Citizen.ID, fields: [CardField], current: CitizenDetails,
    wanted: CitizenDetails, currentBy: Origin, wantedBy: Origin
  ) {
    self.id = id
    self.citizen = citizen
    self.fields = fields
    self.current = current
    self.wanted = wanted
    self.currentBy = currentBy
    self.wantedBy = wantedBy
  }
}

/// Two cards that may be one person's.
package struct DuplicateOffer: Hashable, Identifiable, Sendable {
  package struct ID: Hashable, Sendable {
    /// The smaller of the two ids.
    package let first: Citizen.ID
    package let second: Citizen.ID

    package init(_ one: Citizen.ID, _ other: Citizen.ID) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  package enum Reason: Hashable, Sendable { case snils, nameAndBirthDate }

  /// A card and how much hangs on it.
  package struct Side: Hashable, Sendable {
    package var citizen: Citizen
    package var visits: Int
    package var cases: Int

    package init(citizen: Citizen, visits: Int, cases: Int) {
      self.citizen = citizen
      self.visits = visits
      self.cases = cases
    }
  }

  /// The card that was made first.
  package var older: Side
  package var newer: Side
  package var reason: Reason
  package var id: ID { ID(older.citizen.id, newer.citizen.id) }

  /// The card beside that of `citizen`.
  package func other(than citizen: Citizen.ID) -> Citizen {
    older.citizen.id == citizen ? newer.citizen : older.citizen
  }

  package init(older: Side, newer: Side, reason: Reason) {
    self.older = older
    self.newer = newer
    self.reason = reason
  }
}
