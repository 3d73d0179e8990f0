internal import Domain

/// Whole numbers from a seed. Nothing here rounds, so that every machine throws the same.
struct Dice {
  private var source: IDSource

  init(seed: UInt64) { source = IDSource(seed: seed) }

  /// One of `0..<count`.
  mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    return Int(source.next().multipliedFullWidth(by: UInt64(count)).high)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True once in so many throws.
  mutating func onceIn(_ count: Int) -> Bool { below(count) == 0 }

  mutating func one<Value>(of values: [Value]) -> Value? {
    values.isEmpty ? nil : values[below(values.count)]
  }

  /// A place of the list, the likelier the larger its weight; `nil` where all weigh nothing.
  mutating func place(weights: [Int]) -> Int? {
    var left = below(weights.reduce(0, +))
    for (place, weight) in weights.enumerated() where weight > 0 {
      if left < weight { return place }
      left -= weight
    }
    return nil
  }
}
