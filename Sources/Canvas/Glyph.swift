// A cell and what it shows, as plain values: a screen has thousands of cells, each is copied and compared for
// every key, and a `Character` would have its references counted each time.

/// A letter with its marks: at most five scalars, which is as many as `VisibleCluster` leaves.
package struct Glyph: Hashable, Sendable {
  /// The most scalars that a glyph has.
  package static let mostScalars = 5
  private static let bits = 21

  /// The first three scalars and the others, 21 bits each; zero behind the last.
  fileprivate var first: UInt64
  fileprivate var rest: UInt64

  package init(_ scalar: Unicode.Scalar) {
    first = UInt64(scalar.value)
    rest = 0
  }

  /// What is beyond the fifth scalar is cut.
  package init(_ character: Character) {
    first = 0
    rest = 0
    for (index, scalar) in character.unicodeScalars.prefix(Self.mostScalars).enumerated() {
      let value = UInt64(scalar.value)
      if index < 3 { first |= value << (index * Self.bits) }
      if index >= 3 { rest |= value << ((index - 3) * Self.bits) }
    }
  }

  /// What `words` gave; `nil` where it is nothing that can be shown.
  init?(first: UInt64, rest: UInt64) {
    self.first = first
    self.rest = rest
    for index in 0..<Self.mostScalars where index == 0 || self[index] != 0 {
      guard let scalar = Unicode.Scalar(self[index]), scalar.properties.generalCategory != .control
      else { return nil }
    }
  }

  /// The whole glyph, for another process.
  var words: (first: UInt64, rest: UInt64) { (first, rest) }

  /// Whether it is one scalar.
  package var isSingle: Bool { first >> Self.bits == 0 }

  /// A scalar's number; zero behind the last.
  package subscript(index: Int) -> UInt32 {
    let part = index < 3 ? first >> (index * Self.bits) : rest >> ((index - 3) * Self.bits)
    return UInt32(part & (1 << Self.bits - 1))
  }

  package var character: Character {
    var text = String.UnicodeScalarView()
    for index in 0..<Self.mostScalars where index == 0 || self[index] != 0 {
      if let scalar = Unicode.Scalar(self[index]) { text.append(scalar) }
    }
    return Character(String(text))
  }
}

/// One character cell. A wide character is followed by a cell of width zero.
package struct Cell: Hashable, Sendable {
  package var glyph: Glyph
  /// The style, and above it the width: nothing of a cell lies between its words, so that a row is
  /// compared as numbers.
  private var look: UInt64

  private static let widthPlace: UInt64 = 60

  package init(_ character: Character, width: UInt8 = 1, style: Style) {
    self.init(Glyph(character), width: width, style: style)
  }

  init(_ glyph: Glyph, width: UInt8 = 1, style: Style) {
    self.glyph = glyph
    look = style.bits | UInt64(width) << Self.widthPlace
  }

  /// What `lookBits` gave; `nil` where it is no width.
  init?(_ glyph: Glyph, lookBits: UInt64) {
    self.glyph = glyph
    look = lookBits
    guard width <= 2 else { return nil }
  }

  /// The style and the width, for another process.
  var lookBits: UInt64 { look }

  package var character: Character { glyph.character }

  /// 1, 2, or 0 for the second half of a wide character.
  package var width: UInt8 { UInt8(truncatingIfNeeded: look >> Self.widthPlace) }

  package var style: Style {
    get { Style(bits: look & Style.mask) }
    set { look = look & ~Style.mask | newValue.bits }
  }

  /// Zero where the cells are equal.
  func difference(from other: Cell) -> UInt64 {
    (glyph.first ^ other.glyph.first) | (glyph.rest ^ other.glyph.rest) | (look ^ other.look)
  }

  package static func == (first: Cell, second: Cell) -> Bool {
    first.difference(from: second) == 0
  }
}
