// The rating: given by the citizen, kept apart from who gave it.

/// What a citizen can praise or blame: the three values of client-centric government first.
package enum Criterion: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
  case empathy, professionalism, honesty
  case waitingTime = "waiting_time"
  case courtesyAndCompetence = "courtesy_and_competence"
  case comfort, clarity
}

/// How asking for a rating ended. Skipped by the clerk, declined by the citizen and timed out are
/// three different things.
package enum RatingResult: Hashable, Sendable {
  case given(score: Int, criteria: Set<Criterion>)
  case skipped
  case declined
  case timedOut
}

/// One asking for a rating, as it is recorded: which situation it was about, and no more.
package struct RatingEntry: Hashable, Sendable {
  /// An answer that came in under this many milliseconds was hardly read.
  package static let fastestHonestAnswer = 1000

  package var situation: LifeSituation.ID
  package var result: RatingResult
  /// From the screen's appearance to the answer, in milliseconds; absent where nobody answered.
  package var answeredIn: Int?

  package init(situation: LifeSituation.ID, result: RatingResult, answeredIn: Int? = nil) {
    self.situation = situation
    self.result = result
    self.answeredIn = answeredIn
  }

  package var isTooFast: Bool {
    guard case .given = result, let answeredIn else { return false }
    return answeredIn < Self.fastestHonestAnswer
  }
}

/// Ratings of a period. Shares are those of whole batches of five given ratings or more, so that nobody
/// can be singled out, neither in one summary nor by the difference of two.
package struct RatingSummary: Hashable, Sendable, Codable {
  package static let smallestGroup = 5

  /// Ratings given.
  package var count: Int
  package var declined: Int
  package var skipped: Int
  package var timedOut: Int
  /// How many of the given ratings the shares are of.
  package var shareCount: Int
  /// The share of the best answer, 0 to 1; absent where there is no batch.
  package var shareBest: Double?
  /// For each criterion, the share of those ratings in which it was chosen, 0 to 1.
  package var byCriterion: [Criterion: Double]?
  /// For each criterion, the share of those ratings that were not the best and chose it, 0 to 1. It is of
  /// all of them: of the few that chose a criterion, it would be of less than a batch.
  package var notBestByCriterion: [Criterion: Double]?
  /// Answers that came in under a second.
  package var tooFast: Int

  package init(
    count: Int, declined: Int, skipped: Int, timedOut: Int, shareCount: Int = 0,
    shareBest: Double?, byCriterion: [Criterion: Double]?,
    notBestByCriterion: [Criterion: Double]? = nil, tooFast: Int
  ) {
    self.count = count
    self.declined = declined
    self.skipped = skipped
    self.timedOut = timedOut
    self.shareCount = shareCount
    self.shareBest = shareBest
    self.byCriterion = byCriterion
    self.notBestByCriterion = notBestByCriterion
    self.tooFast = tooFast
  }

  package static let none = RatingSummary(
    count: 0, declined: 0, skipped: 0, timedOut: 0, shareBest: nil, byCriterion: nil, tooFast: 0)
}
