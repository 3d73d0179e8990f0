// The months of a centre's windows together.

package struct MonthPicture: Hashable, Sendable {
  package struct Hour: Hashable, Sendable {
    /// 0 to 23, at which it begins.
    package var hour: Int
    package var answers: BestCount
  }

  package struct Window: Hashable, Sendable {
    package var desk: Identifier<Desk>
    package var answers: BestCount
  }

  /// By the hour of the day; without those of which no window may tell.
  package let hours: [Hour]
  /// Those with most answers first.
  package let windows: [Window]

  package static let none = MonthPicture([])

  package init(_ months: [(desk: Identifier<Desk>, ratings: MonthRatings)]) {
    var (hours, windows) = ([Int: BestCount](), [Identifier<Desk>: BestCount]())
    for month in months {
      windows[month.desk, default: BestCount()] =
        (windows[month.desk] ?? BestCount()) + month.ratings.total
      for (hour, answers) in month.ratings.hours {
        hours[hour] = (hours[hour] ?? BestCount()) + answers
      }
    }
    self.hours = hours.map { Hour(hour: $0.key, answers: $0.value) }.sorted { $0.hour < $1.hour }
    self.windows = windows.map { Window(desk: $0.key, answers: $0.value) }.sorted {
      ($1.answers.given, $0.desk) < ($0.answers.given, $1.desk)
    }
  }

  /// Fewer answers at a window, or at all others together, are no sign.
  static let leastCompared = 20

  /// A sign of gaming, as those of `RatingSign` a reason to look and the proof of nothing.
  package struct AboveOthers: Hashable, Sendable {
    package var desk: Identifier<Desk>
    package var own: WilsonInterval
    package var others: WilsonInterval
  }

  /// Windows whose share of the best lies wholly above that of all others together.
  package var aboveOthers: [AboveOthers] {
    let all = windows.reduce(BestCount()) { $0 + $1.answers }
    return windows.compactMap { window in
      let own = window.answers
      let others = BestCount(given: all.given - own.given, best: all.best - own.best)
      guard own.given >= Self.leastCompared, others.given >= Self.leastCompared,
        let here = own.interval, let elsewhere = others.interval, here.isAbove(elsewhere)
      else { return nil }
      return AboveOthers(desk: window.desk, own: here, others: elsewhere)
    }
  }
}
