// The alphabet of search: one byte a letter, in the order in which people look names up.

/// One letter or digit of a folded word.
///
/// Russian and Latin letters and digits have one byte each; any other alphabet keeps its UTF-8
/// bytes, which are all 0x80 or more. So a word of *n* Russian letters is *n* bytes (half of UTF-8),
/// a prefix of a word is a prefix of its bytes, and comparing bytes sorts а to я.
package typealias LetterCode = UInt8

package enum Letter {
  /// Stands between the words of one key («иванова петрова»); sorts before every letter.
  package static let gap: LetterCode = 0x01
  static let zero: LetterCode = 0x02
  static let latinA: LetterCode = 0x0C
  static let cyrillicA: LetterCode = 0x26
  static let cyrillicYa: LetterCode = 0x45

  static func isDigit(_ code: LetterCode) -> Bool { (zero..<latinA).contains(code) }
  static func isLatin(_ code: LetterCode) -> Bool { (latinA..<cyrillicA).contains(code) }
  static func isCyrillic(_ code: LetterCode) -> Bool { (cyrillicA...cyrillicYa).contains(code) }

  /// What a scalar is to a search.
  enum Role {
    case letter(LetterCode)
    /// A letter of another alphabet, in lower case.
    case foreign(Unicode.Scalar)
    /// Belongs to the word and says nothing: an accent, a soft hyphen, an apostrophe.
    case silent
    case separator
  }

  static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar.value {
    case 0x0430...0x044F: .letter(cyrillicA + UInt8(scalar.value - 0x0430))
    case 0x0410...0x042F: .letter(cyrillicA + UInt8(scalar.value - 0x0410))
    case 0x0061...0x007A: .letter(latinA + UInt8(scalar.value - 0x0061))
    case 0x0041...0x005A: .letter(latinA + UInt8(scalar.value - 0x0041))
    case 0x0030...0x0039: .letter(zero + UInt8(scalar.value - 0x0030))
    case 0x0027, 0x0060, 0x02BC, 0x2018, 0x2019, 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF: .silent
    case 0..<0x00C0: .separator
    default: rareRole(of: scalar)
    }
  }

  private static func rareRole(of scalar: Unicode.Scalar) -> Role {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let base = baseLetters[lower] { return role(of: base) }
    // The Kelvin sign is a k, and İ an i with a dot that is left out.
    if lower.value < 0x00C0 { return role(of: lower) }
    if scalar.properties.generalCategory == .nonspacingMark { return .silent }
    return scalar.properties.isAlphabetic ? .foreign(lower) : .separator
  }

  /// Letters that people type as another one. Only ё is a Russian letter (and so the only Russian
  /// letter that is folded: й stays); the rest are letters of Russia's and neighbours' languages in
  /// names, which a clerk's keyboard does not have, and accented Latin ones.
  private static let baseLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "ё": "е", "ѐ": "е", "ѝ": "и", "і": "и", "ї": "и", "є": "е", "ґ": "г", "ў": "у", "ј": "й",
    "ә": "а", "ӑ": "а", "ӓ": "а", "ғ": "г", "ҕ": "г", "җ": "ж", "ҙ": "з", "қ": "к", "ҡ": "к",
    "ӄ": "к", "ң": "н", "ҥ": "н", "ӈ": "н", "ө": "о", "ӧ": "о", "ҫ": "с", "ү": "у", "ұ": "у",
    "ӱ": "у", "ӳ": "у", "ҳ": "х", "һ": "х", "ҷ": "ч", "ӗ": "е", "ӹ": "ы", "ӥ": "и", "ӟ": "з",
    "ӝ": "ж", "ӵ": "ч", "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ā": "a",
    "ç": "c", "č": "c", "ć": "c", "è": "e", "é": "e", "ê": "e", "ë": "e", "ē": "e", "ė": "e",
    "ì": "i", "í": "i", "î": "i", "ï": "i", "ī": "i", "ı": "i", "ñ": "n", "ń": "n", "ò": "o",
    "ó": "o", "ô": "o", "õ": "o", "ö": "o", "ø": "o", "ù": "u", "ú": "u", "û": "u", "ü": "u",
    "ū": "u", "ý": "y", "ÿ": "y", "š": "s", "ş": "s", "ś": "s", "ž": "z", "ź": "z", "ż": "z",
    "ł": "l", "ğ": "g",
  ]

  /// What follows a letter as a combining mark and makes another letter of it: й is и with a breve.
  static func composed(_ code: LetterCode, with mark: Unicode.Scalar) -> LetterCode? {
    mark.value == 0x0306 && code == cyrillic("и") ? cyrillic("й") : nil
  }

  /// The code of a lower-case Russian letter other than ё.
  static func cyrillic(_ scalar: Unicode.Scalar) -> LetterCode {
    cyrillicA + UInt8(truncatingIfNeeded: scalar.value &- 0x0430)
  }

  /// The code of a lower-case Latin letter.
  static func latin(_ scalar: Unicode.Scalar) -> LetterCode {
    latinA + UInt8(truncatingIfNeeded: scalar.value &- 0x0061)
  }

  /// The text that folds to `codes`.
  package static func text(of codes: [LetterCode]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(codes.count * 2)
    for code in codes { append(code, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ code: LetterCode, to bytes: inout [UInt8]) {
    switch code {
    case cyrillicA...cyrillicYa:
      let scalar = 0x0430 + UInt32(code - cyrillicA)
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case latinA..<cyrillicA: bytes.append(code - latinA + 0x61)
    case zero..<latinA: bytes.append(code - zero + 0x30)
    case gap: bytes.append(0x20)
    default: bytes.append(code)
    }
  }
}
