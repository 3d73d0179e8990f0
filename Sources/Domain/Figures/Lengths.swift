/// How long something took, of many times.
package struct Lengths: Hashable, Sendable {
  package var count: Int
  /// Milliseconds, as all lengths here. Of an even number of times, the lower one of the middle.
  package var median: Int64
  /// Nine of ten took no longer.
  package var p90: Int64
  package var longest: Int64
  /// How many took longer than the limit; absent of what has none.
  package var overLimit: Int?

  /// The share over the limit, 0 to 1.
  package var shareOverLimit: Double? { overLimit.map { Double($0) / Double(count) } }

  /// `nil` of no times at all. Percentiles are by the nearest rank: each is a time that there was.
  package init?(_ lengths: [Int64], limit: Int64? = nil) {
    guard !lengths.isEmpty else { return nil }
    let sorted = lengths.sorted()
    count = sorted.count
    median = sorted[(sorted.count - 1) / 2]
    p90 = sorted[(sorted.count * 9 + 9) / 10 - 1]
    longest = sorted[sorted.count - 1]
    overLimit = limit.map { limit in sorted.count { $0 > limit } }
  }
}
