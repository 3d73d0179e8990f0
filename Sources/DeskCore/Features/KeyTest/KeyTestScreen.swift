// Names the keys that arrive, for a terminal whose TERM is wrong.

package import Canvas

package struct KeyTestScreen: Hashable, Sendable {
  /// The latest keys, the newest first.
  package var keys: [Key] = []
  package init() {}
}

extension State {
  /// Every key is shown, and only a second Esc in a row leaves.
  mutating func updateKeyTest(_ current: KeyTestScreen, _ key: Key) -> [Effect] {
    if key == .escape, current.keys.first == .escape {
      screens.removeLast()
      return []
    }
    var test = current
    test.keys.insert(key, at: 0)
    if test.keys.count > 50 { test.keys.removeLast() }
    screen = .keyTest(test)
    return []
  }
}
