// ncurses' colour pairs, allotted when a frame first needs them.

internal import CNcurses
internal import Canvas

struct ColourPairs {
  private struct Combination: Equatable {
    var foreground: Int32
    var background: Int32
  }

  private let numbers: ColourNumbers
  /// Pairs beside pair 0, which is the terminal's own colours.
  private let limit: Int
  /// Pair 1 first. A frame has a dozen or two, so that looking along them is the fastest way.
  private var allotted: [Combination] = []

  /// `limit` is ncurses' COLOR_PAIRS: 64 on the Linux console.
  init(numbers: ColourNumbers, limit: Int) {
    self.numbers = numbers
    self.limit = limit - 1
  }

  /// What ncurses needs to draw in that style; `nil` when no pair is left, and `forgetAll` is due.
  mutating func look(of style: Style) -> (attributes: UInt32, pair: Int32)? {
    var attributes = UInt32(style.attributes.rawValue)
    var wanted = Combination(
      foreground: numbers.number(style.foreground), background: numbers.number(style.background))
    if numbers.eightOnly {
      if wanted.foreground > 7 { attributes |= OKNO_ATTRIBUTE_BOLD.rawValue }
      if wanted.foreground > 7 { wanted.foreground -= 8 }
      if wanted.background > 7 { wanted.background -= 8 }
    }
    guard wanted.foreground >= 0 || wanted.background >= 0 else { return (attributes, 0) }
    if let index = allotted.firstIndex(of: wanted) { return (attributes, Int32(index + 1)) }
    guard allotted.count < limit else { return nil }
    let pair = Int32(allotted.count + 1)
    guard okno_curses_define_pair(pair, wanted.foreground, wanted.background) else {
      return (attributes, 0)
    }
    allotted.append(wanted)
    return (attributes, pair)
  }

  mutating func forgetAll() { allotted = [] }
}
