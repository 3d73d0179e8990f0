// How many colours to use, and which of ncurses' colour numbers stands for a colour.

package import Canvas

package enum ColourChoice {
  /// The order is that of no-color.org and of DESIGN.md: option, `NO_COLOR`, configuration, `COLORTERM`,
  /// terminfo. `terminfoColours` is terminfo's `colors`; `direct` its `RGB`.
  package static func depth(
    option: ColourDepth?, configured: ColourDepth?, environment: TerminalEnvironment,
    terminfoColours: Int, direct: Bool
  ) -> ColourDepth {
    let wanted = option ?? (environment.refusesColour ? .mono : configured)
    // 256 colours and more are sent by sequences of our own; eight or sixteen need the terminal's.
    if wanted == .sixteen, terminfoColours < 8 { return .mono }
    if let wanted { return wanted }
    if environment.promisesTruecolour || direct { return .truecolor }
    switch terminfoColours {
    case 256...: return .twoHundredFiftySix
    case 8...: return .sixteen
    default: return .mono
    }
  }

  /// What became of the wish: ncurses may refuse a description of ours, and then has the terminal's own
  /// number of `colours`.
  static func reached(of wanted: ColourDepth, colours: Int) -> ColourDepth {
    switch wanted {
    case .truecolor where colours > ColourNumbers.palette: .truecolor
    case .truecolor, .twoHundredFiftySix:
      colours >= 256 ? .twoHundredFiftySix : colours >= 8 ? .sixteen : .mono
    case .sixteen, .mono: wanted
    }
  }
}

/// Colours as ncurses' numbers, for one depth.
struct ColourNumbers {
  let depth: ColourDepth
  /// The terminal has eight colours, and the bright eight only as bold letters.
  let eightOnly: Bool

  /// -1 is the terminal's own colour.
  static let own: Int32 = -1
  /// Palette numbers follow the 24-bit ones; see `TerminfoEntry`.
  static let palette: Int32 = 0x100_0000

  func number(_ colour: Colour) -> Int32 {
    switch (depth, colour) {
    case (.mono, _), (_, .terminal): Self.own
    case (.truecolor, .rgb(let red, let green, let blue)):
      Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    case (.truecolor, .indexed(let index)): Self.palette + Int32(index)
    case (.twoHundredFiftySix, .rgb): Int32(FixedPalette.nearest(to: colour, among: 16...255))
    case (.twoHundredFiftySix, .indexed(let index)): Int32(index)
    case (.sixteen, .indexed(let index)) where index < 16: Int32(index)
    case (.sixteen, _): Int32(FixedPalette.nearest(to: colour, among: 0...15))
    }
  }
}

/// What xterm's palette shows: 0–15 as VGA did, 16–231 a cube, 232–255 greys.
enum FixedPalette {
  typealias Light = (red: Int, green: Int, blue: Int)

  static func light(_ index: UInt8) -> Light {
    switch index {
    case 0..<16: return light(basic: Int(index))
    case 16..<232:
      let place = Int(index) - 16
      return (level(place / 36), level(place / 6 % 6), level(place % 6))
    default:
      let grey = 8 + 10 * (Int(index) - 232)
      return (grey, grey, grey)
    }
  }

  private static func light(basic index: Int) -> Light {
    if index == 7 { return (170, 170, 170) }
    if index == 8 { return (85, 85, 85) }
    if index == 3 { return (170, 85, 0) }
    let (on, off) = index < 8 ? (170, 0) : (255, 85)
    return (index & 1 != 0 ? on : off, index & 2 != 0 ? on : off, index & 4 != 0 ? on : off)
  }

  private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }

  /// The nearest of them: for a frame that was made for more colours than the terminal has.
  static func nearest(to colour: Colour, among indices: ClosedRange<UInt8>) -> UInt8 {
    let wanted: Light
    switch colour {
    case .terminal: return indices.lowerBound
    case .indexed(let index): wanted = light(index)
    case .rgb(let red, let green, let blue): wanted = (Int(red), Int(green), Int(blue))
    }
    return indices.min { distance(light($0), wanted) < distance(light($1), wanted) }
      ?? indices.lowerBound
  }

  /// The eye sees green best and blue least.
  private static func distance(_ one: Light, _ other: Light) -> Int {
    let (red, green, blue) = (one.red - other.red, one.green - other.green, one.blue - other.blue)
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }
}
