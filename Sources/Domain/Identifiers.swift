// Ids: catalogue entries are named in words, everything else is a UUIDv7.

/// The id of a catalogue entry: lower-case words with hyphens, `birth-of-child`.
package protocol CatalogueID: RawRepresentable, Codable, Hashable, Sendable, Comparable,
  ExpressibleByStringLiteral, CustomStringConvertible, CodingKeyRepresentable
where RawValue == String {
  init(rawValue: String)
}

extension CatalogueID {
  package init(stringLiteral value: String) { self.init(rawValue: value) }
  package init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
  package var description: String { rawValue }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Whether the id is lower-case Latin words and digits with hyphens between.
  package var isWellFormed: Bool {
    !rawValue.isEmpty
      && rawValue.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
      }
  }
}

/// A UUID of version 7 (RFC 9562, section 5.7): the first 48 bits are milliseconds since 1970.
package struct UUIDv7: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  /// Makes an id from a moment and 74 random bits.
  package init(at moment: Instant, random: (UInt64, UInt64)) {
    let milliseconds = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
    high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
  }

  /// Takes the 128 bits as they were stored.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads the canonical form of 36 characters; `nil` for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for (index, byte) in bytes.enumerated() {
      if [8, 13, 18, 23].contains(index) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let value = Hexadecimal.value(of: byte).map(UInt64.init) else { return nil }
      if digits < 16 { halves.0 = halves.0 << 4 | value } else { halves.1 = halves.1 << 4 | value }
      digits += 1
    }
    guard digits == 32 else { return nil }
    high = halves.0
    low = halves.1
  }

  package var description: String {
    // As bytes: a saved visit has ten of them in what is logged and hashed.
    String(unsafeUninitializedCapacity: 36) { text in
      var place = 0
      for digit in 0..<32 {
        if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
          text.initializeElement(at: place, to: UInt8(ascii: "-"))
          place += 1
        }
        let value = (digit < 16 ? high : low) >> UInt64(60 - digit % 16 * 4) & 15
        text.initializeElement(at: place, to: Hexadecimal.digit(UInt8(value)))
        place += 1
      }
      return place
    }
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// The id of one `Entity`; ids of different nouns do not mix.
package struct Identifier<Entity>: Hashable, Sendable, Codable, Comparable, CustomStringConvertible
{
  package let uuid: UUIDv7

  package init(_ uuid: UUIDv7) { self.uuid = uuid }

  package init?(_ text: String) {
    guard let uuid = UUIDv7(text) else { return nil }
    self.uuid = uuid
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let uuid = UUIDv7(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID: \(text)")
    }
    self.uuid = uuid
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(uuid.description)
  }

  package var description: String { uuid.description }
  package static func < (left: Self, right: Self) -> Bool { left.uuid < right.uuid }
}
