// What the screen shows for a cluster of the data: never a control, never a doubtful width.

/// A cluster as it is drawn: one glyph, and for some a second one beside it.
///
/// ncurses holds a letter and up to four marks in a cell and asks the C library for the width; only
/// what the library, our table and the terminals agree on is shown as it is:
/// - C0 controls and DEL are shown as control pictures (`␛`), CR LF as `␤`, every other control,
///   bidi and format character, private or unknown letter as `�`;
/// - a letter with zero-width marks stays, up to five scalars; longer or stranger clusters are `�`;
/// - an emoji sequence is shown by its first picture (❤️ as `❤` and a blank, a family as one person,
///   1️⃣ as `1` and a blank), and a flag by its two letters: two columns each, as in the data.
package struct VisibleCluster: Hashable, Sendable {
  package let glyph: Character
  /// The columns of `glyph`, 1 or 2.
  package let width: Int
  /// What stands in the next column, where the cluster takes two and its glyph one.
  package let companion: Character?

  package var columns: Int { width + (companion == nil ? 0 : 1) }

  package static let replacement: Character = "\u{FFFD}"

  package init(_ character: Character) {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else {
      self.init(Self.replacement, width: 1)
      return
    }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      self.init(character, single: first)
    } else {
      self.init(character, base: first, marks: scalars.dropFirst())
    }
  }

  private init(_ glyph: Character, width: Int, companion: Character? = nil) {
    self.glyph = glyph
    self.width = width
    self.companion = companion
  }

  private init(_ character: Character, single scalar: Unicode.Scalar) {
    if let letter = Self.letter(ofFlag: scalar) {
      self.init(letter, width: 1)
      return
    }
    switch WidthClass(scalar) {
    case .narrow, .spacing: self.init(character, width: 1)
    case .wide: self.init(character, width: 2)
    case .space: self.init(" ", width: 1)
    case .hidden: self.init(Self.picture(of: scalar), width: 1)
    case .zero: self.init(Self.replacement, width: 1)
    }
  }

  private init(
    _ character: Character, base: Unicode.Scalar, marks: Substring.UnicodeScalarView
  ) {
    if base == "\r" {
      self.init("\u{2424}", width: 1)
    } else if let first = Self.letter(ofFlag: base), let mark = marks.first {
      self.init(first, width: 1, companion: Self.letter(ofFlag: mark) ?? " ")
    } else if marks.contains(where: Self.makesEmoji) {
      self.init(picture: base)
    } else if marks.count > 4 || !marks.allSatisfy(Self.joins) {
      self.init(Self.replacement, width: 1)
    } else {
      self.init(character, letter: base, marks: marks)
    }
  }

  /// An emoji sequence, by its first picture.
  private init(picture base: Unicode.Scalar) {
    switch WidthClass(base) {
    case .wide: self.init(Character(base), width: 2)
    case .narrow: self.init(Character(base), width: 1, companion: " ")
    default: self.init(Self.replacement, width: 1)
    }
  }

  private init(
    _ character: Character, letter base: Unicode.Scalar, marks: Substring.UnicodeScalarView
  ) {
    switch WidthClass(base) {
    case .narrow: self.init(Self.composed(base, marks) ?? character, width: 1)
    case .wide: self.init(character, width: 2)
    default: self.init(Self.replacement, width: 1)
    }
  }

  private static func picture(of scalar: Unicode.Scalar) -> Character {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map(Character.init) ?? replacement
    case 0x7F: "\u{2421}"
    default: replacement
    }
  }

  private static func letter(ofFlag scalar: Unicode.Scalar) -> Character? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map(Character.init)
  }

  /// Variation 16, the joiner, keycap, tags and skin tones: terminals count them each in its way.
  private static func makesEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0x20E3, 0xFE0E, 0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
    default: false
    }
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool { WidthClass(scalar) == .zero }

  /// The Russian letters that arrive in two halves from some programs: a console draws no marks.
  private static func composed(
    _ base: Unicode.Scalar, _ marks: Substring.UnicodeScalarView
  ) -> Character? {
    guard marks.count == 1, let mark = marks.first else { return nil }
    switch (base, mark) {
    case ("и", "\u{306}"): return "й"
    case ("И", "\u{306}"): return "Й"
    case ("е", "\u{308}"): return "ё"
    case ("Е", "\u{308}"): return "Ё"
    default: return nil
    }
  }
}

/// Text made fit for a terminal, whatever the data holds.
package enum VisibleText {
  /// The text as `Frame.draw` shows it, for a terminal's title and for messages beside the screen.
  package static func sanitised(_ text: String) -> String {
    guard DisplayWidth.plainCount(text) == nil else { return text }
    var result = ""
    for character in text {
      let visible = VisibleCluster(character)
      result.append(visible.glyph)
      if let companion = visible.companion { result.append(companion) }
    }
    return result
  }
}
