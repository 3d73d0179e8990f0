package import Domain
internal import SQLite

/// A rating that the citizen's screen was asked for. What it is about stays in the store: the screen knows the
/// random word only.
package struct AskedRating: Hashable, Sendable {
  package var token: RatingToken
  package var situation: LifeSituation.ID
  package var employee: Employee.ID?
  package var since: Instant

  package init(
    token: RatingToken, situation: LifeSituation.ID, employee: Employee.ID?, since: Instant
  ) {
    self.token = token
    self.situation = situation
    self.employee = employee
    self.since = since
  }
}

extension LocalStore {
  /// The one whose answer is awaited, kept so that an answer is not lost with the program.
  package func askedRating() throws(StoreError) -> AskedRating? {
    try setting(AskedRating.key).flatMap(AskedRating.init(text:))
  }

  package func setAskedRating(_ asked: AskedRating?) throws(StoreError) {
    try setSetting(AskedRating.key, asked?.text)
  }

  /// A word that nobody can guess.
  package static func newRatingToken() -> RatingToken {
    RatingToken(random: (SecureRandom.word(), SecureRandom.word()))
  }
}

extension AskedRating {
  fileprivate static let key = "asked_rating"

  static func settle(_ connection: Connection) throws {
    try connection.run("DELETE FROM setting WHERE key = ?", key)
  }

  fileprivate var text: String {
    [
      token.description, situation.rawValue, employee.map { "\($0)" } ?? "-",
      "\(since.milliseconds)",
    ].joined(separator: " ")
  }

  fileprivate init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 4, let token = RatingToken(words[0]), let since = Int64(words[3]) else {
      return nil
    }
    self.init(
      token: token, situation: LifeSituation.ID(rawValue: words[1]),
      employee: Employee.ID(words[2]), since: Instant(milliseconds: since))
  }
}
