// What passes between a desk and the citizen's own screen beside it (`okno rate`).

/// A random word by which the asking for a rating is known. It says nothing of whom and of what.
package struct RatingToken: Hashable, Sendable, CustomStringConvertible {
  /// In hexadecimal digits.
  package static let length = 32

  package let description: String

  /// `nil` where it is not such a word.
  package init?(_ text: String) {
    let isWord =
      text.utf8.count == Self.length
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard isWord else { return nil }
    description = text
  }

  package init(random: (UInt64, UInt64)) {
    func digits(_ word: UInt64) -> String {
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    description = digits(random.0) + digits(random.1)
  }
}

/// All that the citizen's screen is told: whose window it is and what happens at it. There is no place in
/// it for who is served, with what, and by whom.
package struct CitizenView: Hashable, Sendable {
  package enum Stage: Hashable, Sendable {
    case idle
    /// A visit has begun.
    case greeting
    /// A visit has ended and is to be rated.
    case asking(RatingToken)
  }

  package var centre: String
  package var window: String
  package var stage: Stage
  /// Another random word, for whoever rather rates later and elsewhere.
  package var later: RatingToken?
  /// How the clock of a training's day goes; absent where it is the world's.
  package var clock: String?

  package init(
    centre: String = "", window: String = "", stage: Stage = .idle, later: RatingToken? = nil,
    clock: String? = nil
  ) {
    self.centre = centre
    self.window = window
    self.stage = stage
    self.later = later
    self.clock = clock
  }
}

/// What came of asking on the citizen's screen.
package struct CitizenAnswer: Hashable, Sendable {
  package var token: RatingToken
  package var result: RatingResult
  /// From the question's appearance to the answer, in milliseconds; absent where nobody answered.
  package var answeredIn: Int?
  /// Where the citizen wants to be called.
  package var phone: Phone?
  /// What the citizen has written.
  package var words: CitizenWords?

  package init(
    token: RatingToken, result: RatingResult, answeredIn: Int? = nil, phone: Phone? = nil,
    words: CitizenWords? = nil
  ) {
    self.phone = phone
    self.words = words
    self.token = token
    self.result = result
    self.answeredIn = answeredIn
  }
}
