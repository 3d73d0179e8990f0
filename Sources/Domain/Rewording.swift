/// Sentences of one language with the same of another, for what is worded far from the edge: `%`
/// stands for any text, which is reworded in its turn where that can be done.
package struct Rewording: Sendable {
  private struct Pair: Sendable {
    var from: [Substring]
    var to: [Substring]
  }

  private let pairs: [Pair]

  /// In their order: the first that fits counts.
  package init(_ pairs: KeyValuePairs<String, String>) {
    func parts(_ text: String) -> [Substring] {
      text.split(separator: "%", omittingEmptySubsequences: false)
    }
    self.pairs = pairs.map { Pair(from: parts($0.key), to: parts($0.value)) }
  }

  /// The text itself where no sentence fits.
  package func callAsFunction(_ text: String) -> String {
    for pair in pairs {
      guard let values = Self.values(of: pair.from, in: text) else { continue }
      var result = String(pair.to[0])
      for (value, part) in zip(values, pair.to.dropFirst()) {
        // A sentence of nothing but a blank would go on for ever.
        result += (value.count < text.count ? self(String(value)) : String(value)) + part
      }
      return result
    }
    return text
  }

  /// What stands at the blanks.
  private static func values(of parts: [Substring], in text: String) -> [Substring]? {
    guard text.hasPrefix(parts[0]) else { return nil }
    var rest = text.dropFirst(parts[0].count)
    var values: [Substring] = []
    for (index, part) in parts.enumerated().dropFirst() {
      if index == parts.count - 1 {
        guard rest.hasSuffix(part) else { return nil }
        values.append(rest.dropLast(part.count))
        return values
      }
      guard let place = rest.firstRange(of: part) else { return nil }
      values.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    return rest.isEmpty ? values : nil
  }
}
