// What a cell shows, as a plain value: a screen has thousands of cells, each is copied and compared for
// every key, and a `Character` would have its references counted each time.

/// A letter with its marks: at most five scalars, which is as many as `VisibleCluster` leaves.
package struct Glyph: Hashable, Sendable {
  /// The most scalars that a glyph has.
  package static let mostScalars = 5
  private static let bits = 21

  /// The first three scalars and the others, 21 bits each; zero behind the last.
  private var first: UInt64
  private var rest: UInt64

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
