internal import Canvas
internal import DeskCore

/// What a trainer's terminal says to the trainee's desk, a line each.
enum TrainerLine: Hashable {
  case order(TrainingOrder)
  /// The trainer's keys go to the desk from now on, or no more.
  case lead(Bool)
  case key(Key)

  init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "order":
      guard let order = TrainingOrder(word: parts[1]) else { return nil }
      self = .order(order)
    case "lead": self = .lead(parts[1] == "on")
    case "key":
      // The blank of the space key stands at the end.
      guard let key = Key(line: String(line.dropFirst("key ".count))) else { return nil }
      self = .key(key)
    default: return nil
    }
  }

  /// `nil` of what only the desk itself says.
  var text: String? {
    switch self {
    case .order(let order): order.word.map { "order \($0)" }
    case .lead(let isLed): "lead \(isLed ? "on" : "off")"
    case .key(let key): key.line.map { "key \($0)" }
    }
  }
}
