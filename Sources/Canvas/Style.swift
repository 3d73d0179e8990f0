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

package struct Style: Hashable, Sendable {
  package var foreground: Colour
  package var background: Colour
  package var attributes: Attributes
  package init(
    foreground: Colour = .terminal, background: Colour = .terminal, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
  package static let plain = Style()
}

/// How many colours the terminal shows.
package enum ColourDepth: String, Hashable, Sendable, CaseIterable {
  case mono, sixteen = "16", twoHundredFiftySix = "256", truecolor
}
