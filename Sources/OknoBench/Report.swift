// What a measurement says, and the table that it is printed in.

/// One row of the table.
struct Figure {
  enum Goal {
    case ratioAtMost(Double)
    case ratioAtLeast(Double)
    case atMost(Double)
    case atLeast(Double)
    /// Worth knowing, promised to nobody.
    case none
  }

  let name: String
  let ours: Double
  var peer: Double?
  var peerName: String = ""
  let unit: String
  let goal: Goal

  var ratio: Double? { peer.map { ours / $0 } }

  var isMet: Bool? {
    switch goal {
    case .ratioAtMost(let limit): ratio.map { $0 <= limit } ?? false
    case .ratioAtLeast(let limit): ratio.map { $0 >= limit } ?? false
    case .atMost(let limit): ours <= limit
    case .atLeast(let limit): ours >= limit
    case .none: nil
    }
  }

  var cells: [String] {
    [
      name, "\(rounded(ours)) \(unit)", peer.map { "\(rounded($0)) \(unit) (\(peerName))" } ?? "–",
      ratio.map { rounded($0) } ?? "–", goalText, isMet.map { $0 ? "met" : "not met" } ?? "–",
    ]
  }

  private var goalText: String {
    switch goal {
    case .ratioAtMost(let limit): limit < 1 ? "≤ 1/\(rounded(1 / limit))" : "≤ \(rounded(limit))×"
    case .ratioAtLeast(let limit): "≥ \(rounded(limit))×"
    case .atMost(let limit): "≤ \(rounded(limit)) \(unit)"
    case .atLeast(let limit): "≥ \(rounded(limit)) \(unit)"
    case .none: "–"
    }
  }
}

/// Three significant digits.
func rounded(_ value: Double) -> String {
  guard value != 0, value.isFinite else { return "0" }
  var scale = 1.0
  while abs(value) * scale < 100, scale < 1e6 { scale *= 10 }
  let text = (value * scale).rounded() / scale
  return text == text.rounded() ? String(Int(text)) : String(text)
}

enum Table {
  static let heads = ["figure", "ours", "peer", "ratio", "goal", "result"]

  static func text(_ figures: [Figure]) -> String {
    let rows = [heads] + figures.map(\.cells)
    let widths = heads.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

/// Many measurements of one thing.
struct Sample {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  /// The value that `share` of all do not exceed.
  func quantile(_ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let place = Int((Double(sorted.count) * share).rounded(.up)) - 1
    return sorted[min(max(place, 0), sorted.count - 1)]
  }

  var median: Double { quantile(0.5) }
  var p99: Double { quantile(0.99) }
  var worst: Double { values.max() ?? 0 }
}
