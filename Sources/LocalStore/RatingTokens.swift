package import Domain
internal import SQLite

// One-time words for a rating that comes later and away from the desk. A word is as random as a key; its row
// knows the day, and nothing of the visit, the citizen or the clerk.

enum RatingTokenTable {
  static let ddl = """
    CREATE TABLE rating_token (
      token TEXT NOT NULL PRIMARY KEY,
      issued TEXT NOT NULL,
      answered TEXT,
      score INTEGER CHECK (score BETWEEN 1 AND 5),
      criteria TEXT NOT NULL DEFAULT '',
      CHECK ((answered IS NULL) = (score IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rating_token_issued ON rating_token (issued);
    """

  static func control(
    from: CalendarDate, to: CalendarDate, _ connection: Connection
  ) throws -> ControlSample {
    var sample = ControlSample.none
    try connection.forEach(
      """
      SELECT count(*), count(score), coalesce(sum(score = 5), 0) FROM rating_token
      WHERE issued BETWEEN ? AND ?
      """, values: [from, to]
    ) { row in
      sample = ControlSample(
        issued: try row.next(), answered: try row.next(), best: try row.next())
      return true
    }
    return sample
  }
}

/// What became of an answer that was brought in.
package enum TokenAnswer: Hashable, Sendable {
  case taken
  /// This desk has handed out no such word.
  case unknown
  /// It was answered before.
  case used
}

extension LocalStore {
  /// A word for somebody who may answer later.
  package func issueRatingToken(_ stamp: Stamp) throws(StoreError) -> RatingToken {
    let token = Self.newRatingToken()
    try write { transaction in
      try transaction.connection.run(
        "INSERT INTO rating_token (token, issued) VALUES (?, ?)", token.description, stamp.today)
    }
    return token
  }

  /// Takes an answer to such a word, once.
  package func answer(
    _ token: RatingToken, score: Int, criteria: Set<Criterion>, _ stamp: Stamp
  ) throws(StoreError) -> TokenAnswer {
    try write { transaction in
      guard (1...5).contains(score) else { throw StoreError.badInput("a rating is 1 to 5") }
      let connection = transaction.connection
      let known: Bool? = try connection.value(
        "SELECT answered IS NOT NULL FROM rating_token WHERE token = ?", token.description)
      guard let isUsed = known else { return .unknown }
      guard !isUsed else { return .used }
      try connection.run(
        "UPDATE rating_token SET answered = ?, score = ?, criteria = ? WHERE token = ?",
        stamp.today, score, criteria.map(\.rawValue).sorted().joined(separator: " "),
        token.description)
      return .taken
    }
  }
}
