/// The programme's three targets for 2030 against the centre's own figures (Decree of the President of
/// the Russian Federation of 07.05.2024 No. 309 on the national development goals).
package struct TargetFigures: Hashable, Sendable {
  /// The share of answers that were not the best in the year to compare with.
  package struct Baseline: Hashable, Sendable {
    package var year: Int
    /// 0 to 1, above 0.
    package var notBest: Double

    package init(year: Int, notBest: Double) {
      self.year = year
      self.notBest = notBest
    }
  }

  /// One month's shares, for the trend; absent where there is too little.
  package struct Month: Hashable, Sendable {
    /// The first day of it that counts.
    package var start: CalendarDate
    package var electronic: Double?
    package var notBest: Double?

    package init(start: CalendarDate, electronic: Double?, notBest: Double?) {
      self.start = start
      self.electronic = electronic
      self.notBest = notBest
    }
  }

  /// What the desks offered by themselves and citizens answered.
  package struct Offers: Hashable, Sendable {
    /// Each offer to each citizen once, by its last answer.
    package var made: Int
    package var taken: Int

    package init(made: Int, taken: Int) {
      self.made = made
      self.taken = taken
    }
  }

  package static let year = 2030
  /// The share of electronic services to be reached, in per cent.
  package static let electronicGoal = 99
  /// How many services decision support is to cover.
  package static let supportedGoal = 100
  /// By how much satisfaction is to grow.
  package static let satisfactionGrowth = 0.5

  package var electronic: PeriodFigures.Electronic
  /// Services of the catalogue with a rule: of these the program says from the answers whether they are due, and why.
  package var supported: Int
  package var offers: Offers
  package var ratings: RatingSummary
  package var baseline: Baseline?
  /// The oldest first.
  package var months: [Month]

  package init(
    electronic: PeriodFigures.Electronic, supported: Int,
    offers: Offers = Offers(made: 0, taken: 0), ratings: RatingSummary,
    baseline: Baseline?, months: [Month]
  ) {
    self.electronic = electronic
    self.supported = supported
    self.offers = offers
    self.ratings = ratings
    self.baseline = baseline
    self.months = months
  }

  /// How many of the services given would have had to be electronic beyond those that were.
  package var electronicMissing: Int {
    let needed = (electronic.possible * Self.electronicGoal + 99) / 100
    return max(0, needed - electronic.done)
  }

  /// The share of answers that are not the best to be reached: half as many as in the baseline year. The
  /// share of the best itself is mostly above two thirds and could not grow by half.
  package var notBestGoal: Double? {
    baseline.map { $0.notBest * (1 - Self.satisfactionGrowth) }
  }

  /// By how much the answers that are not the best have become fewer since the baseline year, 0.5 being
  /// the goal; below 0 where they have become more.
  package var satisfactionGain: Double? {
    guard let baseline, let share = ratings.shareNotBest else { return nil }
    return (baseline.notBest - share) / baseline.notBest
  }

  /// Of a hundred answers, how many more have to be the best.
  package var answersMissing: Int? {
    guard let goal = notBestGoal, let share = ratings.shareNotBest else { return nil }
    let missing = (share - goal) * 100
    // What rounding alone makes is nothing that is missing.
    return missing < 0.000_001 ? 0 : Int((missing - 0.000_001).rounded(.up))
  }
}
