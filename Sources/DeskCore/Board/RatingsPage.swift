// What the ratings say, over the supervisor's board: the last thirty days, and the months before one by one.

internal import Canvas
package import Domain

package struct RatingsPage: Hashable, Sendable {
  /// 0 for the last thirty days, n for the nth whole month before this one.
  package var back: Int
  /// Absent until the store has told.
  package var picture: RatingPicture?
  /// What citizens have written in these months.
  package var words: [String]
  package var firstLine: Int

  package init(
    back: Int = 0, picture: RatingPicture? = nil, words: [String] = [], firstLine: Int = 0
  ) {
    self.back = back
    self.picture = picture
    self.words = words
    self.firstLine = firstLine
  }

  static let mostBack = 24
  static let days = 30

  func period(today: CalendarDate) -> (from: CalendarDate, to: CalendarDate) {
    guard back > 0 else { return (today.adding(days: 1 - Self.days), today) }
    let first = today.adding(days: 1 - today.day).adding(months: -back)
    return (first, first.adding(months: 1).adding(days: -1))
  }
}

extension BoardState {
  mutating func openRatings(_ page: RatingsPage = RatingsPage()) -> [BoardEffect] {
    overlay = .ratings(page)
    let period = page.period(today: clock.date)
    return [.loadRatings(from: period.from, to: period.to)]
  }

  /// An answer to a page that was left is dropped.
  mutating func take(_ picture: RatingPicture, _ words: [String]) {
    guard case .ratings(var page) = overlay else { return }
    let period = page.period(today: clock.date)
    guard (picture.from, picture.to) == (period.from, period.to) else { return }
    page.picture = picture
    page.words = words
    overlay = .ratings(page)
  }

  mutating func readRatings(_ current: RatingsPage, _ key: Key) -> [BoardEffect] {
    var page = current
    switch key {
    case .left where page.back < RatingsPage.mostBack:
      return openRatings(RatingsPage(back: page.back + 1))
    case .right where page.back > 0:
      return openRatings(RatingsPage(back: page.back - 1))
    case .left, .right: return []
    default: break
    }
    if move(&page.firstLine, by: key, count: 1_000, page: max(1, size.rows / 3)) {
      overlay = .ratings(page)
    } else {
      overlay = nil
    }
    return []
  }
}
