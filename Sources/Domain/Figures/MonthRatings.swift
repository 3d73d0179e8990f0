// What the answers of one window say of a month that is over, by the hour of the day.

/// Answers, and how many of them are the best.
package struct BestCount: Hashable, Sendable {
  package var given: Int
  package var best: Int

  package init(given: Int = 0, best: Int = 0) {
    self.given = given
    self.best = best
  }

  package static func + (one: BestCount, other: BestCount) -> BestCount {
    BestCount(given: one.given + other.given, best: one.best + other.best)
  }

  /// Whether they are enough to hide each other.
  package var isGroup: Bool { given >= RatingSummary.smallestGroup }
  /// The share of the best, 0 to 1; absent of fewer than a group.
  package var share: Double? { isGroup ? Double(best) / Double(given) : nil }
  package var interval: WilsonInterval? { isGroup ? WilsonInterval(best, of: given) : nil }
}

/// A window's month as it leaves the window. Whatever is subtracted from it, a group is left, or nothing.
package struct MonthRatings: Hashable, Sendable {
  /// Its first day.
  package let month: CalendarDate
  package let total: BestCount
  /// Hours of the day, 0 to 23, of a group each. What is in none of them is a group too, or nothing.
  package let hours: [Int: BestCount]

  /// What came from elsewhere; `nil` where it could tell single answers.
  package init?(month: CalendarDate, total: BestCount, hours: [Int: BestCount]) {
    let told = hours.values.reduce(BestCount(), +)
    let rest = BestCount(given: total.given - told.given, best: total.best - told.best)
    guard month.day == 1, total.isGroup, (0...total.given).contains(total.best),
      hours.allSatisfy({
        (0...23).contains($0.key) && $0.value.isGroup
          && (0...$0.value.given).contains($0.value.best)
      }),
      rest.given == 0 || rest.isGroup, rest.given >= 0, (0...rest.given).contains(rest.best)
    else { return nil }
    self.month = month
    self.total = total
    self.hours = hours
  }

  /// What may be told of a month that was counted; `nil` where it was fewer than a group.
  ///
  /// - Parameters:
  ///   - counted: all answers, by their hour.
  ///   - apart: those that no share of the month's days is of. The total less that share would tell them, where
  ///     they are fewer than a group; so as many answers, and as many best ones, are taken out by lot.
  package init?(
    month: CalendarDate, counted: [Int: BestCount], apart: BestCount,
    random: inout some RandomNumberGenerator
  ) {
    var left = counted
    if !apart.isGroup {
      for _ in 0..<apart.best { left.takeOut(\.bestOnes, &random) }
      for _ in 0..<(apart.given - apart.best) { left.takeOut(\.others, &random) }
    }
    var hours = left.filter { $0.value.isGroup }
    let untold = left.filter { !$0.value.isGroup }.reduce(0) { $0 + $1.value.given }
    if (1..<RatingSummary.smallestGroup).contains(untold),
      let smallest = hours.min(by: { ($0.value.given, $0.key) < ($1.value.given, $1.key) })
    {
      hours[smallest.key] = nil
    }
    self.init(month: month, total: left.values.reduce(BestCount(), +), hours: hours)
  }
}

// Taking one out leaves the others as they are.
extension BestCount {
  fileprivate var bestOnes: Int {
    get { best }
    set { (given, best) = (given - best + newValue, newValue) }
  }

  fileprivate var others: Int {
    get { given - best }
    set { given = best + newValue }
  }
}

extension [Int: BestCount] {
  /// Takes out one answer of a kind; each of them is as likely as another.
  fileprivate mutating func takeOut(
    _ kind: WritableKeyPath<BestCount, Int>, _ random: inout some RandomNumberGenerator
  ) {
    let all = values.reduce(0) { $0 + $1[keyPath: kind] }
    guard all > 0 else { return }
    var place = Int.random(in: 0..<all, using: &random)
    for hour in keys.sorted() {
      let here = self[hour]?[keyPath: kind] ?? 0
      if place < here {
        self[hour]?[keyPath: kind] -= 1
        return
      }
      place -= here
    }
  }
}
