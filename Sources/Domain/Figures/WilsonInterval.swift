/// Where a share lies that was counted of a few: the score interval of E. B. Wilson, "Probable inference, the law of
/// succession, and statistical inference", Journal of the American Statistical Association 22 (1927), 209–212,
/// doi:10.1080/01621459.1927.10502953.
///
/// Why it is this one: with a handful of answers, and with shares near one, the usual interval of mean and standard error
/// is far too narrow and reaches beyond one (R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872).
package struct WilsonInterval: Hashable, Sendable {
  /// 0 to 1.
  package let low: Double
  package let high: Double

  /// The point of the normal distribution that leaves two and a half per cent above it: 95 % lie within.
  private static let z = 1.959_963_984_540_054

  /// `nil` of nothing at all.
  package init?(_ count: Int, of total: Int) {
    guard total > 0, (0...total).contains(count) else { return nil }
    let n = Double(total)
    let share = Double(count) / n
    let square = Self.z * Self.z
    let centre = (share + square / (2 * n)) / (1 + square / n)
    let spread = (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    let half = Self.z * spread / (1 + square / n)
    // What rounding makes of the ends is nothing.
    low = count == 0 ? 0 : max(0, centre - half)
    high = count == total ? 1 : min(1, centre + half)
  }

  /// Whether all of it lies above all of the other.
  package func isAbove(_ other: WilsonInterval) -> Bool { low > other.high }
}

extension RatingSummary {
  /// Where the share of the best answer lies; absent where none is told.
  package var bestInterval: WilsonInterval? { shareBest.flatMap(interval) }

  /// The same of any share of these ratings.
  package func interval(of share: Double) -> WilsonInterval? {
    WilsonInterval(Int((share * Double(shareCount)).rounded()), of: shareCount)
  }
}
