/// What a citizen has written of a visit, in one line of their own.
package struct CitizenWords: Hashable, Sendable {
  /// In Unicode scalars, as the central store counts.
  package static let longest = 200
  /// For so many months after the one in which it was told a line is kept.
  package static let keptMonths = 24

  package let text: String

  /// `nil` where nothing is in it, or more than one line of letters can be.
  package init?(_ typed: String) {
    let text = typed.split(separator: " ").joined(separator: " ")
    guard !text.isEmpty, text.unicodeScalars.count <= Self.longest,
      text.allSatisfy(Self.isLetter)
    else { return nil }
    self.text = text
  }

  /// Whether it is seen as what it is: a control, a change of direction or a sign without width is not.
  package static func isLetter(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        false
      default: true
      }
    }
  }
}

/// Where citizens have a keyboard, and so may write such a line.
package enum CitizenKeyboard: String, CaseIterable, Hashable, Sendable {
  /// A keypad of ten keys, or nothing.
  case none
  /// At the citizen's own screen.
  case screen
  /// And at the desk's, where that one asks.
  case everywhere
}
