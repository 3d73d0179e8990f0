package import Domain
internal import SQLite

// One-time words for a rating that comes later and away from the desk. A word is as random as a key; of it the
// centre knows the hash and the day, and nothing of the visit, the citizen or the clerk.

/// What became of an answer that was brought in.
package enum TokenAnswer: Hashable, Sendable {
  case taken
  /// No desk of the centre has handed out such a word, as far as this one has heard.
  case unknown
  /// It was answered before.
  case used
}

extension LocalStore {
  /// A word for somebody who may answer later.
  package func issueRatingToken(_ stamp: Stamp) throws(StoreError) -> RatingToken {
    let token = RatingToken(random: (mint.secret(), mint.secret()))
    try write { transaction in
      try RatingTokenTable.insert(token, issued: stamp.today, transaction.connection)
      try RatingTokenTable.logDue(transaction, today: stamp.today)
    }
    return token
  }

  /// Takes an answer to such a word, once.
  package func answer(
    _ token: RatingToken, score: Int, criteria: Set<Criterion>, _ stamp: Stamp
  ) throws(StoreError) -> TokenAnswer {
    try write { transaction in
      guard (1...5).contains(score) else { throw StoreError.badInput("a rating is 1 to 5") }
      guard var word = try RatingTokenTable.row(token, transaction.connection) else {
        return .unknown
      }
      guard word.answer == nil else { return .used }
      let answer = RatingTokenRow.Answer(
        day: stamp.today, score: score,
        criteria: criteria.map(\.rawValue).sorted().joined(separator: " "))
      word.answer = answer
      try RatingTokenTable.answer(word.id, answer, transaction.connection)
      try transaction.record(.ratingTokenAnswered, RatingTokenBody.of(word), by: stamp)
      return .taken
    }
  }
}
