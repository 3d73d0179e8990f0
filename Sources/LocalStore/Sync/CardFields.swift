internal import Domain

// The fields of a card by their names on the wire, each as text or not there.

extension CitizenDetails {
  subscript(field: CardField) -> String? {
    switch field {
    case .audience: audience.rawValue
    case .surname: surname
    case .givenName: givenName
    case .patronymic: patronymic
    case .birthDate: birthDate?.description
    case .snils: snils?.digits
    case .phone: phone?.digits
    }
  }

  /// Sets a field; throws where `text` is no value of it.
  mutating func set(_ field: CardField, _ text: String?) throws(JSONFault) {
    switch field {
    case .audience: audience = try Self.read(text ?? "", Audience.init)
    case .surname: surname = text ?? ""
    case .givenName: givenName = text ?? ""
    case .patronymic: patronymic = text ?? ""
    case .birthDate: birthDate = try Self.optional(text) { CalendarDate($0) }
    case .snils: snils = try Self.optional(text) { SNILS($0) }
    case .phone: phone = try Self.optional(text) { Phone($0) }
    }
  }

  /// Whether a field says nothing: then another desk's value may fill it.
  func isMissing(_ field: CardField) -> Bool { self[field]?.isEmpty ?? true }

  private static func optional<T>(
    _ text: String?, _ make: (String) -> T?
  ) throws(JSONFault) -> T? {
    guard let text else { return nil }
    return try read(text, make)
  }

  private static func read<T>(_ text: String, _ make: (String) -> T?) throws(JSONFault) -> T {
    guard let value = make(text) else { throw JSONFault() }
    return value
  }
}

/// Some fields of a card with their values.
typealias CardValues = [CardField: String?]

extension JSONReader {
  mutating func cardValues() throws(JSONFault) -> CardValues {
    var values: CardValues = [:]
    try object { name, reader throws(JSONFault) in
      if let field = CardField(rawValue: name) {
        values[field] = .some(try reader.optionalString())
      } else {
        try reader.skip()
      }
    }
    return values
  }
}

extension CitizenDetails {
  mutating func set(_ values: CardValues) throws(JSONFault) {
    for (field, value) in values { try set(field, value) }
  }

  /// Some fields' values, as the body of an operation holds them.
  func json(_ fields: [CardField]) -> JSONText {
    .object(
      Dictionary(
        uniqueKeysWithValues: fields.map { ($0.rawValue, JSONText.optional(self[$0])) }))
  }
}
