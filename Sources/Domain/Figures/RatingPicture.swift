// What the ratings of some days say.

/// How asking went in one situation, and how well it is thought of.
package struct SituationRatings: Hashable, Sendable {
  package var situation: LifeSituation.ID
  package var given: Int
  package var declined: Int
  package var skipped: Int
  package var timedOut: Int
  /// How many answers of whole batches there are, and how many of them are the best.
  package var told: Int
  package var best: Int
  /// Whether the share may be told.
  package internal(set) var isTold = false

  package init(
    situation: LifeSituation.ID, given: Int = 0, declined: Int = 0, skipped: Int = 0,
    timedOut: Int = 0, told: Int = 0, best: Int = 0
  ) {
    self.situation = situation
    self.given = given
    self.declined = declined
    self.skipped = skipped
    self.timedOut = timedOut
    self.told = told
    self.best = best
  }

  package var asked: Int { given + declined + skipped + timedOut }
  package var responseRate: Double? { asked == 0 ? nil : Double(given) / Double(asked) }
  package var shareBest: Double? { isTold ? Double(best) / Double(told) : nil }
  package var bestInterval: WilsonInterval? { isTold ? WilsonInterval(best, of: told) : nil }
}

package struct RatingPicture: Hashable, Sendable {
  package let from: CalendarDate
  package let to: CalendarDate
  package let summary: RatingSummary
  package let control: ControlSample
  package let signs: [RatingSign]
  /// Those that were asked about most first.
  package let situations: [SituationRatings]
  /// The calls that were asked for in these days.
  package let callbacks: CallbackFigures
  /// Hours and windows; of nothing but one whole month that is over.
  package let month: MonthPicture

  /// - Parameter today: shares by situation are told of one whole month that is over. Periods that overlap, or one
  ///   that still grows, could be subtracted from each other, and a single rating would be left.
  package init(
    from: CalendarDate, to: CalendarDate, today: CalendarDate, summary: RatingSummary,
    evidence: RatingEvidence, situations: [SituationRatings],
    callbacks: CallbackFigures = CallbackFigures(), month: MonthPicture = .none
  ) {
    self.callbacks = callbacks
    self.from = from
    self.to = to
    self.summary = summary
    control = evidence.control
    signs = evidence.signs
    let isOver = from.day == 1 && to == from.endOfMonth && to < today
    self.month = isOver ? month : .none
    let ranked = situations.sorted {
      ($1.asked, $0.situation.rawValue) < ($0.asked, $1.situation.rawValue)
    }
    self.situations = isOver ? Self.told(ranked) : ranked
  }

  /// Tells the shares of whole groups. What is left over has to be none or a group too, since it is the total
  /// without those that are told.
  private static func told(_ situations: [SituationRatings]) -> [SituationRatings] {
    let least = RatingSummary.smallestGroup
    var told = situations
    for index in told.indices { told[index].isTold = told[index].told >= least }
    let left = told.filter { !$0.isTold }.reduce(0) { $0 + $1.told }
    if (1..<least).contains(left),
      let smallest = told.indices.filter({ told[$0].isTold }).min(by: {
        told[$0].told < told[$1].told
      })
    {
      told[smallest].isTold = false
    }
    return told
  }
}
