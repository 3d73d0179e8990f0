// The list in QR codes.

package import Canvas
internal import Domain

package struct ChecklistCodes: Hashable, Sendable {
  package enum Making: Hashable, Sendable {
    case underWay
    /// One after the other; empty where the screen has no room for them.
    case done([DotMatrix])
    /// No library makes them here.
    case impossible
  }

  package var making = Making.underWay
  package var shown = 0
  /// Black and white exchanged, for a terminal whose own colours are.
  package var isInverted = false

  package var symbols: [DotMatrix] {
    if case .done(let symbols) = making { symbols } else { [] }
  }
}

extension State {
  mutating func openCodes(_ current: ChecklistScreen) -> [Effect] {
    var current = current
    current.codes = ChecklistCodes()
    screen = .checklist(current)
    return [.makeCodes(checklist(current))]
  }

  /// The codes are for the size that the screen had: another one asks anew.
  mutating func take(codes made: [DotMatrix]?) -> [Effect] {
    guard case .checklist(var current) = screen, var codes = current.codes else { return [] }
    codes.making = made.map { .done($0) } ?? .impossible
    codes.shown = min(codes.shown, max(0, codes.symbols.count - 1))
    current.codes = codes
    screen = .checklist(current)
    return []
  }

  /// For another size of the screen.
  mutating func makeCodesAgain() -> [Effect] {
    guard case .checklist(let current) = screen, current.codes != nil else { return [] }
    return [.makeCodes(checklist(current))]
  }

  mutating func updateCodes(_ codes: ChecklistCodes, _ key: Key) {
    guard case .checklist(var current) = screen else { return }
    var codes = codes
    let last = max(0, codes.symbols.count - 1)
    switch key {
    case .right, .down, .pageDown, .wheel(1...), .character(" "):
      codes.shown = min(codes.shown + 1, last)
    case .left, .up, .pageUp, .wheel(..<0): codes.shown = max(0, codes.shown - 1)
    case .home: codes.shown = 0
    case .end: codes.shown = last
    case .tab: codes.isInverted.toggle()
    case .escape:
      current.codes = nil
      screen = .checklist(current)
      return
    default: return
    }
    current.codes = codes
    screen = .checklist(current)
  }
}
