// A key as a line of text, for the pipe from a trainer's terminal to the trainee's desk.

internal import Canvas

extension Key {
  private static let named: [(word: String, key: Key)] = [
    ("enter", .enter), ("escape", .escape), ("tab", .tab), ("back-tab", .backTab),
    ("backspace", .backspace), ("delete", .delete), ("insert", .insert), ("up", .up),
    ("down", .down), ("left", .left), ("right", .right), ("home", .home), ("end", .end),
    ("page-up", .pageUp), ("page-down", .pageDown),
  ]

  /// A longer paste does not go through a pipe in one piece.
  private static let longest = 4000

  /// `nil` of a key that means nothing at a desk.
  var line: String? {
    switch self {
    case .character(let character): "character \(character)"
    case .function(let number): "function \(number)"
    case .control(let letter): "control \(letter)"
    case .alt(let character): "alt \(character)"
    case .paste(let text): text.utf8.count > Self.longest ? nil : "paste \(text)"
    case .press(let point): "press \(point.column) \(point.row)"
    case .wheel(let steps): "wheel \(steps)"
    case .unknown: nil
    default: Self.named.first { $0.key == self }?.word
    }
  }

  init?(line: String) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    let single = rest.count == 1 ? rest.first : nil
    let numbers = rest.split(separator: " ").compactMap { Int($0) }
    let isPlain = !rest.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard isPlain, let word = parts.first else { return nil }
    switch (word, single, numbers.count) {
    case ("character", let character?, _): self = .character(character)
    case ("control", let letter?, _): self = .control(letter)
    case ("alt", let character?, _): self = .alt(character)
    case ("function", _, 1) where (1...12).contains(numbers[0]): self = .function(numbers[0])
    case ("press", _, 2): self = .press(Point(column: numbers[0], row: numbers[1]))
    case ("wheel", _, 1): self = .wheel(numbers[0])
    case ("paste", _, _): self = .paste(rest)
    default:
      guard parts.count == 1, let known = Self.named.first(where: { $0.word == line }) else {
        return nil
      }
      self = known.key
    }
  }
}
