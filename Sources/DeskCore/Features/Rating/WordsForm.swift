// One line in the citizen's own words, after the rating: at the citizen's screen and at the desk's own.

package import Canvas
package import Domain
internal import SearchText

package struct WordsForm: Hashable, Sendable {
  /// What a key made of it.
  package enum Step: Hashable, Sendable {
    /// The key means nothing here.
    case nothing
    case changed
    /// Enter; nothing where nothing was written.
    case ended(CitizenWords?)
  }

  package private(set) var text = ""
  /// When the citizen last pressed something: what was not sent until the time is over is not sent.
  package var touched: Instant
  /// Whether the keyboard types Latin letters; not known before the first one.
  private var isLatin: Bool?

  package init(shown: Instant) { touched = shown }

  package var isFull: Bool { text.unicodeScalars.count >= CitizenWords.longest }

  /// - Parameter language: in which the citizen is asked: where that is Russian, so are the letters, whatever layout
  ///   the keyboard has, since nobody at the window can change it.
  package mutating func press(_ key: Key, in language: Language, at moment: Instant) -> Step {
    switch key {
    case .character(let character):
      guard CitizenWords.isLetter(character) else { return .nothing }
      let typed = language == .ru ? russian(character) : character
      guard text.unicodeScalars.count + typed.unicodeScalars.count <= CitizenWords.longest else {
        return .nothing
      }
      text.append(typed)
    case .backspace, .delete: _ = text.popLast()
    case .enter: return .ended(CitizenWords(text))
    default: return .nothing
    }
    touched = moment
    return .changed
  }

  /// The letter of the same key in the Russian layout. What is a sign in one layout and a letter in the other is what
  /// the letters before it say.
  private mutating func russian(_ character: Character) -> Character {
    let moved = KeyboardLayout.russian(String(character))
    guard character.isASCII else {
      if character.isLetter { isLatin = false }
      return character
    }
    if character.isLetter {
      isLatin = true
    } else if isLatin != true {
      // Before the first letter a bracket is «х» sooner than a bracket, and a quote is a quote.
      guard isLatin == nil, "[]{}`~;'".contains(character) else { return character }
    } else if let sign = Self.signs[character] {
      return sign
    }
    return moved.first ?? character
  }

  /// Signs that lie on other keys in the Russian layout.
  private static let signs: [Character: Character] = [
    "/": ".", "?": ",", "&": "?", "^": ":", "$": ";", "@": "\"", "#": "№",
  ]
}
