// The citizen: what the desk needs to know of a person or a business, and nothing more.

/// A person or a business served at the window.
package struct Citizen: Hashable, Identifiable, Sendable, Codable {
  package typealias ID = Identifier<Citizen>

  package var id: ID
  package var details: CitizenDetails
  /// Raised by each change; the base of a field-by-field merge.
  package var version: Int

  package init(id: ID, details: CitizenDetails, version: Int = 1) {
    self.id = id
    self.details = details
    self.version = version
  }
}

/// What a clerk enters on a citizen's card.
package struct CitizenDetails: Hashable, Sendable, Codable {
  package var audience: Audience
  /// A person's surname, or the whole name of a business.
  package var surname: String
  package var givenName: String
  package var patronymic: String
  package var birthDate: CalendarDate?
  package var snils: SNILS?
  package var phone: Phone?

  package init(
    audience: Audience = .person, surname: String = "", givenName: String = "",
    patronymic: String = "", birthDate: CalendarDate? = nil, snils: SNILS? = nil,
    phone: Phone? = nil
  ) {
    self.audience = audience
    self.surname = surname
    self.givenName = givenName
    self.patronymic = patronymic
    self.birthDate = birthDate
    self.snils = snils
    self.phone = phone
  }

  /// «Иванова Мария Петровна».
  package var fullName: String {
    [surname, givenName, patronymic].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// An insurance number of the Social Fund, its check digits verified.
///
/// Source of the rule: the check number is the sum of each of nine digits times its place from the
/// end, modulo 101, with 100 written as 00; numbers up to 001-001-998 carry no check.
package struct SNILS: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Eleven digits.
  package let digits: String

  /// Reads eleven digits with or without spaces and hyphens; `nil` when the checksum is wrong.
  package init?(_ text: String) {
    var numbers: [Int] = []
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        numbers.append(Int(scalar.value) - 0x30)
      } else if !" -\u{00A0}\u{2011}\u{2013}".unicodeScalars.contains(scalar) {
        return nil
      }
    }
    guard numbers.count == 11 else { return nil }
    let serial = numbers.prefix(9).reduce(0) { $0 * 10 + $1 }
    guard serial > 0 else { return nil }
    if serial > 1_001_998 {
      let sum = numbers.prefix(9).enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) }
      guard sum % 101 % 100 == numbers[9] * 10 + numbers[10] else { return nil }
    }
    digits = numbers.map(String.init).joined()
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let snils = SNILS(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SNILS")
    }
    self = snils
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }

  /// `112-233-445 95`.
  package var description: String {
    digits.grouped { place in
      switch place {
      case 3, 6: "-"
      case 9: " "
      default: nil
      }
    }
  }
}

/// A telephone number in international form without the plus: `79161234567`.
package struct Phone: Hashable, Sendable, Codable, CustomStringConvertible {
  package let digits: String

  /// Reads 10 to 15 digits with the usual punctuation. Ten digits, or eleven that begin with 8,
  /// are Russian numbers.
  package init?(_ text: String) {
    var numbers = ""
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        numbers.unicodeScalars.append(scalar)
      } else if !" +-().\u{00A0}".unicodeScalars.contains(scalar) {
        return nil
      }
    }
    if numbers.count == 10 { numbers = "7" + numbers }
    if numbers.count == 11, numbers.first == "8" { numbers = "7" + numbers.dropFirst() }
    guard (11...15).contains(numbers.count) else { return nil }
    digits = numbers
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let phone = Phone(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a phone number")
    }
    self = phone
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }

  /// `+7 916 123-45-67` for a Russian number.
  package var description: String {
    guard digits.utf8.count == 11, digits.utf8.first == UInt8(ascii: "7") else {
      return "+\(digits)"
    }
    return "+"
      + digits.grouped { place in
        switch place {
        case 1, 4: " "
        case 7, 9: "-"
        default: nil
        }
      }
  }
}

extension String {
  /// Digits with a sign before some of their places, counted from zero.
  fileprivate func grouped(_ sign: (Int) -> Character?) -> String {
    var text = ""
    for (place, digit) in utf8.enumerated() {
      if let sign = sign(place) { text.append(sign) }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }
}
