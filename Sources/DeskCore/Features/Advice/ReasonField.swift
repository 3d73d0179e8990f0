// A short reason that is wanted for an answer.

internal import Canvas
internal import Domain

extension State {
  /// Gives a key to the reason: Esc takes it back, and what was typed goes with it.
  ///
  /// - Returns: the text, once Enter gives one.
  mutating func take(_ key: Key, reason: inout TextField?) -> String? {
    switch key {
    case .escape: reason = nil
    case .enter:
      let text = reason?.line ?? ""
      if !text.isEmpty { return text }
      notice = .reasonMissing
    default: _ = reason?.take(key)
    }
    return nil
  }
}
