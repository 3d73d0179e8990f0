// A colour of a theme's palette, for each kind of terminal.

internal import Canvas

/// A colour at each depth.
struct ThemeColour {
  private let truecolor: Colour
  private let cube: Colour
  private let basic: Colour

  func at(_ depth: ColourDepth) -> Colour {
    switch depth {
    case .mono: .terminal
    case .sixteen: basic
    case .twoHundredFiftySix: cube
    case .truecolor: truecolor
    }
  }

  init?(_ file: ColourFile) {
    switch file {
    case .everywhere(let word): self.init(word: word)
    case .index(let index):
      guard let number = UInt8(exactly: index) else { return nil }
      let basic =
        number < 16 ? number : TerminalPalette.nearestBasic(to: TerminalPalette.rgb(number))
      self.init(.indexed(number), .indexed(number), .indexed(basic))
    case .byDepth(let text, let cube, let basic):
      guard let rgb = RGB(hexadecimal: text) else { return nil }
      guard cube.map({ (16...255).contains($0) }) ?? true,
        basic.map({ (0...15).contains($0) }) ?? true
      else { return nil }
      self.init(rgb, cube: cube.map(UInt8.init), basic: basic.map(UInt8.init))
    }
  }

  /// `#rrggbb`, or the terminal's own colour.
  init?(word: String) {
    if word == "terminal" {
      self.init(.terminal, .terminal, .terminal)
    } else if let rgb = RGB(hexadecimal: word) {
      self.init(rgb, cube: nil, basic: nil)
    } else {
      return nil
    }
  }

  private init(_ rgb: RGB, cube: UInt8?, basic: UInt8?) {
    self.init(
      .rgb(red: rgb.red, green: rgb.green, blue: rgb.blue),
      .indexed(cube ?? TerminalPalette.nearestFixed(to: rgb)),
      .indexed(basic ?? TerminalPalette.nearestBasic(to: rgb)))
  }

  private init(_ truecolor: Colour, _ cube: Colour, _ basic: Colour) {
    self.truecolor = truecolor
    self.cube = cube
    self.basic = basic
  }
}
