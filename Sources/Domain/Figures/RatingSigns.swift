// Signs that ratings may not be the citizens' own.

/// A reason to look, and the proof of nothing.
package enum RatingSign: Hashable, Sendable {
  /// So many answers came in under a second.
  case tooFast(Int, of: Int)
  /// So many answers followed another one at the same window sooner than a visit takes.
  case bursts(Int, of: Int)
  /// All answers are this digit.
  case oneDigit(Int, of: Int)
  /// The desk's share of the best lies wholly above that of citizens who answered later, away from it.
  case aboveControl(desk: WilsonInterval, control: WilsonInterval)
}

/// What signs are looked for in.
package struct RatingEvidence: Hashable, Sendable {
  /// Two answers at one window that lie closer, in milliseconds, are a burst: between them was no visit.
  package static let burst: Int64 = 30_000
  /// Below so many answers fast ones and bursts are chance, or somebody who tried the screen.
  static let leastOdd = 3
  /// And below this share of all answers.
  static let leastShare = 0.05
  /// As many answers of the best digit, all alike, are an odd centre: at a share of nine in ten they come
  /// once in two hundred times.
  static let leastAlikeBest = 50
  /// Alike and not the best.
  static let leastAlike = 20

  package var given: Int
  package var tooFast: Int
  package var bursts: Int
  /// How many answers of whole batches are each digit, 1 to 5.
  package var byDigit: [Int]
  package var control: ControlSample

  package init(
    given: Int, tooFast: Int, bursts: Int, byDigit: [Int], control: ControlSample = .none
  ) {
    self.given = given
    self.tooFast = tooFast
    self.bursts = bursts
    self.byDigit = byDigit
    self.control = control
  }

  package var signs: [RatingSign] {
    [fast, burst, alike, beyondControl].compactMap(\.self)
  }

  private var fast: RatingSign? { isOdd(tooFast) ? .tooFast(tooFast, of: given) : nil }
  private var burst: RatingSign? { isOdd(bursts) ? .bursts(bursts, of: given) : nil }

  private func isOdd(_ count: Int) -> Bool {
    count >= Self.leastOdd && Double(count) >= Self.leastShare * Double(given)
  }

  private var alike: RatingSign? {
    let told = byDigit.reduce(0, +)
    guard let digit = byDigit.firstIndex(of: told).map({ $0 + 1 }), told > 0 else { return nil }
    let least = digit == byDigit.count ? Self.leastAlikeBest : Self.leastAlike
    return told >= least ? .oneDigit(digit, of: told) : nil
  }

  private var beyondControl: RatingSign? {
    guard let best = byDigit.last, let desk = WilsonInterval(best, of: byDigit.reduce(0, +)),
      let control = control.interval, desk.isAbove(control)
    else { return nil }
    return .aboveControl(desk: desk, control: control)
  }
}

/// Answers that citizens gave later, with a one-time word and away from the desk.
package struct ControlSample: Hashable, Sendable {
  /// How many words were handed out.
  package var issued: Int
  package var answered: Int
  /// How many of the answers are the best.
  package var best: Int

  package init(issued: Int, answered: Int, best: Int) {
    self.issued = issued
    self.answered = answered
    self.best = best
  }

  package static let none = ControlSample(issued: 0, answered: 0, best: 0)

  /// The share of the best; absent of less than a batch.
  package var share: Double? {
    answered < RatingSummary.smallestGroup ? nil : Double(best) / Double(answered)
  }
  package var interval: WilsonInterval? {
    share == nil ? nil : WilsonInterval(best, of: answered)
  }
}
