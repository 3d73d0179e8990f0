// How a cell looks: a resolved style, for one depth of colour.

package enum Colour: Hashable, Sendable {
  /// The terminal's own default; only where the theme has no colour at all.
  case terminal
  /// A colour of the terminal's palette: 0–15 the terminal decides, 16–255 are the fixed cube and greys.
  case indexed(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let underline = Attributes(rawValue: 4)
  package static let reverse = Attributes(rawValue: 8)
}

/// A plain value of eight bytes: a screen has thousands of cells, each of which is compared for every key.
package struct Style: Hashable, Sendable {
  /// From the lowest: the foreground and the background, `Colour.bits` each, then the attributes.
  var bits: UInt64

  private static let backgroundPlace: UInt64 = 26
  private static let attributesPlace: UInt64 = 52
  private static let colourMask: UInt64 = 1 << 26 - 1
  /// All bits that a style uses.
  static let mask: UInt64 = 1 << 60 - 1

  package init(
    foreground: Colour = .terminal, background: Colour = .terminal, attributes: Attributes = []
  ) {
    bits =
      foreground.bits | background.bits << Self.backgroundPlace
      | UInt64(attributes.rawValue) << Self.attributesPlace
  }

  init(bits: UInt64) { self.bits = bits }

  package static let plain = Style()

  package var foreground: Colour {
    get { Colour(bits: bits & Self.colourMask) }
    set { self = Style(foreground: newValue, background: background, attributes: attributes) }
  }

  package var background: Colour {
    get { Colour(bits: bits >> Self.backgroundPlace & Self.colourMask) }
    set { self = Style(foreground: foreground, background: newValue, attributes: attributes) }
  }

  package var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> Self.attributesPlace)) }
    set { self = Style(foreground: foreground, background: background, attributes: newValue) }
  }

  package static func == (first: Style, second: Style) -> Bool { first.bits == second.bits }
}

extension Colour {
  /// 26 bits: what kind it is in the two highest, below them its number or its three parts.
  fileprivate var bits: UInt64 {
    switch self {
    case .terminal: 0
    case .indexed(let index): 1 << 24 | UInt64(index)
    case .rgb(let red, let green, let blue):
      2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  fileprivate init(bits: UInt64) {
    let low = UInt8(truncatingIfNeeded: bits)
    switch bits >> 24 {
    case 0: self = .terminal
    case 1: self = .indexed(low)
    default:
      self = .rgb(
        red: UInt8(truncatingIfNeeded: bits >> 16), green: UInt8(truncatingIfNeeded: bits >> 8),
        blue: low)
    }
  }
}

/// How many colours the terminal shows.
package enum ColourDepth: String, Hashable, Sendable, CaseIterable {
  case mono, sixteen = "16", twoHundredFiftySix = "256", truecolor
}
